import Synchronization

/// The files that were asked for, whether they are there or not: what a session watches, and what no output may replace.
package final class AskedFiles: Sendable {
  private let paths = Mutex<Set<String>>([])

  func add(_ path: String) { _ = paths.withLock { $0.insert(path) } }

  /// All that a session has not taken yet, sorted.
  var all: [String] { paths.withLock { $0.sorted() } }

  /// All since the last call, sorted.
  func take() -> [String] {
    paths.withLock { paths in
      defer { paths = [] }
      return paths.sorted()
    }
  }
}
