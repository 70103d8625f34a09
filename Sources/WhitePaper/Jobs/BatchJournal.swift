public import Diagnostics
import Digest
import Foundation
import StructuredData

/// Which jobs of a batch are done: a file of lines, each added when a job's outputs are in place. A run that is ended at any moment leaves
/// at most a part of the last line, which is passed over.
///
/// A job is known by a digest of what it says, of the files it names, and of the program's version; so a job that was changed, or whose
/// inputs were, is done again. Files that a report names are not looked at.
public final class BatchJournal: Sendable {
  private let path: String
  private let handle: FileHandle
  private let done: [String: [String]]

  /// A journal of what is done.
  ///
  /// - Parameters:
  ///   - path: where it is kept.
  ///   - resumes: whether what an earlier run has done counts; else it begins anew.
  ///   - isKept: whether what is done will be added; else nothing is touched.
  ///   - inputs: files that it may not replace.
  /// - Throws: `output.unwritable`, `output.is-input`.
  public init(path: String, resumes: Bool, isKept: Bool = true, over inputs: [String] = []) throws(Diagnostic) {
    self.path = path
    var known: [String: [String]] = [:]
    let old = resumes ? (FileManager.default.contents(atPath: path).map { [UInt8]($0) } ?? []) : []
    for line in old.split(separator: UInt8(ascii: "\n")) {
      guard let node = try? parseJSON(String(decoding: line, as: UTF8.self), document: path), let digest = node["job"]?.string else {
        continue
      }
      known[digest] = node["files"]?.sequence?.compactMap(\.string)
    }
    done = known
    guard isKept else {
      handle = FileHandle.nullDevice
      return
    }
    // The lines that count are written anew, without a last one in parts.
    let text = known.sorted { $0.key < $1.key }.map { Self.line($0.key, $0.value) }.joined()
    try writeFiles([(path, Array(text.utf8))], over: inputs)
    guard let handle = FileHandle(forWritingAtPath: path) else {
      throw .error("output.unwritable", "the journal cannot be written", at: SourceSpan(document: path))
    }
    _ = try? handle.seekToEnd()
    self.handle = handle
  }

  /// Whether an earlier run has done the job and all its files are there.
  public func isDone(_ digest: String) -> Bool {
    guard let files = done[digest] else { return false }
    return files.allSatisfy { FileManager.default.fileExists(atPath: $0) }
  }

  /// - Throws: `output.unwritable`.
  public func add(_ digest: String, files: [String]) throws(Diagnostic) {
    do { try handle.write(contentsOf: Data(Self.line(digest, files).utf8)) } catch {
      throw .error("output.unwritable", "the journal cannot be written", at: SourceSpan(document: path))
    }
  }

  private static func line(_ digest: String, _ files: [String]) -> String {
    Node.mapping([("job", .string(digest)), ("files", .sequence(files.map { .string($0) }))]).json() + "\n"
  }
}

extension PlannedJob {
  /// What the job is known by in a journal.
  public var digest: String {
    var bytes = Array((WhitePaperVersion.current + "\n" + line).utf8)
    for path in reads {
      guard let contents = FileManager.default.contents(atPath: path) else { continue }
      bytes += Array(("\n" + sha256([UInt8](contents))).utf8)
    }
    return sha256(bytes)
  }
}
