/// One thing to time. `run` returns a size (bytes, lines, figures) that stands in the printed row and keeps the work from
/// being optimised away.
struct Benchmark {
  var name: String
  var run: () throws -> Int
}

/// The times of one benchmark, one a round.
struct Timing {
  var name: String
  var size: Int
  var rounds: [Duration]

  var median: Duration { Timing.median(of: rounds) }

  /// The median over the rounds of this time over the other's of the same round: what drifts in the machine's speed meets
  /// both alike. Nil when a round of the other took no time.
  func ratio(to other: Timing) -> Double? {
    let ratios = zip(rounds, other.rounds).map { $0 / $1 }
    guard ratios.allSatisfy(\.isFinite) else { return nil }
    return Timing.median(of: ratios)
  }

  /// The middle value; of two, the upper. `values` is not empty.
  private static func median<Value: Comparable>(of values: [Value]) -> Value { values.sorted()[values.count / 2] }
}

/// Runs the benchmarks in turns, `rounds` times after one round that is not counted.
func measure(_ benchmarks: [Benchmark], rounds: Int) throws -> [Timing] {
  var timings = try benchmarks.map { Timing(name: $0.name, size: try $0.run(), rounds: []) }
  let clock = ContinuousClock()
  for _ in 0..<rounds {
    for index in benchmarks.indices {
      var size = 0
      let time = try clock.measure { size = try benchmarks[index].run() }
      timings[index].rounds.append(time)
      timings[index].size = size
    }
  }
  return timings
}
