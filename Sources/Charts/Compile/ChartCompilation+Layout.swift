import Diagnostics
import Geometry
import Grammar
import Scene
import StructuredData

/// The passes from layout on: plots are fitted into their sizes until axes, names and values leave them what they need.
extension ChartCompilation {
  /// The size that the plot and its guides share; nil where plots have sizes of their own.
  private var total: (width: Double?, height: Double?)? { Self.sizeToFit(prepared.view, autosize) }

  /// What of `total` stands round the guides.
  private var inner: (width: Double, height: Double) {
    autosize.containsPadding ? (padding.left + padding.right, padding.top + padding.bottom) : (0, 0)
  }

  /// Whether a free height is still sought: a first layout tells what the next begins with.
  private var isTrial: Bool {
    if case .wide = setting.size { frame != nil && fitting.size == nil } else { false }
  }

  /// Lays the chart out, draws nothing.
  func built() throws(Diagnostics) -> Warned<BuiltChart> {
    var resolver = prepared.resolver
    var findings = findings
    var (laid, override) = fitted()
    var cells: GridCells?
    if let frame, total == nil {
      // As often as the guides change with the plots.
      for _ in 0..<3 {
        guard
          let next = GridCells(
            filling: frame.area.size, isHeightFree: setting.size.fixed == nil, hasHeight: setting.size == .own, laid.group,
            of: prepared.model), next != cells
        else { break }
        cells = next
        laid = lay(resolver, labelsLineEnds: laid.labelsLineEnds, override: nil, cells: next)
      }
    }
    if prepared.model.units.contains(where: { $0.mark == .image }) {
      // Which boxes pictures stand in is known now; they are read, and the plots are put together once more.
      resolver.pictures = chartPictures(
        of: prepared.model, prepared.table, laid.scales, resolver, text, size: laid.plot, setting, &findings)
      laid = lay(resolver, labelsLineEnds: laid.labelsLineEnds, override: override, cells: cells)
    }
    if let another = try another(after: laid, cells) { return try another.built() }
    return try finished(laid, resolver, findings)
  }

  /// A layout in which the plot has what the guides leave of the size.
  private func fitted() -> (laid: Laid, override: PlotSize?) {
    var override: PlotSize?
    if let guides = fitting.guides, let width = total?.width, let height = total?.height {
      // Guides take about the room that they took before.
      override = guides.plot(within: (width - inner.width, height - inner.height))
    }
    if override == nil { override = firstPlot }
    var laid = lay(prepared.resolver, override: override)
    guard let total else { return (laid, override) }
    if laid.wantsRows, inRows != nil {
      // Names may be crowded only for an axis that is left out since values stand at the marks: asked again with all the room.
      if let tried = override, let width = total.width, width > tried.width {
        override = PlotSize(width: width, height: tried.height)
        laid = lay(prepared.resolver, override: override)
      }
      if laid.wantsRows { return (laid, override) }
    }
    if isTrial { return (laid, override) }
    // More than once, since ticks depend on it.
    for _ in 0..<3 {
      let guides = GuideRoom(around: laid.group.bounds, of: laid.plot)
      let next = guides.plot(
        within: (
          total.width.map { $0 - inner.width } ?? laid.plot.width + guides.left + guides.right,
          total.height.map { $0 - inner.height } ?? laid.plot.height + guides.top + guides.bottom
        ))
      if next == override { break }
      override = next
      laid = lay(prepared.resolver, labelsLineEnds: laid.labelsLineEnds, override: next)
      if laid.wantsRows, inRows != nil { break }
    }
    return (laid, override)
  }

  /// What a figure's plot begins with: as wide as its axes leave it, and as high, or as suits it where the height is free.
  private var firstPlot: PlotSize? {
    guard prepared.model.isPlot, let total, let width = total.width, let room = frame?.area.size.width.points else { return nil }
    if let height = total.height, !isTrial {
      return inRows != nil ? nil : axesRoom(of: PlotSize(width: width, height: height)).plot(within: (width, height))
    }
    func height(guides: Double) -> Double {
      naturalPlot(prepared.domains, width: room, guides: guides, needed: nil).height
    }
    let axes = axesRoom(of: PlotSize(width: width, height: height(guides: 0)))
    return PlotSize(width: max(1, width - axes.left - axes.right), height: height(guides: axes.top + axes.bottom))
  }

  /// The same chart with other room for its names and values, where a figure wants it.
  private func another(after laid: Laid, _ cells: GridCells?) throws(Diagnostics) -> ChartCompilation? {
    guard let frame else { return nil }
    if laid.wantsRows, let inRows { return try ChartCompilation(inRows, in: setting, as: FigureFit(isTurned: true)) }
    if let ratio = enlargement(frame, laid) {
      var next = fitting
      next.isEnlarged = true
      return try ChartCompilation(source.scalingLengths(by: ratio), in: setting, as: next)
    }
    guard let next = otherFit(frame, laid, cells) else { return nil }
    return try ChartCompilation(source, in: setting, as: next)
  }

  /// By how much the cells of a grid that has their sizes from the spec are larger in a figure that is wider than they; nil: they fill it.
  private func enlargement(_ frame: FigureFrame, _ laid: Laid) -> Double? {
    guard total == nil, !fitting.isEnlarged, !prepared.model.isPlot, laid.group.bounds.width > 1 else { return nil }
    let area = frame.area.size
    var ratio = area.width.points / laid.group.bounds.width
    if setting.size.fixed != nil { ratio = min(ratio, area.height.points / max(1, laid.group.bounds.height)) }
    return ratio > 1.1 ? min(ratio, 2) : nil
  }

