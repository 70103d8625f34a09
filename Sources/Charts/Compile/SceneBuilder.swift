import Dataflow
import Diagnostics
import Geometry
import Grammar
import Scales
import Scene
import StructuredData

/// Puts a compiled view tree together: plots with marks and axes, grids of views, legends and titles about them.
struct SceneBuilder {
  let scales: [ScaleFunction]
  let table: ScaleTable
  let sizes: [Int: PlotSize]
  let text: TextSetter
  let resolver: Resolver
  let config: Config
  var findings: [Diagnostic] = []
  /// Set when names under columns would overprint.
  var wantsRows = false
  /// By how much the plot must be higher for its names and values to have room.
  var stretch = 1.0
  /// Whether the names of series stand at the ends of lines; nil: not yet known.
  var labelsLineEnds: Bool?
  /// Words for powers of ten on axes; nil: numbers stand as they are.
  var magnitudes: FigureNumbers.Words?
  /// The axes of a single plot, where they are known from a layout before.
  var plotAxes: [AxisModel]?
  /// The width of the whole chart where it is a figure's.
  var room: Double?
  /// Categories or series in the strong colour.
  var highlight: [String] = []
  /// What the values are counted in.
  var unitOfValues: String?
  /// The height of cards and entries, whose texts say how high they are.
  var neededHeight: Double?
  /// Whether a layout ends where names under columns are found crowded: rows follow.
  var endsWhenCrowded = false
  /// The marks of the units that are laid out, which labels and axes keep clear of before they are drawn.
  var encoded: [Int: EncodedMarks] = [:]

  struct EncodedMarks {
    var items: [SceneItem]
    var findings: [Diagnostic]
    var neededHeight: Double?
  }

  /// A view with what the views around it may still share.
  struct Built {
    var group: SceneGroup
    var legends: [Channel: [LegendModel]]
    var axes: [AxisModel] = []
  }

  // MARK: Views

  mutating func build(_ view: ViewModel, isRoot: Bool, axisParts: @escaping (Side) -> AxisParts = { _ in .all }) -> Built {
    switch view.content {
    case .unit, .layer: return plot(view, isRoot: isRoot, axisParts: axisParts)
    case .concat(let views): return concat(view, views, isRoot: isRoot)
    case .facet(let facet): return self.facet(view, facet, isRoot: isRoot)
    }
  }

