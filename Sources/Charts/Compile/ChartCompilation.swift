import Dataflow
import Diagnostics
import Geometry
import Grammar
import Scales
import Scene
import StructuredData
import Typesetting

/// A chart on its way through the passes: all that is known of it before anything has a place.
struct ChartCompilation {
  let source: ChartSource
  let setting: ChartSetting
  let fitting: FigureFit
  let config: Config
  let text: TextSetter
  let frame: FigureFrame?
  let words: FigureWords
  let autosize: Autosize
  let padding: (left: Double, top: Double, right: Double, bottom: Double)
  let prepared: Prepared
  /// Words for powers of ten on axes; nil: numbers stand as they are.
  let magnitudes: FigureNumbers.Words?
  /// The same chart with rows for columns, for names that do not fit under columns; nil where it has none, or is it.
  let inRows: ChartSource?
  /// Of the passes before layout.
  let findings: [Diagnostic]

  /// What a figure has done already to make room for its names and values.
  struct FigureFit {
    /// Whether columns have become rows.
    var isTurned = false
    /// The size that was found for a width; nil: as asked for, or as the look gives it.
    var size: Size?
    /// Whether the size stems from a layout whose guides had not found their room; it is looked at once more.
    var isGuessed = false
    /// Whether the cells of a grid have become as large as the figure has room for.
    var isEnlarged = false
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

  /// Runs the passes before layout.
  init(_ source: ChartSource, in setting: ChartSetting, as fitting: FigureFit) throws(Diagnostics) {
    let config = source.config.over(setting.theme)
    // In a figure's look a spec's width and height are those of the whole picture.
    let asked = fitting.size ?? setting.firstSize ?? Self.pixels(source.view)
    if let asked, let refusal = Self.refusal(of: asked, at: source.span) { throw Diagnostics([refusal]) }
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
        Self.fit(&view, &autosize, to: frame.area.size)
        autosize.containsPadding = false
      } else if let size = setting.size.fixed {
        Self.fit(&view, &autosize, to: size)
      } else {
        Self.fillContainer(&view, &autosize, config)
      }
      return view
    }
    var prepared: Prepared
    if var known = fitting.prepared, known.isFlat == surroundings.isFlat {
      known.view = sized(known.view)
      prepared = known
    } else {
      prepared = try Self.prepare(source, config: config, surroundings: surroundings, fetch: setting.fetch, sized: sized)
    }
    if prepared.axes == nil, prepared.model.isPlot {
      let scene = SceneBuilder(
        scales: prepared.domains, table: prepared.table, sizes: [:], text: text, resolver: prepared.resolver, config: config)
      prepared.axes = scene.collectAxes(prepared.model)
    }
    var findings = prepared.findings
    if frame != nil {
      findings +=
        checkTitle(source.view.title, prepared.model.units, unit: source.unit) + checkHighlight(source, prepared.model.units)
        + checkAxes(prepared.model)
        + checkParts(prepared.model.units)
    }
    self.source = source
    self.setting = setting
    self.fitting = fitting
    self.config = config
    self.text = text
    self.frame = frame
    self.words = surroundings.words
    self.autosize = autosize
    self.padding = frame == nil ? source.padding ?? Self.padding(config) : (0, 0, 0, 0)
    self.prepared = prepared
    self.magnitudes = frame == nil ? nil : Self.magnitudes(source, config, setting.language)
    inRows = frame == nil || fitting.isTurned ? nil : turned(source)
    self.findings = findings
  }

  /// `chart.size`: a picture larger than any that is drawn.
  static func refusal(of size: Size, at span: SourceSpan?) -> Diagnostic? {
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
