import Diagnostics
import Geometry
package import Scene
import Typesetting

extension BlockSetter {
  /// The rows of a table as boxes: caption, head and first rows stay together, the head is repeated above a row that starts a
  /// page, rows that a cell spans stay on one page, a row that is higher than half a page may be parted between its lines.
  mutating func set(_ table: TableBlock, width: Length, within path: [StructureTag]) -> Flow {
    var flow = Flow()
    if !table.caption.isEmpty {
      flow = nested(table.caption, width: width, within: path)
      for i in flow.boxes.indices.dropFirst() { flow.boxes[i].breakBefore = .infinity }
    }
    let head = TableGrid(table.head, columns: table.columns.count)
    let body = TableGrid(table.rows, columns: table.columns.count)
    let columns = TableColumns(table, head: head, body: body, width: width, typesetter: typesetter)
    report(head.diagnostics + body.diagnostics + columns.diagnostics)
    let tag = tags.tag(.table)
    // A head without a body is none to PDF/UA: its rows are those of the table then.
    let group = tags.tag(table.rows.isEmpty ? .tableBody : .tableHead)
    var heads = boxes(head, table.head, of: table, columns: columns, isHead: true, path: path + [tag, group])
    let bodyTag = tags.tag(.tableBody)
    heads.ruled(width: width, top: table.outerRule, bottom: table.innerRule)
    let continuation = self.continuation(of: table, heads: heads, width: width)
    let start = flow.boxes.count
    if start > 0, !heads.isEmpty { heads[0].spaceBefore = .pt(4.5) }
    flow.boxes += heads
    var rows = boxes(body, table.rows, of: table, columns: columns, isHead: false, path: path + [tag, bodyTag])
    rows.ruled(width: width, top: nil, bottom: table.outerRule)
    for i in rows.indices {
      // Neither a single row under the head nor a single row on the next page.
      let before = i == 1 ? rows[0] : i == rows.count - 1 ? rows[i] : nil
      if i == 0 || before.map({ $0.height.natural < table.rowHeight * 3 }) == true { rows[i].breakBefore = .infinity }
      rows[i].continuation = continuation
    }
    rows.preferOnePage(of: pageHeight)
    flow.boxes += rows
    for i in flow.boxes.indices where i > 0 && i <= start + max(0, heads.count - 1) { flow.boxes[i].breakBefore = .infinity }
    if let anchor = table.anchor, !flow.boxes.isEmpty { flow.boxes[0].anchors.append(anchor) }
    if !table.notes.isEmpty {
      var notes = nested(table.notes, width: width, within: path)
      if !notes.boxes.isEmpty {
        notes.boxes[0].breakBefore = .infinity
        notes.boxes[0].spaceBefore = .pt(4.5)
      }
      flow.append(notes)
    }
    let total = flow.boxes.reduce(Length.zero) { $0 + $1.spaceBefore + $1.height.natural }
    let excess = total.rounded(upTo: grid) - total
    if let last = flow.boxes.indices.last {
      if excess > .zero { flow.boxes[last].padBelow(excess) }
      // So much white may stand below on a page that would not be full.
      flow.boxes[last].height.greatest += grid
    }
    return flow
  }

  /// What stands above the rows on a later page: 续表 with the number, and the head. It is furniture: the head is read once.
  private func continuation(of table: TableBlock, heads: [FlowBox], width: Length) -> [FlowBox] {
    var boxes: [FlowBox] = []
    if let text = table.continuation {
      let line = typesetter.label(text)
      var frame = Frame(size: Size(width: width, height: table.rowHeight))
      line.placed(
        into: &frame, at: Point(x: .zero, y: (table.rowHeight + line.ascent - line.descent) / 2), role: .caption)
      boxes.append(FlowBox(frame))
    }
    return boxes
      + heads.map { head in
        var copy = head
        copy.tags = []
        if case .frame(let frame) = head.content { copy.content = .frame(frame.untagged()) }
        return copy
      }
  }

