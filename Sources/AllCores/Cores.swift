import Foundation
import Synchronization

/// The cores that this process may take: all of the machine, unless it shares them with others like it.
package enum Cores {
  private static let limit = Atomic(Int.max)

  package static var count: Int { min(ProcessInfo.processInfo.activeProcessorCount, limit.load(ordering: .relaxed)) }

  /// - Parameter count: at least 1. What is made is the same with any number.
  package static func limit(to count: Int) { limit.store(max(1, count), ordering: .relaxed) }
}
