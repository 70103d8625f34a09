import Indicators
import Testing

@testable import Story

/// What is said of a figure says when and whose, where its name alone does not tell.
@Suite struct ToldApartTests {
  private func figure(_ name: String, _ value: Int, _ period: String, area: String? = "澳门", isStock: Bool = false) -> Observation {
    Observation(
      id: "\(name)\(period)\(area ?? "")", kind: .level, name: name, value: ExactNumber(value), unit: Unit("万人次"), area: area,
      period: Period(period), isStock: isStock,
      source: Source(document: "a", range: 0..<2, text: "\(value)", sentenceRange: 0..<9, sentence: ""))
  }

  private func apart(_ figures: [Observation], area: String? = "澳门") -> ToldApart {
    ToldApart(IndicatorSet(documents: [SourceDocument(id: "a", area: area)], observations: figures), leads: figures, growths: [])
  }

  @Test func timesAreToldWhereThereAreSeveral() {
    let month = figure("入境旅客", 217, "2014-09")
    let months = figure("入境旅客", 2066, "2014-01/2014-09")
    let rooms = figure("酒店客房", 3, "2014-09")
    let others = ["甲", "乙"].map { figure($0, 5, "2014-01/2014-09") }
    let apart = apart([month, months, rooms] + others)
    #expect(apart.needsTime(month) && apart.needsTime(months) && !apart.needsTime(rooms))
    // A card says what its paper's time does not.
    #expect(apart.isOfOtherTime(rooms) && !apart.isOfOtherTime(others[0]))
  }

  /// One figure that is stated of a quarter and of its end is one; a stock at the year's end is of the year.
  @Test func oneFigureIsOfOneTime() {
    let quarter = figure("收益率", 12, "2016-01/2016-03")
    #expect(!apart([quarter, figure("收益率", 12, "2016-03", isStock: true)]).needsTime(quarter))
    let year = figure("机构", 7, "2023")
    let stock = figure("场馆", 9, "2023-12", isStock: true)
    #expect(!apart([year, stock]).isOfOtherTime(stock))
  }

  @Test func whoseIsToldWhereItIsAnother() {
    let own = (1...4).map { figure("甲\($0)", $0, "2014") }
    let guest = figure("团客", 2, "2014", area: "日本")
    let apart = apart(own + [guest])
    #expect(apart.needsArea(guest) && !apart.needsArea(own[0]))
    // A document of no place names all places.
    #expect(self.apart([figure("旅客", 2, "2014", area: nil), guest], area: nil).needsArea(guest))
  }
}
