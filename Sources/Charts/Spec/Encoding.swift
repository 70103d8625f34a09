/// Which field drives which property of a mark.
package struct Encoding: Hashable, Sendable {
  package enum Channel: String, Hashable, Sendable, CaseIterable {
    case x, y, x2, y2, xOffset, yOffset, color, size, text, order, theta, detail
    // Ours: how sure a value is (= > >= < <= ~), who vouches for it (official, derived, plan …), a remark beside a
    // bar, the growth since the row before, and for cards and timelines the lines of text.
    case qualifier, status, badge, growth, label, unit, rank, share
  }
  private var channels: [Channel: ChannelSpec] = [:]

  package init() {}
  package init(_ channels: KeyValuePairs<Channel, ChannelSpec>) {
    for (channel, spec) in channels { self.channels[channel] = spec }
  }

  package subscript(_ channel: Channel) -> ChannelSpec? {
    get { channels[channel] }
    set { channels[channel] = newValue }
  }
  package var isEmpty: Bool { channels.isEmpty }

  /// The channels in use, in a fixed order.
  package var used: [Channel] { Channel.allCases.filter { channels[$0] != nil } }

  /// The other's channels where this has none.
  package func inheriting(_ outer: Encoding) -> Encoding {
    var copy = self
    copy.channels.merge(outer.channels) { own, _ in own }
    return copy
  }
}

package struct ChannelSpec: Hashable, Sendable {
  package enum FieldType: String, Hashable, Sendable, CaseIterable { case quantitative, nominal, ordinal, temporal }
  package enum Sort: Hashable, Sendable {
    case ascending, descending
    /// As the rows come.
    case data
    case values([String])
    /// By the sum of another field over the category's rows.
    case field(String, descending: Bool)
  }
  package enum Stack: String, Hashable, Sendable, CaseIterable { case zero, normalize, center, none }

  package var field: String?
  package var type: FieldType?
  package var aggregate: AggregateFunction?
  /// One value for all rows.
  package var value: DataValue?
  /// A constant on the scale (Vega-Lite's `datum`).
  package var datum: DataValue?
  package var title: String?
  package var axis: AxisSpec?
  package var scale: ScaleSpec?
  package var sort: Sort?
  package var stack: Stack?
  package var bandPosition: Double?
  package var format: String?
  package var legend: Bool?

  package init(
    _ field: String? = nil, type: FieldType? = nil, aggregate: AggregateFunction? = nil, title: String? = nil,
    sort: Sort? = nil, axis: AxisSpec? = nil
  ) {
    self.field = field
    self.type = type
    self.aggregate = aggregate
    self.title = title
    self.sort = sort
    self.axis = axis
  }
}

package struct AxisSpec: Hashable, Sendable {
  /// False for `axis: null`.
  package var isShown = true
  package var title: String?
  package var grid: Bool?
  package var labels: Bool?
  package var format: String?
  package var tickCount: Double?
  package var values: [DataValue] = []
  package init() {}
  package static let hidden: AxisSpec = {
    var axis = AxisSpec()
    axis.isShown = false
    return axis
  }()
}

package struct ScaleSpec: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case linear, log, pow, sqrt, symlog, time, utc, band, point, ordinal
  }
  package var type: Kind?
  package var domain: [DataValue] = []
  /// Colours as hexadecimal text, or numbers.
  package var range: [DataValue] = []
  package var zero: Bool?
  package var nice: Bool?
  package var reverse: Bool?
  package var padding: Double?
  package var paddingInner: Double?
  package var paddingOuter: Double?
  package init() {}
}
