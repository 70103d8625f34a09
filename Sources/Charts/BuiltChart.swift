import Dataflow
package import Diagnostics
package import Geometry
package import Grammar
import Scales
package import Scene
import StructuredData
import Typesetting

/// A chart laid out: the passes up to layout have run, only drawing is left.
package struct BuiltChart: Sendable {
  let root: SceneGroup
  /// By how much the design is enlarged in the picture.
  let scale: Double
  let padding: (left: Double, top: Double, right: Double, bottom: Double)
  let background: Color?
  /// Width and height of the whole picture, padding included.
  package let size: Size
  package let title: String
  /// The pictures of image marks, by their numbers.
  package let images: [ImageResource]
  /// What those are told who do not see the chart.
  package let description: String
  /// Heights in which the figure looks well at its width; rows may stand a little closer and never farther apart.
  package let heights: ClosedRange<Double>
  /// A line or more for each pass: what it made of the spec; none where the setting does not ask for it.
  package let explanation: [String]
  /// What is drawn, where the setting asks for it; empty else.
  package let tables: [FigureTable]
  /// As the spec names it; nil where it does not.
  package let unit: String?
  /// What another layout of the same chart, at another height, may begin with.
  package var precedent: LayoutPrecedent

  /// Compiles a spec pass by pass.
  package static func compile(_ source: ChartSource, in setting: ChartSetting) throws(Diagnostics) -> Warned<BuiltChart> {
    var setting = setting
    let figure = source.config.over(setting.theme)["figure"]
    // A look for pages has no height of its own.
    if setting.size == .own, figure.bool("isScaled") == false, let width = figure.number("designWidth"), pixels(source.view) == nil {
      setting.size = .wide(.pt(width))
    }
    if let precedent = setting.precedent, precedent.isTurned, let turned = turned(source) {
      return try compile(turned, in: setting, as: FigureFit(isTurned: true, guides: precedent.guides, prepared: precedent.prepared))
    }
    return try compile(source, in: setting, as: FigureFit(guides: setting.precedent?.guides, prepared: setting.precedent?.prepared))
  }

  /// What a figure has done already to make room for its names and values.
  private struct FigureFit {
    /// Whether columns have become rows.
    var isTurned = false
    /// The size that was found for a width; nil: as asked for, or as the look gives it.
    var size: Size?
    /// Whether the size stems from a layout whose guides had not found their room; it is looked at once more.
    var isGuessed = false
    /// Pixels of the design added to the height that a look gives.
    var extraHeight = 0.0
    var attempts = 0
    /// The room that the guides took in a layout before this one.
    var guides: GuideRoom?
    /// What a layout before this one was made from, where it hangs on no size.
    var prepared: Prepared?
  }

  /// A view with its tables and domains, which no other size of a single plot changes.
  struct Prepared: Sendable {
    var view: ViewSpec
    var model: ViewModel
    var table: ScaleTable
    var resolver: Resolver
    var builder: ScaleBuilder
    /// The scales with their domains, in the order of `table`.
    var domains: [ScaleFunction]
    var findings: [Diagnostic]
    /// For which proportions of the plot it was made.
    var isFlat: Bool
    /// The axes of a single plot; nil where there are several.
    var axes: [AxisModel]?
  }

  private static func compile(
    _ source: ChartSource, in setting: ChartSetting, as fitting: FigureFit
  ) throws(Diagnostics) -> Warned<BuiltChart> {
    let config = source.config.over(setting.theme)
    // In a figure's look a spec's width and height are those of the whole picture.
    let asked = fitting.size ?? setting.firstSize ?? pixels(source.view)
    if let asked, let refusal = refusal(of: asked, at: source.span) { throw Diagnostics([refusal]) }
    var text = TextSetter(typesetter: setting.typesetter, language: setting.language, family: config.plain.text("font"))
    let framed = setting.isEditable ? source.withoutTexts : source
    var frame = FigureFrame(framed, config, size: asked, extraHeight: fitting.extraHeight, text: text)
    if fitting.size == nil, setting.firstSize == nil, let own = asked, let tight = frame, tight.lacksRoom {
      // height: 80 is that of the plot: title and notes stand round it.
      frame = FigureFrame(framed, config, size: Size(own.width.points, own.height.points + tight.furnitureHeight), text: text)
    }
    text.speaksLanguage = frame != nil
    var surroundings = Normaliser.Surroundings()
    surroundings.highlight = source.highlight
    surroundings.unit = source.unit
    surroundings.words = FigureWords(language: setting.language.rawValue)
    if let frame, asked != nil, fitting.size != nil || setting.size.fixed != nil {
      surroundings.aspect = frame.area.size.width / frame.area.size.height
    }
    var autosize = source.autosize
    func sized(_ view: ViewSpec) -> ViewSpec {
      var view = view
      if let frame {
        view.title = nil
        fit(&view, &autosize, to: frame.area.size)
        autosize.containsPadding = false
      } else if let size = setting.size.fixed {
        fit(&view, &autosize, to: size)
      } else {
        fillContainer(&view, &autosize, config)
      }
      return view
    }
    var prepared: Prepared
    if var known = fitting.prepared, known.isFlat == surroundings.isFlat {
      known.view = sized(known.view)
      prepared = known
    } else {
      prepared = try prepare(source, config: config, surroundings: surroundings, fetch: setting.fetch, sized: sized)
    }
    let (view, model, table) = (prepared.view, prepared.model, prepared.table)
    if prepared.axes == nil, model.isPlot {
      let scene = SceneBuilder(
        scales: prepared.domains, table: table, sizes: [:], text: text, resolver: prepared.resolver, config: config)
      prepared.axes = scene.collectAxes(model)
    }
    var resolver = prepared.resolver
    var findings = prepared.findings

    let padding: (left: Double, top: Double, right: Double, bottom: Double) =
      frame == nil ? source.padding ?? padding(config) : (0, 0, 0, 0)
    if frame != nil {
      findings +=
        checkTitle(source.view.title, model.units, unit: source.unit) + checkHighlight(source, model.units)
        + checkAxes(model)
    }
    var override: PlotSize?
    let plan = LayoutPlan(
      prepared: prepared, config: config, text: text, source: source, room: frame?.area.size.width.points,
      magnitudes: frame == nil ? nil : magnitudes(source, config, setting.language))
    let total = fitted(view, autosize)
    let inner: (width: Double, height: Double) =
      autosize.containsPadding ? (padding.left + padding.right, padding.top + padding.bottom) : (0, 0)
    if let guides = fitting.guides, let width = total?.width, let height = total?.height {
      // Guides take about the room that they took before.
      override = guides.plot(within: (width - inner.width, height - inner.height))
    }
    var laid = lay(plan, resolver, override: override)
    // A first layout for a natural height tells what the next begins with.
    let isTrial: Bool
    if case .wide = setting.size { isTrial = frame != nil && fitting.size == nil } else { isTrial = false }
    if let total, !isTrial {
      // The plot gets what the guides leave of the size; twice, since ticks depend on it.
      for _ in 0..<3 {
        let guides = GuideRoom(around: laid.group.bounds, of: laid.plot)
        let next = guides.plot(
          within: (
            total.width.map { $0 - inner.width } ?? laid.plot.width + guides.left + guides.right,
            total.height.map { $0 - inner.height } ?? laid.plot.height + guides.top + guides.bottom
          ))
        if next == override { break }
        override = next
        laid = lay(plan, resolver, labelsLineEnds: laid.labelsLineEnds, override: next)
      }
    }
    var cells: GridCells?
    if let frame, total == nil {
      // As often as the guides change with the plots.
      for _ in 0..<3 {
        guard
          let next = GridCells(filling: frame.area.size, isHeightFree: setting.size.fixed == nil, laid.group, of: model), next != cells
        else { break }
        cells = next
        laid = lay(plan, resolver, labelsLineEnds: laid.labelsLineEnds, override: nil, cells: next)
      }
    }
    if model.units.contains(where: { $0.mark == .image }) {
      // Which boxes pictures stand in is known now; they are read, and the plots are put together once more.
      resolver.pictures = chartPictures(of: model, table, laid.scales, resolver, text, size: laid.plot, setting, &findings)
      laid = lay(plan, resolver, labelsLineEnds: laid.labelsLineEnds, override: override, cells: cells)
    }
    if let frame {
      if laid.wantsRows, !fitting.isTurned, let turned = turned(source) {
        return try compile(turned, in: setting, as: FigureFit(isTurned: true))
      }
      if case .wide(let width) = setting.size, isTrial || fitting.isGuessed {
        var next = fitting
        let bounds = laid.group.bounds
        let wanted = naturalPlot(model, laid, config, width: frame.area.size.width.points)
        let isGrid = fitted(view, autosize) == nil
        let scale = isGrid ? min(1, frame.area.size.width.points / max(1, bounds.width)) : 1
        // Labels of parts below their bar make a plot lower than it would be: bar and labels keep their height.
        let isRigid = laid.plot.height < wanted.height && model.units.contains { $0.properties.bool("partLabels") == true }
        let height =
          isGrid
          ? bounds.height * scale : isRigid ? max(bounds.height, wanted.height) : bounds.height - laid.plot.height + wanted.height
        next.size = Size(width.points, (frame.furnitureHeight + height).rounded(.up))
        next.guides = GuideRoom(around: bounds, of: laid.plot)
        next.isGuessed = isTrial && !isGrid
        if !isGrid { next.prepared = prepared }
        if next.size != fitting.size { return try compile(source, in: setting, as: next) }
      }
      // A picture whose height is free grows with the rows of its grid, …
      let grown = laid.group.bounds.height * min(1, frame.area.size.width.points / max(1, laid.group.bounds.width))
      if setting.size.fixed == nil, total == nil, cells != nil, fitting.attempts < 3, grown > frame.area.size.height.points + 1 {
        var next = fitting
        next.attempts += 1
        next.extraHeight += (grown - frame.area.size.height.points).rounded(.up)
        if let size = fitting.size {
          next.size = Size(size.width.points, size.height.points + next.extraHeight)
          next.extraHeight = 0
        }
        if frame.size.height.points + next.extraHeight < 20_000 { return try compile(source, in: setting, as: next) }
      }
      // … and with those of a plot.
      if setting.size.fixed == nil, laid.stretch > 1.005, fitting.attempts < 3, fitted(view, autosize) != nil {
        var next = fitting
        next.attempts += 1
        next.guides = GuideRoom(around: laid.group.bounds, of: laid.plot)
        next.prepared = prepared
        next.extraHeight += ((laid.stretch - 1) * laid.plot.height).rounded(.up)
        if let size = fitting.size {
          next.size = Size(size.width.points, size.height.points + next.extraHeight)
          next.extraHeight = 0
        }
        if frame.size.height.points + next.extraHeight < 20_000 { return try compile(source, in: setting, as: next) }
      }
    }
    findings += laid.findings
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
    if let refusal = refusal(of: size, at: source.span) { throw Diagnostics(findings + [refusal]) }
    let background: Color?
    if let own = source.background {
      background = own.string.flatMap { Color(css: $0) }
    } else {
      background = config.plain.color("background")
    }
    let give = naturalPlot(model, laid, config, width: size.width.points).give
    let open = laid.plot.height * Double(openRows(of: model, laid.group))
    let rest = size.height.points - open
    let chart = BuiltChart(
      root: root, scale: frame == nil ? 1 : scale, padding: padding, background: background, size: size,
      title: source.view.title?.lines.joined(separator: " ") ?? "", images: resolver.pictures.images,
      description: source.alternative ?? source.description
        ?? alternativeText(source, model.units, words: surroundings.words) {
          UnitEncoder(unit: $0, scales: [:], size: laid.plot, text: text, resolver: resolver)
        },
      heights: rest + open * give.lowerBound...rest + open * give.upperBound,
      explanation: setting.explains ? explainChart(model, table, laid) : [],
      tables: setting.isEditable || setting.givesTables ? figureTables(of: model) : [],
      unit: source.unit,
      precedent: LayoutPrecedent(
        isTurned: fitting.isTurned, guides: GuideRoom(around: bounds, of: laid.plot), prepared: total == nil ? nil : prepared))
    var seen: Set<Diagnostic> = []
    return Warned(chart, findings.filter { seen.insert($0).inserted })
  }

  /// `chart.size`: a picture larger than any that is drawn.
  private static func refusal(of size: Size, at span: SourceSpan?) -> Diagnostic? {
    let (width, height) = (size.width.points, size.height.points)
    guard max(width, height) > 20_000 else { return nil }
    return .error(
      "chart.size", "the picture would be \(Int(min(1e9, width))) × \(Int(min(1e9, height))) pixels; at most 20000 a side are drawn",
      at: span, hint: "give a width and a height, or a smaller step")
  }

  /// The passes before layout.
  ///
  /// - Parameter sized: gives a view the size that it is laid out in.
  private static func prepare(
    _ source: ChartSource, config: Config, surroundings: Normaliser.Surroundings, fetch: @escaping DataFetch, sized: (ViewSpec) -> ViewSpec
  ) throws(Diagnostics) -> Prepared {
    var normaliser = Normaliser(config: config, in: surroundings)
    let view = sized(normaliser.normalise(source.view))
    let findings = normaliser.findings.all
    if normaliser.findings.hasErrors { throw Diagnostics(findings) }
    var instantiation = Instantiation(source, config: config, fetch: fetch)
    var model: ViewModel
    do throws(Diagnostics) {
      model = try instantiation.instantiate(view)
      instantiation.findings += fitProjections(in: &model, config: config, resolver: instantiation.resolver)
    } catch {
      throw Diagnostics(findings + instantiation.findings + error.all)
    }
    var table = ScaleTable()
    for component in collectScales(model, into: &table).sorted(by: { $0.key.rawValue < $1.key.rawValue }) { table.add(component.value) }
    var builder = ScaleBuilder(resolver: instantiation.resolver, highlight: source.highlight)
    let domains = table.components.map { builder.begin($0) }
    return Prepared(
      view: view, model: model, table: table, resolver: instantiation.resolver, builder: builder, domains: domains,
      findings: findings + instantiation.findings, isFlat: surroundings.isFlat)
  }

  /// The words for powers of ten on axes; none where the figure's own words count in thousands or millions already: two powers
  /// of ten for one number are read as one.
  private static func magnitudes(_ source: ChartSource, _ config: Config, _ language: Language) -> FigureNumbers.Words? {
    guard config["figure"].bool("magnitudes") == true else { return nil }
    let said = ([source.unit ?? ""] + (source.view.title?.subtitle ?? [])).joined(separator: " ").lowercased()
    let counting = [FigureNumbers.Words.simplified, .traditional, .english].flatMap { $0.words.map(\.word) } + ["千", "thousand"]
    if counting.contains(where: { !$0.isEmpty && said.contains($0) }) { return nil }
    switch language {
    case .english: return .english
    case .simplifiedChinese: return .simplified
    default: return .traditional
    }
  }

  // MARK: Layout

  struct Laid {
    var group: SceneGroup
    var plot: PlotSize
    var scales: [ScaleFunction]
    var findings: [Diagnostic]
    /// Whether names under columns do not fit, so that rows would serve better.
    var wantsRows = false
    /// By how much the plot must be higher for its names and values to have room.
    var stretch = 1.0
    /// Whether the names of series stand at the ends of their lines.
    var labelsLineEnds: Bool?
    /// The height of cards and entries.
    var neededHeight: Double?
  }

  /// What a layout is made from, whatever its size.
  private struct LayoutPlan {
    var prepared: Prepared
    var config: Config
    var text: TextSetter
    var source: ChartSource
    /// The width of a figure; nil: the chart is none.
    var room: Double?
    var magnitudes: FigureNumbers.Words?
  }

  private static func lay(
    _ plan: LayoutPlan, _ resolver: Resolver, labelsLineEnds: Bool? = nil, override: PlotSize?, cells: GridCells? = nil
  ) -> Laid {
    let (model, table, config) = (plan.prepared.model, plan.prepared.table, plan.config)
    var builder = plan.prepared.builder
    var scales = plan.prepared.domains
    var sizes: [Int: PlotSize] = [:]
    let plots = PlotSizes(table: table, scales: scales, config: config, cells: cells)
    plots.assign(model, override, &sizes)
    // Positions first: their steps bound other ranges.
    for pass in 0..<3 {
      for (index, component) in table.components.enumerated() {
        let channel = component.channel
        let rank = channel.isPosition ? 0 : channel.isOffset ? 1 : 2
        guard rank == pass, let size = sizes[component.first.unit.id] else { continue }
        switch rank {
        case 0: scales[index].range = builder.positionRange(scales[index], component, size: size)
        case 1: scales[index].range = builder.offsetRange(component, scales, table, size: size)
        default:
          let steps = [Channel.x, .y].compactMap { place -> Double? in
            guard let other = table[component.first.unit.id, place] else { return nil }
            let scale = scales[other]
            if scale.type.hasCategories { return scale.step }
            if let bins = scale.bins, bins.count > 1, let a = scale.number(bins[0]), let b = scale.number(bins[1]) { return abs(b - a) }
            return nil
          }
          scales[index].range = builder.visualRange(scales[index], component, size: size, steps: steps)
          scales[index].mix = builder.mixing(component)
          builder.checkColours(scales[index], component)
        }
        builder.finishDomain(&scales[index], component)
      }
    }
    var scene = SceneBuilder(scales: scales, table: table, sizes: sizes, text: plan.text, resolver: resolver, config: config)
    scene.room = plan.room
    scene.plotAxes = plan.prepared.axes
    scene.highlight = plan.source.highlight
    scene.unitOfValues = plan.source.unit
    scene.magnitudes = plan.magnitudes
    scene.labelsLineEnds = labelsLineEnds
    let built = scene.build(model, isRoot: true)
    return Laid(
      group: built.group, plot: PlotSize(width: built.group.width, height: built.group.height), scales: scales,
      findings: builder.findings + scene.findings, wantsRows: scene.wantsRows, stretch: scene.stretch,
      labelsLineEnds: scene.labelsLineEnds, neededHeight: scene.neededHeight)
  }
}

extension ChartSource {
  /// Without what stands round the plot.
  fileprivate var withoutTexts: ChartSource {
    var copy = self
    copy.view.title = nil
    copy.note = []
    copy.source = []
    copy.unit = nil
    return copy
  }
}
