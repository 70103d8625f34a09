import Indicators
import Testing

@Suite struct FigureTextTests {
  let zh = FigureLanguage.simplifiedChinese

  @Test func levels() {
    #expect(figureText(level("a", "质押金额", "970.24", "亿元"), in: zh) == "970.24亿元")
    #expect(figureText(level("a", "发行金额", "42", "亿元", ">"), in: zh) == "超42亿元")
    #expect(figureText(level("a", "x", "300", "家", "~"), in: zh) == "约300家")
    #expect(figureText(level("a", "x", "300", "家", ">="), in: zh) == "至少300家")
    #expect(figureText(level("a", "x", "300", "家", "<"), in: zh) == "不足300家")
    #expect(figureText(level("a", "x", "53.92", "万件"), in: .traditionalChinese) == "53.92萬件")
    #expect(figureText(level("a", "x", "1/3", ""), in: zh) == "1/3")
  }

  @Test func qualifierWordsFollowTheSource() {
    func printed(_ value: String, _ unit: String, _ qualifier: String, _ word: String) -> String {
      var figure = level("a", "x", value, unit, qualifier)
      figure.qualifierWord = word
      return figureText(figure, in: zh)
    }
    #expect(printed("30", "场", ">", "多") == "30多场")
    #expect(printed("500", "家", ">", "余") == "500余家")
    #expect(printed("1.8", "亿元", ">", "余") == "1.8亿余元")
    #expect(printed("2.6", "万瓶", ">", "余") == "2.6万余瓶")
    #expect(printed("3", "万人", ">", "多") == "3万多人")
    #expect(printed("30", "万件", ">", "余") == "30余万件")
    #expect(printed("1.2", "万亿元", ">", "多") == "1.2万亿多元")
    #expect(printed("1", "万件", "<", "近") == "近1万件")
    #expect(printed("1", "万件", "<", "不到") == "不足1万件")
    #expect(printed("100", "万元", "<=", "最高") == "最高100万元")
    #expect(printed("100", "万元", "<=", "以内") == "100万元以内")
    #expect(printed("6", "成", ">=", "以上") == "6成以上")
  }

  @Test func changes() {
    #expect(figureText(figure(.change, "c", "x", "119.25", "%"), in: zh) == "+119.25%")
    #expect(figureText(figure(.change, "c", "x", "-3.2", "%"), in: zh) == "−3.2%")
    #expect(figureText(figure(.change, "c", "x", "4.5", "倍", form: .increase), in: zh) == "+4.5倍")
    #expect(figureText(figure(.change, "c", "x", "10", "%", ">"), in: zh) == "增超10%")
    #expect(figureText(figure(.change, "c", "x", "-5", "%", "~"), in: zh) == "降约5%")
    #expect(figureText(figure(.change, "c", "x", "4.5", "倍", form: .times), in: zh) == "4.5倍")
    // Where nothing tells the form, neither is claimed.
    #expect(figureText(figure(.change, "c", "x", "4.5", "倍"), in: zh) == "4.5倍")
    #expect(figureText(figure(.change, "c", "x", "3", "位"), in: zh) == "前移3位")
    #expect(figureText(figure(.change, "c", "x", "2.6", "个百分点"), in: .hongKongChinese) == "+2.6個百分點")
  }

