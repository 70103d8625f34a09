import Diagnostics
import Indicators
import StructuredData
import Testing

@Suite struct CodecTests {
  /// A figure with every field, and documents in another order than their figures.
  let full: IndicatorSet = {
    let sentence = "“质押”金额达970.24亿元,\n同比增长\"119.25%\"。"
    var first = level(
      "g1", "专利和商标质押金额", "970.24", "亿元", partOf: "g0",
      source: source("970.24亿元", in: sentence, document: "b,1.txt", at: 388))
    first.source?.repeats = [
      source("970.24亿元", in: sentence, document: "a.txt", at: 2), source("x", in: "x y", document: "b,1.txt"),
    ]
    first.rule = "level.reach"
    first.areaCode = "440000"
    first.isStock = true
    first.period = Period(.init(year: 2022), .init(year: 2022), occasion: .springFestival)
    first.topic = "民营企业"
    first.confidence = number("0.85")
    first.source?.isHeading = true
    first.cell = TableCell(sheet: "表1", row: 3, column: 2, rowHead: "质押, 金额", columnHead: "2022年 / 1月")
    var change = figure(
      .change, "g 2", "质押金额", "-119.250", "%", "~", area: nil, period: "2019/2022-06", scope: " 全国 ", status: .claim,
      of: "g1")
    change.basis = .period(Period(year: 2019, month: 6))
    change.isAtConstantPrices = true
    change.unit = Unit(written: "pct", multiplier: 3, measure: "%")
    var base = level("g1-base", "质押金额", "442.5", "亿元", "<=", period: nil, status: .derived)
    base.derivation = Derivation(
      formula: .base, inputs: ["g1", "g 2"], expression: "970.24 ÷ (1 + 119.25%)", lower: number("442.51"), upper: nil)
    var times = figure(.change, "g4", "产值", "4.5", "倍", period: "2021/", basis: .averageAnnual, form: .times)
    times.qualifierWord = "余"
    times.gapFrom = "全国, “平均”"
    var streak = figure(.streak, "g5", "产值", "13", "年", status: .forecast)
    streak.since = Period(year: 2010)
    streak.isOfGrowth = true
    return IndicatorSet(
      documents: [
        SourceDocument(id: "a.txt", title: "标题: 2022", date: "2023-04-24", area: "广东", publisher: "局"),
        SourceDocument(id: "b,1.txt"),
        SourceDocument(id: "empty.txt", title: ""),
      ],
      observations: [
        first, change, base, times, streak, figure(.share, "g3", "2022", "1/3", "", area: "", scope: "yes"),
        level("g0", "null", "100000000000000000000000000000000000", "$ billion", ">="),
        level("g9", "=1+1", "-3", "@件", area: "'-x"),
      ])
  }()

  @Test("a round trip loses nothing", arguments: [IndicatorFormat.yaml, .json, .csv, .rawCSV])
  func roundTrip(format: IndicatorFormat) throws {
    let text = encode(full, as: format)
    let read = try decodeIndicators(text, document: "x", as: format)
    #expect(read.value == full)
    #expect(read.diagnostics.isEmpty)
    #expect(encode(read.value, as: format) == text)
  }

  @Test("random sets survive", arguments: [IndicatorFormat.yaml, .json, .csv, .rawCSV])
  func randomRoundTrips(format: IndicatorFormat) throws {
    var random = Dice(state: 7)
    for _ in 0..<60 {
      let set = random.set()
      let text = encode(set, as: format)
      let read = try decodeIndicators(text, document: "x", as: format)
      #expect(read.value == set, "\(text)")
    }
  }

