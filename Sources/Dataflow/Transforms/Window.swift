import Diagnostics

extension Transform {
  /// Values computed for each row from its neighbours in a sorted group.
  package struct Window: Hashable, Sendable {
    package enum Op: Hashable, Sendable {
      case rowNumber, rank, denseRank, percentRank, cumeDist, ntile, lag, lead, firstValue, lastValue, nthValue
      case previousValue, nextValue
      case aggregate(AggregateOp)

      /// Reads Vega's names, such as `row_number` and `sum`.
      package init?(name: String) {
        if let op = Self.named.first(where: { $0.name == name })?.op {
          self = op
        } else if let op = AggregateOp(rawValue: name) {
          self = .aggregate(op)
        } else {
          return nil
        }
      }
      private static let named: [(name: String, op: Op)] = [
        ("row_number", .rowNumber), ("rank", .rank), ("dense_rank", .denseRank), ("percent_rank", .percentRank),
        ("cume_dist", .cumeDist), ("ntile", .ntile), ("lag", .lag), ("lead", .lead), ("first_value", .firstValue),
        ("last_value", .lastValue), ("nth_value", .nthValue), ("prev_value", .previousValue),
        ("next_value", .nextValue),
      ]
      package static let names: [String] = named.map(\.name) + AggregateOp.allCases.map(\.rawValue)

      package var name: String {
        if case .aggregate(let op) = self { return op.rawValue }
        return Self.named.first { $0.op == self }?.name ?? ""
      }

      var needsField: Bool {
        switch self {
        case .rowNumber, .rank, .denseRank, .percentRank, .cumeDist, .ntile, .aggregate(.count): false
        default: true
        }
      }
    }

    package struct Output: Hashable, Sendable {
      package var op: Op
      package var field: FieldPath?
      /// Of `ntile`, `lag`, `lead` and `nth_value`; 1 when left out (`ntile` needs it).
      package var parameter: Double?
      package var name: String
      package init(_ op: Op, of field: FieldPath? = nil, parameter: Double? = nil, as name: String) {
        self.op = op
        self.field = field
        self.parameter = parameter
        self.name = name
      }
    }

    package var outputs: [Output]
    package var groupBy: [FieldPath]
    package var sort: [SortField]
    /// How many rows before and after the current one the aggregates see; nil is all of that side.
    package var before: Int?
    package var after: Int?
    /// Whether rows that tie in the sort are treated one by one.
    package var ignorePeers: Bool

    package init(
      _ outputs: [Output], groupBy: [FieldPath] = [], sort: [SortField] = [], before: Int? = nil, after: Int? = 0,
      ignorePeers: Bool = false
    ) {
      self.outputs = outputs
      self.groupBy = groupBy
      self.sort = sort
      // Vega takes the size of a frame's bounds and drops their signs.
      self.before = before.map { abs($0) }
      self.after = after.map { abs($0) }
      self.ignorePeers = ignorePeers
    }

    func apply(to table: Table) throws(Diagnostic) -> Table {
      for key in groupBy { try table.require(key) }
      for field in sort { try table.require(field.field) }
      for output in outputs {
        if let field = output.field {
          try table.require(field)
        } else if output.op.needsField {
          throw .error("transform.window", "“\(output.op.name)” needs a field")
        }
        if output.op == .ntile, (output.parameter ?? 0) <= 0 {
          throw .error("transform.window", "“ntile” needs a positive param")
        }
      }
      let comparison = RowComparison(table, sort)
      var cells = outputs.map { _ in [DataValue](repeating: .null, count: table.rowCount) }
      let columns = outputs.map { output in output.field.map { table.values(at: $0) } }
      for group in Partition(table, by: groupBy).groups {
        let rows = table.order(group, by: sort)
        let frame = WindowFrame(self, rows, comparison)
        for (place, output) in outputs.enumerated() {
          let values = columns[place].map { column in rows.map { column[$0] } }
          let results = frame.results(of: output, values) { .object(table.record(rows[$0])) }
          for (index, row) in rows.enumerated() { cells[place][row] = results[index] }
        }
      }
      var result = table
      for (output, column) in zip(outputs, cells) { result.set(output.name, Column(column)) }
      return result
    }
  }
}