  @Test func gaps() {
    func gap(_ value: String, _ unit: String, from other: String, _ form: MultipleForm? = nil) -> Observation {
      var gap = figure(.change, "c", "x", value, unit, form: form)
      gap.gapFrom = other
      return gap
    }
    #expect(figureText(gap("8.8", "个百分点", from: "全国"), in: zh) == "高于全国8.8个百分点")
    #expect(figureText(gap("-35", "%", from: "全国平均水平"), in: zh) == "低于全国平均水平35%")
    #expect(figureText(gap("1.3", "倍", from: "全国平均水平", .times), in: zh) == "全国平均水平的1.3倍")
    #expect(figureText(gap("1.5", "個百分點", from: "全國"), in: .traditionalChinese) == "高於全國1.5個百分點")
    #expect(
      figureText(gap("3.6", "percentage points", from: "the EU average"), in: .english) == "3.6 percentage points above the EU average")
    #expect(spokenChinese(gap("-35", "%", from: "全国")) == "低于全国百分之三十五")
  }

  @Test func ranksAndStreaks() {
    #expect(figureText(figure(.rank, "r", "x", "1", "位", scope: "全国"), in: zh) == "全国首位")
    #expect(figureText(figure(.rank, "r", "x", "2", "位", scope: "全国"), in: zh) == "全国第2位")
    #expect(figureText(figure(.rank, "r", "x增速", "2", "位", scope: "全国"), in: zh) == "增速全国第2位")
    #expect(figureText(figure(.rank, "r", "x", "5", "位", "<=", scope: nil), in: zh) == "前5位")
    #expect(figureText(figure(.streak, "s", "x", "13", "年", scope: "全国"), in: zh) == "连续13年")
  }

  @Test(
    "English units read in Chinese",
    arguments: [
      ("6", "$ billion", "60亿美元"), ("3.28", "million", "328万"), ("1.82", "trillion yuan", "1.82万亿元"),
      ("27.5", "$ million", "2750万美元"),
      ("12", "thousand tonnes", "12,000吨"), ("921000", "", "921,000"), ("5318", "次", "5318次"),
    ])
  func englishUnits(value: String, unit: String, expected: String) {
    #expect(figureText(level("a", "x", value, unit), in: zh) == expected)
  }

  @Test func ranksOfGrowthSaySo() {
    var rank = figure(.rank, "r", "融资金额", "1", "位", scope: "全国")
    #expect(figureText(rank, in: zh) == "全国首位")
    rank.isOfGrowth = true
    #expect(figureText(rank, in: zh) == "增速全国首位")
  }

  @Test(
    "English drops multipliers without losing a digit",
    arguments: [
      ("970.24", "亿元", "=", "CNY 97.024 bn"), ("53.92", "万件", "=", "539,200"), ("42", "亿元", ">", "over CNY 4.2 bn"),
      ("5318", "次", "=", "5,318 times"), ("6", "$ billion", "=", "USD 6 bn"), ("1.462", "£ billion", "=", "GBP 1.462 bn"),
      ("401", "mn", "=", "401 m"),
      ("31", "€ million", "=", "EUR 31 m"), ("412", "SEK million", "=", "SEK 412 m"), ("90", "million yen", "=", "JPY 90 m"),
      ("98.5", "%", "=", "98.5%"),
      ("2.4", "万亿元", "~", "about CNY 2.4 tn"), ("31", "天", "=", "31 days"),
    ])
  func english(value: String, unit: String, qualifier: String, expected: String) {
    #expect(figureText(level("a", "x", value, unit, qualifier), in: .english) == expected)
  }

  @Test func moneyIsComparedOverItsMultipliers() {
    #expect(Unit("£ billion").isComparable(with: Unit("£ million")) && Unit("€ million").isComparable(with: Unit("million euros")))
    #expect(!Unit("£ billion").isComparable(with: Unit("$ billion")) && !Unit("澳元").isComparable(with: Unit("澳门元")))
    #expect(printedUnit(level("a", "x", "6", "$ billion"), in: .english) == "$ billion")
  }

  @Test(
    "an English line begins with a capital",
    arguments: [("exports", "Exports"), ("iPhone sales", "iPhone sales"), ("5G users", "5G users"), ("", "")])
  func openings(text: String, expected: String) {
    #expect(opened(text, in: .english) == expected)
    #expect(opened(text, in: .simplifiedChinese) == text)
  }

  @Test func englishOthers() {
    #expect(figureText(figure(.change, "c", "x", "-3.2", "%"), in: .english) == "−3.2%")
    #expect(figureText(figure(.change, "c", "x", "2.6", "个百分点"), in: .english) == "+2.6 percentage points")
    #expect(figureText(figure(.rank, "r", "x", "2", "位", scope: "全国"), in: .english) == "No. 2 in China")
    #expect(figureText(figure(.streak, "s", "x", "13", "年"), in: .english) == "13 years running")
  }
}

@Suite struct PeriodTextTests {
  @Test(
    arguments: [
      ("2022", "2022年", "2022"), ("2022-12", "2022年12月", "Dec 2022"), ("2019/2021", "2019—2021年", "2019–2021"),
      ("2026-01/2026-06", "2026年上半年", "H1 2026"), ("2026-01/2026-09", "2026年前三季度", "Jan–Sep 2026"),
      ("2026-02/2026-05", "2026年2—5月", "Feb–May 2026"), ("2025-11/2026-02", "2025年11月—2026年2月", "Nov 2025–Feb 2026"),
      ("2019/", "2019年以来", "since 2019"),
      ("2019-06/", "2019年6月以来", "since Jun 2019"),
    ])
  func periods(period: String, chinese: String, english: String) throws {
    let period = try #require(Period(period))
    #expect(periodText(period, in: .simplifiedChinese) == chinese)
    #expect(periodText(period, in: .english) == english)
  }

  @Test func stocksSaySo() {
    var stock = level("a", "产品", "64", "单", period: "2022-12")
    #expect(periodText(of: stock, in: .simplifiedChinese) == "2022年12月")
    stock.isStock = true
    #expect(periodText(of: stock, in: .simplifiedChinese) == "截至2022年12月")
    #expect(periodText(of: stock, in: .traditionalChinese) == "截至2022年12月")
  }
}

@Suite struct SpokenChineseTests {
  @Test(
    arguments: [
      ("970.24", "九百七十点二四"), ("5318", "五千三百一十八"), ("10", "十"), ("110", "一百一十"), ("10005", "一万零五"), ("100000000", "一亿"),
      ("1020304", "一百零二万零三百零四"), ("0.05", "零点零五"), ("-3.2", "负三点二"), ("1/3", "三分之一"), ("1000000000000", "一万亿"),
      ("1234500000000", "一万两千三百四十五亿"), ("0", "零"), ("2500", "两千五百"), ("20000", "两万"), ("222", "二百二十二"),
    ])
  func numbers(text: String, words: String) {
    #expect(spokenNumber(number(text)) == words)
  }

  @Test func figures() {
    #expect(spokenChinese(level("a", "x", "970.24", "亿元")) == "九百七十点二四亿元")
    #expect(spokenChinese(figure(.change, "c", "x", "119.25", "%")) == "增长百分之一百一十九点二五")
    #expect(spokenChinese(figure(.change, "c", "x", "-40", "%")) == "下降百分之四十")
    #expect(spokenChinese(level("a", "x", "2", "家")) == "两家")
    #expect(spokenChinese(figure(.rank, "r", "x", "14", "位", scope: "全国")) == "全国第十四位")
    #expect(spokenChinese(figure(.streak, "s", "x", "13", "年")) == "连续十三年")
    #expect(spokenChinese(level("a", "x", "42", "亿元", ">")) == "超四十二亿元")
  }
}
