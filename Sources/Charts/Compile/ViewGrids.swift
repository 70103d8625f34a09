import Dataflow
import Geometry
import Grammar
import Scene
import StructuredData

extension SceneBuilder {
  /// Views beside one another.
  mutating func concat(_ view: ViewModel, _ views: [ViewModel], isRoot: Bool) -> Built {
    var legends: [Channel: [LegendModel]] = [:]
    var groups: [SceneGroup] = []
    for child in views {
      var built = build(child, isRoot: false)
      // What is not shared stands beside its own view.
      var own: [Channel: [LegendModel]] = [:]
      for channel in Channel.scaled {
        guard let list = built.legends[channel] else { continue }
        if view.spec.resolve.legend[channel] == .independent || view.spec.resolve.scale[channel] == .independent {
          own[channel] = list
        } else {
          legends = merged(legends, [channel: list])
        }
      }
      if !own.isEmpty {
        placeLegends(
          &own, into: &built.group, around: built.group.bounds, plot: PlotSize(width: built.group.width, height: built.group.height))
      }
      groups.append(built.group)
    }
    var group = SceneGroup()
    place(&groups, view.spec.arrangement, columns: view.spec.arrangement.columns, defaultSpacing: spacing("concat"), into: &group)
    group.width = group.bounds.isEmpty ? 0 : group.bounds.x2
    group.height = group.bounds.isEmpty ? 0 : group.bounds.y2
    if isRoot {
      placeLegends(&legends, into: &group, around: group.bounds, plot: PlotSize(width: group.bounds.x2, height: group.bounds.y2))
    }
    addTitle(view, to: &group, isUnit: false)
    return Built(group: group, legends: legends)
  }

  func merged(_ legends: [Channel: [LegendModel]], _ more: [Channel: [LegendModel]]) -> [Channel: [LegendModel]] {
    var result = legends
    for (channel, list) in more {
      for legend in list {
        if let place = result[channel]?.firstIndex(where: { $0.parts.first?.scale == legend.parts.first?.scale }) {
          result[channel]?[place].merge(legend)
        } else {
          result[channel, default: []].append(legend)
        }
      }
    }
    return result
  }

  func spacing(_ group: String) -> (row: Double, column: Double) {
    let node = config[group]["spacing"]
    let both = node?.double ?? 20
    return (node?["row"]?.double ?? both, node?["column"]?.double ?? both)
  }

  /// Moves groups to the cells of a grid.
  func place(
    _ groups: inout [SceneGroup], _ arrangement: Arrangement, columns: Int?, defaultSpacing: (row: Double, column: Double),
    align: Arrangement.Alignment = .each, into group: inout SceneGroup
  ) {
    var grid = GridArrangement()
    grid.columns = columns
    grid.rowAlign = arrangement.rowAlign ?? align
    grid.columnAlign = arrangement.columnAlign ?? align
    grid.rowPadding = arrangement.rowSpacing ?? defaultSpacing.row
    grid.columnPadding = arrangement.columnSpacing ?? defaultSpacing.column
    grid.rowCenter = arrangement.rowCenter ?? false
    grid.columnCenter = arrangement.columnCenter ?? false
    let boxes = groups.map { child in
      arrangement.isFlush == true ? Box(0, 0, child.width, child.height) : child.bounds
    }
    for (index, origin) in grid.origins(of: boxes).enumerated() {
      groups[index].x = origin.x
      groups[index].y = origin.y
      group.bounds.union(groups[index].outerBounds)
    }
    group.children += groups
  }

