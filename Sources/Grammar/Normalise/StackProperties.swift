import Dataflow
import StructuredData

/// How the rows of a unit are stacked (Vega-Lite's `stack`).
package struct StackProperties: Hashable, Sendable {
  /// The channel whose values are laid end to end: x, y, theta or radius.
  package var fieldChannel: Channel
  /// Channels that place a stack.
  package var groupChannels: [Channel]
  /// The fields that part a stack.
  package var stackBy: [ChannelDefinition]
  package var offset: ChannelDefinition.Stack
  /// Whether missing parts of a stack count as zero, so that the outline of an area is whole.
  package var imputes: Bool
}

private let stackable: Set<MarkType> = [.arc, .bar, .area, .rule, .point, .circle, .square, .line, .text, .tick]
private let stackedByDefault: Set<MarkType> = [.bar, .area, .arc]

package func stackProperties(_ mark: MarkType, _ properties: Properties, _ encoding: Encoding) -> StackProperties? {
  guard stackable.contains(mark) else { return nil }
  let orient = orientation(mark, encoding, given: properties.text("orient").flatMap(Orientation.init))
  guard
    let channel = stackedChannel(encoding, .x, .y, mark, orient)
      ?? stackedChannel(encoding, .theta, .radius, mark, orient),
    let stacked = encoding[channel]
  else { return nil }
  let stackedName = stacked.fieldName()
  let dimension: Channel =
    switch channel {
    case .x: .y
    case .y: .x
    case .theta: .radius
    default: .theta
    }
  var groupChannels: [Channel] = []
  var groupNames: Set<String> = []
  let offset: Channel? = dimension == .x ? .xOffset : dimension == .y ? .yOffset : nil
  for place in [dimension, offset].compactMap(\.self) {
    guard let definition = encoding[place], definition.isField, let name = definition.fieldName(), name != stackedName else {
      continue
    }
    groupChannels.append(place)
    groupNames.insert(name)
  }
  var stackBy: [ChannelDefinition] = []
  for part in partingChannels {
    for definition in encoding.all(part).compactMap(\.fieldDefinition) {
      guard definition.isField, definition.aggregate == nil, let name = definition.fieldName() else { continue }
      if !groupNames.contains(name) { stackBy.append(definition) }
    }
  }
  var method = stacked.stack
  if method == nil, stackedByDefault.contains(mark) { method = .zero }
  guard let method, method != .none else { return nil }
  if encoding.isAggregated, stackBy.isEmpty { return nil }
  if let scale = stacked.scale.value?.text("type"), scale != "linear" { return nil }
  if let second = channel.second, encoding[second]?.isFieldOrDatum == true { return nil }
  return StackProperties(
    fieldChannel: channel, groupChannels: groupChannels, stackBy: stackBy, offset: method,
    imputes: stacked.impute?.isNull == true ? false : mark.isPath)
}

/// Channels without a place, by which a stack is parted; a tooltip does not count.
private let partingChannels: [Channel] = [
  .color, .fill, .stroke, .opacity, .fillOpacity, .strokeOpacity, .strokeWidth, .strokeDash, .size, .angle, .shape, .text,
  .href, .url, .description, .key, .order, .detail,
]

private func stackedChannel(
  _ encoding: Encoding, _ x: Channel, _ y: Channel, _ mark: MarkType, _ orient: Orientation?
) -> Channel? {
  let isBarOrArea = x == .x && (mark == .bar || mark == .area)
  let (first, second) = (encoding[x], encoding[y])
  let firstMeasures = first?.isUnbinnedQuantitative == true
  let secondMeasures = second?.isUnbinnedQuantitative == true
  if let first, let second, first.isField, second.isField {
    if firstMeasures, secondMeasures {
      if let stack = first.stack, stack != .none { return x }
      if let stack = second.stack, stack != .none { return y }
      if (first.aggregate != nil) != (second.aggregate != nil) { return first.aggregate != nil ? x : y }
      if isBarOrArea { return orient == .vertical ? y : orient == .horizontal ? x : nil }
      return nil
    }
    return firstMeasures ? x : secondMeasures ? y : nil
  }
  if firstMeasures { return isBarOrArea && orient == .vertical ? nil : x }
  if secondMeasures { return isBarOrArea && orient == .horizontal ? nil : y }
  return nil
}

extension Encoding {
  /// Whether any field is aggregated, so that rows are groups.
  package var isAggregated: Bool {
    keys.contains { channel in
      all(channel).contains { $0.aggregate != nil || $0.conditions.contains { $0.channel.value.aggregate != nil } }
    }
  }
}
