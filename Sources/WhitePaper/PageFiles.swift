import Assets
import Diagnostics
import Pictograms
import Report
import StructuredData
import Synchronization

/// What infographic pages are made of beside their theme: pictograms and row patterns, read once, when they are first needed.
final class PageFiles: Sendable {
  private let assets: Assets
  private let icons = Mutex<Result<[String: Pictogram], Diagnostic>?>(nil)
  private let patterns = Mutex<Result<RowPatterns, Diagnostics>?>(nil)

  init(_ assets: Assets) { self.assets = assets }

  /// The names of `icons/`, sorted; no file is read.
  var pictogramNames: [String] {
    assets.files(in: assets.icons, suffix: ".svg").map { String(fileName($0).dropLast(4)) }
  }

  /// The pictograms by name.
  ///
  /// - Throws: what is wrong with a file.
  func pictograms() throws(Diagnostic) -> [String: Pictogram] {
    let result = icons.withLock { known in
      let result = known ?? Result { () throws(Diagnostic) in try readPictograms() }
      known = result
      return result
    }
    return try result.get()
  }

  /// The rows of infographic pages.
  ///
  /// - Throws: what is wrong with the file.
  func rows() throws(Diagnostics) -> RowPatterns {
    let path = assets.layouts + "/patterns/rows.yaml"
    let result = patterns.withLock { known in
      let result = known ?? Result { () throws(Diagnostics) in
        let text = try Diagnostics.several { () throws(Diagnostic) in try readText(path) }
        return try RowPatterns.shape.read(parseYAML(text, document: path)).value
      }
      known = result
      return result
    }
    return try result.get()
  }

  private func readPictograms() throws(Diagnostic) -> [String: Pictogram] {
    var found: [String: Pictogram] = [:]
    for path in assets.files(in: assets.icons, suffix: ".svg") {
      let name = String(fileName(path).dropLast(4))
      found[name] = try Pictogram(name: name, svg: try readText(path), document: path)
    }
    return found
  }
}
