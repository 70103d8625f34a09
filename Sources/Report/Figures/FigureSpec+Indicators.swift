package import Diagnostics
import Grammar
package import Indicators
import Lingua
import Scene
package import StructuredData

/// `data: {indicators: FILE, where: {concept, area, period}}` of a chart spec.
package struct IndicatorData: Hashable, Sendable {
  /// An article or a fact set; nil: the figures at hand.
  package var file: String?
  package var concept: String?
  package var area: String?
  package var period: String?

  /// - Throws: what is wrong in the mapping.
  package init?(of spec: Node) throws(Diagnostics) {
    guard let data = spec["data"], data["values"] == nil, data["url"] == nil, data["indicators"] != nil || data["where"] != nil else {
      return nil
    }
    self = try Self.shape.read(data).value
  }

  private static let shape = NodeShape<IndicatorData>.record("Data") { fields in
    var data = IndicatorData()
    data.file = fields.optional("indicators", .nullable(.text), "An article or indicator set.").flatMap { $0 }
    let filter = fields.optional("where", condition)
    data.concept = filter?.concept
    data.area = filter?.area
    data.period = filter?.period
    return data
  }
  private static let condition = NodeShape<IndicatorData>.record("Where") { fields in
    var data = IndicatorData()
    data.concept = fields.optional("concept", .text)
    data.area = fields.optional("area", .text)
    data.period = fields.optional("period", .text)
    return data
  }
  private init() {}

  /// The spec with figures for data: as rows where it says itself what its channels show, else as what its mark is made for: cards,
  /// a growth beside its base, a share in its whole, places, two areas, or bars. What the spec says itself stays: title, note, source.
  ///
  /// - Parameter indicators: those that `data.indicators` speaks of, grouped, with what was derived.
  /// - Throws: `chart.data` where no indicator fits, or none has what the mark shows.
  package func filled(_ spec: Node, with indicators: [Indicator], context: HeadlineContext) throws(Diagnostic) -> Node {
    let mark = spec["mark"]?.string ?? spec["mark"]?["type"]?.string
    guard spec["encoding"] == nil, spec["layer"] == nil, let mark else {
      return spec.replacing("data", with: .mapping([("values", .sequence(try rows(of: context)))]))
    }
    let key = concept.map { context.concepts.key(for: $0) }
    let fitting = indicators.filter { indicator in
      isOf(key, indicator.lead, context)
        && (area.map { foldedArea(indicator.area) == foldedArea($0) } ?? true)
        && (period.map { indicator.period?.description == $0 } ?? true)
    }
    guard !fitting.isEmpty else { throw unfit(among: indicators.map(\.name)) }
    guard let made = FigureSpec.made(mark, of: fitting, context: context) else {
      throw .error(
        "chart.data", "“\(fitting[0].name)” has nothing that the mark “\(mark)” could show", hint: FigureSpec.need(of: mark))
    }
    var node = made.node
    // Properties of the mark that the spec gives count before those it would be made with.
    if let written = spec["mark"]?.mapping {
      let usual = node["mark"] ?? .string(mark)
      var properties = usual.mapping == nil ? Node.mapping([("type", usual)]) : usual
      for entry in written.entries where entry.key != "type" { properties = properties.replacing(entry.key, with: entry.value) }
      node = node.replacing("mark", with: properties)
    }
    for entry in spec.mapping?.entries ?? [] where !["data", "mark", "title"].contains(entry.key) {
      node = node.replacing(entry.key, with: entry.value)
    }
    guard let title = spec["title"] else { return node }
    // The title's own subtitle, else the one that says what is measured.
    if title["subtitle"] != nil || made.title?.subtitle == nil { return node.replacing("title", with: title) }
    let text = title["text"] ?? title
    return node.replacing("title", with: .mapping([("text", text), ("subtitle", .string(made.title?.subtitle ?? ""))]))
  }

  /// Whether a figure is of a concept, by the name it is printed with or by the one its source has.
  private func isOf(_ key: Folded?, _ figure: Observation, _ context: HeadlineContext) -> Bool {
    guard let key else { return true }
    return [figure.name, context.names.statedName(of: figure)].contains { context.concepts.key(for: $0) == key }
  }

  private func unfit(among names: [String]) -> Diagnostic {
    .error(
      "chart.data", "no indicator fits “\([concept, area, period].compactMap { $0 }.joined(separator: ", "))”",
      hint: concept.flatMap { nearestName(to: $0, among: names) }.map { "did you mean “\($0)”?" })
  }

  /// Levels as rows: id, name, value, unit, area, period, qualifier, status.
  private func rows(of context: HeadlineContext) throws(Diagnostic) -> [Node] {
    let set = context.set
    let key = concept.map { context.concepts.key(for: $0) }
    let rows = set.observations.filter { observation in
      observation.kind == .level && isOf(key, observation, context)
        && (area.map { foldedArea(observation.area) == foldedArea($0) } ?? true)
        && (period.map { observation.period?.description == $0 } ?? true)
    }
    guard !rows.isEmpty else { throw unfit(among: set.observations.map(\.name)) }
    return rows.map { observation in
      .mapping([
        ("id", .string(observation.id)), ("name", .string(observation.name)), ("value", .number(observation.value.description)),
        ("unit", .string(observation.unit.written)), ("area", observation.area.map { .string($0) } ?? .null),
        ("period", observation.period.map { .string($0.description) } ?? .null),
        ("qualifier", .string(observation.qualifier.rawValue)), ("status", .string(observation.status.rawValue)),
      ])
    }
  }
}

extension FigureSpec {
  fileprivate static func made(_ mark: String, of indicators: [Indicator], context: HeadlineContext) -> FigureSpec? {
    switch mark {
    case "kpi":
      let shown = Array(indicators.prefix(4))
      var spec = kpi(shown.map { KPI(indicator: $0, context: context) })
      spec.title = Title(
        headline(shown[0], context: context),
        subtitle: context.subtitle(
          shown.count == 1 ? context.label(shown[0]) : context.text(context.phrases.mainFigures),
          area: context.area(of: shown), unit: nil, period: context.period(of: shown)))
      spec.source = context.source(of: shown)
      return spec
    case "change": return indicators.lazy.compactMap { change($0, context: context) }.first
    case "share", "ring":
      var spec = indicators.lazy.compactMap { share($0, context: context) }.first
      spec?.mark = mark
      return spec
    case "ranking": return ranking(indicators, context: context)
    case "dumbbell":
      for (i, first) in indicators.enumerated() {
        for second in indicators[(i + 1)...] {
          if first.area != second.area, let spec = dumbbell(first, second, context: context) { return spec }
        }
      }
      return nil
    case "bar": return bars(indicators, context: context)
    default: return nil
    }
  }

  fileprivate static func need(of mark: String) -> String {
    switch mark {
    case "change": "it needs a level and its growth"
    case "share", "ring": "it needs a level and its share of a whole"
    case "ranking": "it needs two indicators with places in one ranking"
    case "dumbbell": "it needs one measure in two areas"
    case "bar": "it needs two levels of one unit"
    default: "say with `encoding` which columns the channels show: name, value, unit, area, period"
    }
  }
}

extension Node {
  /// This mapping with another value for a key, in its place or at the end.
  func replacing(_ key: String, with value: Node) -> Node {
    var entries = mapping?.entries ?? []
    if let place = entries.firstIndex(where: { $0.key == key }) {
      entries[place] = Mapping.Entry(key: key, keySpan: entries[place].keySpan, value: value)
    } else {
      entries.append(Mapping.Entry(key: key, value: value))
    }
    return Node(.mapping(Mapping(entries)), at: span)
  }
}
