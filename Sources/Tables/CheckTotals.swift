import Articles
import Diagnostics
import Indicators
import Lingua

extension TableReading {
  /// Rows of totals against the rows they sum up, in exact arithmetic: each figure may be off by half its last digit.
  func checkTotals(_ maker: FigureMaker, _ rows: [TableRow], _ columns: [TableColumn], _ context: TableContext) -> [Diagnostic] {
    let totals = rows.indices.filter { rows[$0].isTotal && rows[$0].indent == 0 }
    guard totals.count == 1, let total = totals.first else { return [] }
    let parts = rows.indices.filter {
      $0 != total && !rows[$0].isSection && rows[$0].parent == nil && !rows[$0].isSubtotal && rows[$0].head.time == nil
        && !beginsWithSubtotal(rows[$0].head.key)
    }
    // A total that is the last row sums what is above it, one that is the first what is below.
    guard parts.count > 1, parts.allSatisfy({ $0 < total }) || parts.allSatisfy({ $0 > total }) else { return [] }
    var findings: [Diagnostic] = []
    // Of several partners only the largest are listed: all columns fall short, by more than the smallest row.
    var isPartial = true
    for position in columns.indices {
      guard let whole = maker.places[total][position].map({ maker.made[$0] }), whole.kind == .level, isAdditive(whole) else { continue }
      let figures = parts.compactMap { maker.places[$0][position].map { maker.made[$0] } }
      guard figures.count == parts.count, figures.allSatisfy({ $0.unit == whole.unit && $0.kind == .level }) else { continue }
      var sum = Rational.zero
      var room = whole.value.halfDigit
      for figure in figures {
        guard let next = sum.adding(figure.value.rational), let wider = room.adding(figure.value.halfDigit) else { return findings }
        sum = next
        room = wider
      }
      guard let gap = sum.subtracting(whole.value.rational) else { continue }
      let size = gap < .zero ? gap.negated : gap
      let least = figures.map(\.value.rational).min() ?? .zero
      if size <= room || .zero < gap || size < least { isPartial = false }
      guard room < size, let stated = ExactNumber(sum) else { continue }
      let cell = grid.table.cells[whole.cell]
      findings.append(
        .warning(
          "table.total",
          "the total “\(cell.text)” of “\(columns[position].path.joined(separator: " / "))” is not the sum of its \(figures.count) parts, \(stated)",
          at: SourceSpan(document: article.id, range: cell.range, start: lines.position(of: cell.range.lowerBound)),
          hint: "compare the table with its source"))
    }
    return isPartial ? [] : findings
  }

  /// Sub-total food and drink.
  private func beginsWithSubtotal(_ key: String) -> Bool { grid.words.phrases(.subtotals).contains { key.hasPrefix($0.key) } }

  /// Counts and amounts add up; averages, rates and indices do not.
  private func isAdditive(_ figure: MadeFigure) -> Bool {
    !["%", "‰", ""].contains(figure.unit) && !figure.unit.contains("/") && !grid.words.names(.notAdditive, in: figure.name)
  }
}
