import Diagnostics
import Testing

@testable import WhitePaper

/// What a run reads while its command line is parsed.
@Suite struct WorkshopAheadTests {
  @Test func aWorkshopMadeAheadIsLikeOneMadeAtOnce() throws {
    let ahead = WorkshopAhead { $0.prepareCharts() }
    ahead.start()
    let (early, late) = try (ahead.workshop(), Workshop())
    #expect(early.fontNames == late.fontNames)
    #expect(early.chartThemeNames == late.chartThemeNames)
  }
}
