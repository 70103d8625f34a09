import Diagnostics
import Indicators
import Testing

/// Checks of sets as large as books of articles: the time grows as the figures do, and what is planted is found.
@Suite struct CheckScaleTests {
  /// Figures of all kinds that press against each other in every way the rules compare: many values of one name, many names
  /// of one value, many parts of one whole, many ranks in one field, many shares in one sentence, many alike names.
  private func crowd(_ count: Int) -> IndicatorSet {
    let provinces = ["广东", "广西", "江苏", "浙江", "山东", "湖北", "湖南", "四川"]
    var figures: [Observation] = [level("whole", "受理量", "99999999", "件")]
    for n in 0..<count {
      let area = provinces[n % provinces.count]
      let place = source("\(n)件", in: "共\(n)件。", document: n % 2 == 0 ? "a.txt" : "b.txt", at: n * 20)
      let word = String(String.UnicodeScalarView((0..<3).compactMap { Unicode.Scalar(UInt32(0x4E00 + (n * 7 + $0 * 131) % 5000)) }))
      switch n % 8 {
      case 0: figures.append(level("f\(n)", "专利质押金额", "\(n + 5)", "亿元", area: area, source: place))
      case 1: figures.append(level("f\(n)", "\(word)企业数", "5", "家", area: area, source: place))
      case 2: figures.append(level("f\(n)", "\(word)受理量", "1", "件", partOf: "whole", source: place))
      case 3: figures.append(figure(.rank, "f\(n)", "专利质押金额", "\(n % 31 + 1)", "位", area: area, scope: "全国", source: place))
      case 4:
        var share = figure(.share, "f\(n)", "\(word)占比", "0.001", "%", scope: "工业", source: place)
        share.source?.sentenceRange = 0..<1
        share.source?.document = "a.txt"
        figures.append(share)
      case 5: figures.append(figure(.change, "f\(n)", "专利质押金额", "\(n % 50)", "%", area: area, of: "f\(n - 5)", source: place))
      case 6: figures.append(level("f\(n)", "发明专利\(word)授权量", "\(n)", "件", area: area, source: place))
      default: figures.append(level("f\(n)", "专利质押金额", "\(n + 3)", "万元", area: area, period: "\(2000 + n % 20)", source: place))
      }
    }
    return IndicatorSet(documents: [SourceDocument(id: "a.txt"), SourceDocument(id: "b.txt")], observations: figures)
  }

  @Test(.timeLimit(.minutes(5))) func timeGrowsAsTheFiguresDo() {
    let clock = ContinuousClock()
    func time(_ count: Int) -> Duration {
      let set = crowd(count)
      return clock.measure {
        _ = check(set)
        _ = derive(set)
        _ = series(of: set)
        _ = merge([set, set])
      }
    }
    _ = time(250)
    let (small, large) = (time(500), time(4_000))
    #expect(large < small * 24, "\(small) for 500 figures, \(large) for 4,000")
  }

  @Test func plantedContradictionsAreFoundInACrowd() {
    var set = crowd(4_000)
    let two = source("1", in: "两地。", document: "c.txt", at: 0)
    set.observations += [
      // C1, C3
      level("w", "商标受理", "10", "件", source: two), level("p", "马德里商标受理", "11", "件", partOf: "w", source: two),
      // C4
      level("b1", "存款余额", "100", "亿元", period: "2021", source: two), level("b2", "存款余额", "110", "亿元", source: two),
      figure(.change, "b3", "存款余额", "50", "%", of: "b2", source: two),
      // C9: the second of the nation has more than the first.
      level("r1", "铁路货运量", "10", "吨", area: "山西", source: two), level("r2", "铁路货运量", "12", "吨", area: "内蒙古", source: two),
      figure(.rank, "r3", "铁路货运量", "1", "位", area: "山西", scope: "全国", of: "r1", source: two),
      figure(.rank, "r4", "铁路货运量", "2", "位", area: "内蒙古", scope: "全国", of: "r2", source: two),
      // C8
      level("v1", "机场旅客吞吐量", "100.1", "万人次", source: two),
      level("v2", "机场旅客吞吐量", "100.9", "万人次", source: source("2", in: "另一处。", document: "c.txt", at: 50)),
    ]
    let found = check(set).filter { $0.span?.document == "c.txt" || $0.related.contains { $0.document == "c.txt" } }
    let rules = Set(found.map(\.rule))
    for rule in ["c1-part", "c4-growth", "c9-rank", "c8-two-values"] { #expect(rules.contains("check." + rule)) }
  }

  /// Names of one stem in two documents are named once, however many others there are.
  @Test func alikeNamesAreFoundAmongMany() {
    var figures: [Observation] = []
    for n in 0..<3_000 {
      let word = String(String.UnicodeScalarView((0..<8).compactMap { Unicode.Scalar(UInt32(0x4E00 + (n * 3571 + $0 * 911) % 20000)) }))
      figures.append(
        level(
          "f\(n)", word, "\(n)", "件", area: n % 2 == 0 ? "广东" : "广西", source: source("1", in: "1", document: n % 2 == 0 ? "a" : "b", at: n))
      )
    }
    figures.insert(level("x", "知识产权质押融资登记金额", "5", "件", area: "广东", source: source("1", in: "1", document: "a", at: 9000)), at: 40)
    figures.append(level("y", "知识产权质押融资金额", "6", "件", area: "广西", source: source("1", in: "1", document: "b", at: 9000)))
    let found = check(IndicatorSet(observations: figures)).filter {
      $0.rule == "check.c16-definitions" && $0.message.contains("知识产权质押融资登记金额")
    }
    #expect(found.count == 1)
    #expect(found.first?.message.contains("“知识产权质押融资金额”") == true)
  }
}
