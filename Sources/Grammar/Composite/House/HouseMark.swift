import Dataflow
import Diagnostics
import StructuredData

/// The field with the number that a row has in the data of a house mark, from 1: its layers filter rows and make new ones.
package let rowNumberField = "_datum"

/// What a mark of the house is made from and into: its unit view, and the layers of plain marks that stand for it.
///
/// A channel that the mark does not ask for has no effect and is reported; the mark's own properties go to its main layer.
struct HouseMark {
  let mark: MarkDefinition
  /// The chart around the view: its look, and what it says beside the view.
  let normaliser: Normaliser
  private let view: ViewSpec
  private let encoding: Encoding
  /// Channels whose type the spec does not give.
  private let untyped: Set<Channel>
  private var asked: Set<Channel> = []
  /// Own properties of the mark that a layer has.
  private var given: Set<String> = ["type"]
  private var transforms: [Transform] = [.window(.init([.init(.rowNumber, as: rowNumberField)]))]
  private var layers: [ViewSpec] = []
  /// Guides that a layer has for itself.
  var resolve: Resolve
  /// Whether the plot goes without its frame.
  var isFrameless = false
  var width: ViewSize?
  var height: ViewSize?
  /// Width over height of the plot in a figure, for marks that are square or nearly so; nil: any.
  var aspect: ClosedRange<Double>?

  init(_ view: ViewSpec, _ mark: MarkDefinition, _ encoding: Encoding, in normaliser: Normaliser) {
    self.normaliser = normaliser
    self.view = view
    self.mark = mark
    let typed = encoding.withTypes()
    var titled = typed.encoding
    // Where fields give no titles, those that the mark makes of them give none either.
    if normaliser.config.plain.text("fieldTitle") == "none" {
      for channel in titled.keys where titled[channel]?.title == .automatic { titled[channel]?.title = .none }
    }
    self.encoding = titled
    untyped = Set(typed.untyped.map(\.0))
    resolve = view.resolve
    width = view.width
    height = view.height
  }

  /// Whether the look writes values on marks, so that a layer of texts is not needed.
  var labelsValues: Bool { normaliser.config["figure"].bool("valueLabels") == true }

  // MARK: What stands in the spec

  /// The channels that say something about a value, where they are given.
  mutating func remarks(_ channels: Channel...) -> [Channel: ChannelDefinition] {
    channels.reduce(into: [:]) { found, channel in found[channel] = take(channel) }
  }

  /// The sizes of the parts, on theta or along x or y.
  mutating func parts(_ meaning: String) throws(Diagnostic) -> ChannelDefinition {
    for channel in [Channel.theta, .x, .y] where encoding[channel]?.field?.name != nil {
      var definition = try need(channel, meaning)
      definition.type = .quantitative
      return definition
    }
    return try need(.theta, meaning)
  }

  /// The definition of a channel that the mark cannot do without.
  /// - Throws: `spec.composite` when it has no field.
  mutating func need(_ channel: Channel, _ meaning: String) throws(Diagnostic) -> ChannelDefinition {
    asked.insert(channel)
    guard let definition = encoding[channel], definition.field?.name != nil || definition.aggregate != nil else {
      throw .error(
        "spec.composite", "the mark “\(mark.type)” needs a field on “\(channel.rawValue)”: \(meaning)", at: mark.span)
    }
    return definition
  }

  /// The same of what is a number by its meaning: without a type it is quantitative.
  mutating func measure(_ channel: Channel, _ meaning: String) throws(Diagnostic) -> ChannelDefinition {
    var definition = try need(channel, meaning)
    if isUntyped(channel) { definition.type = .quantitative }
    return definition
  }

  mutating func take(_ channel: Channel) -> ChannelDefinition? {
    asked.insert(channel)
    return encoding[channel]
  }

  func isUntyped(_ channel: Channel) -> Bool { untyped.contains(channel) }

  /// The measure among x and y, with the other channel and its definition; x is taken where both are measures.
  mutating func measureAndCategory() throws(Diagnostic) -> (
    axis: Channel, measure: ChannelDefinition, across: Channel, category: ChannelDefinition?
  ) {
    let (x, y) = (take(.x), take(.y))
    if let x, x.type == .quantitative, x.field?.name != nil || x.aggregate != nil { return (.x, x, .y, y) }
    if let y, y.type == .quantitative, y.field?.name != nil || y.aggregate != nil { return (.y, y, .x, x) }
    // Without types the measure lies on x, as a row's length, but where the rows have words there.
    if var x, x.field?.name != nil, isUntyped(.x) {
      if var y, y.field?.name != nil, isUntyped(.y), hasWords(x), !hasWords(y) {
        y.type = .quantitative
        return (.y, y, .x, x)
      }
      x.type = .quantitative
      return (.x, x, .y, y)
    }
    throw .error(
      "spec.composite", "the mark “\(mark.type)” needs a quantitative field on x or y", at: mark.span,
      hint: "give the field “type: quantitative”")
  }

