import Scales

/// The scale of x or y, whatever its kind.
struct PositionScale {
  enum Kind {
    case continuous(ContinuousScale)
    case time(TimeScale)
    case band(BandScale)
  }
  var kind: Kind

  /// The position of a value; `share` picks the place within a band, 0.5 its middle.
  func callAsFunction(_ value: DataValue, share: Double = 0.5) -> Double? {
    switch kind {
    case .continuous(let scale): return value.number.map { scale($0) }.flatMap { $0.isFinite ? $0 : nil }
    case .time(let scale): return time(value).map { scale($0) }.flatMap { $0.isFinite ? $0 : nil }
    case .band(let scale): return scale(value.text).map { $0 + scale.bandwidth * share }
    }
  }

  var bandwidth: Double { if case .band(let scale) = kind { scale.bandwidth } else { 0 } }

  func ranged(from start: Double, to stop: Double) -> PositionScale {
    var copy = self
    switch kind {
    case .continuous(var scale):
      scale.range = [start, stop]
      copy.kind = .continuous(scale)
    case .time(var scale):
      scale.linear.range = [start, stop]
      copy.kind = .time(scale)
    case .band(var scale):
      scale.range = (start, stop)
      copy.kind = .band(scale)
    }
    return copy
  }
}

/// Milliseconds since 1970 of a date, a year or a number of milliseconds.
func time(_ value: DataValue) -> Double? {
  switch value {
  case .string(let text): CivilDate(text)?.time
  case .number(let number):
    number == number.rounded() && (1000...9999).contains(number) ? CivilDate(year: Int(number)).time : number
  case .null, .bool: nil
  }
}