  /// The rows of the head or the body, without their outer rules.
  private mutating func boxes(
    _ grid: TableGrid, _ rows: [TableBlock.Row], of table: TableBlock, columns: TableColumns, isHead: Bool,
    path: [StructureTag]
  ) -> [FlowBox] {
    var setRows: [[SetCell]] = []
    var rowTags: [StructureTag] = []
    for row in grid.rows {
      rowTags.append(tags.tag(.tableRow))
      setRows.append(row.map { set($0, of: table, columns: columns, isHead: isHead) })
    }
    var heights = setRows.map { row in
      row.filter { $0.place.rows.count == 1 }.reduce(table.rowHeight) { max($0, $1.height(table)) }
    }
    for cell in setRows.joined() where cell.place.rows.count > 1 {
      let rest = cell.height(table) - cell.place.rows.reduce(.zero) { $0 + heights[$1] }
      if rest > .zero { heights[cell.place.rows.upperBound - 1] += rest }
    }
    var result: [FlowBox] = []
    var start = 0
    while start < rows.count {
      var end = start + 1
      while end < rows.count, grid.isSpanned(above: end) { end += 1 }
      let isTooHigh = isTooHigh(heights[start..<end])
      for r in start..<end {
        var drawing = RowDrawing(table: table, columns: columns, heights: heights, isHead: isHead, row: r)
        // Fills under a cell that spans rows are all drawn before it.
        drawing.fills = r == start ? rows[start..<end].map(\.fill) : []
        drawing.centersSpans = !isTooHigh
        let isParted = !isHead && end == start + 1 && pageHeight.map { heights[r] > $0 / 2 } ?? false
        var parts = isParted ? drawing.parted(setRows[r]) : [FlowBox(drawing.whole(setRows[r]))]
        if rows[r].ruleAbove { parts[0].rule(table.innerRule, width: columns.width, atTop: true) }
        for i in parts.indices {
          parts[i].tags = path + [rowTags[r]]
          parts[i].role = .tableCell
        }
        if r > start, !isTooHigh { parts[0].breakBefore = .infinity }
        if let anchor = rows[r].anchor { parts[0].anchors = [anchor] }
        result += parts
      }
      start = end
    }
    return result
  }

  /// Whether rows under one spanning cell are more than a page can hold; they are then parted, and that is reported.
  private mutating func isTooHigh(_ heights: ArraySlice<Length>) -> Bool {
    guard let page = pageHeight, heights.count > 1, heights.reduce(.zero, +) > page else { return false }
    report([
      .warning(
        "table.span-too-high", "\(heights.count) rows that one cell spans are higher than the page",
        hint: "let the cell span fewer rows")
    ])
    return true
  }

  /// Sets the text of one cell.
  private mutating func set(
    _ place: TableGrid.Placement, of table: TableBlock, columns: TableColumns, isHead: Bool
  ) -> SetCell {
    let first = place.columns.lowerBound
    let inner = columns.innerWidth(place.columns)
    let alignment = isHead && place.columns.count > 1 ? .center : table.columns[first].alignment
    var style = table.style
    switch alignment {
    case .start: style.alignment = .start
    case .center: style.alignment = .center
    case .end, .decimal: style.alignment = .end
    }
    let set = typesetter.paragraph(place.cell.text, style: style, width: inner)
    report(set.diagnostics)
    var shift = Length.zero
    if alignment == .decimal, set.value.count == 1, !isHead {
      shift = columns.decimalShift(place.cell.text, column: first, typesetter: typesetter)
    }
    let (across, down) = (place.columns.count, place.rows.count)
    let element: StructureTag.Element =
      isHead
      ? .headerCell(.column, columns: across, rows: down)
      : table.headerColumn && first == 0
        ? .headerCell(.row, columns: across, rows: down) : .dataCell(columns: across, rows: down)
    return SetCell(place: place, lines: set.value, shift: shift, width: inner, tag: tags.tag(element))
  }
}

/// A cell's lines, and the element of the structure tree it is.
private struct SetCell {
  var place: TableGrid.Placement
  var lines: [Line]
  /// Of a cell aligned on the decimal point.
  var shift: Length
  var width: Length
  var tag: StructureTag

  func height(_ table: TableBlock) -> Length {
    table.style.leading * Double(max(1, lines.count)) + (table.rowHeight - table.style.leading)
  }

  /// Some of the lines in a frame, the first one's top `top` below its edge.
  func frame(_ range: Range<Int>, top: Length, height: Length, leading: Length) -> Frame {
    var frame = Frame(size: Size(width: width, height: height))
    var y = top
    for line in lines[range.clamped(to: lines.indices)] {
      line.placed(into: &frame, at: Point(x: shift, y: y + line.frame.baseline), role: .tableCell)
      y += leading
    }
    var tagged = Frame(size: frame.size)
    tagged.group(frame, at: .zero, role: .tableCell, tag: tag)
    return tagged
  }
}