  /// Cells of a facet with headers, and the axes that they share at the edges of the table.
  mutating func facet(_ view: ViewModel, _ facet: FacetModel, isRoot: Bool) -> Built {
    let resolve = view.spec.resolve
    func isShared(_ channel: Channel) -> Bool { resolve.scale[channel] != .independent && resolve.axis[channel] != .independent }
    let isPlot =
      facet.cells.first.map { cell in
        switch cell.content {
        case .unit, .layer: true
        default: false
        }
      } ?? false
    let sharesX = isShared(.x) && isPlot
    let sharesY = isShared(.y) && isPlot
    var legends: [Channel: [LegendModel]] = [:]
    var groups: [SceneGroup] = []
    var axes: [AxisModel] = []
    for cell in facet.cells {
      var built = build(cell, isRoot: false) { side in (side.isHorizontal ? sharesX : sharesY) ? .grid : .all }
      var own: [Channel: [LegendModel]] = [:]
      for channel in Channel.scaled {
        guard let list = built.legends[channel] else { continue }
        if resolve.legend[channel] == .independent || resolve.scale[channel] == .independent {
          own[channel] = list
        } else {
          legends = merged(legends, [channel: list])
        }
      }
      if !own.isEmpty {
        placeLegends(
          &own, into: &built.group, around: built.group.bounds, plot: PlotSize(width: built.group.width, height: built.group.height))
      }
      if axes.isEmpty { axes = built.axes }
      groups.append(built.group)
    }
    var group = SceneGroup()
    guard !groups.isEmpty else { return Built(group: group, legends: legends) }
    let columns = max(1, min(facet.columnCount ?? groups.count, groups.count + 1))
    let rows = (groups.count + columns - 1) / columns
    if facet.wrapped.isEmpty == false { addWrappedHeaders(facet, columns: columns, to: &groups) }
    place(&groups, view.spec.arrangement, columns: columns, defaultSpacing: spacing("facet"), align: .all, into: &group)
    let placed = group.children
    var setter = axisSetter(width: placed.first?.width ?? 0)
    // The labels of one plot stay clear of those of the next.
    if room != nil { setter.reach = max(0, spacing("facet").column / 2 - 6) }
    var edges = group.bounds
    // Axes at the edges of rows and columns.
    for axis in axes where axis.side.isHorizontal ? sharesX : sharesY {
      let count = axis.side.isHorizontal ? min(columns, placed.count) : rows
      var reach = Box()
      for index in 0..<count {
        let cell = axis.side.isHorizontal ? placed[index] : placed[min(placed.count - 1, index * columns)]
        let size = PlotSize(width: cell.width, height: cell.height)
        // In a figure a title stands above its axis, and says the same of every row.
        let isRepeated = room != nil && !axis.side.isHorizontal && index > 0
        let laid = setter.lay(axis, scales[axis.scale], size: size, parts: isRepeated ? [.labels] : [.labels, .title])
        let (x, y): (Double, Double) =
          switch axis.side {
          case .bottom: (cell.x, group.bounds.y2 - cell.height)
          case .top: (cell.x, group.bounds.y1)
          case .left: (group.bounds.x1, cell.y)
          case .right: (group.bounds.x2 - cell.width, cell.y)
          }
        group.front += laid.items.map { $0.moved(x, y) }
        reach.union(laid.bounds.moved(x, y))
      }
      edges.union(reach)
    }
    addHeaders(facet, placed, columns: columns, edges: &edges, to: &group)
    group.bounds.union(edges)
    group.width = placed.map { $0.x + $0.width }.max() ?? 0
    group.height = placed.map { $0.y + $0.height }.max() ?? 0
    if isRoot {
      placeLegends(&legends, into: &group, around: group.bounds, plot: PlotSize(width: group.width, height: group.height))
    }
    addTitle(view, to: &group, isUnit: false)
    return Built(group: group, legends: legends)
  }

  // MARK: Headers

  private func headerProperties(_ definition: ChannelDefinition, _ group: String) -> Properties {
    resolver.resolved(definition.header.value ?? Properties()).over(config[group]).over(config["header"]).over(config.guideStyles)
  }

