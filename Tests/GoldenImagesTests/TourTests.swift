import GoldenImages
import GoldenImagesTesting
import Testing

/// The tour of the documentation: a picture drawn by a test, held against its golden.
@Suite("Tour")
struct TourTests {
  @Test func barsStandOnTheAxis() {
    expectImage(tourBars(), "tour-bars")
  }
}
