import Scales

/// One field of all rows.
package struct Column: Hashable, Sendable {
  package var values: [DataValue]
  /// Numbers as their source wrote them (`12.50`), by row, where this differs from the shortest form; empty for what
  /// was computed.
  package var written: [Int: String]

  package init(_ values: [DataValue], written: [Int: String] = [:]) {
    self.values = values
    self.written = written
  }
  package init(numbers: [Double]) { self.init(numbers.map { .number($0) }) }
  package init(repeating value: DataValue, count: Int) { self.init(Array(repeating: value, count: count)) }

  package var count: Int { values.count }
  package subscript(row: Int) -> DataValue { values[row] }

  /// The digits of a row's number for a label: as written, else the shortest; nil where there is no finite number. A number of
  /// more than nine digits that nobody wrote is a quotient or a sum of doubles, and has four.
  package func digits(at row: Int) -> String? {
    guard case .number(let value) = values[row], value.isFinite else { return nil }
    if let written = written[row] { return written }
    if value == value.rounded(), abs(value) < 1e9 { return String(Int(value)) }
    let exact = DecimalDigits(written: value)
    guard exact.digits.count > 9 else { return numberText(value, exact) }
    let rounded = exact.rounded(toPlaces: max(0, 3 - exact.exponent))
    return (value < 0 && !rounded.isZero ? "-" : "") + rounded.fixed(places: rounded.places)
  }

  /// The cells of `rows`, in that order; a nil row is undefined.
  func gathered(_ rows: [Int]) -> Column {
    var copy = Column(rows.map { values[$0] })
    if !written.isEmpty {
      for (place, row) in rows.enumerated() { if let digits = written[row] { copy.written[place] = digits } }
    }
    return copy
  }

  /// What the cells hold, nulls left aside.
  package enum Kind: Hashable, Sendable { case empty, number, text, time, boolean, list, object, mixed }

  /// Linear in the number of rows.
  package var kind: Kind {
    var kind = Kind.empty
    for value in values {
      let own: Kind
      switch value {
      case .null, .undefined: continue
      case .number: own = .number
      case .text: own = .text
      case .time: own = .time
      case .boolean: own = .boolean
      case .list: own = .list
      case .object: own = .object
      }
      if kind == .empty { kind = own } else if kind != own { return .mixed }
    }
    return kind
  }
}