  private func otherFit(_ frame: FigureFrame, _ laid: Laid, _ cells: GridCells?) -> FigureFit? {
    if case .wide(let width) = setting.size, isTrial || fitting.isGuessed {
      var next = fitting
      next.size = Size(width.points, naturalHeight(frame, laid))
      next.guides = GuideRoom(around: laid.group.bounds, of: laid.plot)
      next.isGuessed = isTrial && total != nil
      if total != nil { next.prepared = prepared }
      if next.size != fitting.size { return next }
    }
    guard setting.size.fixed == nil, fitting.attempts < 3 else { return nil }
    var next = fitting
    next.attempts += 1
    let grown = laid.group.bounds.height * min(1, frame.area.size.width.points / max(1, laid.group.bounds.width))
    if total == nil, grown < 20_000, grown > frame.area.size.height.points + 1 {
      // A picture whose height is free grows with the rows of its grid, …
      next.extraHeight += (grown - frame.area.size.height.points).rounded(.up)
    } else if total != nil, laid.stretch > 1.005 {
      // … and with those of a plot.
      next.guides = GuideRoom(around: laid.group.bounds, of: laid.plot)
      next.prepared = prepared
      next.extraHeight += ((laid.stretch - 1) * laid.plot.height).rounded(.up)
    } else {
      return nil
    }
    if let size = fitting.size {
      next.size = Size(size.width.points, size.height.points + next.extraHeight)
      next.extraHeight = 0
    }
    return frame.size.height.points + next.extraHeight < 20_000 ? next : nil
  }

  /// The height of the whole picture in which its plot has the height that suits it.
  private func naturalHeight(_ frame: FigureFrame, _ laid: Laid) -> Double {
    let bounds = laid.group.bounds
    let room = frame.area.size.width.points
    if total == nil { return (frame.furnitureHeight + bounds.height * min(1, room / max(1, bounds.width))).rounded(.up) }
    let wanted = natural(laid, width: room).height
    // Labels of parts below their bar make a plot lower than it would be: bar and labels keep their height.
    let isRigid = laid.plot.height < wanted && prepared.model.units.contains { $0.properties.bool("partLabels") == true }
    return (frame.furnitureHeight + (isRigid ? max(bounds.height, wanted) : bounds.height - laid.plot.height + wanted)).rounded(.up)
  }

  private func natural(_ laid: Laid, width: Double) -> (height: Double, give: ClosedRange<Double>) {
    naturalPlot(
      laid.scales, width: width, guides: max(0, laid.group.bounds.height - laid.plot.height), needed: laid.neededHeight)
  }

  /// The chart as it is laid out.
  private func finished(_ laid: Laid, _ resolver: Resolver, _ findings: [Diagnostic]) throws(Diagnostics) -> Warned<BuiltChart> {
    var findings = findings
    findings += laid.findings
    let faults = resolver.faults.all
    guard faults.isEmpty else { throw Diagnostics(findings + faults) }
    let bounds = laid.group.bounds
    let isFixed = autosize.kind == Autosize.Kind.none
    let left = isFixed ? 0 : max(0, (-bounds.x1).rounded(.up))
    let top = isFixed ? 0 : max(0, (-bounds.y1).rounded(.up))
    let right = isFixed ? laid.plot.width : max(laid.plot.width, bounds.x2.rounded(.up))
    let bottom = isFixed ? laid.plot.height : max(laid.plot.height, bounds.y2.rounded(.up))
    var root = laid.group
    root.x = padding.left + left
    root.y = padding.top + top
    var scale = 1.0
    if let frame {
      scale = frame.place(&root, width: right + left, height: bottom + top, left: left, top: top)
      findings += frame.findings
    }
    // A length that is no number has no place in a picture: as large as none can be, it is refused below.
    func side(_ length: Double) -> Double { length.isFinite ? max(1, length) : .greatestFiniteMagnitude }
    var size = Size(side(padding.left + left + right + padding.right), side(padding.top + top + bottom + padding.bottom))
    if let frame { size = frame.size } else if let wanted = setting.size.fixed { size = wanted }
    if let refusal = Self.refusal(of: size, at: source.span) { throw Diagnostics(findings + [refusal]) }
    let background: Color?
    if let own = source.background {
      background = own.string.flatMap { Color(css: $0) }
    } else {
      background = config.plain.color("background")
    }
    let give = natural(laid, width: size.width.points).give
    let open = laid.plot.height * Double(openRows(of: prepared.model, laid.group))
    let rest = size.height.points - open
    let title = source.view.title?.lines.joined(separator: " ") ?? ""
    let links = ChartLinks(root)
    let chart = BuiltChart(
      root: root, links: links, scale: frame == nil ? 1 : scale, padding: padding, background: background, size: size,
      title: title, name: title.isEmpty ? measuresDrawn(by: prepared.model.units, config, words) : title,
      images: resolver.pictures.images,
      description: source.alternative ?? source.description
        ?? alternativeText(source, prepared.model.units, words: words) {
          UnitEncoder(unit: $0, scales: [:], size: laid.plot, text: text, resolver: resolver)
        },
      heights: rest + open * give.lowerBound...rest + open * give.upperBound,
      explanation: setting.explains ? explainChart(prepared.model, prepared.table, laid) : [],
      tables: setting.isEditable || setting.givesTables ? figureTables(of: prepared.model) : [],
      unit: source.unit,
      precedent: LayoutPrecedent(
        isTurned: fitting.isTurned, guides: GuideRoom(around: bounds, of: laid.plot), prepared: total == nil ? nil : prepared))
    findings += checkCharacters(of: root, at: source.span)
    findings += links.refused.map { address in
      .warning(
        "chart.href", "links to “\(address)” are left out", at: source.span,
        hint: "http, https, mailto and addresses beside the document are allowed")
    }
    var seen: Set<Diagnostic> = []
    return Warned(chart, findings.filter { seen.insert($0).inserted })
  }
}
