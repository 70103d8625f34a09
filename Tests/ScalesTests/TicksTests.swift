import Scales
import Testing

@Suite struct TicksTests {
  @Test func tenthsPrintAsTheyAreWritten() {
    #expect(ticks(from: 0, to: 1, count: 10) == [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1])
    #expect(ticks(from: 0, to: 970.24, count: 4) == [0, 200, 400, 600, 800])
    #expect(nice(from: 0, to: 970.24, count: 4) == (0, 1000))
  }

  /// A large base has more multiples than anyone could count.
  @Test(arguments: [(1e9, 1.0, 1e12), (1e6, 5.0, 9.0), (1e15, 1.0, 1e9), (123_456.0, 0.001, 1e9)])
  func logarithmsOfLargeBases(base: Double, low: Double, high: Double) {
    let start = ContinuousClock.now
    let found = ContinuousScale(.log(base: base), domain: [low, high], range: [0, 1]).ticks()
    #expect(found.count < 20_000 && found.allSatisfy { $0 >= low && $0 <= high } && found == found.sorted())
    #expect(ContinuousClock.now - start < .seconds(2))
  }
}
