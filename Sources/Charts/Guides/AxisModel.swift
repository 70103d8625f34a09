import Dataflow
import Grammar
import Scales
import StructuredData

enum Side: String, Hashable, Sendable {
  case left, right, top, bottom
  var isHorizontal: Bool { self == .top || self == .bottom }
  var opposite: Side {
    switch self {
    case .left: .right
    case .right: .left
    case .top: .bottom
    case .bottom: .top
    }
  }
}

/// An axis before it is measured: what several views agree on.
struct AxisModel: Sendable {
  var channel: Channel
  var side: Side
  /// The axis's own properties over styles and configuration.
  var properties: Properties
  /// Those the spec itself gives.
  var written: Properties
  /// Lines of the title; nil for none.
  var title: [String]?
  var hasWrittenTitle: Bool
  var definition: ChannelDefinition
  var scale: Int
  var config: Config
  var unit: Int
  /// The least distance in time between two data, where ticks are to be no finer.
  var leastStep: Double?
  /// The moments of weekly data.
  var weeklyMoments: [Double]?
  /// Where across the plot its line stands, in pixels from the upper left: bars that rise and fall stand on it; nil: at its side.
  var lineAt: Double?

  /// One axis for two views that share its scale: titles are joined where they differ.
  mutating func merge(_ other: AxisModel) {
    written = written.over(other.written)
    properties = written.over(properties.over(other.properties))
    if definition.timeUnit == nil, other.definition.timeUnit != nil, definition.format == nil {
      definition.timeUnit = other.definition.timeUnit
    }
    if hasWrittenTitle == other.hasWrittenTitle {
      if let own = title, let theirs = other.title, own != theirs {
        let parts = own.joined(separator: " ").components(", ")
        let fresh = theirs.joined(separator: " ").components(", ").filter { !parts.contains($0) }
        title = fresh.isEmpty ? own : [(parts + fresh).joined(separator: ", ")]
      } else {
        title = title ?? other.title
      }
    } else if other.hasWrittenTitle {
      title = other.title
      hasWrittenTitle = true
    }
  }
}

extension String {
  func components(_ separator: String) -> [String] { split(separator: separator, omittingEmptySubsequences: false).map(String.init) }
}

extension UnitModel {
  /// The axis of a position channel; nil where there is none.
  func axis(_ channel: Channel, scale: Int, type: ScaleType, resolver: Resolver) -> AxisModel? {
    let second = channel.second ?? channel
    let definition = field(channel) ?? field(second)
    guard let definition else { return nil }
    if definition.axis.isNull || (encoding[second]?.axis.isNull == true && encoding[channel] == nil) { return nil }
    let written = resolver.resolved((definition.axis.value ?? Properties()).over(encoding[second]?.axis.value))
    let side = written.text("orient").flatMap(Side.init) ?? axisConfigSide(channel, type) ?? (channel == .x ? .bottom : .left)
    let properties = resolver.resolved(config.axisProperties(written, channel: channel, side: side, type: type))
    if properties.bool("disable") == true { return nil }
    // A written title of either end counts before the automatic ones of both.
    let ends = [encoding[channel]?.fieldDefinition, encoding[second]?.fieldDefinition].compactMap(\.self)
    let writers = ends.filter { $0.hasWrittenTitle(guide: $0.axis.value) }
    var hasWritten = !writers.isEmpty
    var parts: [[String]] = []
    for end in hasWritten ? writers : ends.filter(\.isField) {
      if let lines = end.titleLines(config, guide: end.axis.value), !parts.contains(lines) { parts.append(lines) }
    }
    var title: [String]? =
      parts.isEmpty ? nil : parts.count == 1 ? parts[0] : [parts.map { $0.joined(separator: " ") }.joined(separator: ", ")]
    if !hasWritten, properties["title"] != nil {
      title = properties["title"]?.isNull == true ? nil : definition.titleLines(config, guide: properties)
      hasWritten = true
    }
    if title?.allSatisfy(\.isEmpty) == true { title = nil }
    return AxisModel(
      channel: channel, side: side, properties: properties, written: written, title: title, hasWrittenTitle: hasWritten,
      definition: definition, scale: scale, config: config, unit: id)
  }

  private func axisConfigSide(_ channel: Channel, _ type: ScaleType) -> Side? {
    config.axisProperties(Properties(), channel: channel, side: channel == .x ? .bottom : .left, type: type).text("orient")
      .flatMap(Side.init).flatMap { $0.isHorizontal == (channel == .x) ? $0 : nil }
  }
}

extension Config {
  /// An axis's properties: its own over styles, then the groups for kinds of scales, then those for sides and channels.
  func axisProperties(_ own: Properties, channel: Channel, side: Side, type: ScaleType) -> Properties {
    let letter = channel == .x ? "X" : "Y"
    var groups = ["axis", "axis" + side.rawValue.prefix(1).uppercased() + side.rawValue.dropFirst(), "axis" + letter]
    let kinds: [String] =
      switch type {
      case .band: ["Discrete", "Band"]
      case .point: ["Discrete", "Point"]
      case .time, .utc: ["Temporal"]
      default: type.isContinuous ? ["Quantitative"] : []
      }
    groups += kinds.map { "axis" + $0 } + kinds.map { "axis" + letter + $0 }
    var merged = own
    let styles = own["style"]?.sequence?.compactMap(\.string) ?? own.text("style").map { [$0] } ?? []
    for style in styles.reversed() { if let known = self.styles[style] { merged = merged.over(known) } }
    for group in groups.reversed() { merged = merged.over(self[group]) }
    // Fonts of guides stand in the styles of labels and titles.
    return merged.over(guideStyles)
  }

  /// `guide-label` and `guide-title` as properties of a guide.
  var guideStyles: Properties {
    var properties = Properties()
    for (style, prefix) in [("guide-label", "label"), ("guide-title", "title")] {
      guard let known = styles[style] else { continue }
      for (key, name) in [
        ("font", "Font"), ("fontSize", "FontSize"), ("fontWeight", "FontWeight"), ("fontStyle", "FontStyle"), ("fill", "Color"),
        ("color", "Color"),
      ] {
        if let value = known[key] { properties[prefix + name] = value }
      }
    }
    return properties
  }
}
