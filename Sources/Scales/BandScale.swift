/// Gives each category an equal band of a range. Points are bands without width, see ``points(_:range:padding:align:)``.
package struct BandScale: Hashable, Sendable {
  /// Categories without repeats, in order.
  package private(set) var domain: [String]
  package var range: (start: Double, stop: Double) {
    get { (rangeStart, rangeStop) }
    set { (rangeStart, rangeStop) = newValue }
  }
  private var rangeStart: Double
  private var rangeStop: Double
  /// Space between bands and outside the first and last, as a share of the step; inner is at most 1.
  package var paddingInner: Double
  package var paddingOuter: Double
  /// How the outer space is shared out: 0 all at the end, 0.5 evenly.
  package var align: Double
  package var round: Bool
  private var places: [String: Int]

  package init(
    _ categories: [String], range: (start: Double, stop: Double) = (0, 1), paddingInner: Double = 0,
    paddingOuter: Double = 0, align: Double = 0.5, round: Bool = false
  ) {
    domain = []
    places = [:]
    for category in categories where places[category] == nil {
      places[category] = domain.count
      domain.append(category)
    }
    (rangeStart, rangeStop) = range
    self.paddingInner = min(1, paddingInner)
    self.paddingOuter = paddingOuter
    self.align = align
    self.round = round
  }

  /// Categories at points spread over the range, `padding` steps from its ends.
  package static func points(
    _ categories: [String], range: (start: Double, stop: Double), padding: Double = 0, align: Double = 0.5
  ) -> BandScale {
    BandScale(categories, range: range, paddingInner: 1, paddingOuter: padding, align: align)
  }

  /// From one band's start to the next one's.
  package var step: Double {
    let width = (max(rangeStart, rangeStop) - min(rangeStart, rangeStop))
    let step = width / max(1, Double(domain.count) - paddingInner + paddingOuter * 2)
    return round ? step.rounded(.down) : step
  }

  package var bandwidth: Double {
    let width = step * (1 - paddingInner)
    return round ? width.rounded() : width
  }

  /// The lower edge of a category's band; nil for a category that the scale does not know.
  package func callAsFunction(_ category: String) -> Double? {
    guard let place = places[category] else { return nil }
    let low = min(rangeStart, rangeStop)
    let width = max(rangeStart, rangeStop) - low
    var start = low + (width - step * (Double(domain.count) - paddingInner)) * align
    if round { start = start.rounded() }
    let index = rangeStop < rangeStart ? domain.count - 1 - place : place
    return start + step * Double(index)
  }

  /// The middle of a category's band.
  package func center(of category: String) -> Double? { self(category).map { $0 + bandwidth / 2 } }

  package static func == (a: BandScale, b: BandScale) -> Bool {
    a.domain == b.domain && a.rangeStart == b.rangeStart && a.rangeStop == b.rangeStop
      && a.paddingInner == b.paddingInner && a.paddingOuter == b.paddingOuter && a.align == b.align
      && a.round == b.round
  }
  package func hash(into hasher: inout Hasher) {
    hasher.combine(domain)
    hasher.combine(rangeStart)
    hasher.combine(rangeStop)
  }
}
