import Diagnostics

/// Puts each moment into the bin of a time unit: start as a `time`, and its end.
package struct TimeUnitTransform: Hashable, Sendable {
  package var field: FieldPath
  package var unit: TimeUnit
  package var start: String
  /// Nil leaves the ends out.
  package var end: String?

  /// - Parameter end: `<start>_end` when left out.
  package init(_ unit: TimeUnit, of field: FieldPath, as start: String, end: String? = nil) {
    self.field = field
    self.unit = unit
    self.start = start
    self.end = end ?? start + "_end"
  }

  /// The unit itself, or the one that ``TimeUnit/maxbins`` chooses for the data.
  package func resolved(on table: Table) -> TimeUnit {
    guard let maxbins = unit.maxbins else { return unit }
    let times = table.values(at: field).values.map { momentOf($0) }.filter(\.isFinite)
    var chosen = TimeUnit.fitting(
      from: times.min() ?? 0, to: times.max() ?? 0, maxbins: maxbins, isUTC: unit.isUTC)
    chosen.isBinned = unit.isBinned
    return chosen
  }

  func apply(to table: Table) throws(Diagnostic) -> Warned<Table> {
    try table.require(field)
    let unit = resolved(on: table)
    var result = table
    var findings: [Diagnostic] = []
    let values = table.values(at: field).values
    let starts = values.map { value in
      if !unit.isBinned { return unit.floor(value) }
      let time = momentOf(value)
      return time.isNaN || value.isNull ? .null : DataValue.time(time)
    }
    for (row, (value, start)) in zip(values, starts).enumerated() where start.isNull && !value.isNull {
      findings.append(
        .warning("data.time", "row \(row + 1): “\(value.asText)” in the field “\(field)” is no date"))
    }
    result.set(start, Column(starts))
    if let end {
      result.set(
        end,
        Column(
          starts.map { start in
            if case .time(let time) = start { .time(unit.end(of: time)) } else { .null }
          }))
    }
    return Warned(result, findings)
  }
}
