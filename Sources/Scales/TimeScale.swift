/// Maps moments (milliseconds since 1970 in UTC) to positions; ticks fall on the calendar's own marks.
package struct TimeScale: Hashable, Sendable {
  package var linear: ContinuousScale

  package init(domain: (start: Double, stop: Double), range: (start: Double, stop: Double) = (0, 1)) {
    linear = ContinuousScale(domain: [domain.start, domain.stop], range: [range.start, range.stop])
  }

  package func callAsFunction(_ time: Double) -> Double { linear(time) }
  package func invert(_ position: Double) -> Double { linear.invert(position) }

  /// Calendar marks in the domain, about `count` of them.
  package func ticks(count: Double = 10) -> [Double] {
    let (start, stop) = (linear.domain[0], linear.domain[1])
    guard start.isFinite, stop.isFinite, count > 0 else { return [] }
    let (low, high) = (min(start, stop), max(start, stop))
    let marks = TimeInterval.suited(to: low, high, count: count)?.marks(from: low, through: high) ?? []
    return stop < start ? marks.reversed() : marks
  }

  /// The domain widened to calendar marks.
  package func nice(count: Double = 10) -> TimeScale {
    let (start, stop) = (linear.domain[0], linear.domain[1])
    let (low, high) = (min(start, stop), max(start, stop))
    guard let interval = TimeInterval.suited(to: low, high, count: count) else { return self }
    let ends = (interval.floor(low), interval.ceiling(high))
    var copy = self
    copy.linear.domain = stop < start ? [ends.1, ends.0] : [ends.0, ends.1]
    return copy
  }
}

/// A unit of the calendar taken `every` so many times, such as each third month.
package struct TimeInterval: Hashable, Sendable {
  package enum Unit: Hashable, Sendable { case millisecond, second, minute, hour, day, week, month, year }
  package var unit: Unit
  package var every: Int

  package init(_ unit: Unit, every: Int = 1) {
    self.unit = unit
    self.every = every
  }

  private static let second = 1000.0
  private static let minute = 60 * second
  private static let hour = 60 * minute
  private static let day = 24 * hour
  /// Steps to choose from, with their usual length in milliseconds (d3-time).
  private static let choices: [(interval: TimeInterval, length: Double)] = [
    (.init(.second), second), (.init(.second, every: 5), 5 * second), (.init(.second, every: 15), 15 * second),
    (.init(.second, every: 30), 30 * second), (.init(.minute), minute), (.init(.minute, every: 5), 5 * minute),
    (.init(.minute, every: 15), 15 * minute), (.init(.minute, every: 30), 30 * minute), (.init(.hour), hour),
    (.init(.hour, every: 3), 3 * hour), (.init(.hour, every: 6), 6 * hour), (.init(.hour, every: 12), 12 * hour),
    (.init(.day), day), (.init(.day, every: 2), 2 * day), (.init(.week), 7 * day), (.init(.month), 30 * day),
    (.init(.month, every: 3), 90 * day), (.init(.year), 365 * day),
  ]

  /// The step whose length is nearest, by ratio, to a `count`-th of the interval.
  static func suited(to low: Double, _ high: Double, count: Double) -> TimeInterval? {
    let target = (high - low) / count
    guard target.isFinite, target >= 0 else { return nil }
    guard let above = choices.firstIndex(where: { target < $0.length }) else {
      let years = tickStep(from: low / (365 * day), to: high / (365 * day), count: count)
      return TimeInterval(.year, every: max(1, Int(min(years, 1e6).rounded())))
    }
    if above == 0 {
      let step = tickStep(from: low, to: high, count: count)
      return TimeInterval(.millisecond, every: max(1, Int(step.rounded())))
    }
    let below = above - 1
    return target / choices[below].length < choices[above].length / target
      ? choices[below].interval : choices[above].interval
  }

  /// The last mark at or before `time`.
  package func floor(_ time: Double) -> Double {
    guard var date = CivilDate(time: time) else { return time }
    func cut(_ milliseconds: Int) -> Int { date.milliseconds / (milliseconds * every) * (milliseconds * every) }
    switch unit {
    case .millisecond: return (time / Double(every)).rounded(.down) * Double(every)
    case .second: date.milliseconds = cut(1000)
    case .minute: date.milliseconds = cut(60_000)
    case .hour: date.milliseconds = cut(3_600_000)
    case .day: date = CivilDate(year: date.year, month: date.month, day: (date.day - 1) / every * every + 1)
    case .week:
      // 1970-01-01 was a Thursday; weeks start on Sunday.
      let weekday = ((date.dayNumber + 4) % 7 + 7) % 7
      return Double((date.dayNumber - weekday) * CivilDate.millisecondsPerDay)
    case .month: date = CivilDate(year: date.year, month: (date.month - 1) / every * every + 1)
    case .year: date = CivilDate(year: Int((Double(date.year) / Double(every)).rounded(.down)) * every)
    }
    return date.time
  }

  package func ceiling(_ time: Double) -> Double {
    let mark = floor(time)
    return mark == time ? mark : next(after: mark)
  }

  /// The mark that follows the mark at `time`.
  package func next(after time: Double) -> Double {
    guard let date = CivilDate(time: time) else { return .infinity }
    let step: Double
    switch unit {
    case .millisecond: step = 1
    case .second: step = Self.second
    case .minute: step = Self.minute
    case .hour: step = Self.hour
    case .week: step = 7 * Self.day
    case .day:
      // Days are counted anew in each month.
      let later = CivilDate(time: time + Double(every) * Self.day)
      if let later, later.month == date.month { return later.time }
      return CivilDate(year: date.year, month: date.month).addingMonths(1).time
    case .month: return date.addingMonths(every).time
    case .year: return CivilDate(year: date.year + every).time
    }
    return time + step * Double(every)
  }

  /// All marks of a closed interval; none when there would be more than ten thousand.
  package func marks(from low: Double, through high: Double) -> [Double] {
    var marks: [Double] = []
    var mark = ceiling(low)
    while mark <= high {
      marks.append(mark)
      if marks.count > 10_000 { return [] }
      mark = next(after: mark)
    }
    return marks
  }
}

extension CivilDate {
  func addingMonths(_ count: Int) -> CivilDate {
    let months = year * 12 + month - 1 + count
    return CivilDate(year: Int((Double(months) / 12).rounded(.down)), month: (months % 12 + 12) % 12 + 1)
  }
}
