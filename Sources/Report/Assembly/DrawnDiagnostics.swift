import Diagnostics
import Synchronization

/// Gathers what figures report while they are drawn, which happens after their pages are known.
final class DrawnDiagnostics: Sendable {
  private let found = Mutex<[Diagnostic]>([])

  func add(_ diagnostics: [Diagnostic]) {
    guard !diagnostics.isEmpty else { return }
    found.withLock { $0 += diagnostics }
  }

  /// Each finding once, in the order of drawing.
  var all: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return found.withLock { $0 }.filter { seen.insert($0).inserted }
  }
}
