import Diagnostics
import Geometry
import Scene
import Typesetting

/// Where a table's columns stand, in points from its left edge.
struct TableColumns {
  let width: Length
  let widths: [Length]
  let diagnostics: [Diagnostic]
  private let padding: Length
  private let lefts: [Length]
  /// For decimal columns: the widest part after the whole numbers.
  private let fractions: [Length]

  /// A column is no narrower than this, or than its content on one line: narrower ones have a character or two on each line.
  private static let leastCharacters = 4.0

  /// Each column wants what its widest cell needs on one line, at most the table's width, and needs what cannot be parted.
  /// What is left over is shared in proportion to what is wanted; a shortfall in proportion to what each can give, by the long
  /// columns where they can bear it all, and so that the rows take the fewest lines.
  init(_ table: TableBlock, head: TableGrid, body: TableGrid, width: Length, typesetter: Typesetter) {
    let count = table.columns.count
    var wanted = [Length](repeating: .zero, count: count)
    var needed = [Length](repeating: .zero, count: count)
    var fractions = [Length](repeating: .zero, count: count)
    var wholes = [Length](repeating: .zero, count: count)
    var spanning: [(columns: Range<Int>, wanted: Length, needed: Length)] = []
    var texts = RowTexts(columns: count)
    for (isHead, cell) in head.rows.joined().map({ (true, $0) }) + body.rows.joined().map({ (false, $0) }) {
      let natural = typesetter.label(cell.cell.text).width
      let size = cell.cell.text.spans.first?.style.size ?? .zero
      let least = max(
        typesetter.leastMeasure(of: cell.cell.text, style: table.style),
        min(natural, size * TableColumns.leastCharacters))
      guard cell.columns.count == 1 else {
        spanning.append((cell.columns, natural, least))
        continue
      }
      let column = cell.columns.lowerBound
      if !isHead { texts.add(natural, row: cell.rows.lowerBound, column: column) }
      wanted[column] = max(wanted[column], natural)
      needed[column] = max(needed[column], least)
      if table.columns[column].alignment == .decimal, !isHead {
        let fraction = TableColumns.fractionWidth(cell.cell.text, typesetter: typesetter)
        fractions[column] = max(fractions[column], fraction)
        wholes[column] = max(wholes[column], natural - fraction)
      }
    }
    let padding = table.cellPadding
    func paddings(_ columns: Range<Int>) -> Length {
      padding * Double(columns.count * 2 - (columns.lowerBound == 0 ? 1 : 0) - (columns.upperBound == count ? 1 : 0))
    }
    for i in 0..<count {
      let column = table.columns[i]
      let aligned = wholes[i] + fractions[i]
      let around = paddings(i..<i + 1)
      wanted[i] = min(max(max(wanted[i], aligned) + around, column.least), min(column.greatest, width))
      needed[i] = min(max(max(needed[i], aligned) + around, column.least), wanted[i])
    }
    for span in spanning {
      TableColumns.widen(&wanted, span.columns, to: min(width, span.wanted + paddings(span.columns)))
      TableColumns.widen(&needed, span.columns, to: min(width, span.needed + paddings(span.columns)))
    }
    let growable = zip(wanted, table.columns).map { $0 < $1.greatest ? $0 : .zero }
    let shared = TableColumns.share(width, wanted: wanted, needed: needed, growable: growable)
    diagnostics = shared.1
    // A number is not parted for the sake of words beside it.
    let floors = table.columns.indices.map { i in
      table.columns[i].alignment == .end || table.columns[i].alignment == .decimal
        ? min(wanted[i], shared.0[i]) : min(needed[i], shared.0[i])
    }
    widths = texts.widths(fewestLinesFrom: shared.0, wanted: wanted, floors: floors, around: (0..<count).map { paddings($0..<$0 + 1) })
    var lefts: [Length] = []
    var x = Length.zero
    for width in widths {
      lefts.append(x)
      x += width
    }
    self.width = width
    self.padding = padding
    self.lefts = lefts
    self.fractions = fractions
  }

  /// Gives the columns under a spanning cell together at least `total`, each in proportion to its width.
  private static func widen(_ widths: inout [Length], _ columns: Range<Int>, to total: Length) {
    let sum = columns.reduce(Length.zero) { $0 + widths[$1] }
    guard sum < total else { return }
    for i in columns {
      widths[i] = sum > .zero ? widths[i] * (total / sum) : total / Double(columns.count)
    }
  }

