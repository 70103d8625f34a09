import Charts
import Diagnostics
import Geometry
import Report
import Scene

/// Native tables: the report's own, and the data of figures; long ones go on under a repeated head.
extension SlidesWriter {
  private struct Grid {
    var head: [[TextPiece]]
    var alignments: [String]
    var rows: [[[TextPiece]]]
    var widths: [Length]
  }

  mutating func write(_ table: ReportTable) {
    finishFlow()
    anchor(table.anchor)
    let label = table.anchor.flatMap { manuscript.labels[$0] }
    let grid = Grid(
      head: table.columns.map { read($0.head) },
      alignments: table.columns.map { column in
        switch column.alignment {
        case .start: "l"
        case .center: "ctr"
        case .end, .decimal: "r"
        }
      }, rows: table.rows.map { row in row.cells.map(read) }, widths: [])
    write(grid, title: table.title, caption: label, note: table.note.map(read), anchors: table.rows.map(\.anchor))
  }

  /// - Parameter caption: above the table.
  mutating func write(_ table: FigureTable, title: String, caption: String) {
    let table = table.crossed() ?? table
    let most = 60
    let rows = table.rows.prefix(most)
    var note: [TextPiece]?
    if table.rows.count > most {
      note = [TextPiece(manuscript.vocabulary.rows(most, of: table.rows.count))]
      findings.append(
        .note(
          "slides.data-cut", "“\(title)” has \(table.rows.count) rows; the slides list \(most)", at: nil,
          hint: "write an .xlsx for all of them"))
    }
    write(grid(table, rows), title: title, caption: caption.isEmpty ? nil : caption, note: note, anchors: [])
  }

  private func grid(_ table: FigureTable, _ rows: ArraySlice<[FigureTable.Cell]>) -> Grid {
    Grid(
      head: table.columns.map { [TextPiece(printed($0.title ?? $0.name))] },
      alignments: table.columns.indices.map { table.isNumeric($0) ? "r" : "l" },
      rows: rows.map { row in row.map { [TextPiece(printed($0.text))] } }, widths: [])
  }

  /// A small table beside its figure.
  mutating func place(_ table: FigureTable, rows: ArraySlice<[FigureTable.Cell]>, in box: Rect, size: Length, title: String) {
    var grid = grid(table, rows)
    var size = size
    // Cells of a line each, in somewhat smaller type where they need it.
    while size > .pt(6), naturalWidths(grid, size).reduce(.zero, +) > box.size.width { size = size - .pt(0.5) }
    let natural = naturalWidths(grid, size)
    let rest = box.size.width - natural.reduce(.zero, +)
    grid.widths = rest >= .zero ? natural.map { $0 + rest / Double(max(1, natural.count)) } : widths(grid, total: box.size.width)
    place(grid, rows: 0..<grid.rows.count, in: box, size: size, title: title)
  }

