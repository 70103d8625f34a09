import Dataflow
import Diagnostics
import StructuredData

/// Annotations as layers over the marks.
extension Normaliser {
  /// The view with its annotations as layers; as it is when it has none.
  mutating func annotated(_ view: ViewSpec) -> ViewSpec {
    guard !view.annotations.isEmpty else { return view }
    var result = view
    result.annotations = []
    let units: [ViewSpec]
    var shared = Encoding()
    var places: Encoding
    var isStacked = false
    switch view.content {
    case .unit(let mark, let encoding):
      isStacked = mark.stacks
      var inner = encoding
      for channel in Channel.allCases where channel.isFacet {
        shared[channel] = encoding[channel]
        inner[channel] = nil
      }
      units = [ViewSpec(.unit(mark, inner), at: view.span)]
      places = inner
    case .layer(let layers, let encoding):
      units = layers
      shared = encoding
      places = encoding
      if case .unit(let mark, let first)? = layers.first?.content {
        isStacked = mark.stacks
        if places[.x] == nil || places[.y] == nil { places = first.over(encoding) }
      }
    default:
      findings.add(
        .error("spec.annotation", "annotations stand in a view with a mark or layers", at: view.annotations[0].span))
      return result
    }
    var writer = AnnotationWriter(
      encoding: places.withTypes().encoding, isStacked: isStacked, lineHeight: 1.3 * (config["text"].number("fontSize") ?? 11),
      shared: shared, span: view.span)
    var layers: [ViewSpec] = []
    // Bands lie under the marks.
    var under: [ViewSpec] = []
    for annotation in view.annotations {
      do throws(Diagnostic) {
        let made = try writer.layers(annotation)
        if case .band = annotation.kind { under += made } else { layers += made }
      } catch {
        findings.add(error)
      }
    }
    result.content = .layer(under + units + layers, shared)
    return result
  }
}

private struct AnnotationWriter {
  let encoding: Encoding
  /// Whether the marks of a place stand on one another, so that their sum is a level.
  let isStacked: Bool
  /// How many changes to a place are told already: their texts stand below one another.
  var changes: [Node: Int] = [:]
  /// Of texts.
  let lineHeight: Double
  /// Channels of the layers around, which do not reach the annotations.
  let shared: Encoding
  let span: SourceSpan

  /// - Throws: `spec.annotation` for what is no date on an axis of time.
  private func place(_ channel: Channel, _ datum: Node) throws(Diagnostic) -> ChannelDefinition {
    var definition = ChannelDefinition.datum(datum)
    definition.type = encoding[channel]?.type
    if definition.type == .temporal, let text = datum.text, datum.string != nil || text.utf8.count == 4 {
      guard let moment = parsedDate(text) else {
        throw .error("spec.annotation", "“\(text)” is no date", at: datum.span)
      }
      definition.datum = .number(moment)
    }
    definition.title = .none
    return definition
  }

  private func layer(
    _ type: MarkType, _ properties: [String: Node], _ channels: [Channel: ChannelDefinition], _ transforms: [Transform] = []
  ) -> ViewSpec {
    var own = Encoding()
    for (channel, definition) in channels { own[channel] = definition }
    own.hidden = Set(shared.keys).subtracting(channels.keys).subtracting([.row, .column, .facet])
    var layer = ViewSpec(.unit(MarkDefinition(type.rawValue, Properties(properties), at: span), own), at: span)
    layer.transforms = transforms
    return layer
  }

  private func measure(_ channel: Channel, _ annotation: Annotation) throws(Diagnostic) -> ChannelDefinition {
    guard let definition = encoding[channel], definition.field?.name != nil else {
      throw .error("spec.annotation", "this annotation needs a field on “\(channel.rawValue)”", at: annotation.span)
    }
    return definition
  }

