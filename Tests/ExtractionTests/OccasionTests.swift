import Indicators
import Testing

/// Figures of a festival, holiday or rush are of its days, and never of the year.
@Suite struct OccasionTests {
  static let texts: [(String, [String])] = [
    (
      "2024年春节假期8天，湖南省接待游客3651.2万人次，同比增长42.6%，比2019年春节假期增长12.3%。2023年，全省接待游客6.6亿人次。",
      ["3651.2 2024 spring-festival", "42.6 2024 spring-festival yoy", "12.3 2024 spring-festival 2019", "6.6 2023"]
    ),
    (
      "2024年，全市接待游客6120.5万人次，春节假期接待游客812.3万人次，国庆假期接待游客930.1万人次。旅游总收入785.2亿元。",
      ["6120.5 2024", "812.3 2024 spring-festival", "930.1 2024 national-day", "785.2 2024"]
    ),
    (
      "2024年，全市接待游客6120.5万人次。春节、国庆假期分别接待游客812.3万人次、930.1万人次。",
      ["6120.5 2024", "812.3 2024 spring-festival", "930.1 2024 national-day"]
    ),
    (
      "2024年国庆假期，全市接待游客930.1万人次，恢复到2019年同期的112%，较2023年国庆假期增长5.1%。",
      ["930.1 2024 national-day", "112 2024 national-day 2019", "5.1 2024 national-day yoy"]
    ),
    (
      "2023年“双11”期间，全国快递业务量46.7亿件。2023年，全国快递业务量1320.7亿件。2024年春运40天，全国铁路发送旅客4.84亿人次。",
      ["46.7 2023 singles-day", "1320.7 2023", "4.84 2024 spring-travel"]
    ),
    (
      "據臺灣觀光署統計，2025年春節連假期間，主要遊憩據點遊客人次達1,402萬人次，較2024年春節增加3.1%。2024年全年遊客人次2.1億人次。",
      ["1402 2025 spring-festival", "3.1 2025 spring-festival yoy", "2.1 2024"]
    ),
    (
      "Over the Golden Week holiday in October 2024, mainland China's railways carried 177 million passengers, up 7.2% on a year earlier. In 2024 the railways carried 4.31 billion passengers.",
      ["177 2024-10 golden-week", "7.2 2024-10 golden-week yoy", "4.31 2024"]
    ),
    (
      "During the 2024 Spring Festival travel rush, railways carried 484 million trips. Easter Island had 8,000 visitors in 2023.",
      ["484 2024 spring-travel", "8000 2023"]
    ),
    (
      "Retail sales over the Thanksgiving weekend rose 3.4% to $12.1 billion. Retail sales for 2024 reached $5.3 trillion.",
      ["3.4 2024 thanksgiving yoy", "12.1 2024 thanksgiving", "5.3 2024"]
    ),
    // What only begins as a festival does is none.
    ("2023年国庆70周年庆祝活动带动消费3.2亿元。清明上河园接待游客120万人次。“五一”前后，全市开行列车20列。", ["3.2 2023", "120 2023", "20 2023"]),
  ]

  @Test(arguments: texts)
  func theDaysAreKept(text: String, told: [String]) throws {
    let found = try facts(text).map { figure in
      [figure.value.description, figure.period?.description, figure.period?.occasion?.rawValue, figure.basis?.description]
        .compactMap { $0 }.joined(separator: " ")
    }
    #expect(found == told)
  }

  @Test func nothingOfAFestivalIsOfTheYear() {
    let year = Period(year: 2024)
    let festival = Period(.init(year: 2024), .init(year: 2024), occasion: .springFestival)
    #expect(year != festival && !festival.isYear && festival.months == 0 && !festival.isAsLong(as: year))
    #expect(festival.moved(years: -1) == Period(.init(year: 2023), .init(year: 2023), occasion: .springFestival))
    #expect(periodText(festival, in: .simplifiedChinese) == "2024年春节假期")
    #expect(periodText(festival, in: .english) == "Spring Festival 2024")
    #expect(periodText(festival, in: .traditionalChinese) == "2024年春節連假")
  }
}
