/// Gives each category the value of its place, starting again when there are more categories than values.
package struct OrdinalScale<Value> {
  package private(set) var domain: [String]
  package var values: [Value]
  private var places: [String: Int] = [:]

  package init(_ categories: [String], values: [Value]) {
    domain = []
    self.values = values
    for category in categories where places[category] == nil {
      places[category] = domain.count
      domain.append(category)
    }
  }

  /// Nil for an unknown category or when there are no values.
  package func callAsFunction(_ category: String) -> Value? {
    guard let place = places[category], !values.isEmpty else { return nil }
    return values[place % values.count]
  }
}
extension OrdinalScale: Sendable where Value: Sendable {}

/// Cuts an interval into as many equal classes as there are values.
package struct QuantizeScale<Value> {
  package var domain: (start: Double, stop: Double)
  package var values: [Value]

  package init(domain: (start: Double, stop: Double) = (0, 1), values: [Value]) {
    self.domain = domain
    self.values = values
  }

  /// The bounds between classes, one fewer than there are values.
  package var thresholds: [Double] {
    guard values.count > 1 else { return [] }
    let n = Double(values.count)
    return (1..<values.count).map { (Double($0) * domain.stop + (n - Double($0)) * domain.start) / n }
  }

  package func callAsFunction(_ x: Double) -> Value? {
    ThresholdScale(thresholds: thresholds, values: values)(x)
  }

  /// The interval of the class at `index`; nil when there is none.
  package func extent(ofClass index: Int) -> (start: Double, stop: Double)? {
    guard values.indices.contains(index) else { return nil }
    let bounds = thresholds
    return (index == 0 ? domain.start : bounds[index - 1], index == bounds.count ? domain.stop : bounds[index])
  }
}
extension QuantizeScale: Sendable where Value: Sendable {}

/// Gives a number the value of the class that it falls in; a bound belongs to the class above it.
package struct ThresholdScale<Value> {
  /// Rising.
  package var thresholds: [Double]
  /// One more than there are bounds.
  package var values: [Value]

  package init(thresholds: [Double], values: [Value]) {
    self.thresholds = thresholds
    self.values = values
  }

  package func callAsFunction(_ x: Double) -> Value? {
    guard !x.isNaN else { return nil }
    let index = thresholds.firstIndex { x < $0 } ?? thresholds.count
    return index < values.count ? values[index] : nil
  }
}
extension ThresholdScale: Sendable where Value: Sendable {}
