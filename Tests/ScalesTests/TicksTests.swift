import Scales
import Testing

@Suite struct TicksTests {
  @Test func tenthsPrintAsTheyAreWritten() {
    #expect(ticks(from: 0, to: 1, count: 10) == [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1])
    #expect(ticks(from: 0, to: 970.24, count: 4) == [0, 200, 400, 600, 800])
    #expect(nice(from: 0, to: 970.24, count: 4) == (0, 1000))
  }
}
