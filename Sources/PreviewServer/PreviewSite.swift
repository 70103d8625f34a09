import Diagnostics
import Foundation

/// The page that shows the pages: its document, style and script, as they are shipped.
struct PreviewSite: Sendable {
  private let files: [String: (bytes: Data, type: String)]

  /// - Throws: `assets.missing`.
  init(folder: String) throws(Diagnostic) {
    var files: [String: (bytes: Data, type: String)] = [:]
    for (name, type) in [("index.html", "text/html"), ("preview.css", "text/css"), ("preview.js", "text/javascript")] {
      guard let bytes = FileManager.default.contents(atPath: folder + "/" + name) else {
        throw .error("assets.missing", "“\(folder)/\(name)” is not there")
      }
      files["/" + name] = (bytes, type + "; charset=utf-8")
    }
    files["/"] = files["/index.html"]
    self.files = files
  }

  subscript(path: String) -> (bytes: Data, type: String)? { files[path] }
}