  /// Whether rows that the spec itself holds have words in a field, and none has a number there.
  private func hasWords(_ definition: ChannelDefinition) -> Bool {
    guard let name = definition.field?.name, case .values(let rows)? = view.data?.origin else { return false }
    let values = (rows.sequence ?? []).compactMap { $0[name] }.filter { !$0.isNull }
    return !values.isEmpty && values.allSatisfy { $0.double == nil && $0.string != nil }
  }

  /// Whether the chart is a figure: texts find their places, and the values that stand at marks make their axes needless.
  var isFigure: Bool { labelsValues }

  /// From the middle of a dot to its text, in the direction of a sign.
  func gap(by sign: Int, of style: String = "house-dot") -> Node {
    let dot = normaliser.config.styles[style]?.number("size") ?? 110
    return .number((Double(sign) * ((dot / .pi).squareRoot() * 1.7)).rounded())
  }

  // MARK: What is made of it

  mutating func add(_ transform: Transform) { transforms.append(transform) }

  mutating func calculate(_ expression: String, as name: String) throws(Diagnostic) {
    transforms.append(try calculation(expression, as: name))
  }
  func calculation(_ expression: String, as name: String) throws(Diagnostic) -> Transform {
    .calculate(.init(try Expression(expression, at: mark.span), as: name))
  }
  func filter(_ expression: String) throws(Diagnostic) -> Transform {
    .filter(.expression(try Expression(expression, at: mark.span)))
  }

  /// What must hold of every row for the picture to be true.
  ///
  /// - Parameters:
  ///   - message: `%@` stands for the value of `named` in the first row of which it does not hold.
  ///   - isError: whether nothing is drawn then; else it is drawn, with a warning.
  mutating func expect(
    _ expression: String, naming named: ChannelDefinition, rule: String, _ message: String, isError: Bool = true, hint: String? = nil
  ) throws(Diagnostic) {
    let finding: Diagnostic =
      isError ? .error(rule, message, at: mark.span, hint: hint) : .warning(rule, message, at: mark.span, hint: hint)
    add(.expect(.init(try Expression(expression, at: mark.span), naming: named.fieldPath, else: finding)))
  }

  /// No two rows at one place, where each would be drawn over the other.
  mutating func expectOneRow(each fields: ChannelDefinition?...) throws(Diagnostic) {
    let around = Channel.allCases.filter(\.isFacet).compactMap { encoding[$0] }
    let places = (fields.compactMap { $0 } + around).filter { $0.field?.name != nil }
    guard let first = places.first else { return }
    add(.joinAggregate(.init([.init(.count, as: "_alike")], groupBy: places.map(\.fieldPath))))
    try expect(
      "datum._alike == 1", naming: first, rule: "chart.duplicate-row", "“%@” has several rows, which would be drawn over one another",
      hint: "sum them up, or tell them apart by a further channel")
  }

  /// No part of a whole is below zero, and parts in per cent make a hundred.
  mutating func expectParts(_ size: ChannelDefinition, _ part: ChannelDefinition?, of group: ChannelDefinition? = nil) throws(Diagnostic) {
    try expect(
      "!(\(size.datumText) < 0)", naming: size, rule: "chart.negative-part", "%@ is no part of a whole",
      hint: "draw bars from zero, or leave what is below zero out")
    guard normaliser.surroundings.unit == "%", size.field?.name != nil else { return }
    let groups = group.map { [$0.fieldPath] } ?? []
    add(.joinAggregate(.init([.init(.sum, of: size.fieldPath, as: "_parts"), .init(.count, as: "_count")], groupBy: groups)))
    // Each part is rounded, to whole per cents at most.
    try expect(
      "abs(datum._parts - 100) <= max(0.2, 0.5 * datum._count)", naming: .field("_parts", .quantitative), rule: "chart.parts-sum",
      "the parts make %@ per cent of the whole, not 100", hint: "add what is left as a part of its own, or draw bars")
  }

  /// A layer of plain marks, painted over those before it.
  ///
  /// - Parameter isMain: whether the properties of the mark itself, but for `without`, count here over `properties`.
  mutating func layer(
    _ type: MarkType, _ properties: [String: Node] = [:], _ channels: [Channel: ChannelDefinition?],
    isMain: Bool = false, without: Set<String> = [], transforms: [Transform] = []
  ) {
    var all = Properties(properties, at: mark.span)
    if isMain {
      var own = mark.properties
      for key in own.values.keys where without.contains(key) || Vocabulary.mark.entries[key]?.concerns(type.rawValue) == false {
        own[key] = nil
      }
      own["type"] = nil
      given.formUnion(own.values.keys)
      all = own.over(all)
    }
    var encoding = Encoding()
    for (channel, definition) in channels { encoding[channel] = definition }
    // Where a row leads, all that is made of it does; what is made of many leads nowhere.
    let isOfMany = transforms.contains { if case .aggregate = $0 { true } else { false } }
    if let href = take(.href), encoding[.href] == nil, !isOfMany { encoding[.href] = href }
    var layer = ViewSpec(.unit(MarkDefinition(type.rawValue, all, at: mark.span), encoding), at: view.span)
    layer.transforms = transforms
    layers.append(layer)
  }

