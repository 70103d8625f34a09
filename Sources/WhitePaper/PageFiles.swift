import Assets
import Diagnostics
import Pictograms
import Report
import StructuredData

/// What infographic pages are made of beside their theme: pictograms and row patterns, read once, when they are first needed.
final class PageFiles: Sendable {
  /// The names of `icons/`, sorted; no file is read for them.
  let pictogramNames: [String]
  private let icons: ReadOnce<[String: Pictogram], Diagnostic>
  private let patterns: ReadOnce<RowPatterns, Diagnostics>

  init(_ assets: Assets) {
    let paths = assets.files(in: assets.icons, suffix: ".svg")
    let names = paths.map { String(fileName($0).dropLast(4)) }
    pictogramNames = names
    icons = ReadOnce { () throws(Diagnostic) in
      var found: [String: Pictogram] = [:]
      for (name, path) in zip(names, paths) { found[name] = try Pictogram(name: name, svg: try readText(path), document: path) }
      return found
    }
    let rows = assets.layouts + "/patterns/rows.yaml"
    patterns = ReadOnce { () throws(Diagnostics) in
      let text = try Diagnostics.several { () throws(Diagnostic) in try readText(rows) }
      return try RowPatterns.shape.read(parseYAML(text, document: rows)).value
    }
  }

  /// The pictograms by name.
  ///
  /// - Throws: what is wrong with a file.
  func pictograms() throws(Diagnostic) -> [String: Pictogram] { try icons.value() }

  /// The rows of infographic pages.
  ///
  /// - Throws: what is wrong with the file.
  func rows() throws(Diagnostics) -> RowPatterns { try patterns.value() }
}
