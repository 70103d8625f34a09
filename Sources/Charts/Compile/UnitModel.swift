import Dataflow
import Diagnostics
import Grammar
import StructuredData

/// A unit view with its defaults filled in and its data transformed: what scales, guides and marks are made from.
struct UnitModel: Sendable {
  /// The number of the unit among all of the chart.
  var id: Int
  var mark: MarkType
  /// The mark's own properties over those of its styles and of the configuration.
  var properties: Properties
  /// Only what the spec says of the mark itself.
  var own: Properties
  var encoding: Encoding
  var orient: Orientation?
  var stack: StackProperties?
  var config: Config
  var span: SourceSpan
  /// Rows before the encodings aggregate them; orders by a field look here.
  var raw: Table
  /// Rows as they are drawn, invalid ones included.
  var table: Table
  /// The bins of binned fields, by the name of the field they make.
  var bins: [String: Bins]
  var width: ViewSize?
  var height: ViewSize?
  /// Where longitudes and latitudes stand; nil where the unit has none.
  var map: FittedProjection?

  /// Rows in which all fields of continuous scales are valid.
  var validRows: [Int] {
    var columns: [Column] = []
    for channel in [
      Channel.x, .y, .x2, .y2, .theta, .theta2, .radius, .radius2, .color, .fill, .stroke, .size, .opacity, .fillOpacity,
      .strokeOpacity, .strokeWidth, .angle, .xOffset, .yOffset,
    ] {
      guard let definition = field(channel), definition.isField, let path = definition.path(), definition.aggregate != .op(.count),
        definition.type == .quantitative || definition.type == .temporal, !definition.scale.isNull
      else { continue }
      let type = scaleType(channel.main, encoding[channel.main]?.fieldDefinition ?? definition)
      if type.isContinuous { columns.append(table.values(at: path)) }
    }
    if columns.isEmpty { return Array(0..<table.rowCount) }
    return (0..<table.rowCount).filter { row in
      columns.allSatisfy { column in column[row].isValid && column[row].asNumber.isFinite }
    }
  }

  /// The field of a channel, or of a condition that has one.
  func field(_ channel: Channel) -> ChannelDefinition? { encoding[channel]?.fieldDefinition }

  /// Whether rows with a null or NaN are left out, and what breaks a path.
  var invalidMode: InvalidMode {
    let written = properties["invalid"]
    if let written, written.isNull { return .show }
    switch written?.string {
    case "filter": return .filter
    case "show": return .show
    case "break-paths-filter-domains": return mark.isPath ? .breakFilteringDomains : .filter
    case "break-paths-show-domains": return mark.isPath ? .breakPaths : .filterShowingDomains
    default: return mark.isPath ? .breakPaths : .filter
    }
  }

  enum InvalidMode { case filter, filterShowingDomains, breakPaths, breakFilteringDomains, show }

  /// Whether the values of the channel have an upper end of a bin or a unit of time beside the lower one.
  func hasBandEnd(_ definition: ChannelDefinition, second: ChannelDefinition?) -> Bool {
    guard definition.isField else { return false }
    if definition.hasBinParameters || (definition.timeUnit != nil && definition.type == .temporal) {
      return bandPosition(definition, second: second) != nil
    }
    return false
  }

  /// How far the box of a unit of time begins before it, in units: 0.5 for a box about the unit's start; 0 where it covers the unit.
  func unitShift(_ definition: ChannelDefinition) -> Double {
    guard mark.isRectangular, definition.timeUnit != nil, definition.type == .temporal,
      let position = definition.bandPosition ?? properties.number("timeUnitBandPosition")
    else { return 0 }
    return 0.5 - position
  }

  /// Where between the start and the end of a bin or unit of time a point stands, 0 to 1; nil where the field has no such extent.
  func bandPosition(_ definition: ChannelDefinition, second: ChannelDefinition?) -> Double? {
    if let position = definition.bandPosition { return position }
    guard definition.isField else { return nil }
    if definition.timeUnit != nil, second == nil { return properties.number("timeUnitBandPosition") }
    return definition.hasBinParameters ? 0.5 : nil
  }
}

extension Config {
  /// The properties of a mark: its own over its styles, its type and all marks.
  func properties(of mark: MarkDefinition, type: MarkType) -> Properties {
    var merged = mark.properties
    var styles: [String] = []
    if let style = mark.properties["style"] {
      styles = style.sequence?.compactMap(\.string) ?? style.string.map { [$0] } ?? []
    }
    // The last style counts most.
    for style in styles.reversed() { if let known = self.styles[style] { merged = merged.over(known) } }
    if styles.isEmpty, let known = self.styles[type.rawValue] { merged = merged.over(known) }
    return merged.over(self[type.rawValue]).over(self["mark"])
  }
}