/// Draws one row.
private struct RowDrawing {
  let table: TableBlock
  let columns: TableColumns
  let heights: [Length]
  let isHead: Bool
  let row: Int
  /// Of this row and those below that its cells reach into.
  var fills: [Color?] = []
  /// Whether a cell that spans rows stands in their middle, else at their top.
  var centersSpans = true

  private var leading: Length { table.style.leading }
  private var margin: Length { (table.rowHeight - leading) / 2 }

  /// The row in one frame; cells that span rows reach below it: in the middle of their rows, in the head at their foot.
  func whole(_ cells: [SetCell]) -> Frame {
    var frame = Frame(size: Size(width: columns.width, height: heights[row]))
    var y = Length.zero
    for (i, fill) in fills.enumerated() {
      if let fill { ground(fill, y: y, height: heights[row + i], into: &frame) }
      y += heights[row + i]
    }
    for cell in cells {
      let total = cell.place.rows.reduce(Length.zero) { $0 + heights[$1] }
      let needed = cell.height(table)
      let top = isHead ? total - needed : cell.place.rows.count > 1 && centersSpans ? (total - needed) / 2 : .zero
      frame.merge(
        cell.frame(cell.lines.indices, top: margin, height: needed, leading: leading),
        at: Point(x: columns.left(cell.place.columns.lowerBound), y: top))
      if isHead, cell.place.columns.count > 1, cell.place.rows.upperBound < heights.count {
        spannerRule(cell, y: total, into: &frame)
      }
    }
    return frame
  }

  /// The row line by line, so that a page may end between them; not behind the first one nor before the last one.
  func parted(_ cells: [SetCell]) -> [FlowBox] {
    let count = max(1, cells.map(\.lines.count).max() ?? 1)
    return (0..<count).map { i in
      let top = i == 0 ? margin : .zero
      let height = leading + top + (i == count - 1 ? margin : .zero)
      var frame = Frame(size: Size(width: columns.width, height: height))
      if let fill = fills.first ?? nil { ground(fill, y: .zero, height: height, into: &frame) }
      for cell in cells where i < cell.lines.count {
        frame.merge(
          cell.frame(i..<i + 1, top: top, height: height, leading: leading),
          at: Point(x: columns.left(cell.place.columns.lowerBound), y: .zero))
      }
      var box = FlowBox(frame)
      if i == 1 || i == count - 1 { box.breakBefore = .infinity }
      return box
    }
  }

  private func ground(_ color: Color, y: Length, height: Length, into frame: inout Frame) {
    let size = Size(width: columns.width, height: height)
    frame.place(.shape(Shape(.rect(size, radius: .zero), fill: color)), at: Point(x: .zero, y: y), role: .background)
  }

  /// A thin rule under a head that stands over several columns.
  private func spannerRule(_ cell: SetCell, y: Length, into frame: inout Frame) {
    let size = Size(width: cell.width, height: table.innerRule.width)
    frame.place(
      .shape(Shape(.rect(size, radius: .zero), fill: table.innerRule.color)),
      at: Point(x: columns.left(cell.place.columns.lowerBound), y: y - size.height / 2), role: .background)
  }
}

extension [FlowBox] {
  /// What it costs to part a table between its rows: the more, the less of a page it takes, and more where few rows of many would
  /// stand alone. Nothing for one that no page can hold.
  fileprivate mutating func preferOnePage(of page: Length?) {
    let total = reduce(Length.zero) { $0 + $1.height.natural }
    guard let page, page > .zero, total < page else { return }
    let whole = 40 + 240 * Swift.max(0, 1 - 1.5 * (total / page))
    for i in indices where self[i].breakBefore == 0 {
      self[i].breakBefore = whole + (Swift.min(i, count - i) < 4 ? 60 : 0)
    }
  }

  /// Rules above the first and below the last row.
  fileprivate mutating func ruled(width: Length, top: Stroke?, bottom: Stroke?) {
    guard !isEmpty else { return }
    if let top { self[0].rule(top, width: width, atTop: true) }
    if let bottom { self[count - 1].rule(bottom, width: width, atTop: false) }
  }
}

extension FlowBox {
  /// A rule along the top or bottom edge of a row's frame.
  fileprivate mutating func rule(_ stroke: Stroke, width: Length, atTop: Bool) {
    guard case .frame(var frame) = content else { return }
    let y = (atTop ? .zero : frame.size.height) - stroke.width / 2
    frame.place(
      .shape(Shape(.rect(Size(width: width, height: stroke.width), radius: .zero), fill: stroke.color)),
      at: Point(x: .zero, y: y), role: .background)
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
