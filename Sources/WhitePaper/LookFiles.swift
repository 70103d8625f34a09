import Diagnostics
import Grammar
import Synchronization

/// The shipped looks of charts as they were read, each when it is first asked for: a hundred charts read theirs once.
final class LookFiles: Sendable {
  private let looks = Mutex<[String: Config]>([:])

  func look(_ name: String, read: () throws(Diagnostics) -> Config) throws(Diagnostics) -> Config {
    if let known = looks.withLock({ $0[name] }) { return known }
    let look = try read()
    looks.withLock { $0[name] = look }
    return look
  }
}
