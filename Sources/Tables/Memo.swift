/// What was made of texts that recur in a table: each is made once. Shared by the copies of what holds it, by one thread.
final class Memo<Key: Hashable, Value> {
  private var known: [Key: Value] = [:]

  func value(of key: Key, _ make: () -> Value) -> Value {
    if let value = known[key] { return value }
    let value = make()
    known[key] = value
    return value
  }
}
