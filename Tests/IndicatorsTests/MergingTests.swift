import Diagnostics
import Indicators
import Testing

private func article(_ name: String, date: String? = nil, _ observations: [Observation]) -> IndicatorSet {
  IndicatorSet(documents: [SourceDocument(id: name, date: date)], observations: observations)
}

private func stated(_ id: String, _ value: String, _ period: String, in document: String, _ unit: String = "亿元")
  -> Observation
{
  level(id, "质押金额", value, unit, period: period, source: source(value, in: "金额\(value)。", document: document))
}

@Suite struct MergeTests {
  /// Figures of an article as extraction names them.
  private func named(_ document: String, _ figures: [Observation]) -> IndicatorSet {
    var ids = ContentIDs()
    var figures = figures
    for index in figures.indices { figures[index].id = ids.next(for: figures[index]) }
    return article(document, figures)
  }

  @Test func idsComeFromDocumentSentenceAndValue() {
    let twice = source("5件", in: "甲5件，乙5件。", document: "某省/2022年.txt")
    let set = named(
      "某省/2022年.txt",
      [
        level("", "甲", "5", "件", source: twice), level("", "乙", "5", "件", source: twice),
        figure(.change, "", "甲", "-3.2", "%", source: source("3.2%", in: "下降3.2%。", document: "某省/2022年.txt")),
        figure(.rank, "", "甲", "1", "位", source: twice),
      ])
    let ids = set.observations.map { $0.id.split(separator: "/").map(String.init) }
    #expect(ids.map { $0[0] } == Array(repeating: "2022年", count: 4))
    #expect(ids[0][1] == ids[1][1] && ids[0][1] != ids[2][1] && ids[0][1].count == 4)
    #expect(ids.map { Array($0.dropFirst(2)) } == [["5件"], ["5件", "2"], ["-3.2%"], ["rank1"]])
  }

  /// An id depends on nothing outside its sentence: not on the folder, the text before, or other articles.
  @Test func aFiguresIdIsItsOwn() throws {
    let one = level("", "甲", "5", "件", source: source("5件", in: "甲5件。", document: "a.txt"))
    let moved = level("", "甲", "5", "件", source: source("5件", in: "甲5件。", document: "/x/a.txt", at: 900))
    let other = level("", "甲", "5", "件", source: source("5件", in: "乙甲5件。", document: "a.txt"))
    var ids = ContentIDs()
    let first = ids.next(for: one)
    ids = ContentIDs()
    #expect(ids.next(for: other) != first)
    #expect(ids.next(for: moved) == first)
  }

  @Test func mergingRenamesNothing() {
    let a = named("x/a.txt", [stated("", "1", "2022", in: "x/a.txt"), stated("", "2", "2021", in: "x/a.txt")])
    let b = named("y/b.txt", [stated("", "1", "2022", in: "y/b.txt")])
    let merged = merge([a, b])
    #expect(merged.value.observations == a.observations + b.observations)
    #expect(merged.value.documents.map(\.id) == ["x/a.txt", "y/b.txt"])
    #expect(merged.diagnostics.isEmpty)
    #expect(merge([a]).value == a)
    // A set and the article it was read from.
    #expect(merge([a, b, a]).value.observations == merged.value.observations)
  }

  @Test func anIdOfAnotherFigureIsSaid() {
    var part = stated("p", "0.5", "2021", in: "y/a.txt")
    part.partOf = "g"
    let merged = merge([
      article("x/a.txt", [stated("g", "1", "2022", in: "x/a.txt")]),
      article("y/a.txt", [stated("g", "2", "2021", in: "y/a.txt"), part, stated("g/2", "3", "2020", in: "y/a.txt")]),
    ])
    #expect(merged.value.observations.map(\.id) == ["g", "g/2", "p", "g/2/2"])
    #expect(merged.value.observations[2].partOf == "g/2")
    #expect(merged.diagnostics.map(\.rule) == ["merge.id-taken", "merge.id-taken"])
  }
}

