import Dataflow
import Geometry
import Grammar
import Scales

/// What a scale gives.
enum ScaleRange: Hashable, Sendable {
  case numbers([Double])
  case colors([Color])
  case texts([String])
  case dashes([[Double]])

  var count: Int {
    switch self {
    case .numbers(let items): items.count
    case .colors(let items): items.count
    case .texts(let items): items.count
    case .dashes(let items): items.count
    }
  }
}

/// A scale ready for use: from values of the data to positions, colours and the like.
struct ScaleFunction: Sendable {
  var channel: Channel
  var type: ScaleType
  /// Categories of a discrete scale, in order.
  var categories: [DataValue] = []
  /// Stops of a continuous domain, thresholds of a discretizing one, bounds of bins.
  var stops: [Double] = []
  var range: ScaleRange = .numbers([0, 1])
  /// Bounds of the bins that the scale's axis and legend show.
  var bins: [Double]?
  var clamps = false
  var rounds = false
  var kind = ContinuousScale.Kind.linear
  var paddingInner = 0.0
  var paddingOuter = 0.0
  var align = 0.5
  var isReversed = false
  /// Mixes two colours of a continuous range; nil: in sRGB.
  var mix: (@Sendable (Color, Color, Double) -> Color)?
  private var places: [String: Int] = [:]

  init(_ channel: Channel, _ type: ScaleType) {
    self.channel = channel
    self.type = type
  }

  mutating func setCategories(_ values: [DataValue]) {
    categories = values
    places = [:]
    for (place, value) in values.enumerated() where places[value.categoryKey] == nil { places[value.categoryKey] = place }
  }

  /// Gives values that a written domain does not name the places after it, as d3's ordinal scales do; guides do not show them.
  mutating func setUnnamed(_ values: [DataValue]) {
    var next = categories.count
    for value in values where value.isValid && places[value.categoryKey] == nil {
      places[value.categoryKey] = next
      next += 1
    }
  }

  func place(of value: DataValue) -> Int? { places[value.categoryKey] }

  // MARK: Bands

  private var ends: (start: Double, stop: Double) {
    guard case .numbers(let items) = range, let first = items.first, let last = items.last else { return (0, 1) }
    return isReversed && type.hasCategories ? (last, first) : (first, last)
  }
  private var inner: Double { type == .point ? 1 : min(1, paddingInner) }

  /// From one band's start to the next one's.
  var step: Double {
    let (start, stop) = ends
    let step = abs(stop - start) / max(1, Double(categories.count) - inner + paddingOuter * 2)
    return rounds ? step.rounded(.down) : step
  }
  var bandwidth: Double {
    guard type == .band else { return 0 }
    let width = step * (1 - inner)
    return rounds ? width.rounded() : width
  }
  /// The start of a band; nil for a category that the scale does not know.
  func bandStart(_ value: DataValue) -> Double? {
    guard let place = place(of: value) else { return nil }
    let (a, b) = ends
    let low = min(a, b)
    var start = low + (abs(b - a) - step * (Double(categories.count) - inner)) * align
    if rounds { start = start.rounded() }
    return start + step * Double(b < a ? categories.count - 1 - place : place)
  }

  // MARK: Numbers

  private var continuous: ContinuousScale {
    guard case .numbers(var numbers) = range else { return ContinuousScale() }
    if isReversed { numbers.reverse() }
    if numbers.count == 2, stops.count > 2, let first = numbers.first, let last = numbers.last {
      // d3 spreads a range of two over a domain of more stops by its first two alone; Vega keeps the ends.
      numbers = stops.indices.map { first + (last - first) * Double($0) / Double(stops.count - 1) }
      _ = numbers
    }
    return ContinuousScale(kind, domain: stops, range: numbers, clamp: clamps)
  }

  /// The position, size, opacity or angle of a value; nil where it has none.
  func number(_ value: DataValue, band: Double = 0) -> Double? {
    if type.hasCategories {
      switch range {
      case .numbers(let items) where type == .ordinal:
        guard let place = place(of: value), !items.isEmpty else { return nil }
        return items[place % items.count]
      default: return bandStart(value).map { $0 + bandwidth * band }
      }
    }
    return number(value.scaled)
  }

