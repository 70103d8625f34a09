/// Numbers for values that recur: equal ones have equal numbers. The value asked for last is known without looking it up.
struct Numbered<Value: Hashable> {
  private var known: [Value: Int] = [:]
  private var last: (value: Value, number: Int)?

  mutating func number(of value: Value) -> Int {
    if let last, last.value == value { return last.number }
    let number = known[value] ?? known.count
    known[value] = number
    last = (value, number)
    return number
  }
}
