import Diagnostics
import Testing

@testable import Indicators

@Suite("SDMX-CSV")
struct SDMXTests {
  private func read(_ text: String, codes: String? = nil) throws -> Warned<IndicatorSet> {
    let lists = try codes.map { try readCodeLists($0, document: "codes.yaml").value } ?? CodeLists()
    return try decodeIndicators(text, document: "data.csv", as: .csv, codes: lists)
  }

  /// `name value unit area period status`.
  private func lines(_ set: IndicatorSet) -> [String] {
    set.observations.map {
      "\($0.name)|\($0.value)|\($0.unit.written)|\($0.area ?? "-")|\($0.areaCode ?? "-")|\($0.period?.description ?? "-")|\($0.status.rawValue)"
    }
  }

  @Test(
    "times of SDMX",
    arguments: [
      ("2022", "2022"), ("2022-03", "2022-03"), ("2022-A1", "2022"), ("2022-S1", "2022-01/2022-06"), ("2022-S2", "2022-07/2022-12"),
      ("2022-T2", "2022-05/2022-08"),
      ("2022-Q1", "2022-01/2022-03"), ("2022Q4", "2022-10/2022-12"), ("2022-M03", "2022-03"), ("2022M12", "2022-12"),
      ("2022-W05", "2022-01-31/2022-02-06"),
      ("2020-W53", "2020-12-28/2021-01-03"), ("2022-D032", "2022-02-01"), ("2022-03-15", "2022-03-15"),
      ("2022-03-15T10:00:00", "2022-03-15"), ("2022-03-15T10:00:00Z", "2022-03-15"),
      ("2022-01-01/P10M", "2022-01/2022-10"), ("2019-01-01/P3Y", "2019/2021"), ("2022-01-03/P7D", "2022-01-03/2022-01-09"),
      ("2022-01-01/2022-03-31", "2022-01/2022-03"),
    ])
  func times(text: String, period: String) { #expect(Period(sdmx: text)?.description == period) }

  @Test(
    "what is no time of SDMX",
    arguments: [
      "2022-Q5", "2022-W54", "2021-W53", "2022-13", "2022-02-30", "Q1", "2022-X1", "", "2022-01-01/P", "2022-D366", "/", "2022-T4",
      "2022-S0",
    ])
  func noTimes(text: String) { #expect(Period(sdmx: text) == nil) }

  @Test(
    "periods are written as they are read",
    arguments: ["2022", "2022-03", "2022-S1", "2022-Q3", "2022-W05", "2020-W53", "2022-01-01/P10M", "2022-03-15", "2022-01-03/P3D"])
  func written(text: String) throws { #expect(try #require(Period(sdmx: text)).sdmx == text) }

  @Test("version 1 of a statistical office, in small letters, with flags and codes explained by a file")
  func flags() throws {
    let read = try read(
      """
      DATAFLOW,LAST UPDATE,freq,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG
      ESTAT:LAB(1.0),12/11/25 23:00:00,A,PC,AT,2023,5.1,
      ESTAT:LAB(1.0),12/11/25 23:00:00,A,PC,BE,2023,5.5,p
      ESTAT:LAB(1.0),12/11/25 23:00:00,A,PC,NO,2023,:,c
      """, codes: "codes:\n  geo: {AT: Austria}\n  DATAFLOW: {\"ESTAT:LAB(1.0)\": Unemployment rate}\n")
    #expect(lines(read.value) == ["Unemployment rate|5.1|%|Austria|AT|2023|fact", "Unemployment rate|5.5|%|BE|-|2023|fact"])
    #expect(read.diagnostics.map(\.rule) == ["sdmx.missing", "sdmx.status", "sdmx.code"])
  }

  @Test("what is unknown is no total; times of day are no texts; numbers that have no room are said")
  func codes() throws {
    let read = try read(
      """
      DATAFLOW,INDICATOR,SEX,AGE,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MULT
      A:B(1.0),Persons,T,_U,AT: Austria,2022-03-15T10:00:00,5,0
      A:B(1.0),Persons,F,TOTAL,AT: Austria,2022-03-16,6E1,0
      """)
    #expect(lines(read.value) == ["Persons, _U|5||Austria|AT|2022-03-15|fact", "Persons, F|60||Austria|AT|2022-03-16|fact"])
    for (value, power) in [("12345678901234567890123456789012345", "18"), ("1E-9223372036854775808", "0")] {
      #expect(throws: Diagnostics.self) {
        try self.read("DATAFLOW,INDICATOR,TIME_PERIOD,OBS_VALUE,UNIT_MULT\nA:B(1.0),P,2022,\(value),\(power)\n")
      }
    }
  }

  @Test("a mapping file names columns as they are written, blanks and capitals aside, and the value's too")
  func mapped() throws {
    let read = try read(
      "Country,Year,Observed Value\nAT,2023,5.1\n",
      codes: "columns: {country: area, Year: period, observed value: value}\ncodes:\n  Country: {AT: Austria}\n")
    #expect(lines(read.value) == ["|5.1||Austria|AT|2023|fact"])
  }

  @Test("a third is written as a decimal and read back as one")
  func third() throws {
    let third = Observation(
      id: "a", kind: .level, name: "P", value: try #require(ExactNumber("1/3")), unit: Unit("倍"), period: Period(year: 2022))
    let back = try decodeIndicators(encode(IndicatorSet(observations: [third]), as: .sdmx), document: "a.csv", as: .csv)
    #expect(back.value.observations.map(\.value.description) == ["0.333333333333"])
  }

  @Test("version 2 with names beside the codes; multiplier, decimals, forecasts")
  func names() throws {
    let read = try read(
      """
      STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,FREQ,Frequency,REF_AREA,Reference area,MEASURE,Measure,SEX,Sex,TIME_PERIOD,Time period,OBS_VALUE,Observation value,UNIT_MEASURE,Unit of measure,UNIT_MULT,Unit multiplier,DECIMALS,Decimals,OBS_STATUS,Observation status,COMMENT
      DATAFLOW,OECD:NA(1.0),Accounts,I,Q,Quarterly,DEU,Germany,EXP,Exports,_T,Total,2022-Q1,,1204.4567,,USD,US dollars,6,Millions,1,One,A,Normal value,
      DATAFLOW,OECD:NA(1.0),Accounts,I,Q,Quarterly,DEU,Germany,EXP,Exports,F,Female,2026-Q1,,3,,USD,US dollars,6,Millions,1,One,F,Forecast value,x
      DATAFLOW,OECD:NA(1.0),Accounts,D,Q,Quarterly,DEU,Germany,EXP,Exports,F,Female,2027-Q1,,3,,USD,US dollars,6,Millions,1,One,A,Normal value,
      """)
    #expect(
      lines(read.value) == [
        "Exports|1204.5|million US dollars|Germany|DEU|2022-01/2022-03|fact",
        "Exports, Female|3.0|million US dollars|Germany|DEU|2026-01/2026-03|forecast",
      ])
    #expect(read.diagnostics.map(\.rule) == ["sdmx.deleted", "sdmx.attribute"])
    #expect(read.value.documents.map(\.title) == ["Accounts"])
  }

  @Test("codes and texts in one cell; a multiplier without a word is counted in")
  func both() throws {
    let read = try read(
      "DATAFLOW,REF_AREA: Reference area,INDICATOR: Indicator,TIME_PERIOD: Time,OBS_VALUE,UNIT_MEASURE,UNIT_MULT\nA:B(1.0),CN: 中国,POP: 人口,2022-M03,14.1,人,8\nA:B(1.0),CN: 中国,POP: 人口,2022-W05,1.5E2,PS,5\n"
    )
    #expect(lines(read.value) == ["人口|14.1|亿人|中国|CN|2022-03|fact", "人口|15000000|PS|中国|CN|2022-01-31/2022-02-06|fact"])
  }

  @Test("faults stand with their place")
  func faults() {
    let text =
      "DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE,DECIMALS,UNIT_MULT\nA,CN,2022-Q7,1,0,0\nA,CN,2022,x,0,0\nA,CN,2022,1,many,0\nA,CN,2022,1,0,-3\n"
    let errors = #expect(throws: Diagnostics.self) { try read(text) }
    #expect(errors?.all.map { "\($0.rule) \($0.span?.start?.line ?? 0)" } == ["sdmx.period 2", "csv.cell 3", "csv.cell 4", "csv.cell 5"])
  }

  @Test("an unknown role of a column is said with the nearest name")
  func unknownRole() {
    let errors = #expect(throws: Diagnostics.self) { try readCodeLists("columns: {geo: aera}", document: "codes.yaml") }
    #expect(errors?.all.first?.hint?.contains("area") == true)
  }

  @Test("both versions hold what SDMX can hold", arguments: [IndicatorFormat.sdmx, .oldSDMX])
  func roundTrip(format: IndicatorFormat) throws {
    let text =
      "INDICATOR,KIND,OBS_VALUE,UNIT,REF_AREA,TIME_PERIOD,BASIS,SCOPE\n出口额,level,120.50,亿元,广东,2022,,\n出口额,change,-3.2,%,广东,2022-01/2022-10,yoy,\n出口额,share,12.1,%,广东,2022,,全国\n"
    let set = try decodeIndicators(text, document: "a.csv", as: .csv).value
    let written = encode(set, as: format)
    let again = try decodeIndicators(written, document: "b.csv", as: .csv).value
    func facts(_ set: IndicatorSet) -> [String] {
      set.observations.map {
        "\($0.kind) \($0.name) \($0.value)\($0.unit.written) \($0.area ?? "") \($0.period?.description ?? "") \($0.basis?.description ?? "") \($0.scope ?? "")"
      }
    }
    #expect(facts(again) == facts(set))
    #expect(written.hasPrefix(format == .sdmx ? "STRUCTURE,STRUCTURE_ID,ACTION," : "DATAFLOW,"))
    #expect(encode(again, as: format) == written)
  }

  @Test("the project's own tables heed the attributes of SDMX")
  func attributes() throws {
    let read = try read(
      "INDICATOR,OBS_VALUE,UNIT_MEASURE,UNIT_MULT,TIME_PERIOD,OBS_STATUS,DECIMALS\n出口额,12.345,元,8,2022-Q1,F,1\n出口额,3,USD,5,2023,A,0\n出口额,,元,8,2024,M,0\n"
    )
    #expect(lines(read.value) == ["出口额|12.3|亿元|-|-|2022-01/2022-03|forecast", "出口额|300000|USD|-|-|2023|fact"])
    #expect(read.diagnostics == [])
  }

  @Test("weeks are printed by their days")
  func weeks() throws {
    let week = try #require(Period(sdmx: "2022-W05"))
    #expect(periodText(week, in: .simplifiedChinese) == "2022年1月31日—2月6日")
    #expect(periodText(week, in: .english) == "31 Jan–6 Feb 2022")
    #expect(Period(week.description) == week)
  }

  @Test(
    "what the codes or their texts call a change is one, of the level beside it",
    arguments: [
      ("EMP_GY,\"Employment, growth rate over same quarter of previous year\",PC,Percentage change", "yoy"),
      ("EMP_G1,\"Employment, percentage change on previous period\",PC,Percentage change", "qoq"),
      ("EMP,Employment,PCH_SM,Percentage change compared to same period in previous year", "yoy"),
      ("EMP,Employment,PCH_PRE,Percentage change on previous period", "qoq"), ("EMP,Employment,PC,Growth rate", "-"),
    ])
  func changes(cells: String, basis: String) throws {
    let set = try read(
      "REF_AREA,Reference area,MEASURE,Measure,UNIT_MEASURE,Unit of measure,TIME_PERIOD,OBS_VALUE\nAUS,Australia,EMP,Employment,PS,Persons,2025-Q1,14391\nAUS,Australia,\(cells),2025-Q1,0.72\n"
    ).value
    let change = try #require(set.observations.last)
    #expect(change.kind == .change && change.name == "Employment" && change.unit.written == "%")
    #expect(change.basis.map { "\($0)" } ?? "-" == basis)
    #expect(change.of == set.observations.first?.id)
  }

  @Test("a measure of another kind that speaks of a growth rate stays a level")
  func noChange() throws {
    let set = try read("REF_AREA,MEASURE,Measure,TIME_PERIOD,OBS_VALUE\nAUS,X,Contribution to growth rate of GDP,2025,0.4\n").value
    #expect(set.observations.map(\.kind) == [.level])
  }
}