  mutating func layers(_ annotation: Annotation) throws(Diagnostic) -> [ViewSpec] {
    let ink = annotation.color ?? "#4a5363"
    let text = Node.sequence(annotation.text.map { .string($0) })
    switch annotation.kind {
    case .line(let channel, let level):
      var at: ChannelDefinition
      var transforms: [Transform] = []
      switch level {
      case .value(let value): at = try place(channel, value)
      case .mean:
        let measure = try measure(channel, annotation)
        at = measure.of("_mean").withoutAxis
        at.title = .none
        transforms = [.aggregate(.init([.init(.mean, of: measure.fieldPath, as: "_mean")]))]
      }
      let isFlat = channel == .y
      var made = [
        layer(.rule, ["color": ink, "strokeDash": [4, 3]], [channel: at], transforms)
      ]
      if !annotation.text.isEmpty {
        made.append(
          layer(
            .text,
            isFlat
              ? ["align": "right", "baseline": "bottom", "dy": -3, "x": "width", "text": text, "color": ink, "placement": "along"]
              : ["align": "left", "baseline": "top", "dx": 4, "y": 0, "text": text, "color": ink, "placement": "along"],
            [channel: at], transforms.isEmpty ? one : transforms))
      }
      return made
    case .band(let channel, let from, let to):
      var made = [
        layer(
          .rect, ["color": annotation.color ?? "#dde3ea", "opacity": 0.5],
          [channel: try place(channel, from), channel.second ?? channel: try place(channel, to)], one)
      ]
      if !annotation.text.isEmpty {
        made.append(
          layer(
            .text,
            channel == .x
              ? ["align": "left", "baseline": "top", "dx": 4, "dy": 3, "y": 0, "text": text, "color": ink]
              : ["align": "left", "baseline": "bottom", "dx": 4, "dy": -3, "x": 0, "text": text, "color": ink],
            [channel: try place(channel, from)], one))
      }
      return made
    case .callout(let x, let y, let dx, let dy):
      let at = [Channel.x: try place(.x, x), .y: try place(.y, y)]
      let side: Node = dx < -1 ? "right" : dx > 1 ? "left" : "center"
      return [
        layer(
          .rule, ["color": ink, "strokeWidth": 0.75, "x2Offset": .number(dx), "y2Offset": .number(dy)],
          at.merging([.x2: try place(.x, x), .y2: try place(.y, y)]) { $1 }, one),
        layer(
          .text,
          [
            "text": text, "align": side, "baseline": dy < 0 ? "bottom" : "top", "color": ink,
            "dx": .number(dx + (dx > 1 ? 2 : dx < -1 ? -2 : 0)), "dy": .number(dy),
          ], at, one),
      ]
    case .bracket(let from, let to):
      let (a, b) = (try place(.x, from), try place(.x, to))
      var made = [layer(.rule, ["color": ink, "y": -8], [.x: a, .x2: b], one)]
      for end in [a, b] { made.append(layer(.rule, ["color": ink, "y": -8, "y2": -2], [.x: end], one)) }
      if !annotation.text.isEmpty {
        made.append(layer(.text, ["color": ink, "y": -11, "baseline": "bottom", "align": "left", "text": text], [.x: a], one))
      }
      return made
    case .change(let from, let to, let change): return try self.change(from, to, change, annotation, ink)
    case .totals:
      let (x, y) = (try measure(.x, annotation), try measure(.y, annotation))
      let isUpright = y.type == .quantitative
      let (size, group) = isUpright ? (y, x) : (x, y)
      let (axis, across) = isUpright ? (Channel.y, Channel.x) : (.x, .y)
      var sum = size.of("_total")
      sum.title = .none
      return [
        layer(
          .text, outside(axis).merging(["fontWeight": "bold", "color": ink]) { $1 },
          [axis: sum, across: group, .text: sum],
          [.aggregate(.init([.init(.sum, of: size.fieldPath, as: "_total")], groupBy: [group.fieldPath]))])
      ]
    }
  }

  /// One row, for what stands at constants.
  private var one: [Transform] { [.aggregate(.init([.init(.count, as: "_rows")]))] }

