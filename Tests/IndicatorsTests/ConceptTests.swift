import Diagnostics
import Foundation
import Indicators
import Testing

@Suite struct ConceptTests {
  /// The project's own files.
  static let files: [(document: String, text: String)] = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return ["intellectual-property.yaml", "statistics.yaml"].compactMap { name in
      let path = root.appendingPathComponent("concepts").appendingPathComponent(name)
      return (try? String(contentsOf: path, encoding: .utf8)).map { (name, $0) }
    }
  }()

  @Test func theProjectsConceptsAreSound() throws {
    let read = try readConcepts(Self.files)
    #expect(read.diagnostics.map(\.message) == [])
    #expect(read.value.concepts.count >= 140)
    #expect(Set(read.value.concepts.map(\.id)).count == read.value.concepts.count)
    #expect(Set(read.value.concepts.compactMap(\.theme)).isSuperset(of: ["创造", "运用", "保护", "服务", "宏观"]))
    // A label in one script must find the concept in the other.
    for concept in read.value.concepts {
      #expect(read.value.concept(named: concept.traditional)?.id == concept.id, "\(concept.id)")
    }
  }

  @Test(
    "names of the press find their concept",
    arguments: [
      ("专利和商标质押金额", "亿元", "pledge-amount"), ("全省发明专利有效量", "万件", "invention-patents-valid"),
      ("累计发行知识产权证券化产品", "单", "securitisation-products"), ("專利質押融資金額", "億元", "patent-pledge-financing"),
      ("转让许可专利次数", "次", "patent-transfers-licences"), ("GDP", "万亿元", "gdp"),
      ("认定自治区知识产权优势企业", "家", "advantage-companies-region"), ("R&D经费", "亿元", "rd-spending"),
    ])
  func matching(name: String, unit: String, id: String) throws {
    let book = try readConcepts(Self.files).value
    #expect(book.concept(named: name, unit: Unit(unit))?.id == id)
  }

  /// An English measure has one key in the singular and the plural; what only ends in s keeps it.
  @Test(arguments: [
    ("unemployment rates", "Unemployment rate", true), ("retail sales", "retail sale", true), ("batches", "batch", true),
    ("design cases", "design case", true), ("subsidies", "subsidy", true), ("gas", "ga", false), ("business", "busines", false),
    ("exports of goods", "exports of services", false), ("economics", "economic", false),
  ]) func pluralsAreOneMeasure(first: String, second: String, areOne: Bool) {
    let book = ConceptBook()
    #expect((book.key(for: first) == book.key(for: second)) == areOne)
  }

  @Test func nothingIsGuessed() throws {
    let book = try readConcepts(Self.files).value
    #expect(book.concept(named: "专利质押融资") == nil)
    #expect(book.concept(named: "专利质押融资金额", unit: Unit("笔")) == nil)
    #expect(book.concept(named: "转让许可专利次数", unit: Unit("件"))?.id == "patent-transfers-licences")
    #expect(book.key(for: "专利质押融资额") == book.key(for: "专利权质押融资金额"))
    #expect(book.key(for: "某某数量").text == "某某数量")
  }

  @Test func amountsOfPledgesAreSetApart() throws {
    let book = try readConcepts(Self.files).value
    #expect(book.distinction(between: "专利质押融资金额", and: "专利和商标质押金额")?.contains("登记的担保额") == true)
    #expect(book.distinction(between: "专利权质押登记金额", and: "专利质押融资金额")?.contains("口径不同") == true)
    #expect(book.distinction(between: "专利质押融资额", and: "专利质押融资金额") == nil)
    #expect(book.distinction(between: "专利质押融资额", and: "出口额") == nil)
  }

  @Test func labelsByLanguage() throws {
    let book = try readConcepts(Self.files).value
    #expect(book.label(of: "专利质押融资额", in: .simplifiedChinese) == "专利质押融资额")
    #expect(book.label(of: "专利质押融资额", in: .english) == "Patent pledge financing")
    #expect(book.label(of: "发明专利有效量", in: .traditionalChinese) == "發明專利有效量")
    #expect(book.label(of: "某某数量", in: .english) == "某某数量")
  }

  @Test func aUsersFileAddsAndReplaces() throws {
    let own = """
      concepts:
        - {id: gdp, zh-Hans: 生产总值, en: Our product, wordings: [总产出]}
        - {id: tea, zh-Hans: 茶叶产量, en: Tea output, measure: 吨}
      """
    let book = try readConcepts(Self.files + [("own.yaml", own)]).value
    #expect(book["gdp"]?.english == "Our product")
    #expect(book.concept(named: "总产出")?.id == "gdp")
    #expect(book.concept(named: "茶叶产量")?.id == "tea")
  }

  @Test(
    "mistakes in a file are found",
    arguments: [
      ("concepts:\n  - {id: a, zh-Hans: 甲, en: A, directon: more}", "field.unknown", true),
      ("concepts:\n  - {id: a, zh-Hans: 甲, en: A, direction: moer}", "field.choice", true),
      ("concepts:\n  - {id: a, en: A}", "field.missing", true),
      (
        "concepts:\n  - {id: a, zh-Hans: 甲, en: A}\n  - {id: b, zh-Hans: 乙, en: B, wordings: [甲]}", "concept.wording",
        false
      ),
      ("concepts:\n  - {id: a, zh-Hans: 甲, en: A, not-the-same-as: [{id: c, note: x}]}", "concept.unknown", false),
    ])
  func mistakes(text: String, rule: String, isError: Bool) throws {
    do throws(Diagnostics) {
      let read = try readConcepts([("own.yaml", text)])
      #expect(!isError)
      #expect(read.diagnostics.map(\.rule) == [rule])
    } catch {
      #expect(isError)
      #expect(error.all.map(\.rule) == [rule])
      #expect(error.all.first?.span?.document == "own.yaml")
    }
  }
}