  private static func share(
    _ width: Length, wanted: [Length], needed: [Length], growable: [Length]
  ) -> ([Length], [Diagnostic]) {
    let total = wanted.reduce(.zero, +)
    let least = zip(wanted, needed).map { min($0, $1) }
    let floor = least.reduce(.zero, +)
    if total <= width {
      let base = growable.reduce(.zero, +)
      guard base > .zero else { return (wanted, []) }
      return (zip(wanted, growable).map { $0 + $1 * ((width - total) / base) }, [])
    }
    let cap = self.cap(wanted, to: width)
    let kept = zip(wanted, least).map { $0 <= cap ? $0 : max($1, cap / 2) }
    for floors in [kept, least] {
      let floor = floors.reduce(.zero, +)
      guard floor <= width else { continue }
      let share = (width - floor) / (total - floor)
      return (zip(wanted, floors).map { $1 + ($0 - $1) * share }, [])
    }
    let points = (floor.points * 10).rounded() / 10
    return (
      least.map { $0 * (width / floor) },
      [
        .warning(
          "table.too-narrow", "the table needs \(points) pt and has \((width.points * 10).rounded() / 10) pt",
          hint: "leave out a column, shorten the cells or give the table a page of its own")
      ]
    )
  }

  /// The width at which the widest columns would all be cut so that the table fits: found from the narrowest up. Narrower ones are
  /// short texts, which should stay on one line.
  private static func cap(_ wanted: [Length], to width: Length) -> Length {
    var rest = width
    var left = wanted.count
    for want in wanted.sorted() {
      let share = rest / Double(max(1, left))
      if want > share { return share }
      rest -= want
      left -= 1
    }
    return width
  }

  func left(_ column: Int) -> Length { lefts[column] + (column == 0 ? .zero : padding) }

  /// The outer columns' text stands flush with the table's edges.
  func innerWidth(_ columns: Range<Int>) -> Length {
    let all = columns.reduce(Length.zero) { $0 + widths[$1] }
    let left = columns.lowerBound == 0 ? Length.zero : padding
    let right = columns.upperBound == widths.count ? Length.zero : padding
    return max(.pt(1), all - left - right)
  }

  /// How far a right-aligned cell moves so that its decimal point stands under the others'; never positive.
  func decimalShift(_ text: StyledText, column: Int, typesetter: Typesetter) -> Length {
    TableColumns.fractionWidth(text, typesetter: typesetter) - fractions[column]
  }

  /// What stands behind the digits before the decimal point: .25, %, .5 亿元, a note mark. Zero where there is no digit.
  private static func fractionWidth(_ text: StyledText, typesetter: Typesetter) -> Length {
    let end = endOfWholePart(Array(text.plainText.unicodeScalars))
    let head = text.prefix(end)
    return typesetter.label(text).width - typesetter.label(head).width
  }
}

/// How wide each cell of a table's first rows is on one line.
private struct RowTexts {
  /// What these rows take tells enough of a long table.
  private static let most = 300
  private static let step = Length.pt(4.5)

  private var rows: [[Length]] = []
  private let columns: Int

  init(columns: Int) { self.columns = columns }

  mutating func add(_ natural: Length, row: Int, column: Int) {
    guard row < RowTexts.most else { return }
    while rows.count <= row { rows.append([Length](repeating: .zero, count: columns)) }
    rows[row][column] = max(rows[row][column], natural)
  }

  /// Widths of the same sum at which the rows take fewer lines, found by steps from one column to another while that gains; a
  /// column stays between its floor and what it wants.
  func widths(fewestLinesFrom start: [Length], wanted: [Length], floors: [Length], around: [Length]) -> [Length] {
    var widths = start
    let long = start.indices.filter { start[$0] < wanted[$0] }
    guard !long.isEmpty, start.count > 1 else { return start }
    var best = lines(widths, around)
    for _ in 0..<64 {
      var better: (lines: Int, widths: [Length])?
      for giver in start.indices {
        for taker in long where taker != giver {
          // A few steps at once: one alone may gain nothing.
          for steps in [1.0, 2, 4, 8] {
            var next = widths
            next[giver] -= RowTexts.step * steps
            next[taker] += RowTexts.step * steps
            guard next[giver] >= floors[giver], next[taker] <= wanted[taker] + RowTexts.step else { continue }
            let count = lines(next, around)
            if count < better?.lines ?? best { better = (count, next) }
          }
        }
      }
      guard let better else { break }
      (best, widths) = better
    }
    return widths
  }

  /// - Parameter around: the padding of each column's cells.
  private func lines(_ widths: [Length], _ around: [Length]) -> Int {
    rows.reduce(0) { sum, row in
      sum
        + (row.indices.map { column in
          let inner = widths[column] - around[column]
          // Lines do not end where the column does: a twelfth of each is lost.
          guard row[column] > inner, inner > .zero else { return 1 }
          return Int((row[column] / (inner * 0.92)).rounded(.up))
        }.max() ?? 1)
    }
  }
}
