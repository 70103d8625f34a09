import Diagnostics
import Geometry
package import Scene
import Typesetting

extension BlockSetter {
  /// The rows of a table as boxes: head and first row stay together, the head is repeated above a row that starts a page.
  mutating func set(_ table: TableBlock, width: Length, within path: [StructureTag]) -> Flow {
    var flow = Flow()
    if !table.caption.isEmpty {
      flow = self.flow(table.caption, width: width, within: path)
      for i in flow.boxes.indices.dropFirst() { flow.boxes[i].breakBefore = .infinity }
    }
    let columns = TableColumns(table, width: width, typesetter: typesetter)
    let tag = tags.tag(.table)
    let head = tags.tag(.tableHead)
    let body = tags.tag(.tableBody)
    var heads: [FlowBox] = []
    for (i, row) in table.head.enumerated() {
      var box = self.box(row, of: table, columns: columns, isHead: true, path: path + [tag, head])
      box.ruled(width: width, top: i == 0 ? table.outerRule : nil, bottom: i == table.head.count - 1 ? table.innerRule : nil)
      heads.append(box)
    }
    var continuation: [FlowBox] = []
    if let text = table.continuation {
      let line = typesetter.label(text)
      var frame = Frame(size: Size(width: width, height: table.rowHeight))
      line.placed(
        into: &frame, at: Point(x: .zero, y: (table.rowHeight + line.ascent - line.descent) / 2), role: .caption)
      continuation.append(FlowBox(frame))
    }
    // The head drawn again is furniture: it is read once.
    continuation += heads.map { head in
      var copy = head
      copy.tags = []
      if case .frame(let frame) = head.content { copy.content = .frame(frame.untagged()) }
      return copy
    }
    let start = flow.boxes.count
    if start > 0, !heads.isEmpty { heads[0].spaceBefore = .pt(4.5) }
    flow.boxes += heads
    for (i, row) in table.rows.enumerated() {
      var box = self.box(row, of: table, columns: columns, isHead: false, path: path + [tag, body])
      box.ruled(
        width: width, top: row.ruleAbove ? table.innerRule : nil, bottom: i == table.rows.count - 1 ? table.outerRule : nil)
      // Neither a single row under the head nor a single row on the next page.
      box.breakBefore = i == 0 || i == 1 || i == table.rows.count - 1 ? .infinity : 0
      box.continuation = continuation
      flow.boxes.append(box)
    }
    for i in flow.boxes.indices where i > 0 && i <= start + max(0, heads.count - 1) { flow.boxes[i].breakBefore = .infinity }
    if let anchor = table.anchor, !flow.boxes.isEmpty { flow.boxes[0].anchors.append(anchor) }
    if !table.notes.isEmpty {
      var notes = self.flow(table.notes, width: width, within: path)
      for i in notes.boxes.indices { notes.boxes[i].breakBefore = .infinity }
      if !notes.boxes.isEmpty { notes.boxes[0].spaceBefore = .pt(4.5) }
      flow.append(notes)
    }
    let total = flow.boxes.reduce(Length.zero) { $0 + $1.spaceBefore + $1.height.natural }
    let excess = total.rounded(upTo: grid) - total
    if excess > .zero, let last = flow.boxes.indices.last { flow.boxes[last].padBelow(excess) }
    return flow
  }

  private mutating func box(
    _ row: TableBlock.Row, of table: TableBlock, columns: TableColumns, isHead: Bool, path: [StructureTag]
  ) -> FlowBox {
    let rowTag = tags.tag(.tableRow)
    var cells: [(frame: Frame, x: Length)] = []
    var height = table.rowHeight
    var column = 0
    for cell in row.cells {
      guard column < columns.widths.count else { break }
      let last = min(columns.widths.count, column + max(1, cell.columns))
      let inner = columns.innerWidth(column..<last)
      let alignment = isHead && last - column > 1 ? .center : table.columns[column].alignment
      var style = table.style
      switch alignment {
      case .start: style.alignment = .start
      case .center: style.alignment = .center
      case .end, .decimal: style.alignment = .end
      }
      let set = typesetter.paragraph(cell.text, style: style, width: inner)
      report(set.diagnostics)
      let lines = set.value
      let needed = style.leading * Double(max(1, lines.count)) + (table.rowHeight - style.leading)
      height = max(height, needed)
      var frame = Frame(size: Size(width: inner, height: needed))
      var y = (table.rowHeight - style.leading) / 2
      var shift = Length.zero
      if alignment == .decimal, lines.count == 1, !isHead {
        shift = columns.decimalShift(cell.text, column: column, typesetter: typesetter)
      }
      for line in lines {
        line.placed(into: &frame, at: Point(x: shift, y: y + line.frame.baseline), role: .tableCell)
        y += style.leading
      }
      let element: StructureTag.Element =
        isHead
        ? .headerCell(.column, columns: last - column, rows: 1)
        : table.headerColumn && column == 0 ? .headerCell(.row, columns: 1, rows: 1) : .dataCell(columns: last - column, rows: 1)
      var tagged = Frame(size: frame.size)
      tagged.group(frame, at: .zero, role: .tableCell, tag: tags.tag(element))
      cells.append((tagged, columns.left(column)))
      column = last
    }
    var frame = Frame(size: Size(width: columns.width, height: height))
    if let fill = row.fill {
      frame.place(.shape(Shape(.rect(frame.size, radius: .zero), fill: fill)), at: .zero, role: .background)
    }
    for cell in cells {
      let y = isHead ? height - cell.frame.size.height : Length.zero
      frame.merge(cell.frame, at: Point(x: cell.x, y: y))
    }
    var box = FlowBox(frame)
    box.tags = path + [rowTag]
    box.role = .tableCell
    if let anchor = row.anchor { box.anchors = [anchor] }
    return box
  }
}