@Suite struct JoiningTests {
  /// Links of every kind follow a figure that was joined to another, or merged into it by hand.
  @Test func linksFollowTheFigureThatStays() throws {
    func derived(from id: String) -> Observation {
      var figure = level("d", "质押金额", "442.5", "亿元", period: "2021", status: .derived)
      figure.derivation = Derivation(formula: .base, inputs: [id, "c"], expression: "x", lower: nil, upper: nil)
      return figure
    }
    let twice = [
      stated("a", "970.24", "2022", in: "x.txt"), stated("b", "970.24", "2022", in: "y.txt"),
      figure(.change, "c", "质押金额", "119.25", "%", of: "b"),
    ]
    let joined = mergingRepeats(article("x.txt", twice + [derived(from: "b")])).observations
    #expect(joined.map(\.id) == ["a", "c", "d"])
    #expect(joined[1].of == "a")
    #expect(joined[2].derivation?.inputs == ["a", "c"])
    let fix = try readCorrections("corrections: [{id: b, merge-into: a}]", document: "fix.yaml").value
    let merged = apply(fix, to: article("x.txt", twice + [derived(from: "b")])).value.observations
    #expect(merged.map(\.id) == ["a", "c", "d"])
    #expect(merged[2].derivation?.inputs == ["a", "c"])
  }

  @Test("a name that leaves signs out, for a value that hardly two things share") func shortenedNames() {
    func merged(_ names: [String], _ values: [String]) -> [String] {
      let levels = zip(names, values).enumerated().map { index, figure in
        level("\(index)", figure.0, figure.1, "億美元", source: source(figure.1, in: figure.1, at: index * 50))
      }
      return mergingRepeats(IndicatorSet(observations: levels)).observations.map(\.name)
    }
    #expect(merged(["對美出口", "對美國出口"], ["1982.7", "1982.7"]).count == 1)
    // 3億 are many things, two values are two, and a name that ends otherwise is another.
    #expect(merged(["對美出口", "對美國出口"], ["3", "3"]).count == 2)
    #expect(merged(["對美出口", "對美國出口"], ["1982.7", "1982.8"]).count == 2)
    #expect(merged(["對美出口", "對美國進口"], ["1982.7", "1982.7"]).count == 2)
  }

  /// One figure under two names of a concept is one; two values never are.
  @Test func namesOfOneConceptAreJoined() {
    let book = ConceptBook([
      Concept(id: "p", simplified: "专利质押融资金额", traditional: "x", english: "y", wordings: ["专利权质押融资额"])
    ])
    let set = IndicatorSet(observations: [
      level("a", "专利质押融资金额", "970.24", "亿元", source: source("1", in: "1", document: "a")),
      level("b", "专利权质押融资额", "9702400", "万元", source: source("1", in: "1", document: "b")),
      level("c", "专利权质押融资额", "970.25", "亿元", source: source("1", in: "1", document: "c")),
    ])
    #expect(mergingRepeats(set, concepts: book).observations.map(\.id) == ["a", "c"])
    #expect(mergingRepeats(set).observations.count == 3)
  }
}

@Suite struct SeriesTests {
  @Test func yearsJoinAndRestatementsAreFlagged() throws {
    let set = merge([
      article(
        "2021.txt", date: "2022-04-20",
        [stated("g1", "400", "2020", in: "2021.txt"), stated("g2", "440.1", "2021", in: "2021.txt")]),
      article(
        "2022.txt", date: "2023-04-24",
        [stated("g3", "442.5", "2021", in: "2022.txt"), stated("g4", "9702400", "2022", in: "2022.txt", "万元")]),
    ]).value
    let result = series(of: set)
    let only = try #require(result.value.first)
    #expect(result.value.count == 1)
    #expect(only.points.map { $0.period?.description } == ["2020", "2021", "2022"])
    #expect(only.points.map(\.isRestated) == [false, true, false])
    #expect(only.points[1].figure.value.description == "442.5")
    #expect(only.values(in: Unit("亿元")).map { $0?.description } == ["400", "442.5", "970.2400"])
    #expect(result.diagnostics.map(\.rule) == ["series.restated"])
    #expect(result.diagnostics[0].message.contains("442.5亿元 − 440.1亿元 = 2.4亿元"))
    #expect(result.diagnostics[0].related.map(\.document) == ["2021.txt"])
  }