  /// The layered view, with a warning for each channel that was not asked for.
  var layered: Warned<ViewSpec> {
    var result = view
    result.transforms += transforms
    result.resolve = resolve
    if isFrameless { result.background = view.background.over(Properties(["stroke": .null])) }
    result.width = width
    result.height = height
    result.aspect = aspect
    result.content = .layer(layers, Encoding())
    let findings = encoding.keys.filter { !asked.contains($0) && !$0.isFacet }.map { channel in
      Diagnostic.warning(
        "spec.no-effect", "the channel “\(channel.rawValue)” has no effect on the mark “\(mark.type)”",
        at: encoding[channel]?.span ?? mark.span)
    }
    let idle = mark.properties.values.filter { key, _ in
      guard let property = Vocabulary.mark.entries[key], property.hasEffect, !given.contains(key) else { return false }
      return !property.marks.contains(mark.type)
    }
    let properties = idle.keys.sorted().map { key in
      Vocabulary.withoutEffect(key, at: idle[key]?.span ?? mark.span, onMark: mark.type)
    }
    return Warned(result, findings + properties)
  }
}

extension [Channel: ChannelDefinition?] {
  /// With the channels that say something about the values.
  func adding(_ remarks: [Channel: ChannelDefinition]) -> Self { merging(remarks.mapValues { $0 }) { $1 } }
}

/// Makes a composite of a function that builds a house mark; what it cannot build is a finding.
func house(_ build: @escaping @Sendable (inout HouseMark) throws(Diagnostic) -> Void) -> Normaliser.Composite {
  { normaliser, view, mark, encoding in
    var parts = HouseMark(view, mark, encoding, in: normaliser)
    do throws(Diagnostic) {
      try build(&parts)
      return parts.layered
    } catch {
      return refused(view, error)
    }
  }
}

// MARK: - Channels in few words

extension ChannelDefinition {
  /// `datum["field"]`, for expressions.
  var datumText: String {
    FieldPath(fieldName() ?? "").steps.reduce("datum") { $0 + "[" + quotedText($1) + "]" }
  }
  var fieldPath: FieldPath { path() ?? FieldPath("") }

  /// This definition with another field, under the title of its own.
  func of(_ name: String, type: FieldType? = nil) -> ChannelDefinition {
    var copy = self
    if copy.title == .automatic, let own = field?.name { copy.title = .lines([FieldPath(own).name]) }
    copy.field = .name(name.replacingPathMarks)
    copy.aggregate = nil
    copy.bin = nil
    copy.timeUnit = nil
    copy.stack = nil
    copy.sort = self.sort
    copy.type = type ?? self.type
    return copy
  }

  static func field(_ name: String, _ type: FieldType) -> ChannelDefinition {
    ChannelDefinition(field: name.replacingPathMarks, type: type)
  }
  /// A second end, whose scale is the first one's.
  static func end(_ name: String, _ type: FieldType = .quantitative) -> ChannelDefinition {
    var definition = ChannelDefinition()
    definition.type = type
    definition.field = .name(name.replacingPathMarks)
    return definition
  }
  static func constant(_ value: Node) -> ChannelDefinition { ChannelDefinition(value: value) }
  static func datum(_ value: Node) -> ChannelDefinition {
    var definition = ChannelDefinition()
    definition.datum = value
    return definition
  }

  func stackedAs(_ stack: Stack) -> ChannelDefinition {
    var copy = self
    copy.stack = stack
    return copy
  }
  var withoutAxis: ChannelDefinition {
    var copy = self
    copy.axis = .null
    return copy
  }
  var withoutLegend: ChannelDefinition {
    var copy = self
    copy.legend = .null
    return copy
  }
  var unstacked: ChannelDefinition {
    var copy = self
    copy.stack = ChannelDefinition.Stack.none
    return copy
  }
  /// Names that read from left to right.
  var level: ChannelDefinition { ruled(["labelAngle": 0]) }
  func sorted(_ sort: Sort?) -> ChannelDefinition {
    var copy = self
    copy.sort = copy.sort ?? sort
    return copy
  }
  /// Properties of the scale, under those that the spec gives.
  func scaled(_ properties: [String: Node]) -> ChannelDefinition {
    var copy = self
    if copy.scale != .null { copy.scale = .some((copy.scale.value ?? Properties()).over(Properties(properties))) }
    return copy
  }
  /// Properties of the legend, under those that the spec gives.
  func named(_ properties: [String: Node]) -> ChannelDefinition {
    var copy = self
    if copy.legend != .null { copy.legend = .some((copy.legend.value ?? Properties()).over(Properties(properties))) }
    return copy
  }
  /// Properties of the axis, under those that the spec gives.
  func ruled(_ properties: [String: Node]) -> ChannelDefinition {
    var copy = self
    if copy.axis != .null { copy.axis = .some((copy.axis.value ?? Properties()).over(Properties(properties))) }
    return copy
  }
}
