import Dataflow
import Grammar
import StructuredData

/// What one unit asks of the scale of one of its channels.
struct ScaleRequest: Sendable {
  var unit: UnitModel
  var channel: Channel
  var definition: ChannelDefinition
  var type: ScaleType
  /// Whether the spec names the type.
  var hasWrittenType: Bool
}

/// A scale before its domain and range are known: all that ask for it.
struct ScaleComponent: Sendable {
  var channel: Channel
  var type: ScaleType
  var hasWrittenType: Bool
  var requests: [ScaleRequest]

  init(_ request: ScaleRequest) {
    channel = request.channel
    type = request.type
    hasWrittenType = request.hasWrittenType
    requests = [request]
  }

  /// The scale that serves both; nil when their types have nothing in common.
  func merged(with other: ScaleComponent) -> ScaleComponent? {
    guard type.isCompatible(with: other.type) else { return nil }
    var result = self
    result.requests += other.requests
    if hasWrittenType == other.hasWrittenType {
      if other.type.precedence > type.precedence { result.type = other.type }
    } else if other.hasWrittenType {
      result.type = other.type
      result.hasWrittenType = true
    }
    return result
  }

  /// A property as the first view that writes it says.
  func written(_ key: String) -> Node? {
    for request in requests { if let value = request.definition.scale.value?[key] { return value } }
    return nil
  }
  var first: ScaleRequest { requests[0] }
  var config: Properties { first.unit.config["scale"] }
}

/// Which scale serves which unit and channel.
struct ScaleTable: Sendable {
  private struct Place: Sendable {
    var channel: Channel
    var index: Int
  }
  private(set) var components: [ScaleComponent] = []
  /// Of each unit.
  private var places: [Int: [Place]] = [:]

  subscript(unit: Int, channel: Channel) -> Int? { places[unit]?.last { $0.channel == channel }?.index }

  mutating func add(_ component: ScaleComponent) {
    let place = components.count
    components.append(component)
    for request in component.requests { places[request.unit.id, default: []].append(Place(channel: request.channel, index: place)) }
  }
}

/// Collects the scales of a view from its units upwards; what is shared is merged, what is not is closed into `table`.
///
/// - Returns: the scales that a view around may still share.
func collectScales(_ view: ViewModel, into table: inout ScaleTable) -> [Channel: ScaleComponent] {
  switch view.content {
  case .unit(let unit):
    var components: [Channel: ScaleComponent] = [:]
    for channel in Channel.scaled {
      guard let definition = unit.field(channel), !definition.scale.isNull || channel.isPosition || channel == .theta || channel == .radius
      else { continue }
      if definition.scale.isNull { continue }
      components[channel] = ScaleComponent(
        ScaleRequest(
          unit: unit, channel: channel, definition: definition, type: unit.scaleType(channel, definition),
          hasWrittenType: definition.scale.value?["type"] != nil))
    }
    // A second end without its first needs a scale all the same.
    for channel in [Channel.x, .y, .theta, .radius] where components[channel] == nil {
      guard unit.field(channel)?.scale.isNull != true, let second = channel.second, let definition = unit.field(second),
        !definition.scale.isNull
      else { continue }
      components[channel] = ScaleComponent(
        ScaleRequest(
          unit: unit, channel: channel, definition: definition, type: unit.scaleType(channel, definition),
          hasWrittenType: definition.scale.value?["type"] != nil))
    }
    return components
  case .layer(let views): return mergeScales(views, view.spec.resolve, into: &table) { _ in .shared }
  case .facet(let facet):
    return mergeScales(facet.cells, view.spec.resolve, into: &table) { $0 == .theta ? .independent : .shared }
  case .concat(let views):
    return mergeScales(views, view.spec.resolve, into: &table) { channel in
      switch channel {
      case .x, .y, .theta, .radius, .xOffset, .yOffset: .independent
      default: .shared
      }
    }
  }
}

private func mergeScales(
  _ views: [ViewModel], _ resolve: Resolve, into table: inout ScaleTable, default mode: (Channel) -> Resolve.Mode
) -> [Channel: ScaleComponent] {
  let children = views.map { collectScales($0, into: &table) }
  var merged: [Channel: ScaleComponent] = [:]
  for channel in Channel.scaled {
    let own = children.compactMap { $0[channel] }
    guard let first = own.first else { continue }
    var shared: ScaleComponent? = first
    if (resolve.scale[channel] ?? mode(channel)) == .shared {
      for next in own.dropFirst() { shared = shared.flatMap { $0.merged(with: next) } }
    } else {
      shared = nil
    }
    if let shared { merged[channel] = shared } else { for request in own { table.add(request) } }
  }
  return merged
}