  private func headerTexts(
    _ values: [DataValue], _ definition: ChannelDefinition, _ p: Properties, ends: [String: DataValue]
  ) -> [String] {
    let formatter = ValueFormat(config)
    let plain = values.map { value -> String in
      if definition.hasBinParameters { return formatter.range(value, ends[value.categoryKey] ?? .null, definition, format: p["format"]) }
      return formatter.text(value, definition, format: p["format"], formatType: p.text("formatType"))
    }
    guard let formula = p["labelExpr"], let text = formula.text else { return plain }
    let table = Table(["value": Column(values), "label": Column(plain.map { .text($0) })], rowCount: values.count)
    guard let column = resolver.values(of: text, on: table, at: formula.span) else { return plain }
    return column.values.map(\.asText)
  }

  private func baseline(_ p: Properties, _ prefix: String) -> TextBaseline? {
    p.text(prefix + "Baseline").flatMap(TextBaseline.init)
  }

  private func look(_ p: Properties, _ prefix: String) -> TextLook {
    var look = TextLook(p, prefix: prefix)
    look.color = p.color(prefix + "Color") ?? .black
    return look
  }

  /// The header above each wrapped cell. In a figure those of a row stand on one line, above the highest of its cells, and what is wider
  /// than its cell is broken into lines.
  private func addWrappedHeaders(_ facet: FacetModel, columns: Int, to groups: inout [SceneGroup]) {
    guard let definition = facet.fields.wrapped else { return }
    let p = headerProperties(definition, "headerFacet")
    guard !definition.header.isNull, p.bool("labels") ?? true else { return }
    let texts = headerTexts(facet.wrapped, definition, p, ends: facet.binEnds)
    let look = look(p, "label")
    let isOfFigure = room != nil
    let tops = groups.map { min(0, $0.bounds.y1) }
    let (anchor, angle) = (p.text("labelAnchor") ?? "middle", p.number("labelAngle") ?? 0)
    let align: TextAlign =
      p.text("labelAlign").flatMap(TextAlign.init) ?? (anchor == "start" ? .left : anchor == "end" ? .right : .center)
    for index in groups.indices where index < texts.count {
      let row = tops.dropFirst(index - index % columns).prefix(columns)
      let top = isOfFigure ? row.min() ?? tops[index] : tops[index]
      let width = groups[index].width
      let placed = text.place(
        isOfFigure && angle == 0 ? text.wrapped(texts[index], look, width: width) : [texts[index]], look,
        x: anchor == "start" ? 0 : anchor == "end" ? width : width / 2, y: top - (p.number("labelPadding") ?? 10), align: align,
        baseline: baseline(p, "label") ?? .bottom, angle: angle, limit: p.number("labelLimit"), role: .header)
      groups[index].front += placed.items
      groups[index].bounds.union(placed.bounds)
    }
  }

