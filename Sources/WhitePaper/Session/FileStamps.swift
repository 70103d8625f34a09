import Foundation

/// When files were changed last: two of these differ as soon as one file was written, made, replaced or removed.
///
/// Times and sizes are asked ten times a second rather than the kernel's notices taken: editors save by renaming a new file over the old
/// one, and folders that another machine shares give no notices.
package struct FileStamps: Hashable, Sendable {
  private struct Stamp: Hashable, Sendable {
    var changed: Date
    var size: Int
    var number: Int
  }
  private var stamps: [String: Stamp?]

  package init(of paths: [String]) {
    stamps = Dictionary(paths.map { ($0, Self.stamp($0)) }, uniquingKeysWith: { first, _ in first })
  }

  private static func stamp(_ path: String) -> Stamp? {
    guard path != "-", let real = realPath(path), let found = try? FileManager.default.attributesOfItem(atPath: real) else { return nil }
    return Stamp(
      changed: found[.modificationDate] as? Date ?? .distantPast, size: (found[.size] as? NSNumber)?.intValue ?? 0,
      number: (found[.systemFileNumber] as? NSNumber)?.intValue ?? 0)
  }

  /// The stamps of these files, those known before as they were.
  package func keeping(_ paths: [String]) -> FileStamps {
    var copy = self
    copy.stamps = Dictionary(paths.map { ($0, stamps[$0] ?? Self.stamp($0)) }, uniquingKeysWith: { first, _ in first })
    return copy
  }

  package var paths: [String] { stamps.keys.sorted() }

  /// Waits until a file has changed, and until a tenth of a second has passed without further changes, one second at most.
  ///
  /// - Throws: when the task is cancelled.
  package func change() async throws {
    let paths = paths
    var last = self
    while last == self {
      try await Task.sleep(for: .milliseconds(100))
      last = FileStamps(of: paths)
    }
    for _ in 0..<10 {
      try await Task.sleep(for: .milliseconds(50))
      let now = FileStamps(of: paths)
      if now == last { return }
      last = now
    }
  }
}
