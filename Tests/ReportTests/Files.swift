import Foundation

/// The text of a file of the project; nil where it cannot be read.
func contents(of path: String) -> String? { try? String(contentsOfFile: path, encoding: .utf8) }

/// The project's folder.
let projectFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().path