  /// A unit or layers over one another.
  private mutating func plot(_ view: ViewModel, isRoot: Bool, axisParts: (Side) -> AxisParts) -> Built {
    let units = view.units
    let size = units.first.flatMap { sizes[$0.id] } ?? PlotSize(width: 0, height: 0)
    var group = SceneGroup()
    group.width = size.width
    group.height = size.height
    group.back += background(view, size)
    encodeMarks(of: units, size)
    let names = isRoot && labelsLineEnds != false ? lineEndLabels(view, size, isSettled: labelsLineEnds == true) : nil
    let labels = valueLabels(view, size, clearOf: names?.items.map(\.bounds) ?? [])
    if labels.isCrowded { wantsRows = true }
    let placed = placedTexts(view, size, clearOf: labels.items.map(\.bounds) + (names?.items.map(\.bounds) ?? []))
    stretch = max(stretch, labels.stretch, placed.stretch)
    if !placed.dropped.isEmpty {
      findings.append(
        .warning(
          "chart.label-dropped", "there is no room for \(placed.dropped.count) names, “\(placed.dropped[0])” among them",
          hint: "make the chart larger or show fewer places"))
    }
    if !placed.unsaid.isEmpty {
      findings.append(
        .warning(
          "chart.label-dropped", "there is no room for \(placed.unsaid.count) values, that of “\(placed.unsaid[0])” among them",
          hint: "make the chart larger or higher"))
    }
    if !placed.crowded.isEmpty {
      findings.append(
        .warning(
          "chart.label-overlap", "“\(placed.crowded[0])” stands on what is drawn: there is no room for it",
          hint: "make the chart larger, or annotate less"))
    }
    if let least = config["figure"].number("minPlotHeight"), size.height > 0 {
      stretch = max(stretch, (view.spec.aspect == nil ? 1 : 1.7) * least / size.height)
    }
    // Bars with their values need no axis of values, but what its title says of them.
    let axes = (plotAxes ?? collectAxes(view)).compactMap { axis -> (axis: AxisModel, isTitleAlone: Bool)? in
      guard axis.written.isEmpty, axis.channel == labels.channel || placed.said.contains(axis.channel) else { return (axis, false) }
      return axis.hasWrittenTitle && axis.title != nil ? (axis, true) : nil
    }
    let setter = axisSetter(width: size.width)
    var laid: [(axis: AxisModel, laid: LaidAxis)] = []
    for case (var axis, let isTitleAlone) in axes {
      if room != nil, scales[axis.scale].type.isTime {
        axis.leastStep = leastStep(axis, units)
        axis.weeklyMoments = weeklyMoments(axis, units)
      }
      if room != nil, axis.side == .left, scales[axis.scale].type.hasCategories || !placed.items.isEmpty {
        // Names stand clear of marks and texts that reach beyond the plot.
        let reach = max(leftReach(units), placed.items.map { 6 - $0.bounds.x1 }.max() ?? 0).rounded(.up)
        if reach > 0 { axis.properties["offset"] = .number((axis.properties.number("offset") ?? 0) + reach) }
      }
      if room != nil, axis.side == .bottom, let lowest = labels.items.map(\.bounds.y2).max(), lowest > size.height {
        axis.properties["offset"] = .number((axis.properties.number("offset") ?? 0) + (lowest - size.height).rounded(.up))
      }
      if room != nil { axis.lineAt = zeroLine(across: axis, units) }
      laid.append(
        (
          axis,
          setter.lay(
            axis, scales[axis.scale], size: size, parts: isTitleAlone ? axisParts(axis.side).intersection(.title) : axisParts(axis.side))
        ))
    }
    if laid.contains(where: { $0.laid.isCrowded && $0.axis.side.isHorizontal }) { wantsRows = true }
    if wantsRows, endsWhenCrowded { return Built(group: group, legends: [:], axes: axes.map(\.axis)) }
    stretch = max(stretch, laid.map(\.laid.stretch).max() ?? 1)
    for entry in laid where !entry.laid.dropped.isEmpty {
      findings.append(
        .warning(
          "chart.label-dropped", "there is no room for \(entry.laid.dropped.count) names, “\(entry.laid.dropped[0])” among them",
          hint: "make the chart larger or show fewer categories"))
    }
    for entry in laid { group.back += entry.laid.grid }
    for entry in laid where !entry.laid.isInFront { group.back += entry.laid.items }
    drawMarks(view, into: &group, size: size)
    if room != nil { stretch = max(stretch, symbolStretch(units)) }
    if room != nil, let neededHeight, size.height > 0 { stretch = max(stretch, neededHeight / size.height) }
    group.marks += labels.items + cellValues(view, size) + placed.items
    if isRoot { labelsLineEnds = names != nil }
    group.marks += names?.items ?? []
    findings += checkAnnotations(units)
    if room != nil { findings += checkLengths(units) + checkDomains(units) }
    if room != nil, let ink = config["text"].color("color") ?? config["text"].color("fill") {
      findings += group.makeTextsLegible(on: config.plain.color("background") ?? .white, ink: ink, at: view.spec.span)
    }
    let remarks =
      growthArrows(view, size, labels: labels.items) + badges(view, size, labels: labels.items) + partLabels(view, size)
    for entry in laid where entry.laid.isInFront { group.front += entry.laid.items }
    group.front += remarks
    var plotBounds = Box(0, 0, size.width, size.height)
    if let stroke = backgroundStroke(view) { plotBounds = plotBounds.expanded(by: stroke.width.points / 2) }
    for item in group.marks + remarks { plotBounds.union(item.bounds) }
    for child in group.children { plotBounds.union(child.outerBounds) }
    var axisBounds = Box()
    for entry in laid { axisBounds.union(entry.laid.bounds) }
    group.bounds = plotBounds
    group.bounds.union(axisBounds)
    var xy = Box(0, 0, size.width, size.height)
    xy.union(axisBounds)
    // The legend of a figure stands clear of labels that reach over the plot.
    if room != nil { xy.union(plotBounds) }
    var legends = collectLegends(view)
    if let names { legends = legends.mapValues { $0.filter { legend in legend.parts.first?.scale != names.scale } } }
    if isRoot {
      placeLegends(&legends, into: &group, around: xy, plot: size)
    }
    addTitle(view, to: &group, isUnit: true)
    // What reaches beyond the right of a plot that keeps its shape takes no room from it.
    if view.spec.aspect != nil, isRoot { group.bounds.x2 = min(group.bounds.x2, size.width) }
    return Built(group: group, legends: legends, axes: axes.map(\.axis))
  }

  /// A plot and its axes, which no label or mark moves yet.
  func axesBounds(_ view: ViewModel, of size: PlotSize) -> Box {
    let setter = axisSetter(width: size.width)
    var bounds = Box(0, 0, size.width, size.height)
    for axis in plotAxes ?? collectAxes(view) { bounds.union(setter.lay(axis, scales[axis.scale], size: size).bounds) }
    return bounds
  }

