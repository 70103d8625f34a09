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
    var (isStacked, isBar) = (false, false)
    switch view.content {
    case .unit(let mark, let encoding):
      (isStacked, isBar) = (mark.stacks, mark.plain == .bar)
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
        (isStacked, isBar) = (mark.stacks, mark.plain == .bar)
        if places[.x] == nil || places[.y] == nil { places = first.over(encoding) }
      }
    default:
      findings.add(
        .error("spec.annotation", "annotations stand in a view with a mark or layers", at: view.annotations[0].span))
      return result
    }
    let padding = places[.x]?.scale.value?["paddingInner"]?.double ?? config["scale"].number("barBandPaddingInner") ?? 0
    var writer = AnnotationWriter(
      encoding: places.withTypes().encoding, isStacked: isStacked, isBar: isBar,
      gap: padding > 0 && padding < 1 ? padding / (1 - padding) : 0, lineHeight: 1.3 * (config["text"].number("fontSize") ?? 11),
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
  let isBar: Bool
  /// The room between two bars as a part of a bar's width.
  let gap: Double
  /// How many changes to a place are told already: their texts stand below one another.
  var changes: [Node: Int] = [:]
  /// Of texts.
  let lineHeight: Double
  /// Channels of the layers around, which do not reach the annotations.
  let shared: Encoding
  /// Of the annotation that is written.
  var span: SourceSpan

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
    // What it draws is no mark of data, and its texts find their places last.
    let properties = properties.merging(["says": "annotation"]) { own, _ in own }
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
    span = annotation.span
    let ink = annotation.color ?? "#4a5363"
    let text = Node.sequence(annotation.text.map { .string($0) })
    switch annotation.kind {
    case .line(let channel, let level):
      var at: ChannelDefinition
      var transforms = one
      var said = ChannelDefinition.constant(text)
      switch level {
      case .value(let value):
        at = try place(channel, value)
        // A line that is called nothing says where it stands.
        if annotation.text.isEmpty { said = .constant(.string(value.text ?? "")) }
      case .mean:
        let measure = try measure(channel, annotation)
        at = measure.of("_mean").withoutAxis
        at.title = .none
        transforms = mean(of: measure, along: channel == .y ? .x : .y)
        let words = annotation.text.isEmpty ? "" : quotedText(annotation.text.joined(separator: " ") + " ") + " + "
        transforms.append(
          .calculate(
            .init(try Expression("\(words)format(datum._mean, abs(datum._mean) >= 100 ? ',.0f' : '.2~f')", at: span), as: "_said")))
        said = .field("_said", .nominal)
      }
      let look: [String: Node] =
        channel == .y
        ? ["align": "right", "baseline": "bottom", "dy": -3, "x": "width", "color": ink, "placement": "along"]
        : ["align": "left", "baseline": "top", "dx": 4, "y": 0, "color": ink, "placement": "along"]
      return [
        layer(.rule, ["color": ink, "strokeDash": [4, 3]], [channel: at], transforms),
        layer(.text, look, [channel: at, .text: said], transforms),
      ]
    case .band(let channel, let from, let to):
      let isWhole = encoding[channel]?.type?.isDiscrete == true && (isBar || from == to)
      var (start, end) = (try place(channel, from), try place(channel, to))
      // Of categories it holds all of both, and half of the room on either side.
      if isWhole { (start.bandPosition, end.bandPosition) = (-gap / 2, 1 + gap / 2) }
      var made = [
        layer(
          .rect, ["color": annotation.color ?? "#dde3ea", "opacity": 0.5],
          [channel: start, channel.second ?? channel: end], one)
      ]
      if !annotation.text.isEmpty {
        let look: [String: Node] = ["text": text, "color": ink, "placement": "listed"]
        made.append(
          layer(
            .text,
            channel == .x
              ? look.merging(["y": 0, "places": withinBand]) { $1 } : look.merging(["x": "width", "places": atEndOfBand]) { $1 },
            [channel: start, channel.second ?? channel: end], one))
      }
      return made
    case .callout(let x, let y, let dx, let dy):
      return [
        layer(
          .text, ["text": text, "color": ink, "placement": "listed", "places": around(dx, dy), "leader": true],
          [.x: try place(.x, x), .y: try place(.y, y)], one)
      ]
    case .bracket(let from, let to):
      let (a, b) = (try place(.x, from), try place(.x, to))
      // Clear of the values that stand over the highest marks.
      let level = -lineHeight - 6
      var made = [layer(.rule, ["color": ink, "y": .number(level)], [.x: a, .x2: b], one)]
      for end in [a, b] { made.append(layer(.rule, ["color": ink, "y": .number(level), "y2": .number(level + 6)], [.x: end], one)) }
      if !annotation.text.isEmpty {
        made.append(
          layer(
            .text,
            [
              "color": ink, "y": .number(level), "text": text, "placement": "listed", "places": overBracket,
            ],
            [.x: a, .x2: b], one))
      }
      return made
    case .change(let from, let to, let change): return try self.change(from, to, change, annotation, ink)
    case .totals:
      let (x, y) = (try measure(.x, annotation), try measure(.y, annotation))
      let isUpright = y.type == .quantitative
      let (size, group) = isUpright ? (y, x) : (x, y)
      let (axis, across) = isUpright ? (Channel.y, Channel.x) : (.x, .y)
      var (sum, top) = (size.of("_total"), size.of("_top"))
      (sum.title, top.title) = (.none, .none)
      // Parts below zero hang from it: the sum stands over those above.
      let positive = try Expression("max(0, \(size.datumText))", at: annotation.span)
      return [
        layer(
          .text, outside(axis).merging(["fontWeight": "bold", "color": ink, "placement": "here"]) { $1 },
          [axis: top, across: group, .text: sum],
          [
            .calculate(.init(positive, as: "_above")),
            .aggregate(
              .init(
                [.init(.sum, of: size.fieldPath, as: "_total"), .init(.sum, of: "_above", as: "_top")], groupBy: [group.fieldPath])),
          ])
      ]
    }
  }

  /// The mean of what is drawn at each place: of stacks, that of their sums.
  private func mean(of measure: ChannelDefinition, along channel: Channel) -> [Transform] {
    let mean = Transform.aggregate(.init([.init(.mean, of: measure.fieldPath, as: "_mean")]))
    guard isStacked, let place = encoding[channel], place.field?.name != nil else { return [mean] }
    return [
      .aggregate(.init([.init(.sum, of: measure.fieldPath, as: measure.field?.name ?? "")], groupBy: [place.fieldPath])), mean,
    ]
  }

  /// Where a text may stand about its point: pixels from it, and how it is aligned there.
  private struct Spot {
    var dx, dy: Double
    var align, baseline: String
    /// Whether it is about the second end of the stretch that the text belongs to, in place of its middle.
    var isAtEnd: Bool
    init(_ dx: Double, _ dy: Double, _ align: String, _ baseline: String, isAtEnd: Bool = false) {
      (self.dx, self.dy, self.align, self.baseline, self.isAtEnd) = (dx, dy, align, baseline, isAtEnd)
    }
    var node: Node { .sequence([.number(dx), .number(dy), .string(align), .string(baseline), .bool(isAtEnd)]) }
  }

  /// At the head of an upright band, at its middle or beside it, lower down, or over the plot.
  private var withinBand: Node {
    let shifts = [0, -2, 2, -4, 4].map { $0 * lineHeight }
    let within = (0..<6).flatMap { level in shifts.map { Spot($0, 3 + Double(level) * lineHeight, "center", "top") } }
    let over = (0..<3).flatMap { level in shifts.map { Spot($0, -4 - Double(level) * lineHeight, "center", "bottom") } }
    return .sequence((within + over).map(\.node))
  }

  /// At the right end of a level band, or farther to the left, or beyond its end.
  private var atEndOfBand: Node {
    let within = (0..<10).flatMap { step in
      [0, -1, 1].map { Spot(-4 - Double(step) * 2 * lineHeight, $0 * lineHeight, "right", "middle") }
    }
    return .sequence((within + [0, -1, 1].map { Spot(6, $0 * lineHeight, "left", "middle") }).map(\.node))
  }

  /// Over a bracket, or higher.
  private var overBracket: Node { .sequence((0..<6).map { Spot(0, -3 - Double($0) * lineHeight, "center", "bottom").node }) }

  /// Right or left of an upright arrow, else over its head, else farther down or up beside it.
  private func besideArrow(_ dy: Double) -> Node {
    var spots = [Spot(6, dy, "left", "middle"), Spot(-6, dy, "right", "middle")]
    for level in 0..<4 {
      let up = -6 - Double(level) * lineHeight
      for (dx, align) in [(0.0, "center"), (6, "left"), (-6, "right")] { spots.append(Spot(dx, up, align, "bottom", isAtEnd: true)) }
    }
    for step in 1..<6 {
      for shift in [1, -1] { spots.append(Spot(6, dy + Double(step * shift) * lineHeight / 2, "left", "middle")) }
    }
    return .sequence(spots.map(\.node))
  }

  /// Beyond the head of a level arrow, else over or under its middle.
  private func besideFlatArrow(_ dy: Double) -> Node {
    var spots = (0..<6).map { Spot(8 + Double($0) * lineHeight, dy, "left", "middle", isAtEnd: true) }
    spots += [Spot(0, -3 - dy, "center", "bottom"), Spot(0, 3 + dy, "center", "top")]
    return .sequence(spots.map(\.node))
  }

  /// The asked spot, its mirror images, and the same farther out.
  private func around(_ dx: Double, _ dy: Double) -> Node {
    let reach = max(lineHeight, (dx * dx + dy * dy).squareRoot())
    let directions = [(dx, dy), (-dx, dy), (0, -reach), (dx, -dy), (-dx, -dy), (reach, 0), (-reach, 0), (0, reach)]
    return .sequence(
      [1, 1.5, 2.2, 3, 0.5, 0.25].flatMap { times in
        directions.map { x, y in
          Spot(
            x * times, y * times, x > 1 ? "left" : x < -1 ? "right" : "center",
            abs(x) > 1 && abs(y) < 1 ? "middle" : y < 0 ? "bottom" : "top"
          ).node
        }
      })
  }

  /// One row, for what stands at constants.
  private var one: [Transform] { [.aggregate(.init([.init(.count, as: "_rows")]))] }

  /// An arrow from the level at one place to that at another, at the second one, with what the rows say of the change.
  private mutating func change(
    _ from: Node, _ to: Node, _ change: Annotation.Change, _ annotation: Annotation, _ ink: Node
  ) throws(Diagnostic) -> [ViewSpec] {
    var (x, y) = (try measure(.x, annotation), try measure(.y, annotation))
    // Columns that are rows have their places on y.
    let isFlat = y.type != .quantitative && x.type == .quantitative
    if isFlat { (x, y) = (y, x) }
    guard y.type == .quantitative else {
      throw .error("spec.annotation", "“\(change.rawValue)” needs a quantitative field on y", at: annotation.span)
    }
    let (across, along) = isFlat ? (Channel.y, Channel.x) : (.x, .y)
    let (secondAcross, secondAlong) = isFlat ? (Channel.y2, Channel.x2) : (.x2, .y2)
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
    let told = changes[to, default: 0]
    changes[to] = told + 1
    var at = try place(across, to)
    // Beside a column, not upon it.
    if x.type?.isDiscrete == true { at.bandPosition = isBar ? 1 + gap / 2 : 1 }
    rows.append(
      try expression(
        "datum._to < datum._from ? '\(isFlat ? "triangle-left" : "triangle-down")' : '\(isFlat ? "triangle-right" : "triangle-up")'",
        "_head"))
    var head = ChannelDefinition.field("_head", .nominal).withoutLegend
    head.scale = .null
    func level(_ name: String) -> ChannelDefinition {
      var definition = y.of(name)
      definition.title = .none
      return definition
    }
    return [
      layer(
        .rule, ["color": ink, "strokeDash": [2, 2]], [across: try place(across, from), secondAcross: at, along: level("_from")], rows),
      layer(.rule, ["color": ink, "strokeWidth": 1.5], [across: at, along: level("_from"), secondAlong: .end("_to")], rows),
      layer(
        .point, ["filled": true, "size": 50, "color": ink, "opacity": 1], [across: at, along: level("_to"), .shape: head], rows),
      layer(
        .text,
        [
          "fontWeight": "bold", "color": ink, "placement": "listed",
          "places": isFlat ? besideFlatArrow(Double(told) * lineHeight) : besideArrow(Double(told) * lineHeight),
        ],
        [across: at, along: level("_from"), secondAlong: .end("_to"), .text: .field("_label", .nominal)], rows),
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