/// Where a table's columns stand.
struct TableColumns {
  let width: Length
  let widths: [Length]
  private let padding: Length
  private let lefts: [Length]
  /// For decimal columns: the widest part after the point.
  private let fractions: [Length]

  /// Each column gets what its widest cell needs; when that is too much, the widest columns are cut to one common width;
  /// when it is less, what is left is shared in proportion.
  init(_ table: TableBlock, width: Length, typesetter: Typesetter) {
    let count = table.columns.count
    var natural = [Length](repeating: .zero, count: count)
    var fractions = [Length](repeating: .zero, count: count)
    var wholes = [Length](repeating: .zero, count: count)
    for (isHead, row) in table.head.map({ (true, $0) }) + table.rows.map({ (false, $0) }) {
      var column = 0
      for cell in row.cells where column < count {
        if cell.columns == 1 {
          let cellWidth = typesetter.label(cell.text).width
          natural[column] = max(natural[column], cellWidth)
          if table.columns[column].alignment == .decimal, !isHead {
            let fraction = TableColumns.fractionWidth(cell.text, typesetter: typesetter)
            fractions[column] = max(fractions[column], fraction)
            wholes[column] = max(wholes[column], cellWidth - fraction)
          }
        }
        column += max(1, cell.columns)
      }
    }
    let padding = table.cellPadding
    var needs: [Length] = []
    for i in 0..<count {
      let content = max(natural[i], wholes[i] + fractions[i])
      needs.append(min(max(content + padding * 2, table.columns[i].least), table.columns[i].greatest))
    }
    let total = needs.reduce(.zero, +)
    if total > width {
      let cap = TableColumns.cap(needs, to: width)
      needs = needs.map { min($0, cap) }
    } else if total > .zero {
      let growable = zip(needs, table.columns).map { $0 < $1.greatest ? $0 : .zero }
      let base = growable.reduce(.zero, +)
      if base > .zero {
        let share = (width - total) / base
        needs = zip(needs, growable).map { $0 + $1 * share }
      }
    }
    var lefts: [Length] = []
    var x = Length.zero
    for need in needs {
      lefts.append(x)
      x += need
    }
    self.width = width
    self.widths = needs
    self.padding = padding
    self.lefts = lefts
    self.fractions = fractions
  }

  /// The width at which the widest columns are cut so that all fit: found from the narrowest up.
  private static func cap(_ needs: [Length], to width: Length) -> Length {
    var rest = width
    var left = needs.count
    for need in needs.sorted() {
      let share = rest / Double(max(1, left))
      if need > share { return share }
      rest -= need
      left -= 1
    }
    return width
  }

  /// What stands after the decimal point, the point included; zero where there is none.
  private static func fractionWidth(_ text: StyledText, typesetter: Typesetter) -> Length {
    guard let span = text.spans.first, let point = span.text.unicodeScalars.firstIndex(of: ".") else { return .zero }
    var tail = text
    tail.spans[0].text = String(span.text.unicodeScalars[point...])
    return typesetter.label(tail).width
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
}

extension FlowBox {
  /// Rules along the edges of a row's frame.
  fileprivate mutating func ruled(width: Length, top: Stroke?, bottom: Stroke?) {
    guard case .frame(var frame) = content else { return }
    func rule(_ stroke: Stroke, y: Length) {
      frame.place(
        .shape(Shape(.rect(Size(width: width, height: stroke.width), radius: .zero), fill: stroke.color)),
        at: Point(x: .zero, y: y - stroke.width / 2), role: .background)
    }
    if let top { rule(top, y: .zero) }
    if let bottom { rule(bottom, y: frame.size.height) }
    content = .frame(frame)
  }

  mutating func padBelow(_ space: Length) {
    height = .init(least: height.least + space, natural: height.natural + space, greatest: height.greatest + space)
    switch content {
    case .frame(var frame):
      frame.size.height += space
      content = .frame(frame)
    case .elastic(let draw):
      content = .elastic { draw($0 - space) }
    }
  }
}

extension Frame {
  /// The same drawing without structure elements and names: an artifact.
  package func untagged() -> Frame {
    var copy = Frame(size: size, baseline: baseline)
    for placed in items {
      switch placed.item {
      case .group(var group):
        group.tag = nil
        group.frame = group.frame.untagged()
        copy.place(.group(group), at: placed.origin, role: placed.role)
      case .anchor, .link: continue
      default: copy.place(placed.item, at: placed.origin, role: placed.role)
      }
    }
    return copy
  }
}
