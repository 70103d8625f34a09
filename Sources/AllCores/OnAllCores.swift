import Dispatch
import Synchronization

/// What some work gives for each of the numbers below `count`, done side by side on all cores; in the order of the numbers.
package func onAllCores<Output: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Output) -> [Output] {
  guard count > 1 else { return (0..<count).map(work) }
  let outputs = Mutex([Output?](repeating: nil, count: count))
  DispatchQueue.concurrentPerform(iterations: count) { number in
    let output = work(number)
    outputs.withLock { $0[number] = output }
  }
  return outputs.withLock { $0.compactMap { $0 } }
}
