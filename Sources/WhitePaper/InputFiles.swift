import Diagnostics
import Foundation

/// Where inputs are read: files in memory by the paths that name them, then the files of this machine.
///
/// An editor's unsaved text, the text of a job, or a whole report with its data can stand in memory; nothing is written to disk for them.
public struct InputFiles: Sendable {
  /// Contents by path, as a command, a report or a chart names them. A file in memory stands before one of the machine.
  public var inMemory: [String: [UInt8]] = [:]
  /// Keeps account of what was asked for.
  var asked: AskedFiles?
  /// Whether they change while they are used, so that nothing of them is kept.
  var areWatched = false

  /// Whether all files are those of this machine, as they stay.
  var areOfMachine: Bool { inMemory.isEmpty && !areWatched }

  /// Files of memory by path; all others are read from the machine.
  public init(inMemory: [String: [UInt8]] = [:]) { self.inMemory = inMemory }

  /// A whole file; `-` is standard input.
  ///
  /// - Throws: `input.missing`, `input.directory`, `input.unreadable`.
  func bytes(_ path: String) throws(Diagnostic) -> [UInt8] {
    asked?.add(path)
    if let bytes = inMemory[path] { return bytes }
    return try readFile(path)
  }

  /// A data file: UTF-8, with or without a byte order mark.
  ///
  /// - Throws: what ``bytes(_:)`` throws, and `input.encoding` at the first byte that is not UTF-8.
  func text(_ path: String) throws(Diagnostic) -> String { try decoded(bytes(path), of: path) }

  /// A text for showing; what is no text, or longer than four million bytes, is not shown.
  package func preview(_ path: String) throws(Diagnostic) -> String {
    let bytes: [UInt8]
    if let known = inMemory[path] { bytes = known } else { bytes = try readFile(path) }
    guard bytes.count <= 4_000_000 else { throw .error("input.too-large", "the file is too long to be shown") }
    return try decoded(bytes, of: path)
  }

  /// Whether a file that a spec names may be read as data: a pipe or a device might never end, and standard input is not the spec's.
  ///
  /// - Throws: `data.irregular`, `input.too-large`. A file that is not there is found missing when it is read.
  func checkData(_ path: String, named name: String, at span: SourceSpan) throws(Diagnostic) {
    if inMemory[path] != nil { return }
    let attributes = fileAttributes(path)
    guard path != "-", attributes?.isRegular != false else {
      throw .error("data.irregular", "“\(name)” is no file but a folder or a device", at: span, hint: "name a file of data")
    }
    let limit = ReportFolder.dataLimit
    guard let size = attributes?.size, size > limit else { return }
    throw .error("input.too-large", "“\(name)” has \(size) bytes", at: span, hint: "at most \(limit >> 20) MiB of it are read")
  }

  func exists(_ path: String) -> Bool {
    asked?.add(path)
    return inMemory[path] != nil || realPath(path) != nil
  }
}