  @Test func occasionsAreReadFromEveryFormat() throws {
    let festival = Period(.init(year: 2024), .init(year: 2024), occasion: .goldenWeek)
    var figure = level("a", "旅客", "1", "亿人次", source: source("1亿人次", in: "旅客1亿人次"))
    figure.period = festival
    for format in IndicatorFormat.allCases {
      let read = try decodeIndicators(encode(IndicatorSet(observations: [figure]), as: format), document: "x", as: format)
      #expect(read.value.observations.map(\.period) == [festival], "\(format)")
    }
    #expect { try decodeIndicators("observations: [{name: a, value: 1, unit: 件, occasion: easter}]", document: "x", as: .yaml) } throws: {
      ($0 as? Diagnostics)?.all.map(\.rule).contains("occasion.period") == true
    }
  }

  @Test func aSetWithoutFiguresReadsBack() throws {
    let set = IndicatorSet(documents: [SourceDocument(id: "a.txt")])
    for format in [IndicatorFormat.yaml, .json, .csv] {
      #expect(try decodeIndicators(encode(set, as: format), document: "x", as: format).value == set)
    }
    #expect(encode(IndicatorSet(), as: .yaml) == "version: 1\nobservations: []\n")
  }

  @Test func jsonLinesKeepTheFieldsOfTheGuidelines() throws {
    let text = """
      {"kind": "level", "name": "质押金额", "value": "970.24", "unit": "亿元", "qualifier": "=", "area": "广东", "period": "2022", "scope": null, "of": null, "basis": null, "status": "fact", "start": 393, "end": 401, "text": "970.24亿元"}
      {"kind": "change", "name": "质押金额", "value": "119.25", "unit": "%", "qualifier": "=", "area": "广东", "period": "2022", "scope": null, "of": 393, "basis": "yoy", "status": "quoted", "form": "increase", "part_of": 393, "topic": "a", "area_code": "44", "table": {"row": 1, "column": 2}, "confidence": 0.5, "start": 406, "end": 413, "text": "119.25%"}

      """
    let read = try decodeIndicators(text, document: "a.jsonl", as: .jsonl)
    #expect(read.value.observations.map(\.of) == [nil, read.value.observations.first?.id])
    #expect(read.value.observations.first?.source?.document == "a.jsonl")
    #expect(encode(read.value, as: .jsonl) == text)
    #expect(read.diagnostics.isEmpty)
  }

  /// Files of before `of` was written: the level is found by name, area and period.
  @Test func oldJSONLinesAreLinkedByName() throws {
    let text = """
      {"kind": "level", "name": "质押金额", "value": "970.24", "unit": "亿元", "qualifier": "=", "start": 393, "end": 401, "text": "970.24亿元"}
      {"kind": "change", "name": "质押金额", "value": "119.25", "unit": "%", "qualifier": "=", "status": "official", "start": 406, "end": 413, "text": "119.25%"}
      """
    let read = try decodeIndicators(text, document: "a.jsonl", as: .jsonl)
    #expect(read.value.observations.map(\.of) == [nil, read.value.observations[0].id])
    #expect(read.diagnostics.map(\.rule) == ["status.old-name"])
    let astray = text.replacing("\"status\": \"official\"", with: "\"of\": 7")
    let found = try decodeIndicators(astray, document: "a.jsonl", as: .jsonl)
    #expect(found.value.observations.map(\.of) == [nil, nil])
    #expect(found.diagnostics.map(\.rule) == ["indicators.unknown-id"])
  }

  @Test("old words are read with a warning", arguments: [IndicatorFormat.yaml, .csv])
  func oldWords(format: IndicatorFormat) throws {
    let yaml = """
      observations:
        - {id: a, name: x, value: 1, status: official, period-assumed: true}
        - {id: b, name: x, value: 1, kind: change, qualifies: a, part-of: a}
      """
    let csv = "OBS_ID,KIND,INDICATOR,OBS_VALUE,STATUS,QUALIFIES,PART_OF\na,level,x,1,official,,\nb,change,x,1,fact,a,a\n"
    let read = try decodeIndicators(format == .yaml ? yaml : csv, document: "x", as: format)
    #expect(read.value.observations.map(\.status) == [.fact, .fact])
    #expect(read.value.observations.map(\.of) == [nil, "a"])
    #expect(read.value.observations.map(\.partOf) == [nil, "a"])
    #expect(Set(read.diagnostics.map(\.rule)) == ["status.old-name", "field.old-name"])
    #expect(read.diagnostics.allSatisfy { $0.severity == .warning })
  }

  @Test func aSmallTableIsEnough() throws {
    let table =
      "INDICATOR,OBS_VALUE,UNIT_MEASURE,UNIT_MULT,REF_AREA,TIME_PERIOD,OBS_STATUS,REMARK\n质押金额,970.24,元,8,广东,2022,A,x\n,5,,,,,,\n"
    #expect(throws: Diagnostics.self) { try decodeIndicators(table, document: "t.csv", as: .csv) }
    let good = table.split(separator: "\n").prefix(2).joined(separator: "\n")
    let read = try decodeIndicators(good, document: "t.csv", as: .csv)
    #expect(read.value.observations == [level(read.value.observations.first?.id ?? "", "质押金额", "970.24", "亿元")])
    #expect(read.value.observations.first?.id.hasSuffix("/970.24亿元") == true)
    #expect(read.diagnostics.map(\.rule) == ["field.unknown"])
  }

  @Test(
    "wrong input names the place and the nearest name",
    arguments: [
      ("observations: [{name: a, value: 1, kind: levle}]", "field.choice", "did you mean “level”?"),
      ("observations: [{name: a, value: 1, uint: 亿元}]", "field.unknown", "did you mean “unit”?"),
      ("observations: [{name: a, value: 1.2.3}]", "number.form", nil),
      ("observations: [{name: a}]", "field.missing", nil),
      ("observations: [{name: a, value: 1, period: 22}]", "period.form", "write 2022, 2022-12 or 2019/2021"),
      ("observations: [{id: a, name: a, value: 1}, {id: a, name: b, value: 1}]", "indicators.duplicate-id", nil),
      ("observations: [{name: a, value: 1, basis: averge-annual}]", "basis.form", "did you mean “average-annual”?"),
      ("observations: [{name: a, value: 1, status: facts}]", "field.choice", "did you mean “fact”?"),
      ("observations: [{name: a, value: 1, confidence: 1.5}]", "field.range", nil),
      ("observations: [{name: a, value: 1, table: {row: 0, column: 1}}]", "field.range", nil),
      ("observations: [{name: a, value: 1e5}]", "number.form", nil), ("observations: 5", "field.type", nil),
      ("observations: [{name: a, value: 1, source: {document: d, range: [5, 2], text: x}}]", "range.order", nil),
    ])
  func badInput(text: String, rule: String, hint: String?) throws {
    do throws(Diagnostics) {
      _ = try decodeIndicators(text, document: "x.yaml", as: .yaml)
      Issue.record("no error")
    } catch {
      let found = try #require(error.all.first { $0.severity == .error })
      #expect(found.rule == rule)
      #expect(found.span?.document == "x.yaml")
      if let hint { #expect(found.hint == hint) }
    }
  }

  @Test func linksToNothingAreWarned() throws {
    let read = try decodeIndicators("observations: [{name: a, value: 1, of: b}]", document: "x", as: .yaml)
    #expect(read.diagnostics.map(\.rule) == ["indicators.unknown-id"])
  }

  @Test func suffixesNameFormats() throws {
    #expect(IndicatorFormat(path: "out/x.YML") == .yaml)
    #expect(IndicatorFormat(path: "x.ndjson") == .jsonl)
    #expect(IndicatorFormat(path: "x.pdf") == nil)
    #expect(IndicatorFormat(path: ".json") == nil)
    #expect(throws: Diagnostic.error("format.unknown", "unknown format “ymal”", hint: "did you mean “yaml”?")) {
      try IndicatorFormat(named: "ymal")
    }
  }

  @Test func theSchemaDescribesWhatIsWritten() throws {
    let schema = try parseJSON(indicatorSchema(), document: "schema")
    let definitions = try #require(schema["$defs"]?.mapping)
    #expect(definitions.keys.contains("Observation"))
    // Every key that is written is described, and every required key is written.
    let written = try parseJSON(encode(full, as: .json), document: "x")
    for node in written["observations"]?.sequence ?? [] {
      let known: [String] = definitions["Observation"]?["properties"]?.mapping?.keys ?? []
      let keys: [String] = node.mapping?.keys ?? []
      #expect(keys.filter { !known.contains($0) } == [])
      let required = definitions["Observation"]?["required"]?.sequence?.compactMap(\.string) ?? []
      #expect(required.filter { !keys.contains($0) } == [])
    }
    #expect(definitions["Observation"]?["properties"]?["kind"]?["enum"]?.sequence?.count == 5)
  }
}
