import Foundation

/// When files were changed last: two of these differ as soon as one file was written, made, replaced or removed.
///
/// Times and sizes are asked a hundred times a second, some microseconds a file, rather than the kernel's notices taken: editors save by renaming
/// a new file over the old one, and folders that another machine shares give no notices.
package struct FileStamps: Hashable, Sendable {
  private struct Stamp: Hashable, Sendable {
    /// Seconds and nanoseconds.
    var changed: [Int]
    var size: Int
    var number: UInt64
  }
  private var stamps: [String: Stamp?]

  package init(of paths: [String]) {
    stamps = Dictionary(paths.map { ($0, Self.stamp($0)) }, uniquingKeysWith: { first, _ in first })
  }

  private static func stamp(_ path: String) -> Stamp? {
    var found = stat()
    guard path != "-", unsafe stat(path, &found) == 0 else { return nil }
    return Stamp(changed: [found.st_mtim.tv_sec, found.st_mtim.tv_nsec], size: Int(found.st_size), number: UInt64(found.st_ino))
  }

  /// The stamps of these files, those known before as they were.
  package func keeping(_ paths: [String]) -> FileStamps {
    var copy = self
    copy.stamps = Dictionary(paths.map { ($0, stamps[$0] ?? Self.stamp($0)) }, uniquingKeysWith: { first, _ in first })
    return copy
  }

  package var paths: [String] { stamps.keys.sorted() }

  /// Waits until a file has changed, and until a hundredth of a second has passed without further changes, half a second at most.
  ///
  /// - Throws: when the task is cancelled.
  package func change() async throws {
    let paths = paths
    var last = self
    while last == self {
      try await Task.sleep(for: .milliseconds(10))
      last = FileStamps(of: paths)
    }
    for _ in 0..<50 {
      try await Task.sleep(for: .milliseconds(10))
      let now = FileStamps(of: paths)
      if now == last { return }
      last = now
    }
  }
}
