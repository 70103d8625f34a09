import Articles
import Assets
import Diagnostics
import Documents
import Extraction
import Foundation
import Indicators
import Lingua
import Tables
import Testing

private let chinese: ChineseKnowledge = {
  do {
    let folder = try Assets().language
    func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))) }
    func text(_ name: String) throws -> String { try String(contentsOf: URL(fileURLWithPath: folder + "/" + name), encoding: .utf8) }
    return ChineseKnowledge(
      gazetteer: try Gazetteer(try bytes("places.table"), document: "places.table"),
      lexicon: try Lexicon(try bytes("words.table"), document: "words.table"),
      words: try LanguagePack(try text("zh-Hans.yaml"), document: "zh-Hans.yaml"),
      subjects: try SubjectWords.read(try text("subjects.yaml"), document: "subjects.yaml"))
  } catch {
    preconditionFailure("the language files are broken: \(error)")
  }
}()

let language = LanguageKnowledge.chinese(chinese)

let tableWords: TableWords = {
  do {
    let folder = try Assets().language + "/tables/"
    return try TableWords(
      TableWords.languages.map { tag in
        (try String(contentsOf: URL(fileURLWithPath: folder + tag + ".yaml"), encoding: .utf8), tag + ".yaml")
      }
    ) { $0.lowercasedHalfWidth.simplified }
  } catch {
    preconditionFailure("the words of tables are broken: \(error)")
  }
}()

let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures").path

/// The article a file is read as.
func article(_ bytes: [UInt8], name: String) throws -> Warned<Article> {
  let knowledge = chinese.articles
  if isOfficeDocument(bytes) { return try readOfficeDocument(bytes: bytes, path: name, knowledge) }
  if name.hasSuffix(".csv") || name.hasSuffix(".tsv") { return try readDelimitedText(bytes: bytes, path: name, knowledge) }
  return try readArticle(bytes: bytes, path: name, knowledge)
}

func article(of text: String, name: String = "table.html") throws -> Article { try article(Array(text.utf8), name: name).value }

/// `C4 change 用电量 -1.2% 河阳市 2025-10 yoy of B4`, `in B4` for a part.
func factLines(_ article: Article) -> [String] {
  let found = statedFigures(in: article, language, tableWords).value.filter { $0.cell != nil }
  func place(_ id: String?) -> String? {
    found.first { $0.id == id }?.cell.map { "\(Character(Unicode.Scalar(UInt8(64 + min($0.column, 26)))))\($0.row)" }
  }
  return found.map { fact in
    var line =
      "\(place(fact.id) ?? "-") \(fact.kind.rawValue) \(fact.name) \(fact.value)\(fact.unit.written) \(fact.area ?? "-") \(fact.period?.description ?? "-")"
    if let basis = fact.basis { line += " \(basis)" }
    if let of = place(fact.of) { line += " of \(of)" }
    if let part = place(fact.partOf) { line += " in \(part)" }
    return line
  }
}