/// The rows of one sorted group, and what each row sees of them.
private struct WindowFrame {
  private let count: Int
  /// Rows that tie in the sort belong to one peer group: its first and last place, by row.
  private let firstPeer: [Int]
  private let lastPeer: [Int]
  /// The places that each row's aggregates see.
  private let bounds: [Range<Int>]

  init(_ window: Transform.Window, _ rows: [Int], _ comparison: RowComparison) {
    count = rows.count
    var first = Array(rows.indices)
    var last = first
    if !comparison.isEmpty {
      for i in rows.indices.dropFirst() where comparison.compare(rows[i - 1], rows[i]) == 0 { first[i] = first[i - 1] }
      for i in rows.indices.dropLast().reversed() where first[i + 1] == first[i] { last[i] = last[i + 1] }
    }
    firstPeer = first
    lastPeer = last
    let spansPeers = !comparison.isEmpty && !window.ignorePeers
    bounds = rows.indices.map { i in
      var low = window.before.map { max(0, i - $0) } ?? 0
      var high = window.after.map { min(rows.count, i + $0 + 1) } ?? rows.count
      if spansPeers {
        low = first[low]
        high = last[high - 1] + 1
      }
      return low..<high
    }
  }

  func results(
    of output: Transform.Window.Output, _ values: [DataValue]?, row: (Int) -> DataValue
  ) -> [DataValue] {
    let n = Double(count)
    let parameter = output.parameter.flatMap { $0.isFinite && abs($0) < 1e9 ? Int($0) : nil } ?? 1
    func value(_ place: Int) -> DataValue {
      guard let values, values.indices.contains(place) else { return .null }
      return values[place]
    }
    func each(_ number: (Int) -> Double) -> [DataValue] { (0..<count).map { .number(number($0)) } }
    switch output.op {
    case .rowNumber: return each { Double($0 + 1) }
    case .rank: return each { Double(firstPeer[$0] + 1) }
    case .percentRank: return each { Double(firstPeer[$0]) / (n - 1) }
    case .denseRank:
      var rank = 0.0
      return each { place in
        if firstPeer[place] == place { rank += 1 }
        return rank
      }
    case .cumeDist: return each { Double(lastPeer[$0] + 1) / n }
    case .ntile:
      let tiles = (output.parameter ?? 1).rounded(.towardZero)
      return each { (tiles * (Double(lastPeer[$0] + 1) / n)).rounded(.up) }
    case .lag: return (0..<count).map { value($0 - parameter) }
    case .lead: return (0..<count).map { value($0 + parameter) }
    case .firstValue: return bounds.map { value($0.lowerBound) }
    case .lastValue: return bounds.map { $0.isEmpty ? .null : value($0.upperBound - 1) }
    case .nthValue:
      return bounds.map { $0.lowerBound + parameter - 1 < $0.upperBound ? value($0.lowerBound + parameter - 1) : .null }
    case .previousValue:
      var held = DataValue.null
      return (0..<count).map { place in
        if !value(place).isNull { held = value(place) }
        return held
      }
    case .nextValue:
      var held = DataValue.null
      return (0..<count).reversed().map { place in
        if !value(place).isNull { held = value(place) }
        return held
      }.reversed()
    case .aggregate(let op): return aggregates(op, values, row)
    }
  }

  private func aggregates(_ op: AggregateOp, _ values: [DataValue]?, _ row: (Int) -> DataValue) -> [DataValue] {
    if op == .count { return bounds.map { .number(Double($0.count)) } }
    guard let values else { return bounds.map { _ in .null } }
    var results: [DataValue] = []
    results.reserveCapacity(count)
    if var running = RunningSummary(op) {
      var seen = 0..<0
      for (place, frame) in bounds.enumerated() {
        if place == 0 { seen = frame.lowerBound..<frame.lowerBound }
        for i in seen.upperBound..<max(seen.upperBound, frame.upperBound) { running.add(values[i]) }
        for i in seen.lowerBound..<frame.lowerBound { running.remove(values[i]) }
        seen = frame
        results.append(running.value)
      }
      return results
    }
    var last: (frame: Range<Int>, value: DataValue)?
    for frame in bounds {
      if let last, last.frame == frame {
        results.append(last.value)
        continue
      }
      let value = Summary(Array(values[frame])).value(of: op) { row(frame.lowerBound + $0) }
      last = (frame, value)
      results.append(value)
    }
    return results
  }
}
