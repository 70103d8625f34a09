/// What a field or value of a spec's `encoding` drives; Vega-Lite's names.
package enum Channel: String, Hashable, Sendable, CaseIterable {
  case x, y, x2, y2, xError, xError2, yError, yError2, xOffset, yOffset
  case theta, theta2, radius, radius2
  case color, fill, stroke, opacity, fillOpacity, strokeOpacity, strokeWidth, strokeDash, size, angle, shape
  case text, tooltip, href, url, description, key, order, detail
  case row, column, facet
  case time
  case longitude, latitude, longitude2, latitude2
  // Ours: how exact a value is (= > >= < <= ~), who vouches for it (fact, derived, plan, target, forecast), a remark beside
  // its bar, its growth since the bar before, its place among others, and the name and unit on a card.
  case qualifier, status, badge, growth, rank, label, unit

  package var isPosition: Bool { self == .x || self == .y }
  package var isFacet: Bool { self == .row || self == .column || self == .facet }
  /// Whether the channel is the house's: words about a value, without a scale.
  package var isRemark: Bool {
    switch self {
    case .qualifier, .status, .badge, .growth, .rank, .label, .unit: true
    default: false
    }
  }
  package var isGeographic: Bool {
    switch self {
    case .longitude, .latitude, .longitude2, .latitude2: true
    default: false
    }
  }

  /// The channel whose scale and field type a second end shares: `x` of `x2`.
  package var main: Channel {
    switch self {
    case .x2, .xError, .xError2: .x
    case .y2, .yError, .yError2: .y
    case .theta2: .theta
    case .radius2: .radius
    default: self
    }
  }

  package var second: Channel? {
    switch self {
    case .x: .x2
    case .y: .y2
    case .theta: .theta2
    case .radius: .radius2
    default: nil
    }
  }

  /// Whether the channel has a scale of its own.
  package var hasScale: Bool {
    switch self {
    case .x, .y, .xOffset, .yOffset, .theta, .radius, .color, .fill, .stroke, .opacity, .fillOpacity, .strokeOpacity,
      .strokeWidth, .strokeDash, .size, .angle, .shape:
      true
    default: false
    }
  }

  /// How many bins a field of the channel is cut into at most (Vega-Lite's `autoMaxBins`).
  package var mostBins: Double {
    switch self {
    case .row, .column, .size, .color, .fill, .stroke, .strokeWidth, .opacity, .fillOpacity, .strokeOpacity, .shape: 6
    case .strokeDash: 4
    default: 10
    }
  }

  /// Whether the channel may have a legend.
  package var hasLegend: Bool {
    switch self {
    case .color, .fill, .stroke, .opacity, .fillOpacity, .strokeOpacity, .strokeWidth, .strokeDash, .size, .shape: true
    default: false
    }
  }

  /// Vega-Lite's order of channels with scales, which is also the order of legends.
  package static let scaled: [Channel] = allCases.filter(\.hasScale)
}

/// The level of measurement of a field.
package enum FieldType: String, Hashable, Sendable, CaseIterable {
  case quantitative, temporal, ordinal, nominal, geojson
  package var isDiscrete: Bool { self == .ordinal || self == .nominal }
  package var isContinuous: Bool { self == .quantitative || self == .temporal }
}

package enum MarkType: String, Hashable, Sendable, CaseIterable {
  case arc, area, bar, circle, image, line, point, rect, rule, square, text, tick, trail, geoshape
  case boxplot, errorbar, errorband
  /// Ours: cards side by side, and dated entries one below the other.
  case kpi, entry

  /// Whether one path joins the rows of a series.
  package var isPath: Bool { self == .area || self == .line || self == .trail }
  /// Whether a channel of looks changes how the mark is drawn (Vega-Lite's `supportMark`); one that does not gets no scale
  /// and no legend.
  package func draws(_ channel: Channel) -> Bool {
    switch channel {
    case .size: self != .area && self != .rect && self != .arc && self != .image
    case .shape: [.point, .line, .area].contains(self)
    case .strokeDash: ![.area, .rect, .arc, .text, .trail, .image].contains(self)
    default: true
    }
  }
  /// Whether the mark stands for one box from edge to edge.
  package var isRectangular: Bool { self == .bar || self == .rect || self == .image }
}