  /// Headers of rows and columns and the titles of all of them.
  private func addHeaders(_ facet: FacetModel, _ cells: [SceneGroup], columns: Int, edges: inout Box, to group: inout SceneGroup) {
    if let definition = facet.fields.column, !definition.header.isNull {
      let p = headerProperties(definition, "headerColumn")
      let isBelow = (p.text("labelOrient") ?? p.text("orient")) == "bottom"
      if p.bool("labels") ?? true {
        let texts = headerTexts(facet.columns, definition, p, ends: facet.binEnds)
        let y = isBelow ? edges.y2 + (p.number("labelPadding") ?? 10) : edges.y1 - (p.number("labelPadding") ?? 10)
        for (index, label) in texts.enumerated() where index < cells.count {
          let anchor = p.text("labelAnchor") ?? "middle"
          let cell = cells[index]
          let x = anchor == "start" ? cell.x : anchor == "end" ? cell.x + cell.width : cell.x + cell.width / 2
          let align: TextAlign =
            p.text("labelAlign").flatMap(TextAlign.init) ?? (anchor == "start" ? .left : anchor == "end" ? .right : .center)
          let placed = text.place(
            [label], look(p, "label"), x: x, y: y, align: align, baseline: baseline(p, "label") ?? (isBelow ? .top : .bottom),
            angle: p.number("labelAngle") ?? 0,
            limit: p.number("labelLimit"), role: .header)
          group.front += placed.items
          edges.union(placed.bounds)
        }
      }
      addHeaderTitle(definition, p, isRow: false, cells, edges: &edges, to: &group)
    }
    if let definition = facet.fields.row, !definition.header.isNull {
      let p = headerProperties(definition, "headerRow")
      let isRight = (p.text("labelOrient") ?? p.text("orient")) == "right"
      if p.bool("labels") ?? true {
        let texts = headerTexts(facet.rows, definition, p, ends: facet.binEnds)
        let x = isRight ? edges.x2 + (p.number("labelPadding") ?? 10) : edges.x1 - (p.number("labelPadding") ?? 10)
        var reach = Box()
        for (index, label) in texts.enumerated() where index * columns < cells.count {
          let cell = cells[index * columns]
          let angle = p.number("labelAngle") ?? (isRight ? 90 : -90)
          let isFlat = angle.truncatingRemainder(dividingBy: 180) == 0
          let align: TextAlign = p.text("labelAlign").flatMap(TextAlign.init) ?? (isFlat ? (isRight ? .left : .right) : .center)
          let placed = text.place(
            [label], look(p, "label"), x: x, y: cell.y + cell.height / 2, align: align,
            baseline: baseline(p, "label") ?? (isFlat ? .middle : .bottom),
            angle: angle, limit: p.number("labelLimit"), role: .header)
          group.front += placed.items
          reach.union(placed.bounds)
        }
        edges.union(reach)
      }
      addHeaderTitle(definition, p, isRow: true, cells, edges: &edges, to: &group)
    }
    if let definition = facet.fields.wrapped, !definition.header.isNull {
      addHeaderTitle(definition, headerProperties(definition, "headerFacet"), isRow: false, cells, edges: &edges, to: &group)
    }
  }

  private func addHeaderTitle(
    _ definition: ChannelDefinition, _ p: Properties, isRow: Bool, _ cells: [SceneGroup], edges: inout Box, to group: inout SceneGroup
  ) {
    guard let lines = definition.titleLines(config, guide: p["title"] == nil ? nil : p), !lines.allSatisfy(\.isEmpty) else { return }
    let padding = p.number("titlePadding") ?? 10
    let look = look(p, "title")
    let width = cells.map { $0.x + $0.width }.max() ?? 0
    let height = cells.map { $0.y + $0.height }.max() ?? 0
    // Along the cells from start to end: to the right, and upwards as the title of rows reads.
    let anchor = p.text("titleAnchor") ?? "middle"
    let share = anchor == "start" ? 0 : anchor == "end" ? 1 : 0.5
    let side = p.text("titleOrient") ?? p.text("orient") ?? (isRow ? "left" : "top")
    let isAfter = side == (isRow ? "right" : "bottom")
    let angle = p.number("titleAngle") ?? (isRow ? (isAfter ? 90 : -90) : 0)
    let align = p.text("titleAlign").flatMap(TextAlign.init) ?? (anchor == "start" ? .left : anchor == "end" ? .right : .center)
    let base = baseline(p, "title")
    let x = isRow ? (isAfter ? edges.x2 + padding : edges.x1 - padding) : width * share
    let y = isRow ? height * (isAfter ? share : 1 - share) : isAfter ? edges.y2 + padding : edges.y1 - padding
    let placed = text.place(
      lines, look, x: x, y: y, align: align, baseline: base ?? (isAfter && !isRow ? .top : .bottom), angle: angle,
      limit: p.number("titleLimit"), lineHeight: p.number("titleLineHeight"), role: .header)
    group.front += placed.items
    edges.union(placed.bounds)
  }
}