  @Test func theFinerOfTwoAgreeingStatementsCounts() {
    let set = merge([
      article("a.txt", [stated("g1", "442", "2021", in: "a.txt")]),
      article("b.txt", [stated("g2", "442.3", "2021", in: "b.txt")]),
    ]).value
    let result = series(of: set)
    #expect(result.value.first?.points.map(\.figure.id) == ["g2"])
    #expect(result.value.first?.points.first?.agreeing.map(\.id) == ["g1"])
    #expect(result.diagnostics.isEmpty)
  }

  @Test func derivedPointsFillGapsOnly() {
    let now = article("a.txt", [stated("g1", "970.24", "2022", in: "a.txt")])
    let derived = [
      level("d1", "质押金额", "442.5", "亿元", period: "2021", status: .derived),
      level("d2", "质押金额", "1", "亿元", status: .derived),
    ]
    let points = series(of: now, derived: derived).value.first?.points ?? []
    #expect(points.map(\.figure.id) == ["d1", "g1"])
    #expect(points.map(\.isDerived) == [true, false])
  }

  @Test func areasMonthsAndPlansStayApart() {
    let set = IndicatorSet(observations: [
      level("a", "产值", "1", "亿元"), level("b", "产值", "1", "亿元", area: "广西"),
      level("c", "产值", "1", "亿元", period: "2022-01/2022-06"),
      level("d", "产值", "1", "件"), level("e", "产值", "2", "亿元", period: "2030", status: .plan),
    ])
    #expect(series(of: set).value.map { $0.points.map(\.figure.id) } == [["a"], ["b"], ["c"], ["d"], ["e"]])
  }

  /// Two stocks of one concept at two dates, two values of one name in one document, kinds, scopes, what has no period: each
  /// stands in some series, once.
  @Test func nothingIsLost() throws {
    var stocks = [
      stated("s1", "50", "2022-06", in: "a.txt", "万件"), stated("s2", "53", "2022-12", in: "a.txt", "万件"),
      stated("s3", "55", "2023-06", in: "a.txt", "万件"),
    ]
    for index in stocks.indices { stocks[index].isStock = true }
    let apart = (1...20).map { stated("v\($0)", "\($0)00", "2022", in: "a.txt", "家") }
    var open = level("n", "产值", "1", "亿元", period: nil)
    open.source = source("1", in: "1")
    let others = [
      open, figure(.change, "c1", "产值", "5", "%", basis: .yearOnYear),
      figure(.change, "c2", "产值", "3", "%", basis: .period(Period(year: 2019))),
      figure(.share, "h1", "产值", "5", "%", scope: "全国"), figure(.share, "h2", "产值", "25", "%", scope: "全省"),
      figure(.rank, "r", "产值", "1", "位", scope: "全国"), figure(.streak, "k", "产值", "3", "年"),
      level("t", "产值", "9", "亿元", status: .target),
    ]
    let all = stocks + apart + others
    let found = series(of: article("a.txt", all)).value
    let ids = found.flatMap { $0.points.flatMap { [$0.figure] + $0.superseded + $0.agreeing } }.map(\.id)
    #expect(ids.sorted() == all.map(\.id).sorted())
    #expect(found.first?.points.map(\.figure.id) == ["s1", "s3"])
    let text = encode(found, as: .csv)
    for figure in all { #expect(text.contains(",\(figure.id),")) }
  }
}

@Suite struct CorrectionTests {
  let set: IndicatorSet = {
    let sentence = "质押金额达970.24亿元，705次浏览。"
    return IndicatorSet(observations: [
      level("g1", "质押金额", "970.24", "亿元", source: source("970.24亿元", in: sentence)),
      level("g2", "浏览", "705", "次", source: source("705次", in: sentence)),
      figure(.change, "g3", "质押金额", "119.25", "%", of: "g1"),
      level("g4", "质押总额", "970.24", "亿元", source: source("970.24亿元", in: sentence, at: 90)),
      figure(.change, "g5", "质押总额", "119.25", "%", of: "g4"),
    ])
  }()