  private func background(_ view: ViewModel, _ size: PlotSize) -> [SceneItem] {
    let p = backgroundProperties(view)
    let fill = p.color("fill").map { $0.withOpacity((p.number("fillOpacity") ?? 1) * (p.number("opacity") ?? 1)) }
    let stroke = backgroundStroke(view)
    guard fill != nil || stroke != nil else { return [] }
    let shape = Shape(.rect(Size(size.width, size.height), radius: .pt(max(0, p.number("cornerRadius") ?? 0))), fill: fill, stroke: stroke)
    return [SceneItem(content: .shape(shape, at: Point(0.5, 0.5)), bounds: Box(0, 0, size.width, size.height), role: .background)]
  }

  private func backgroundProperties(_ view: ViewModel) -> Properties {
    var p = resolver.resolved(view.spec.background)
    let styles = p["style"]?.sequence?.compactMap(\.string) ?? p.text("style").map { [$0] } ?? ["cell"]
    for style in styles.reversed() { if let known = config.styles[style] { p = p.over(known) } }
    return p.over(config["view"])
  }

  /// What a view itself says of its marks beyond its edge.
  private func backgroundClip(_ view: ViewModel) -> Bool? { resolver.resolved(view.spec.background).bool("clip") }

  private func backgroundStroke(_ view: ViewModel) -> Stroke? {
    let p = backgroundProperties(view)
    guard let color = p.color("stroke"), color.alpha > 0 else { return nil }
    let width = p.number("strokeWidth") ?? 1
    let dash = p.numbers("strokeDash") ?? []
    return width > 0
      ? Stroke(
        color.withOpacity((p.number("strokeOpacity") ?? 1) * (p.number("opacity") ?? 1)), width: .pt(width),
        dash: dash.contains { $0 > 0 } ? dash.map { .pt(max(0, $0)) } : [],
        dashOffset: .pt(p.number("strokeDashOffset") ?? 0), cap: p.text("strokeCap").flatMap(Stroke.Cap.init) ?? .butt,
        join: p.text("strokeJoin").flatMap(Stroke.Join.init) ?? .miter) : nil
  }

  private mutating func drawMarks(_ view: ViewModel, into group: inout SceneGroup, size: PlotSize, clips: Bool? = nil) {
    let clips = backgroundClip(view) ?? clips
    switch view.content {
    case .unit(let unit) where unit.placement != nil: break
    case .unit(let unit):
      guard let encoded = encoded[unit.id] else { return }
      let items = encoded.items
      findings += encoded.findings
      if let needed = encoded.neededHeight { neededHeight = max(neededHeight ?? 0, needed) }
      if unit.properties.bool("clip") ?? clips ?? defaultClip(unit) {
        var clipped = SceneGroup()
        clipped.width = size.width
        clipped.height = size.height
        clipped.clips = true
        clipped.marks = items
        clipped.bounds = Box(0, 0, size.width, size.height)
        group.children.append(clipped)
      } else if group.children.isEmpty {
        group.marks += items
      } else {
        // Drawn over what is clipped: order is kept by a group of its own.
        var plain = SceneGroup()
        plain.marks = items
        for item in items { plain.bounds.union(item.bounds) }
        group.children.append(plain)
      }
    case .layer(let views): for layer in views { drawMarks(layer, into: &group, size: size, clips: clips) }
    case .concat, .facet: break
    }
  }

  private mutating func encodeMarks(of units: [UnitModel], _ size: PlotSize) {
    for unit in units where unit.placement == nil {
      var encoder = encoder(unit, size)
      var items = encoder.marks()
      if unit.isAnnotation { for index in items.indices { items[index].role = .annotation } }
      encoded[unit.id] = EncodedMarks(items: items, findings: encoder.findings, neededHeight: encoder.neededHeight)
    }
  }

  /// The marks of a unit of the plot that is laid out; none of texts that seek their places.
  func marks(of unit: UnitModel) -> [SceneItem] { encoded[unit.id]?.items ?? [] }

  private func defaultClip(_ unit: UnitModel) -> Bool { false }

  /// Sets axes as the look has them.
  ///
  /// - Parameter width: of the plot.
  func axisSetter(width: Double) -> AxisSetter {
    var setter = AxisSetter(text: text, resolver: resolver)
    setter.wraps = config["figure"].bool("labelWrap") ?? false
    // Up to 1 it is a share of the figure's width.
    setter.nameWidth = config["figure"].number("nameWidth").map { $0 <= 1 ? $0 * (room ?? width) : $0 }
    setter.magnitudes = magnitudes
    return setter
  }

  func encoder(_ unit: UnitModel, _ size: PlotSize) -> UnitEncoder {
    var own: [Channel: ScaleFunction] = [:]
    for channel in Channel.scaled { if let place = table[unit.id, channel] { own[channel] = scales[place] } }
    return UnitEncoder(unit: unit, scales: own, size: size, text: text, resolver: resolver)
  }

  // MARK: Axes

