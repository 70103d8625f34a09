import Dataflow
import Diagnostics
import StructuredData

/// What composite marks over a measure have in common: its axis, the fields that group it, and the parts they are drawn with.
struct CompositeParts {
  let type: String
  let mark: MarkDefinition
  let config: Properties
  /// The channel of the measure, and the one across.
  let axis: Channel
  let measure: ChannelDefinition
  /// The other channels, binned and cut into units of time beforehand.
  private(set) var shared = Encoding()
  private(set) var transforms: [Transform] = []
  private(set) var groupBy: [FieldPath] = []
  /// Whether a unit of time that the rows are grouped by is forgotten by the parts, which then stand at moments (Vega-Lite's
  /// `extractAggregationsFromEncoding`); else they fill the unit and are labelled by it.
  private let showsMoments: Bool
  let view: ViewSpec

  /// - Throws: `spec.composite` when no position channel is a continuous field.
  init(
    _ type: String, _ normaliser: Normaliser, _ view: ViewSpec, _ mark: MarkDefinition, _ encoding: Encoding
  ) throws(Diagnostic) {
    self.type = type
    self.mark = mark
    self.view = view
    config = normaliser.config[type]
    showsMoments = normaliser.config.plain.text("compositeTimeFormat") == "moment"
    let encoding = encoding.withTypes().encoding
    let (x, y) = (encoding[.x], encoding[.y])
    let given = mark.properties.text("orient").flatMap(Orientation.init)
    let axis: Channel
    switch (x?.isContinuous == true, y?.isContinuous == true) {
    case (true, false): axis = .x
    case (false, true): axis = .y
    case (true, true):
      if x?.type == .temporal, y?.type != .temporal {
        axis = .y
      } else if y?.type == .temporal, x?.type != .temporal {
        axis = .x
      } else if x?.aggregate == nil, y?.aggregate != nil {
        axis = .y
      } else if y?.aggregate == nil, x?.aggregate != nil {
        axis = .x
      } else {
        axis = given == .horizontal ? .x : .y
      }
    default:
      throw .error(
        "spec.composite", "the mark “\(type)” needs a continuous field on x or y", at: mark.span,
        hint: "give the field “type: quantitative”")
    }
    self.axis = axis
    guard let measure = encoding[axis], measure.field?.name != nil else {
      throw .error("spec.composite", "the mark “\(type)” needs a field on “\(axis.rawValue)”", at: mark.span)
    }
    self.measure = measure
    for channel in encoding.keys where channel.main != axis && channel != .size {
      var definitions: [ChannelDefinition] = []
      for definition in encoding.all(channel) { definitions.append(prepare(definition, of: channel)) }
      shared.set(channel, to: definitions)
    }
  }

  private mutating func prepare(_ definition: ChannelDefinition, of channel: Channel) -> ChannelDefinition {
    guard let field = definition.field?.name, let name = definition.fieldName(), definition.aggregate == nil else {
      if let inner = definition.fieldDefinition?.path(), !groupBy.contains(inner) { groupBy.append(inner) }
      return definition
    }
    var plain = definition
    if case .parameters(let parameters)? = definition.bin {
      transforms.append(.bin(Transform.Bin(FieldPath(field), parameters, as: name)))
      plain.field = .name(name)
      plain.bin = .binned(step: nil)
      groupBy.append(FieldPath(verbatim: name + "_end"))
      if let second = channel.second {
        var end = ChannelDefinition(at: definition.span)
        end.field = .name(name + "_end")
        shared[second] = end
      }
    } else if var unit = definition.timeUnit, !unit.isBinned {
      transforms.append(.timeUnit(TimeUnitTransform(unit, of: FieldPath(field), as: name)))
      plain.field = .name(name)
      unit.isBinned = true
      plain.timeUnit = showsMoments ? nil : unit
      if showsMoments, plain.type != .temporal, plain.formatType == nil { plain.formatType = "time" }
    }
    if plain.field != definition.field, plain.title == .automatic {
      plain.title = definition.automaticTitle(Config()).map { .lines([$0]) } ?? .none
    }
    let path = plain.path() ?? FieldPath(name)
    if !groupBy.contains(path) { groupBy.append(path) }
    return plain
  }

  var field: String { measure.field?.name ?? "" }
  var second: Channel { axis.second ?? axis }
  /// A name with the measure's after it.
  func named(_ prefix: String) -> String { prefix + "_" + FieldPath(field).name }

  /// The place of a part: the measure's definition with another field.
  func place(_ name: String) -> ChannelDefinition {
    var definition = measure
    definition.field = .name(name.replacingPathMarks)
    definition.aggregate = nil
    definition.stack = nil
    definition.bin = nil
    if definition.title == .automatic, definition.axis.value?["title"] == nil { definition.title = .lines([field]) }
    return definition
  }

  /// A layer for a part of the mark; nil where the mark or its configuration leaves it out.
  ///
  /// - Parameters:
  ///   - base: properties the part has whatever is configured.
  ///   - from, to: fields of its place.
  func layer(
    _ part: String, _ type: MarkType, from: String, to: String? = nil, base: [String: Node] = [:],
    without hidden: Set<Channel> = [], transforms: [Transform] = []
  ) -> ViewSpec? {
    let own = mark.properties[part]
    let configured = config[part]
    let isWanted = own.map { $0.bool != false && !$0.isNull } ?? configured.map { $0.bool != false && !$0.isNull } ?? false
    guard isWanted else { return nil }
    var properties = config.properties(part) ?? Properties()
    for key in ["clip", "color", "opacity"] { if let value = mark.properties[key] { properties[key] = value } }
    for (key, value) in base { properties[key] = value }
    properties["style"] = .string("\(self.type)-\(part)")
    if let own = mark.properties.properties(part) { properties = own.over(properties) }
    properties.span = mark.span
    var encoding = shared
    for channel in hidden { encoding[channel] = nil }
    encoding[axis] = place(from)
    if let to {
      var end = ChannelDefinition(at: measure.span)
      end.field = .name(to.replacingPathMarks)
      encoding[second] = end
    }
    var layer = ViewSpec(.unit(MarkDefinition(type.rawValue, properties, at: mark.span), encoding), at: view.span)
    layer.transforms = transforms
    return layer
  }

  func layered(_ layers: [ViewSpec], _ transforms: [Transform]) -> ViewSpec {
    var layered = view
    layered.transforms += self.transforms + transforms
    layered.content = .layer(layers, Encoding())
    return layered
  }
}

extension String {
  /// The name as a path that means the whole of it.
  var replacingPathMarks: String {
    var out = ""
    for scalar in unicodeScalars {
      if scalar == "." || scalar == "[" || scalar == "]" { out += "\\" }
      out.unicodeScalars.append(scalar)
    }
    return out
  }
}

/// The view with an error in its findings and no layers, when a composite cannot be made.
func refused(_ view: ViewSpec, _ problem: Diagnostic) -> Warned<ViewSpec> {
  var empty = view
  empty.content = .layer([], Encoding())
  return Warned(empty, [problem])
}
