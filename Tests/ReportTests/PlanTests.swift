import Assets
import Diagnostics
import Foundation
import Indicators
import Scene
import Story
import StructuredData
import Testing

@testable import Report

/// What the planner makes of facts: tables of places, cards, labels and titles.
@Suite struct PlanTests {
  static let words = Result {
    let path = try Assets().language + "/story.yaml"
    return try StoryWords.shape.read(parseYAML(String(contentsOfFile: path, encoding: .utf8), document: path)).value
  }

  func level(_ name: String, _ value: String, area: String, _ period: String = "2024", title: String = "各地数据") -> Observation {
    let sentence = "\(area)\(name)\(value)万件。"
    return Observation(
      id: "\(area)/\(name)", kind: .level, name: name, value: ExactNumber(value) ?? ExactNumber(1), unit: Unit("万件"), area: area,
      period: Period(period),
      source: Source(document: area, range: 0..<2, text: value, sentenceRange: 0..<sentence.count, sentence: sentence))
  }

  func planner(_ observations: [Observation], title: String? = nil, pageLines: Int = 38) throws -> Planner {
    var areas: [String] = []
    for area in observations.compactMap(\.area) where !areas.contains(area) { areas.append(area) }
    let set = IndicatorSet(
      documents: areas.map { SourceDocument(id: $0, title: title ?? "\($0)数据", date: "2025-01-20", area: $0) }, observations: observations)
    var evidence = Evidence(articles: [], set: set, concepts: ConceptBook(), words: try PlanTests.words.get())
    evidence.rows = RowPatterns(try RowTests.patterns(RowTests.usual))
    return Planner(evidence, language: .simplifiedChinese, pageLines: pageLines)
  }

  /// Of eight things that three places state all stand in a table, five at most to one, each with its period where they differ.
  @Test(arguments: [(3, 1), (5, 1), (6, 2), (8, 2)]) func allThingsOfPlacesStandInTables(things: Int, tables: Int) throws {
    let observations = ["北京", "上海", "江苏"].enumerated().flatMap { i, area in
      (0..<things).map { level("指标\($0)量", "\(10 + i * 7 + $0)", area: area, $0 == 1 ? "2023" : "2024") }
    }
    let planner = try planner(observations)
    let made = planner.placesTables(planner.claims.filter { $0.kind == .places })
    #expect(made.count == tables)
    #expect(made.reduce(0) { $0 + $1.columns.count - 1 } == things)
    #expect(made.allSatisfy { $0.columns.count <= 6 && $0.rows.count == 3 })
    #expect(Set(made.compactMap(\.anchor)).count == tables)
    let heads = made.flatMap { $0.columns.dropFirst().map { $0.head.map(\.text).joined() } }
    let titles = made.compactMap(\.title)
    // Where all of a table are of one year its title says so, else each head.
    for table in made {
      let own = table.columns.dropFirst().map { $0.head.map(\.text).joined() }
      if own.contains(where: { $0.contains("指标1量") }) && own.count > 1 {
        #expect(own.allSatisfy { $0.contains("（2024年）") || $0.contains("（2023年）") }, "\(own)")
      } else {
        #expect(table.title?.contains("2024年") == true || table.title?.contains("2023年") == true, "\(titles)")
      }
    }
    #expect(heads.count == things)
  }

