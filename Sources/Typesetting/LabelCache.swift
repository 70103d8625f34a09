import Synchronization

/// Labels already set; charts ask for the same ones again while they fit their parts.
final class LabelCache: Sendable {
  private let lines = Mutex<[StyledText: Line]>([:])
  private static let capacity = 8192

  subscript(text: StyledText) -> Line? {
    get { lines.withLock { $0[text] } }
    set {
      lines.withLock {
        if $0.count >= LabelCache.capacity { $0.removeAll(keepingCapacity: true) }
        $0[text] = newValue
      }
    }
  }
}
