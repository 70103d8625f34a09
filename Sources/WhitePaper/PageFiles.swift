import Assets
import Diagnostics
import Pictograms
import Report
import StructuredData
import Synchronization

/// What infographic pages are made of beside their theme: pictograms and row patterns, read once, when they are first needed.
final class PageFiles: Sendable {
  /// The files of `icons/` by their names.
  private let paths: ReadOnce<[String: String], Never>
  private let icons = Mutex(Icons())
  private let patterns: ReadOnce<RowPatterns, Diagnostics>

  init(_ assets: Assets) {
    paths = ReadOnce {
      let paths = assets.files(in: assets.icons, suffix: ".svg")
      return Dictionary(paths.map { (String(fileName($0).dropLast(4)), $0) }) { first, _ in first }
    }
    let rows = assets.layouts + "/patterns/rows.yaml"
    patterns = ReadOnce { () throws(Diagnostics) in
      let text = try Diagnostics.several { () throws(Diagnostic) in try readText(rows) }
      return try RowPatterns.shape.read(parseYAML(text, document: rows)).value
    }
  }

  private struct Icons {
    /// Nil: its file cannot be read.
    var known: [String: Pictogram?] = [:]
    var problems: [Diagnostic] = []
  }

  /// The names of `icons/`, sorted; no file is read for them.
  var pictogramNames: [String] { paths.value().keys.sorted() }

  /// A pictogram, whose file is read when it is first asked for; nil where there is none of that name, or see ``pictogramProblems``.
  func pictogram(_ name: String) -> Pictogram? {
    guard let path = paths.value()[name] else { return nil }
    return icons.withLock { icons in
      if let known = icons.known[name] { return known }
      var pictogram: Pictogram?
      do throws(Diagnostic) {
        pictogram = try Pictogram(name: name, svg: try readText(path), document: path)
      } catch {
        icons.problems.append(error)
      }
      icons.known[name] = .some(pictogram)
      return pictogram
    }
  }

  /// What is wrong with the files of pictograms that were asked for.
  var pictogramProblems: [Diagnostic] { icons.withLock { $0.problems.sorted { $0.message < $1.message } } }

  /// The rows of infographic pages.
  ///
  /// - Throws: what is wrong with the file.
  func rows() throws(Diagnostics) -> RowPatterns { try patterns.value() }
}