  func number(_ value: Double) -> Double? {
    guard case .numbers(let items) = range else { return nil }
    switch type {
    case .identity: return value
    case .quantile, .quantize, .threshold, .binOrdinal:
      return classIndex(value).flatMap { items.indices.contains($0) ? items[isReversed ? items.count - 1 - $0 : $0] : nil }
    default:
      guard stops.count >= 2 else {
        guard stops.count == 1, let first = items.first, let last = items.last else { return nil }
        return (first + last) / 2
      }
      let position = continuous(value)
      guard position.isFinite else { return nil }
      let place = farPlace(position)
      return rounds ? place.rounded() : place
    }
  }

  /// The value at a position.
  func invert(_ position: Double) -> Double { continuous.invert(position) }

  // MARK: Classes

  /// The class of a number on a scale with thresholds: how many of the thresholds lie at or below it.
  func classIndex(_ value: Double) -> Int? {
    guard value.isFinite else { return nil }
    if type == .binOrdinal {
      guard stops.count > 1 else { return nil }
      return max(0, min(stops.count - 2, (stops.lastIndex { $0 <= value + 1e-9 * abs(value) } ?? 0)))
    }
    return thresholds.lastIndex { $0 <= value }.map { $0 + 1 } ?? 0
  }

  /// Where the classes of a discretizing scale meet.
  var thresholds: [Double] {
    switch type {
    case .threshold: return stops
    case .quantize:
      guard let low = stops.first, let high = stops.last, range.count > 0 else { return [] }
      let n = Double(range.count)
      return (1..<max(1, range.count)).map { (Double($0) * high - (Double($0) - n) * low) / n }
    case .quantile:
      guard !stops.isEmpty, range.count > 0 else { return [] }
      return (1..<max(1, range.count)).compactMap { sortedQuantile(stops, Double($0) / Double(range.count)) }
    default: return []
    }
  }

  // MARK: Colours and symbols

  func color(_ value: DataValue) -> Color? {
    guard case .colors(let colors) = range, !colors.isEmpty else { return nil }
    if type.hasCategories {
      guard let place = place(of: value) else { return nil }
      return colors[place % colors.count]
    }
    return color(value.scaled)
  }

  func color(_ value: Double) -> Color? {
    guard case .colors(let colors) = range, let first = colors.first else { return nil }
    switch type {
    case .quantile, .quantize, .threshold, .binOrdinal:
      return classIndex(value).map { colors[min(isReversed ? colors.count - 1 - $0 : $0, colors.count - 1)] }
    default:
      guard stops.count >= 2, colors.count >= 2 else { return value.isFinite ? first : nil }
      let t = share(of: value)
      return t.isFinite ? color(atShare: t) : nil
    }
  }

  /// Where a value stands between the ends of the domain, 0 to 1, as the scale measures; stops between are evenly spaced.
  func share(of value: Double) -> Double {
    let places = stops.indices.map { Double($0) / Double(max(1, stops.count - 1)) }
    return ContinuousScale(kind, domain: stops, range: places, clamp: true)(value)
  }

  func color(atShare t: Double) -> Color? {
    guard case .colors(let colors) = range, let last = colors.last else { return nil }
    let place = max(0, min(1, isReversed ? 1 - t : t)) * Double(colors.count - 1)
    let index = min(colors.count - 2, Int(place))
    guard index >= 0 else { return last }
    let part = place - Double(index)
    return mix?(colors[index], colors[index + 1], part) ?? colors[index].mixed(with: colors[index + 1], part)
  }

  func text(_ value: DataValue) -> String? {
    guard case .texts(let items) = range, !items.isEmpty else { return nil }
    if let place = place(of: value) { return items[place % items.count] }
    return type.isDiscretizing || type == .binOrdinal ? classIndex(value.scaled).map { items[$0 % items.count] } : nil
  }

  func dash(_ value: DataValue) -> [Double]? {
    guard case .dashes(let items) = range, !items.isEmpty else { return nil }
    if let place = place(of: value) { return items[place % items.count] }
    return type.isDiscretizing || type == .binOrdinal ? classIndex(value.scaled).map { items[$0 % items.count] } : nil
  }
}

/// The width that categories take in steps (Vega's `bandspace`).
func bandSpace(count: Int, inner: Double, outer: Double) -> Double {
  guard count > 0 else { return 0 }
  let space = Double(count) - inner + outer * 2
  return space > 0 ? space : 1
}

/// A place far beyond any picture stands nearer, so that what is reckoned with it stays a number.
func farPlace(_ place: Double) -> Double { min(max(place, -1e15), 1e15) }
