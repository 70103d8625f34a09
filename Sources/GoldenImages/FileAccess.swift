import Diagnostics

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// - Throws: `input.missing`, `input.directory`, `input.unreadable`.
func readFile(_ path: String) throws(Diagnostic) -> [UInt8] {
  let span = SourceSpan(document: path)
  var isFolder = false
  guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
    throw .error("input.missing", "there is no such file", at: span)
  }
  if isFolder { throw .error("input.directory", "this is a folder, not a file", at: span) }
  guard let data = FileManager.default.contents(atPath: path) else {
    throw .error("input.unreadable", "the file cannot be read", at: span)
  }
  return Array(data)
}

/// Writes all or nothing, making the folders above.
/// - Throws: `output.unwritable`.
func writeFile(_ bytes: [UInt8], to path: String) throws(Diagnostic) {
  do {
    let folder = parentFolder(of: path)
    if !folder.isEmpty { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }
    try Data(bytes).write(to: URL(filePath: path), options: .atomic)
  } catch {
    throw .error("output.unwritable", "the file cannot be written", at: SourceSpan(document: path))
  }
}

func removeFile(_ path: String) {
  if FileManager.default.fileExists(atPath: path) { try? FileManager.default.removeItem(atPath: path) }
}

func fileExists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

func isFolder(_ path: String) -> Bool {
  var isFolder = false
  return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
}

/// The names of a folder's plain files, sorted; hidden ones left out.
func fileNames(in folder: String) -> [String] {
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  return names.filter { !$0.hasPrefix(".") && !isFolder("\(folder)/\($0)") }.sorted()
}

/// The paths of the files below a folder, within it, sorted; hidden ones left out, links to folders not followed.
func filePaths(below folder: String) -> [String] {
  var paths: [String] = []
  func look(into path: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path.isEmpty ? folder : "\(folder)/\(path)")) ?? []
    for name in names where !name.hasPrefix(".") {
      let within = path.isEmpty ? name : "\(path)/\(name)"
      if !isFolder("\(folder)/\(within)") {
        paths.append(within)
      } else if (try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\(within)")) == nil {
        look(into: within)
      }
    }
  }
  look(into: "")
  return paths.sorted()
}

/// Whether two paths name one file or folder.
func isSame(_ a: String, _ b: String) -> Bool {
  func resolved(_ path: String) -> String { URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL.path }
  return resolved(a) == resolved(b)
}

func environmentVariable(_ name: String) -> String? { ProcessInfo.processInfo.environment[name] }

/// What stands before the last slash; empty without one.
func parentFolder(of path: String) -> String {
  path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? ""
}