  func corrected(_ yaml: String) throws -> Warned<IndicatorSet> {
    let read = try readCorrections("corrections:\n" + yaml, document: "fix.yaml")
    #expect(read.diagnostics.isEmpty)
    return apply(read.value, to: set)
  }

  @Test func rejectRenameAndSet() throws {
    let result = try corrected(
      """
        - {text: 705次, reject: true, note: page furniture}
        - {id: g1, rename: 专利质押金额, set: {area: 广西, period: 2021, status: plan}}
      """)
    #expect(result.value.observations.map(\.id) == ["g1", "g3", "g4", "g5"])
    let first = result.value.observations[0]
    #expect(first.name == "专利质押金额")
    #expect(first.area == "广西")
    #expect(first.period == Period(year: 2021))
    #expect(first.status == .plan)
    #expect(result.diagnostics.map(\.rule) == Array(repeating: "correction.applied", count: 5))
    #expect(result.diagnostics[2].message == "g1: area “广东” → “广西”")
  }

  @Test func mergingKeepsPlacesAndLinks() throws {
    let result = try corrected("  - {id: g4, merge-into: g1}")
    #expect(result.value.observations.map(\.id) == ["g1", "g2", "g3", "g5"])
    #expect(result.value.observations[0].source?.repeats.map(\.range.lowerBound) == [95])
    #expect(result.value.observations[3].of == "g1")
  }

  @Test func entriesSurviveNewIds() throws {
    let result = try corrected("  - {id: g77, text: 705次, reject: true}")
    #expect(result.value.observations.map(\.id) == ["g1", "g3", "g4", "g5"])
    #expect(result.diagnostics.map(\.rule) == ["correction.moved", "correction.applied"])
    #expect(result.diagnostics[0].hint == "the figure is “g2” now")
  }

  @Test func acceptedOnly() throws {
    let read = try readCorrections(
      "only-accepted: true\ncorrections:\n  - {id: g1, accept: true}", document: "fix.yaml")
    #expect(apply(read.value, to: set).value.observations.map(\.id) == ["g1"])
  }

  @Test func anIdOfAnotherDocumentFitsNothing() throws {
    let two = merge([
      article("a.txt", [stated("g1", "1", "2022", in: "a.txt")]),
      article("b.txt", [stated("g2", "2", "2021", in: "b.txt")]),
    ]).value
    let read = try readCorrections("corrections:\n  - {id: g2, document: b.txt, reject: true}", document: "fix.yaml")
    #expect(apply(read.value, to: two).value.observations.map(\.id) == ["g1"])
    let wrong = try readCorrections("corrections:\n  - {id: g2, document: a.txt, reject: true}", document: "fix.yaml")
    let kept = apply(wrong.value, to: two)
    #expect(kept.value == two)
    #expect(kept.diagnostics.map(\.rule) == ["correction.moved"])
  }

  @Test(
    "what fits nothing is said",
    arguments: [
      ("  - {id: g11, reject: true}", "correction.unmatched"),
      ("  - {text: 1亿元, reject: true}", "correction.unmatched"),
      ("  - {id: g4, merge-into: g9}", "correction.unmatched"),
    ])
  func unmatched(entry: String, rule: String) throws {
    let result = try corrected(entry)
    #expect(result.value == set)
    #expect(result.diagnostics.map(\.rule) == [rule])
  }

  @Test func entriesNeedATarget() {
    #expect(throws: Diagnostics.self) { try readCorrections("corrections:\n  - {reject: true}", document: "fix.yaml") }
  }
}
