import Dataflow
import Diagnostics
import StructuredData

/// `highlight`, and the channels that say something about values.
extension Normaliser {
  /// The strong colour and the greys beside it.
  var highlightColors: [Node] { config.ranges["highlight"]?.sequence ?? ["#0A3566", "#8790A0"] }

  /// A mark without a colour channel whose categories are highlighted: these strong, the others grey.
  func emphasised(_ mark: MarkDefinition, _ encoding: Encoding) -> Encoding {
    let names = surroundings.highlight
    guard !names.isEmpty, [.bar, .point, .circle, .square, .arc].contains(mark.plain), encoding[.color] == nil, encoding[.fill] == nil,
      mark.properties["color"] == nil, mark.properties["fill"] == nil
    else { return encoding }
    let typed = encoding.withTypes().encoding
    // The dimension of a bar is what is no measure.
    guard
      let category = [Channel.x, .y].compactMap({ typed[$0] }).first(where: { $0.field?.name != nil && $0.type?.isDiscrete == true })
    else { return encoding }
    var result = encoding
    result[.color] = strong(where: .oneOf(.init(category.fieldPath), names.map { .text($0) }))
    return result
  }

  /// A colour that is strong where a test holds, else `other`, or grey.
  func strong(where test: Predicate, else other: Node? = nil) -> ChannelDefinition {
    let colors = highlightColors
    var definition = ChannelDefinition.constant(other ?? (colors.count > 1 ? colors[1] : "#8790A0"))
    definition.conditions = [.init(test: .predicate(test), channel: Indirect(.constant(colors.first ?? "#0A3566")))]
    return definition
  }

  /// Warns of a remark that a plain mark has no use for.
  mutating func reportIdleRemarks(_ mark: MarkDefinition, _ encoding: Encoding) {
    for channel in encoding.keys where channel.isRemark {
      let marks: [MarkType] =
        switch channel {
        case .qualifier, .status: [.bar, .point, .circle, .square, .line, .text, .kpi, .entry, .arc]
        case .growth, .badge: [.bar, .kpi]
        case .label: [.kpi, .entry]
        case .unit: [.kpi]
        default: []
        }
      if let plain = mark.plain, marks.contains(plain) { continue }
      findings.add(
        .warning(
          "spec.no-effect", "the channel “\(channel.rawValue)” has no effect on the mark “\(mark.type)”",
          at: encoding[channel]?.span ?? mark.span))
    }
  }
}
