import Synchronization

/// A value that is read when it is first asked for, by one thread, and kept; so is what hinders it.
final class ReadOnce<Value: Sendable, Failure: Error>: Sendable {
  private let read: @Sendable () throws(Failure) -> Value
  private let result = Mutex<Result<Value, Failure>?>(nil)

  init(_ read: @escaping @Sendable () throws(Failure) -> Value) { self.read = read }

  func value() throws(Failure) -> Value {
    try result.withLock { known in
      let result = known ?? Result(catching: read)
      known = result
      return result
    }.get()
  }
}