@Suite("Tables of files")
struct FixtureTableTests {
  /// Layouts of statistics offices, each with the facts it states. All figures are invented or, in layouts of releases, theirs.
  @Test(
    "facts of a file",
    arguments: [
      "units-in-two-languages.html", "months-ended-over-the-names.md", "units-of-named-counts.html", "age-and-sex.html",
      "annual-then-months.html", "areas-across.xlsx", "areas-as-sections.csv", "areas-over-indicators.tsv",
      "austria-cpi.csv", "bea-percent-change.html", "bilingual-heads.html", "broken-heads.xlsx", "budget.tsv", "change-in-the-cell.md",
      "chinese-numerals.html", "city-patents-half-year.xlsx", "company-fiscal-years.md", "company-two-years.docx", "contributions.html",
      "count-and-structure-rows.md", "counter-row.csv", "country-and-sex.csv", "court-cases.csv", "cpi-urban-rural.xlsx",
      "customs-countries.html", "customs-total.md", "deposits.docx", "energy-prices-semicolon.csv", "english-release.xlsx",
      "entity-code-year.csv", "epo-origins.docx", "final-accounts.docx", "fiscal-examining.docx", "fixed-base-indices.csv", "flags.tsv",
      "fred.csv", "groups-down-the-side.html", "growth-below-each-level.xlsx", "growth-rows-and-sum.html", "head-at-each-page.docx",
      "hk-change-group.html", "hk-trade-alternating.csv", "indented-paragraphs.docx", "investment-growth-only.html", "japan-sexes.xlsx",
      "jpo-types.csv", "key-and-value.html", "kinds-down.xlsx", "lakhs.csv", "last-year-beside.md", "lines-and-quarters.csv",
      "long-with-breakdowns.csv", "losses-in-brackets.docx", "main-data.html", "merged-groups.docx", "month-and-year-to-date.xlsx",
      "monthly-express.xlsx", "months-across.csv", "months-ended.html", "nice-classes.md", "notes-in-cells.html", "numbered-rows.csv",
      "ons-series.xlsx", "output-of-provinces.md", "own-year-columns.html", "patents-year-sections.docx", "payrolls.html",
      "periods-as-sections.html", "permille-and-ranks.md", "permits-by-region.tsv", "points-and-shares.xlsx", "power-by-source.csv",
      "price-index-months.md", "price-index.xlsx", "prices-ten-days.html", "printed-over-two-pages.xlsx", "profits-by-industry.md",
      "quarters-across.csv", "quarters.md", "raised-notes.xlsx", "rd-by-source.xlsx", "report-period.md", "republic-months.csv",
      "semicolons.csv", "sg-newest-first.xlsx", "sheet-for-each-area.xlsx", "sheet-for-each-year.xlsx", "sheets-by-indicator.xlsx",
      "side-by-side.html", "spaced-out.xlsx", "spans-of-change.csv", "ssb-sitc.html", "statcan-long.csv", "sums-above.xlsx",
      "three-levels.xlsx", "tw-labour-averages.html", "two-tables-on-a-sheet.xlsx", "two-titles-abreast.xlsx",
      "uk-quarters-year-total.html", "units-as-sections.md", "units-in-cells.docx", "units-on-lines.docx", "units-second-column.md",
      "us-patent-chart.html", "wdi-archive.csv", "web-page-gb.html", "web-page.html", "weo-units-columns.tsv", "wipo-report.csv",
      "year-ending.html", "month-and-sum-alternating.html", "movements-between-months.html", "index-of-quarter-before.html",
      "change-from-three-months-before.html", "income-statement.csv", "series-with-facts-above.xlsx", "keys-in-one-column.tsv",
      "budget-and-execution.csv", "years-as-sections.html", "years-by-areas.xlsx", "variation-over-years.html",
      "total-without-head.html", "age-classes-across.html", "months-with-points.html", "unit-of-the-rate.csv", "credits-and-debits.csv",
      "half-years-and-variation.md", "index-by-quarter.md", "year-lines-and-sums.csv", "accumulated-and-year.html",
      "changes-in-two-units.csv",
      "rankings-abreast-tied.html", "producer-prices-by-areas.html", "index-and-lengths-of-change.xlsx", "brackets-in-the-row-below.docx",
      "units-beside-quarters.html", "shared-months.md", "month-growth-of-two-bases.html", "quarter-of-business-years.html",
      "nine-months.docx", "change-and-rate.xlsx", "changes-in-the-title.csv", "amounts-and-shares.docx", "changes-from-month-to-month.html",
      "short-codes-of-quarters.md", "mean-growth-of-a-span.html", "plus-minus.xlsx", "year-to-date.html", "bare-per-cent.xlsx",
      "ranks-of-two-years.html", "ranks-within-groups.csv", "changes-in-four-columns.xlsx", "decimal-commas.csv",
    ])
  func facts(name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: fixtures + "/" + name)))
    let stem = name.split(separator: ".").first.map(String.init) ?? name
    let expected = try String(contentsOfFile: fixtures + "/\(stem).facts", encoding: .utf8).split(separator: "\n").map(String.init)
    #expect(factLines(try article(bytes, name: name).value) == expected)
  }

  @Test("a workbook of 31 provinces and ten years is a cube")
  func cube() throws {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: fixtures + "/provinces-by-years.xlsx")))
    let found = statedFigures(in: try article(bytes, name: "provinces-by-years.xlsx").value, language, tableWords).value
    #expect(found.count == 310)
    #expect(Set(found.map(\.area)).count == 31)
    #expect(Set(found.compactMap(\.period)) == Set((2015...2024).map { Period(year: $0) }))
    #expect(Set(found.map(\.name)) == ["发明专利授权量"])
    #expect(Set(found.map(\.unit)) == [Unit("件")])
    #expect(found.allSatisfy { $0.areaCode != nil && $0.cell?.sheet == "发明专利授权量" })
  }

  @Test("tracked changes count as accepted, hidden text is not read")
  func changes() throws {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: fixtures + "/merged-groups.docx")))
    let found = statedFigures(in: try article(bytes, name: "merged-groups.docx").value, language, tableWords).value.filter {
      $0.cell == nil
    }
    #expect(found.map { "\($0.name) \($0.value)\($0.unit.written)" } == ["专利授权量 3200件", "专利授权量 5.1%"])
  }

  @Test("a hidden sheet is said")
  func hiddenSheet() throws {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: fixtures + "/two-tables-on-a-sheet.xlsx")))
    #expect(try article(bytes, name: "two-tables-on-a-sheet.xlsx").diagnostics.map(\.rule) == ["sheet.hidden"])
  }
}