  private mutating func write(_ grid: Grid, title: String?, caption: String?, note: [TextPiece]?, anchors: [String?]) {
    var grid = grid
    let content = design.content
    var size = Length.pt(grid.head.count > 5 ? 7 : 8)
    grid.widths = widths(grid, total: content.size.width)
    let top = content.minY + (caption == nil ? .zero : .pt(14))
    let whole = content.maxY - top - (note == nil ? .zero : .pt(14))
    func heightOfAll(_ size: Length) -> Length { ([grid.head] + grid.rows).reduce(.zero) { $0 + height($1, grid, size) } }
    // On one slide where somewhat smaller type achieves it.
    if heightOfAll(size) > whole, heightOfAll(.pt(6)) <= whole {
      repeat { size = size - .pt(0.5) } while heightOfAll(size) > whole
    }
    let room = whole - height(grid.head, grid, size)
    var start = 0
    var part = 0
    repeat {
      var end = start
      var filled = Length.zero
      while end < grid.rows.count {
        let next = height(grid.rows[end], grid, size)
        if end > start, filled + next > room { break }
        filled += next
        end += 1
      }
      part += 1
      begin(.free, title: title.map { part == 1 ? $0 : manuscript.vocabulary.again($0, part) })
      for name in anchors[min(start, anchors.count)..<min(end, anchors.count)] { anchorHere(name) }
      if let caption {
        place {
          $0.xml.box(
            $1, "Caption", Rect(content.minX.points, content.minY.points, content.size.width.points, 13),
            paragraphs: $0.paragraph(caption, SlideLook(size: .pt(8), color: "tx2", usesHeadingFont: true)))
        }
      }
      place(
        grid, rows: start..<end, in: Rect(content.minX.points, top.points, content.size.width.points, 0), size: size,
        title: title ?? heading)
      if let note, end == grid.rows.count {
        place {
          $0.xml.box(
            $1, "Note", Rect(content.minX.points, (content.maxY - .pt(12)).points, content.size.width.points, 12),
            paragraphs: $0.paragraph(note, SlideLook(size: .pt(6.5), color: "tx2", usesHeadingFont: true)))
        }
      }
      start = end
    } while start < grid.rows.count
  }

  private mutating func place(_ grid: Grid, rows: Range<Int>, in box: Rect, size: Length, title: String) {
    let head = (
      height: height(grid.head, grid, size),
      cells: grid.head.enumerated().map { place, text in
        SlideXML.TableCell(
          paragraphs: paragraph(
            text, SlideLook(size: size, color: "tx1", isBold: true, alignment: grid.alignments[place], usesHeadingFont: true)), isHead: true
        )
      }
    )
    let body = rows.map { index in
      (
        height: height(grid.rows[index], grid, size),
        cells: grid.head.indices.map { place in
          SlideXML.TableCell(
            paragraphs: paragraph(
              grid.rows[index].indices.contains(place) ? grid.rows[index][place] : [],
              SlideLook(size: size, color: "tx1", alignment: grid.alignments[place], usesHeadingFont: true)),
            isTinted: rows.count > 6 && (index - rows.lowerBound) % 2 == 1, isLast: index + 1 == rows.upperBound)
        }
      )
    }
    let all = [head] + body
    let total = all.reduce(Length.zero) { $0 + $1.height }
    let frame = Rect(box.minX.points, box.minY.points, box.size.width.points, total.points)
    place { $0.xml.table($1, frame, widths: grid.widths, rows: all, title: title) }
  }

  private func height(_ cells: [[TextPiece]], _ grid: Grid, _ size: Length) -> Length {
    let most =
      cells.enumerated().map { place, pieces in
        lines(pieces.map(\.text).joined(), size: size, width: (grid.widths.indices.contains(place) ? grid.widths[place] : .pt(80)) - .pt(9))
      }.max() ?? 1
    return size * 1.5 * most + size * 0.75
  }

  /// What holds each column's longest text on one line.
  private func naturalWidths(_ grid: Grid, _ size: Length) -> [Length] {
    grid.head.indices.map { place in
      let texts = [grid.head[place]] + grid.rows.compactMap { $0.indices.contains(place) ? $0[place] : nil }
      return size * (texts.map { ems($0.map(\.text).joined()) }.max() ?? 0) + .pt(10)
    }
  }

  private func widths(_ grid: Grid, total: Length) -> [Length] {
    let wanted = grid.head.indices.map { place -> Double in
      let texts = ([grid.head[place]] + grid.rows.prefix(100).compactMap { $0.indices.contains(place) ? $0[place] : nil }).map {
        ems($0.map(\.text).joined())
      }
      let mean = texts.reduce(0, +) / Double(max(1, texts.count))
      return min(max(texts.max() ?? 1, 3), max(7, mean * 1.6)) + 2.4
    }
    let sum = max(1, wanted.reduce(0, +))
    return wanted.map { total * ($0 / sum) }
  }
}