  /// An arrow from the level at one place to that at another, at the second one, with what the rows say of the change.
  private mutating func change(
    _ from: Node, _ to: Node, _ change: Annotation.Change, _ annotation: Annotation, _ ink: Node
  ) throws(Diagnostic) -> [ViewSpec] {
    let (x, y) = (try measure(.x, annotation), try measure(.y, annotation))
    guard y.type == .quantitative else {
      throw .error("spec.annotation", "“\(change.rawValue)” needs a quantitative field on y", at: annotation.span)
    }
    if !isStacked, let series = encoding[.color]?.field ?? encoding[.detail]?.field, series != x.field {
      throw .error(
        "spec.annotation", "“\(change.rawValue)” is the change of one series, and “\(series.name ?? "")” tells several apart",
        at: annotation.span,
        hint: "filter the rows to one series")
    }
    if change == .cagr, x.type != .temporal, let text = [from, to].compactMap(\.text).first(where: { !$0.isYear }) {
      throw .error(
        "spec.annotation", "a rate a year is reckoned between years, and “\(text)” is none", at: annotation.span,
        hint: "give the places a temporal type, or name them 2020 or 2020年")
    }
    func expression(_ text: String, _ name: String) throws(Diagnostic) -> Transform {
      .calculate(.init(try Expression(text, at: annotation.span), as: name))
    }
    func literal(_ node: Node) -> String { node.numberText ?? quotedText(node.text ?? "") }
    // Texts and numbers are told apart by none who writes a year; moments are compared as such.
    func test(_ node: Node) -> String {
      x.type == .temporal
        ? "toDate(\(x.datumText)) == toDate(\(literal(node)))" : "toString(\(x.datumText)) == toString(\(literal(node)))"
    }
    let years =
      x.type == .temporal
      ? "(year(toDate(\(literal(to)))) - year(toDate(\(literal(from)))) + (month(toDate(\(literal(to)))) - month(toDate(\(literal(from))))) / 12)"
      : "(toNumber(replace(\(literal(to)) + '', /\\D+/g, '')) - toNumber(replace(\(literal(from)) + '', /\\D+/g, '')))"
    let label =
      switch change {
      case .difference: "format(datum._to - datum._from, '+,')"
      case .growth: "format(100 * (datum._to - datum._from) / datum._from, '+.1f') + '%'"
      case .multiple: "'×' + format(datum._to / datum._from, '.2~f')"
      case .cagr: "format(100 * (pow(datum._to / datum._from, 1 / \(years)) - 1), '+.1f') + '%/a'"
      }
    var rows: [Transform] = [
      try expression("\(test(from)) ? \(y.datumText) : null", "_a"),
      try expression("\(test(to)) ? \(y.datumText) : null", "_b"),
      .aggregate(.init([.init(.sum, of: "_a", as: "_from"), .init(.sum, of: "_b", as: "_to")])),
    ]
    // Without both figures there is nothing to say.
    rows.append(
      .filter(
        .expression(
          try Expression(
            "isValid(datum._from) && isValid(datum._to)" + (change == .difference ? "" : " && datum._from > 0"), at: annotation.span))))
    rows.append(try expression(label, "_label"))
    rows.append(try expression("(datum._from + datum._to) / 2", "_middle"))
    let told = changes[to, default: 0]
    changes[to] = told + 1
    var at = try place(.x, to)
    // Beside a column, not upon it.
    if x.type?.isDiscrete == true { at.bandPosition = 1 }
    rows.append(try expression("datum._to < datum._from ? 'triangle-down' : 'triangle-up'", "_head"))
    var head = ChannelDefinition.field("_head", .nominal).withoutLegend
    head.scale = .null
    func level(_ name: String) -> ChannelDefinition {
      var definition = y.of(name)
      definition.title = .none
      return definition
    }
    return [
      layer(.rule, ["color": ink, "strokeDash": [2, 2]], [.x: try place(.x, from), .x2: at, .y: level("_from")], rows),
      layer(.rule, ["color": ink, "strokeWidth": 1.5], [.x: at, .y: level("_from"), .y2: .end("_to")], rows),
      layer(
        .point, ["filled": true, "size": 50, "color": ink, "opacity": 1],
        [.x: at, .y: level("_to"), .shape: head], rows),
      layer(
        .text,
        [
          "align": "left", "baseline": "middle", "dx": 6, "dy": .number(Double(told) * lineHeight), "fontWeight": "bold", "color": ink,
        ],
        [.x: at, .y: level("_middle"), .text: .field("_label", .nominal)], rows),
    ]
  }
}

extension MarkDefinition {
  /// Whether what stands at one place is put on each other unless the spec says otherwise.
  fileprivate var stacks: Bool { plain == .bar || plain == .area }
}

extension String {
  /// 2020, 2020年, FY2020.
  fileprivate var isYear: Bool {
    let digits = unicodeScalars.filter { ("0"..."9").contains($0) }
    let rest = String(String.UnicodeScalarView(unicodeScalars.filter { !("0"..."9").contains($0) }))
    return digits.count == 4 && ["", "年", "年度", "FY", "FY "].contains(rest)
  }
}
