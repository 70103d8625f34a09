import Dataflow
import Grammar
import Scales

/// What an axis asks of its ticks.
enum TickCount: Hashable, Sendable {
  case number(Double)
  case interval(TimeInterval)
}

extension ScaleFunction {
  /// The values at which an axis or a legend is marked.
  func ticks(_ count: TickCount?, minStep: Double? = nil) -> [DataValue] {
    if type.hasCategories { return categories }
    if type == .binOrdinal || type.isDiscretizing {
      return (type == .binOrdinal ? stops : thresholds).map { .number($0) }
    }
    guard let low = stops.first, let high = stops.last else { return [] }
    func wrap(_ values: [Double]) -> [DataValue] { values.map { type.isTime ? .time($0) : .number($0) } }
    if let bins { return wrap(visible(bins)) }
    func bounded(_ number: Double) -> Double { self.bounded(number, minStep: minStep) }
    if type.isTime {
      // No span of time, no moments to mark.
      if low == high { return [] }
      switch count {
      case .interval(let interval): return wrap(interval.marks(from: min(low, high), through: max(low, high)))
      case .number(let number): return wrap(TimeScale(domain: (low, high)).ticks(count: bounded(number)))
      case nil: return wrap(TimeScale(domain: (low, high)).ticks(count: bounded(10)))
      }
    }
    var number = 10.0
    if case .number(let given)? = count { number = given }
    return wrap(ContinuousScale(kind, domain: [low, high]).ticks(count: bounded(number)))
  }

  /// Of `number` ticks as many as lie `minStep` or more apart.
  func bounded(_ number: Double, minStep: Double?) -> Double {
    guard let minStep, minStep > 0, let low = stops.first, let high = stops.last else { return number }
    let steps = abs(high - low) / minStep
    return min(number, (steps == 0 ? 1 : steps.rounded(.down)) + 1)
  }

  /// Those of `values` that lie on the range.
  private func visible(_ values: [Double]) -> [Double] {
    guard case .numbers(let items) = range, let first = items.first, let last = items.last else { return values }
    let (low, high) = (min(first, last).rounded(.down), max(first, last).rounded(.up))
    return values.filter { value in number(value).map { $0 >= low && $0 <= high } ?? false }
  }

  /// The domain widened to round numbers.
  mutating func makeNice(_ count: TickCount?) {
    guard stops.count >= 2 else { return }
    if type.isTime {
      let (low, high) = (stops[0], stops[stops.count - 1])
      let ends: (Double, Double)
      switch count {
      case .interval(let interval):
        ends = (interval.floor(min(low, high)), interval.ceiling(max(low, high)))
      case .number(let number):
        let nice = TimeScale(domain: (low, high)).nice(count: number).linear.domain
        ends = (nice[0], nice[1])
      case nil:
        let nice = TimeScale(domain: (low, high)).nice(count: 10).linear.domain
        ends = (nice[0], nice[1])
      }
      stops[0] = ends.0
      stops[stops.count - 1] = ends.1
      return
    }
    var number = 10.0
    if case .number(let given)? = count { number = given }
    stops = ContinuousScale(kind, domain: stops).nice(count: number).domain
  }
}