  /// A numeral of a title is grouped where it is a figure's; years and codes are none, nor is what is part of another number.
  @Test func titlesAreGroupedAsFiguresAre() throws {
    let planner = try planner([level("外贸进出口", "14021.7", area: "宁波市")], title: "宁波市2024年外贸进出口14021.7亿元（公告12345号，114021.7）")
    let heading = planner.heading(of: try #require(planner.evidence.set.documents.first))
    #expect(heading == "宁波市2024年外贸进出口14,021.7亿元（公告12345号，114021.7）")
  }

  /// Up to four documents have a table each, more share one that names their places.
  @Test(arguments: [(3, 3), (4, 4), (5, 1)]) func manyDocumentsShareATable(documents: Int, tables: Int) throws {
    let planner = try planner((0..<documents).flatMap { i in ["甲量", "乙量"].map { level($0, "\(10 + i)", area: "第\(i)市") } })
    let made = planner.expanded([.generated(.dataTable)]).compactMap { block -> ReportTable? in
      if case .table(let table) = block { table } else { nil }
    }
    #expect(made.count == tables)
    #expect(made.reduce(0) { $0 + $1.rows.count } == documents * 2)
    if tables == 1 { #expect(made[0].rows[0].cells.contains { $0.map(\.text).joined() == "第0市" }) }
  }

  /// Cards of one of several places say their places among these, equal figures one place.
  @Test func cardsOfPlacesSayTheirPlaces() throws {
    let planner = try planner(zip(["甲市", "乙市", "丙市", "丁市"], ["5", "9", "5", "1"]).map { level("专利授权量", $1, area: $0) })
    let places = planner.evidence.indicators.map { planner.placedCards([$0])[0].figure.chips }
    #expect(places == [["4地第2"], ["4地第1"], ["4地第2"], ["4地第4"]])
  }

  /// Columns of the years before stand on cards where all of them have these, and say which years they are.
  @Test func cardsHaveTheYearsBefore() throws {
    func years(_ name: String, _ values: [String]) -> [Observation] {
      values.enumerated().map { i, value in
        var fact = level(name, value, area: "江西", "\(2020 + i)")
        fact.id = "\(name)/\(i)"
        return fact
      }
    }
    let planner = try planner(years("专利授权量", ["4", "6", "7", "9"]) + years("商标注册量", ["3", "2", "5", "1"]) + years("贷款额", ["3", "2"]))
    func cards(_ names: [String]) -> [Card] {
      let latest = names.compactMap { name in planner.evidence.indicators.last { $0.name == name } }
      return planner.withTrends(planner.keyCards(latest), of: latest)
    }
    #expect(cards(["专利授权量", "商标注册量"]).map(\.trend) == [[4, 6, 7, 9], [3, 2, 5, 1]])
    #expect(cards(["专利授权量"])[0].figure.chips == ["2020—2023年"])
    #expect(cards(["专利授权量", "贷款额"]).allSatisfy { $0.trend.isEmpty })
  }

  /// A paper without charts among its key figures loses no card for them.
  @Test func cardsAloneAreAllThere() throws {
    let observations = (0..<6).flatMap { i -> [Observation] in
      let base = level("指标\(i)量", "\(10 + i)", area: "江苏")
      return [
        base,
        Observation(
          id: base.id + "/change", kind: .change, name: base.name, value: ExactNumber("\(5 + i)") ?? ExactNumber(1), unit: Unit("%"),
          area: "江苏",
          period: base.period, of: base.id, basis: .yearOnYear, source: base.source),
      ]
    }
    let chapter = try #require(try planner(observations).keyFigures(withCharts: false))
    let cells = chapter.blocks.flatMap { block -> [InfographicRow.Cell] in if case .row(let row) = block { row.cells } else { [] } }
    let cards = cells.reduce(0) { count, cell in
      switch cell {
      case .hero, .card: count + 1
      case .stack(let cards), .steps(let cards): count + cards.count
      case .chart, .reading: count
      }
    }
    #expect(cards >= 5)
    #expect(!cells.contains { $0.kind == .chart })
  }

  /// What the title names leads the key figures, though others have more to say; a name that grew, and no bare one.
  @Test(arguments: [
    ("江苏商标申请量同比增长", "商标申请量"), ("江苏发布数据", "专利授权量"), ("江苏注册量情况", "专利授权量"),
  ])
  func theTitleNamesWhatLeads(title: String, name: String) throws {
    func grown(_ name: String, _ value: String) -> [Observation] {
      let base = level(name, value, area: "江苏")
      return [
        base,
        Observation(
          id: base.id + "/change", kind: .change, name: name, value: ExactNumber(5), unit: Unit("%"), area: "江苏", period: base.period,
          of: base.id, basis: .yearOnYear, source: base.source),
      ]
    }
    let share = Observation(
      id: "share", kind: .share, name: "专利授权量", value: ExactNumber(20), unit: Unit("%"), area: "江苏",
      period: Period(year: 2022), scope: "全国", of: level("专利授权量", "90", area: "江苏").id)
    let facts = grown("专利授权量", "90") + [share] + grown("商标申请量", "30") + [level("注册量", "7", area: "江苏")]
    let chapter = try #require(try planner(facts, title: title).keyFigures(withCharts: false))
    let heroes = chapter.blocks.flatMap { block -> [Card] in
      guard case .row(let row) = block else { return [] }
      return row.cells.compactMap { if case .hero(let card) = $0 { card } else { nil } }
    }
    #expect(heroes.map(\.figure.label) == [name])
  }

  /// Of one measure over years the latest is the key figure, whichever stands first; a span of years is not compared with a year.
  @Test(arguments: [
    ([("330", "2021"), ("346.5", "2022"), ("363.8", "2023")], "363.8"), ([("363.8", "2023"), ("346.5", "2022")], "363.8"),
    ([("900", "2020/2022"), ("330", "2021"), ("346.5", "2022")], "900"), ([("12", "2023-05"), ("14", "2023-06"), ("90", "2024")], "14"),
  ])
  func theLatestOfYearsLeads(told: [(value: String, period: String)], number: String) throws {
    let facts = told.enumerated().flatMap { index, fact -> [Observation] in
      var base = level("立案监督", fact.value, area: "江苏", fact.period)
      base.id += "/\(index)"
      let change = Observation(
        id: base.id + "/change", kind: .change, name: base.name, value: ExactNumber(5), unit: Unit("%"), area: "江苏", period: base.period,
        of: base.id, basis: .yearOnYear, source: base.source)
      return [base, change]
    }
    let chapter = try #require(try planner(facts, title: "江苏发布数据").keyFigures(withCharts: false))
    let heroes = chapter.blocks.flatMap { block -> [Card] in
      guard case .row(let row) = block else { return [] }
      return row.cells.compactMap { if case .hero(let card) = $0 { card } else { nil } }
    }
    #expect(heroes.map(\.figure.number) == [number])
  }

  /// Only a topic that the place names is not said twice.
  @Test(arguments: [
    ("北京知识产权法院", "北京知识产权法院2024年审结知识产权案件", "北京知识产权法院司法保护白皮书"), ("数字福建", "数字福建：数字经济规模突破", "数字福建数字经济白皮书"),
  ])
  func titlesNameATopicOnce(area: String, document: String, title: String) throws {
    let planner = try planner([level("数字经济核心产业量", "3", area: area), level("知识产权案件审结量", "2", area: area)], title: document)
    #expect(planner.title == title)
  }

  /// Labels are of letters, digits and hyphens, whatever the id.
  @Test func labelsOfFigures() throws {
    let planner = try planner([level("指标量", "3", area: "江苏")])
    for kind in Planner.FigureKind.allCases {
      let label = planner.figureLabel("guangdong-2022/09tq/970.24亿元", kind)
      #expect(label == "figure-guangdong-2022-09tq-970-24亿元-\(kind.rawValue)")
    }
  }

  // MARK: What stands together

  /// A level of a sentence of a document, with a growth.
  func stated(_ name: String, _ value: String, in sentence: Int, unit: String = "万件", area: String = "江苏", of document: String = "a")
    -> Observation
  {
    Observation(
      id: "\(area)/\(name)", kind: .level, name: name, value: ExactNumber(value) ?? ExactNumber(1), unit: Unit(unit), area: area,
      period: Period("2024"),
      source: Source(
        document: document, range: (sentence * 100 + name.count)..<(sentence * 100 + name.count + 2), text: value,
        sentenceRange: (sentence * 100)..<(sentence * 100 + 60), sentence: String(repeating: "句", count: 60)))
  }

  func planner(of document: SourceDocument, _ observations: [Observation], language: Language = .simplifiedChinese) throws -> Planner {
    var evidence = Evidence(
      articles: [], set: IndicatorSet(documents: [document], observations: observations), concepts: ConceptBook(),
      words: try PlanTests.words.get())
    evidence.rows = RowPatterns(try RowTests.patterns(RowTests.usual))
    return Planner(evidence, language: language)
  }

  /// Claims of one sentence have one headline; those of another place or sentence their own.
  @Test func oneSentenceIsToldOnce() throws {
    let planner = try planner(
      of: SourceDocument(id: "a", title: "数据", area: "江苏"),
      [
        stated("甲指标量", "3", in: 0), stated("乙指标量", "4", in: 1), stated("丙指标量", "5", in: 0), stated("丁指标量", "6", in: 0, area: "苏州"),
      ])
    let claims = findClaims(
      planner.cube, indicators: planner.evidence.indicators, targets: [], concepts: ConceptBook(), prominence: { _ in 0 })
    let groups = planner.groups(of: claims.filter { $0.kind == .level })
    #expect(groups.map { $0.indicators.map(\.name) } == [["甲指标量", "丙指标量"], ["乙指标量"], ["丁指标量"]])
    #expect(planner.completed(groups[1]).companions.isEmpty)
    #expect(planner.completed(ClaimGroup(lead: groups[0].lead)).companions.map(\.name) == ["丙指标量"])
  }

  /// What a heading says in short is quoted from the sentence that says it in full, and grouped by it.
  @Test func aHeadingIsNotQuoted() throws {
    var headed = stated("甲指标量", "3", in: 0)
    let full = stated("甲指标量", "3", in: 2).source
    headed.source?.isHeading = true
    headed.source?.repeats = full.map { [$0] } ?? []
    let planner = try planner(of: SourceDocument(id: "a", title: "数据", area: "江苏"), [headed, stated("乙指标量", "4", in: 2)])
    #expect(planner.statement(of: headed)?.range.lowerBound == 200)
    headed.source?.repeats = []
    #expect(planner.statement(of: headed)?.range.lowerBound == 0)
  }

  /// A level that is the first in the country.
  private func first(_ name: String, _ value: String, in sentence: Int, area: String = "江苏", of document: String = "a") -> [Observation] {
    let base = stated(name, value, in: sentence, area: area, of: document)
    let rank = Observation(
      id: base.id + "/rank", kind: .rank, name: name, value: ExactNumber(1), unit: Unit("位"), area: area, period: base.period,
      scope: "全国", of: base.id, source: base.source)
    return [base, rank]
  }

  /// Figures that would be cards alone stand two to a slide, those nearest to each other in the text; a headline says whose it is where
  /// the paper is of several places.
  @Test func noCardIsAloneOnASlide() throws {
    let facts = [("甲", 0), ("乙", 9), ("丙", 1), ("丁", 8)].flatMap { first("\($0.0)指标量", "\(30 + $0.1)", in: $0.1) }
    let set = IndicatorSet(
      documents: ["江苏", "浙江"].map { SourceDocument(id: $0 == "江苏" ? "a" : $0, title: "数据", area: $0) },
      observations: facts + first("戊指标量", "7", in: 0, area: "浙江", of: "浙江"))
    let evidence = Evidence(articles: [], set: set, concepts: ConceptBook(), words: try PlanTests.words.get())
    let slides = Planner(evidence, language: .simplifiedChinese).claimSlides(count: 9)
    let labels = slides.map { slide in
      slide.blocks.flatMap { block -> [String] in
        guard case .row(let row) = block else { return [] }
        return row.cells.flatMap { cell -> [String] in
          switch cell {
          case .hero(let card), .card(let card): [card.figure.label]
          case .stack(let cards): cards.map(\.figure.label)
          default: []
          }
        }
      }
    }
    #expect(Set(labels.map { Set($0) }) == [["甲指标量", "丙指标量"], ["乙指标量", "丁指标量"], ["戊指标量"]], "\(labels)")
    #expect(slides.allSatisfy { $0.title.hasPrefix("江苏") || $0.title.hasPrefix("浙江") }, "\(slides.map(\.title))")
  }

  /// Two documents about one place have tables that are told apart by their years; another place's has none.
  @Test func tablesOfOnePlaceSayTheirYears() throws {
    func fact(_ year: String, area: String) -> Observation {
      var fact = level("甲指标量", "3", area: area, year)
      fact.id += year
      fact.source?.document = area + year
      return fact
    }
    let facts = [fact("2023", area: "江苏"), fact("2024", area: "江苏"), fact("2024", area: "浙江")]
    let set = IndicatorSet(
      documents: facts.compactMap { fact in fact.source.map { SourceDocument(id: $0.document, title: "数据", area: fact.area) } },
      observations: facts)
    let evidence = Evidence(articles: [], set: set, concepts: ConceptBook(), words: try PlanTests.words.get())
    let planner = Planner(evidence, language: .simplifiedChinese)
    let titles = planner.expanded([.generated(.dataTable)]).compactMap { block in
      if case .table(let table) = block { table.title } else { nil }
    }
    #expect(titles == ["指标总表（江苏2023年）", "指标总表（江苏2024年）", "指标总表（浙江）"])
  }

  /// Of many places the key figures are the first in each thing, then the second, and each says so.
  @Test func keyFiguresOfManyPlaces() throws {
    let areas = ["北京", "上海", "江苏", "浙江", "山东", "福建"]
    let facts = areas.enumerated().flatMap { i, area in
      [level("甲指标量", "\(90 - i * 7)", area: area), level("乙指标量", "\(20 + i * 3)", area: area)]
    }
    let chapter = try #require(try planner(facts).keyFigures(withCharts: false))
    var cards: [Card] = []
    for case .row(let row) in chapter.blocks {
      for cell in row.cells {
        switch cell {
        case .hero(let card), .card(let card): cards.append(card)
        case .stack(let more): cards += more
        default: break
        }
      }
    }
    #expect(Set(cards.prefix(2).map(\.figure.label)) == ["北京甲指标量", "福建乙指标量"], "\(cards.map(\.figure.label))")
    #expect(cards.dropFirst().prefix(3).map(\.figure.chips) == [["6地第1"], ["6地第2"], ["6地第2"]])
  }

  /// An English edition of Chinese articles shows their figures and quotes none of their sentences.
  @Test(arguments: [(Language.simplifiedChinese, true), (.english, false)]) func noSentenceOfAnotherLanguage(
    language: Language, quotes: Bool
  ) throws {
    let base = stated("甲指标量", "3", in: 0)
    let growth = Observation(
      id: "g", kind: .change, name: base.name, value: ExactNumber(60), unit: Unit("%"), area: "江苏", period: base.period, of: base.id,
      basis: .yearOnYear, source: base.source)
    let planner = try planner(of: SourceDocument(id: "a", title: "数据", area: "江苏"), [base, growth], language: language)
    let slides = planner.claimSlides(count: 4)
    #expect(!slides.isEmpty)
    let readings = slides.flatMap(\.blocks).contains { block in
      if case .row(let row) = block { !row.texts.isEmpty } else if case .beside = block { true } else { false }
    }
    #expect(readings == quotes)
  }

  /// 英国 and UK are one place where most figures say UK; a city among them is another.
  @Test func theSubjectByAnotherName() throws {
    let planner = try planner(
      of: SourceDocument(id: "a", title: "Jobs", area: "英国"),
      [
        stated("Public jobs", "3", in: 0, area: "UK"), stated("Private jobs", "4", in: 1, area: "UK"),
        stated("City jobs", "5", in: 2, area: "London"),
      ], language: .english)
    #expect(!planner.index.isForeign("UK", to: "a"))
    #expect(!planner.index.isForeign(nil, to: "a"))
    #expect(planner.index.isForeign("London", to: "a"))
    #expect(planner.evidence.indicators.map { planner.card($0).label } == ["Public jobs", "Private jobs", "City jobs, London"])
  }

  /// Growth from the first to the last of the years that most have; rates and what is not exact are left out.
  @Test func growthOverYears() throws {
    func series(_ name: String, _ first: String, _ last: String, from year: Int = 2020, unit: String = "万件") -> [Observation] {
      [(year, first), (2024, last)].map { year, value in
        Observation(
          id: "\(name)\(year)", kind: .level, name: name, value: ExactNumber(value) ?? ExactNumber(1), unit: Unit(unit), area: "江苏",
          period: Period(year: year))
      }
    }
    let observations =
      series("甲授权量", "20", "50") + series("乙授权量", "40", "30") + series("丙授权量", "8", "9") + series("丁授权量", "1", "9", from: 2022)
      + series("戊合格率", "90", "95", unit: "%")
    let context = HeadlineContext(language: .simplifiedChinese, set: IndicatorSet(observations: observations))
    let cube = Cube(context.set, concepts: ConceptBook())
    let spec = try #require(FigureSpec.growthOverYears(cube.series, context: context))
    #expect(spec.rows.compactMap { $0["name"]?.string } == ["甲授权量", "丙授权量", "乙授权量"])
    #expect(spec.rows.compactMap { $0["value"]?.double } == [150, 12.5, -25])
    #expect(spec.title?.text == "甲授权量增长最快，累计增长150%")
    #expect(spec.title?.subtitle == "江苏主要指标累计增速，%，2020—2024年")
    #expect(FigureSpec.growthOverYears(Array(cube.series.prefix(2)), context: context) == nil)
  }

  /// Two bars, and places that are all the first, say no more than cards.
  @Test(arguments: [([1, 1, 1], false), ([1, 2], false), ([1, 1, 4], true), ([5, 3, 2], true)])
  func fewThingsAreNoFigure(values: [Int], compares: Bool) {
    let spec = FigureSpec("ranking", rows: values.map { ["rank": .number($0)] }, channels: [])
    #expect(spec.comparesEnough == compares)
  }

  @Test(arguments: [
    ("經濟部統計處新聞稿", true), ("国情统计通报", true), ("Statistical bulletin", true), ("114年10月批發業營業額統計", false), ("新闻稿汇编", false),
  ])
  func titlesThatNameAKindOfDocument(title: String, isGenre: Bool) throws { #expect(try PlanTests.words.get().isGenre(title) == isGenre) }

  /// A title that only says that something was held gives way to place and time; one that tells more does not.
  @Test(arguments: [
    ("江苏省2024年知识产权工作新闻发布会召开", "江苏2024年情况"), ("江苏举行知识产权发展状况发布会", "江苏2024年情况"), ("江苏知识产权记者会", "江苏2024年情况"),
    ("发布会上的江苏专利", "发布会上的江苏专利"), ("江苏专利授权量达3万件", "江苏专利授权量达3万件"),
  ])
  func titlesOfMeetings(title: String, heading: String) throws {
    let planner = try planner(of: SourceDocument(id: "a", title: title, area: "江苏"), [stated("甲指标量", "3", in: 0)])
    #expect(planner.heading(of: planner.documents[0]) == heading)
  }

  /// Documents of a chapter whose titles are the same but for place and time are called by these.
  @Test(arguments: [true, false]) func titlesThatAreAlike(areAlike: Bool) throws {
    // More places than have chapters of their own.
    let areas = ["安徽", "湖北", "湖南", "江西", "江苏", "浙江", "福建", "广东", "海南"]
    let titles = areas.enumerated().map { areAlike ? "\($1)省发布\(2020 + $0)年主要数据" : "\($1)的\(areas[8 - $0])" }
    let set = IndicatorSet(
      documents: zip(areas, titles).map { SourceDocument(id: $0, title: $1, area: $0) },
      observations: areas.flatMap { area in ["甲", "乙", "丙"].map { level("\($0)指标量", "9", area: area) } })
    let evidence = Evidence(articles: [], set: set, concepts: ConceptBook(), words: try PlanTests.words.get())
    let headings = Planner(evidence, language: .simplifiedChinese).themes().flatMap(\.blocks).compactMap { block in
      if case .heading(2, let text, _) = block { text.text } else { nil as String? }
    }
    #expect(headings == (areAlike ? areas : titles))
  }

  /// Levels of one sentence with growths on the year.
  private func growing(_ rates: [Int]) throws -> Planner {
    // No two on one axis.
    let units = ["件", "亿元", "家", "人", "吨", "公里", "个", "项", "次", "台", "辆", "户"]
    let facts = rates.enumerated().flatMap { n, rate -> [Observation] in
      let base = stated("第\(n)项指标量", "100", in: n, unit: units[n % units.count])
      let growth = Observation(
        id: base.id + "g", kind: .change, name: base.name, value: ExactNumber(rate), unit: Unit("%"), area: "江苏", period: base.period,
        of: base.id, basis: .yearOnYear, source: base.source)
      return [base, growth]
    }
    return try planner(of: SourceDocument(id: "a", title: "数据", area: "江苏"), facts)
  }

  /// Of a paragraph three and more growths are one figure, unless the key figures show all of them.
  @Test(arguments: [(0..<3, ["bar"]), (9..<12, []), (8..<10, [])]) func growthsOfAParagraph(part: Range<Int>, forms: [String]) throws {
    // Ascending: of twelve the key figures show the last eight.
    let planner = try growing((0..<12).map { $0 - 3 })
    #expect(planner.figures(for: Array(planner.evidence.indicators[part])).figures.map(\.form) == forms)
  }

  /// Two bars show a growth of a tenth and more; less looks like none.
  @Test(arguments: [(10, true), (-12, true), (25, true), (9, false), (-9, false)]) func growthsThatAreSeen(rate: Int, isDrawn: Bool) throws
  {
    let choice = try growing([rate]).figures(for: growing([rate]).evidence.indicators)
    #expect(choice.figures.map(\.form) == (isDrawn ? ["change"] : []))
    #expect(choice.left.count == (isDrawn ? 0 : 1))
  }

  /// Numerals of prose have their digits grouped as those of cards and tables have.
  @Test(arguments: [
    (Language.simplifiedChinese, "10358件", "10,358件"), (.simplifiedChinese, "3,796億元", "3796億元"), (.simplifiedChinese, "2500多家", "2500多家"),
    (.simplifiedChinese, "14021.75亿元", "14,021.75亿元"), (.simplifiedChinese, "0.12345", "0.12345"),
    (.simplifiedChinese, "1,234,567", "1,234,567"),
    (.english, "10358", "10,358"), (.english, "4036", "4,036"), (.english, "S$412 million", "S$412 million"),
    (.simplifiedChinese, "第十四位", "第十四位"),
    (.simplifiedChinese, "00123456", "00123456"), (.english, "12,34", "12,34"),
  ])
  func digitsOfProse(language: Language, written: String, printed: String) throws {
    let planner = try planner(of: SourceDocument(id: "a", title: "A", area: "江苏"), [stated("甲指标量", "3", in: 0)], language: language)
    #expect(planner.regrouped(written) == printed)
  }

  /// What is planned for later is set against what was reached, under the paragraph that says it.
  @Test(arguments: [("2027", Observation.Status.plan, true), ("2024", .plan, false), ("2027", .target, true), ("2027", .fact, false)])
  func plansAreSetAgainstFacts(period: String, status: Observation.Status, isTold: Bool) throws {
    let reached = stated("汽车产量", "352.6", in: 0)
    var aim = stated("汽车产量", "400", in: 1)
    aim.id += "aim"
    aim.period = Period(period)
    aim.status = status
    let planner = try planner(of: SourceDocument(id: "a", title: "数据", area: "江苏"), [reached, aim])
    let choice = planner.figures(for: planner.evidence.indicators.filter { $0.lead.status != .fact })
    #expect(choice.figures.map(\.mark) == (isTold ? ["bullet"] : []))
    #expect(choice.headline == (isTold ? "汽车产量352.6万件，\(period)年目标为400万件" : nil))
  }

  /// Of many trends three have a figure each; the others are one table behind all, under what they have in common.
  @Test(arguments: [(6, true, "另有3项指标连续3年上升"), (6, false, "另有3项指标的历年数据"), (4, true, nil)] as [(Int, Bool, String?)])
  func manyTrendsAreOneTable(count: Int, rise: Bool, headline: String?) throws {
    let facts = (0..<count).flatMap { n in
      (0..<4).map { year -> Observation in
        var fact = level(
          "\(["甲", "乙", "丙", "丁", "戊", "己"][n])指标量", rise ? "\(10 + year * (n + 2))" : "\(50 - year * 3)", area: "江苏", "\(2021 + year)")
        fact.id += "\(year)"
        return fact
      }
    }
    let planner = try planner(facts)
    let groups = planner.gathered(planner.groups(of: planner.claims.filter { $0.kind == .trend }))
    #expect(groups.count == (headline == nil ? count : 4))
    #expect(groups.last.flatMap { planner.trendsTable($0)?.headline } == headline)
    if headline != nil { #expect(groups.last.flatMap { planner.trendsTable($0)?.table.rows.count } == count - 3) }
  }

  /// The heights of the cover's bars: levels, or growths where these are what is told.
  @Test func theCoverOfGrowthsShowsGrowths() throws {
    let growths = (0..<9).map { n in
      Observation(
        id: "g\(n)", kind: .change, name: "产量\(n)", value: ExactNumber(n + 1), unit: Unit("%"), area: "江苏", period: Period("2024"),
        basis: .yearOnYear, source: stated("产量", "1", in: n).source)
    }
    let document = SourceDocument(id: "a", title: "数据", area: "江苏")
    #expect(try planner(of: document, growths + [stated("企业数量", "41", in: 10)]).motif.count == 9)
    #expect(try planner(of: document, [stated("企业数量", "41", in: 10)]).motif.count == 1)
  }

  @Test(arguments: [(Language.english, "15 September 2026"), (.simplifiedChinese, "2026年9月15日"), (.hongKongChinese, "2026年9月15日")])
  func daysAreWritten(language: Language, text: String) {
    #expect(HeadlineContext(language: language).day("2026-09-15") == text)
    #expect(HeadlineContext(language: language).day("2026-09") == "2026-09")
  }

  @Test func theMethodCountsInWords() throws {
    let planner = try planner(
      of: SourceDocument(id: "a", title: "A", area: "UK"), [stated("Jobs", "3", in: 0, area: "UK")], language: .english)
    #expect(
      planner.methodNote(hasDerived: false).hasPrefix("WhitePaper made this report from 1 public text and read 1 figure in 1 sentence."))
    #expect(!planner.methodNote(hasDerived: false).contains("chapter before"))
    #expect(planner.methodNote(hasDerived: true).contains("chapter before"))
  }

  /// Headings go down one level at a time, and those of one level stay so.
  @Test(arguments: [
    ([3, 3, 4, 3], [2, 2, 3, 2]), ([2, 3, 3, 2], [2, 3, 3, 2]), ([2, 4, 4, 3], [2, 3, 3, 3]), ([5, 2, 6], [2, 2, 3]),
  ])
  func headingsOfOneLevelStayAlike(written: [Int], printed: [Int]) {
    var report = ReportSource(title: "a", language: .simplifiedChinese)
    report.chapters = [.init(title: "b", blocks: written.map { .heading(level: $0, [.text("c")], anchor: nil) })]
    let levels = report.levelled().chapters[0].blocks.compactMap { block in
      if case .heading(let level, _, _) = block { level } else { nil as Int? }
    }
    #expect(levels == printed)
  }
}
