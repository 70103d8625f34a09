import Dispatch
import Synchronization

/// What some work gives for each of the numbers below `count`, done side by side on the cores of this process; in the order of the numbers.
package func onAllCores<Output: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Output) -> [Output] {
  let cores = min(count, Cores.count)
  guard cores > 1 else { return (0..<count).map(work) }
  let outputs = Mutex([Output?](repeating: nil, count: count))
  let next = Atomic(0)
  DispatchQueue.concurrentPerform(iterations: cores) { _ in
    while true {
      let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard number < count else { return }
      let output = work(number)
      outputs.withLock { $0[number] = output }
    }
  }
  return outputs.withLock { $0.compactMap { $0 } }
}
