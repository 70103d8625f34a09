import Dataflow
import Geometry
import Grammar
import Scales
import StructuredData

/// A legend before it is measured: the channels that it explains, which share a scale's domain.
struct LegendModel: Sendable {
  struct Part: Sendable {
    var channel: Channel
    var scale: Int
    var unit: UnitModel
  }
  var parts: [Part]
  var definition: ChannelDefinition
  var properties: Properties
  var title: [String]?
  var hasWrittenTitle: Bool
  var config: Config
  /// Kept apart from legends of other fields even when their domains agree.
  var fieldName: String?

  /// One legend for two views that share the scale.
  mutating func merge(_ other: LegendModel) {
    parts += other.parts.filter { new in !parts.contains { $0.channel == new.channel && $0.unit.mark == new.unit.mark } }
    properties = properties.over(other.properties)
    if hasWrittenTitle == other.hasWrittenTitle {
      if let own = title, let theirs = other.title, own != theirs {
        let parts = own.joined(separator: " ").components(", ")
        let fresh = theirs.joined(separator: " ").components(", ").filter { !parts.contains($0) }
        if !fresh.isEmpty { title = [(parts + fresh).joined(separator: ", ")] }
      } else {
        title = title ?? other.title
      }
    } else if other.hasWrittenTitle {
      title = other.title
      hasWrittenTitle = true
    }
  }
}

extension UnitModel {
  /// The legend of a channel; nil where there is none.
  func legend(_ channel: Channel, scale: Int, resolver: Resolver) -> LegendModel? {
    guard channel.hasLegend, let definition = field(channel), definition.isFieldOrDatum, !definition.legend.isNull else { return nil }
    let own = resolver.resolved(definition.legend.value ?? Properties())
    let properties = own.over(config["legend"]).over(config.guideStyles)
    if properties.bool("disable") == true { return nil }
    return LegendModel(
      parts: [.init(channel: channel, scale: scale, unit: self)], definition: definition, properties: resolver.resolved(properties),
      title: definition.titleLines(config, guide: properties["title"] == nil ? nil : properties),
      hasWrittenTitle: definition.hasWrittenTitle(guide: own), config: config, fieldName: definition.fieldName())
  }
}