  /// The axes of a plot: shared ones merged, the second of two of one side on the opposite side.
  func collectAxes(_ view: ViewModel) -> [AxisModel] {
    switch view.content {
    case .unit(let unit):
      return [Channel.x, .y].compactMap { channel in
        table[unit.id, channel].flatMap { unit.axis(channel, scale: $0, type: scales[$0].type, resolver: resolver) }
      }
    case .layer(let views):
      var merged: [AxisModel] = []
      for axis in views.flatMap({ collectAxes($0) }) {
        let isShared = view.spec.resolve.axis[axis.channel] != .independent && view.spec.resolve.scale[axis.channel] != .independent
        if isShared, let place = merged.firstIndex(where: { $0.channel == axis.channel && $0.scale == axis.scale }) {
          merged[place].merge(axis)
        } else {
          var axis = axis
          if axis.written["orient"] == nil, merged.contains(where: { $0.channel == axis.channel && $0.side == axis.side }) {
            axis.side = axis.side.opposite
          }
          merged.append(axis)
        }
      }
      return merged
    case .concat, .facet: return []
    }
  }

  // MARK: Legends

  private func collectLegends(_ view: ViewModel) -> [Channel: [LegendModel]] {
    switch view.content {
    case .unit(let unit):
      var legends: [Channel: [LegendModel]] = [:]
      for channel in Channel.scaled {
        if let place = table[unit.id, channel], let legend = unit.legend(channel, scale: place, resolver: resolver) {
          legends[channel] = [legend]
        }
      }
      return legends
    case .layer(let views): return mergeLegends(views.map { collectLegends($0) }, view)
    case .concat, .facet: return [:]
    }
  }

  private func mergeLegends(_ children: [[Channel: [LegendModel]]], _ view: ViewModel) -> [Channel: [LegendModel]] {
    var merged: [Channel: [LegendModel]] = [:]
    for channel in Channel.scaled {
      var list: [LegendModel] = []
      let isApart = view.spec.resolve.legend[channel] == .independent
      for legend in children.flatMap({ $0[channel] ?? [] }) {
        if !isApart, let place = list.firstIndex(where: { $0.parts.first?.scale == legend.parts.first?.scale }) {
          list[place].merge(legend)
        } else {
          list.append(legend)
        }
      }
      if !list.isEmpty { merged[channel] = list }
    }
    return merged
  }

  /// Legends of channels whose domains agree are one.
  func joined(_ legends: [Channel: [LegendModel]]) -> [LegendModel] {
    var list: [LegendModel] = []
    for channel in Channel.scaled {
      for legend in legends[channel] ?? [] {
        guard let own = legend.parts.first else { continue }
        let scale = scales[own.scale]
        let place = list.firstIndex { other in
          guard let first = other.parts.first, other.fieldName == legend.fieldName else { return false }
          // Vega-Lite joins legends whose scales have their domain from the same views.
          if room == nil, views(of: first.scale) != views(of: own.scale) { return false }
          let theirs = scales[first.scale]
          return theirs.categories == scale.categories && theirs.stops == scale.stops && theirs.type.isDiscrete == scale.type.isDiscrete
            && (other.properties["type"] ?? .null) == (legend.properties["type"] ?? .null)
        }
        if let place { list[place].merge(legend) } else { list.append(legend) }
      }
    }
    return list
  }

  private func views(of scale: Int) -> Set<Int> { Set(table.components[scale].requests.map(\.unit.id)) }

  // MARK: Titles

  func addTitle(_ view: ViewModel, to group: inout SceneGroup, isUnit: Bool) {
    guard let title = view.spec.title, !(title.lines.allSatisfy(\.isEmpty) && title.subtitle.isEmpty) else { return }
    var properties = resolver.resolved(title.properties)
    let styles = properties["style"]?.sequence?.compactMap(\.string) ?? properties.text("style").map { [$0] } ?? ["group-title"]
    properties = properties.over(config["title"])
    for style in styles.reversed() { if let known = config.styles[style] { properties = properties.over(known) } }
    if !isUnit, properties["anchor"] == nil { properties["anchor"] = .string("start") }
    let placed = text.title(
      title, properties, plot: PlotSize(width: group.width, height: group.height), bounds: group.bounds, isUnit: isUnit)
    group.front += placed.items
    group.bounds.union(placed.bounds)
  }
}

extension UnitEncoder {
  /// The unit's marks in drawing order.
  mutating func marks() -> [SceneItem] {
    switch unit.mark {
    case .arc: return arcs()
    case .area: return areas()
    case .bar, .rect: return rects()
    case .circle, .point, .square: return points()
    case .line: return lines()
    case .rule: return rules()
    case .text: return textMarks()
    case .tick: return ticks()
    case .trail: return trails()
    case .image: return images()
    case .kpi: return cardItems()
    case .entry: return entryItems()
    case .geoshape, .boxplot, .errorbar, .errorband: return []
    }
  }
}
