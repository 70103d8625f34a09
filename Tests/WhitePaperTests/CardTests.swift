import Geometry
import Scene
import Testing
import WhitePaper

/// Where the parts of cards stand on a page.
@Suite struct CardTests {
  private func page(_ body: String, lang: String = "zh-Hans", showing text: String) throws -> Page {
    let scratch = try Scratch()
    let report = "---\ntitle: 甲\nlang: \(lang)\n---\n\n# 一\n\n" + body
    let document = try Workshop().render([try scratch.file("x.report.md", Array(report.utf8))])
    return try #require(document.value.pages.last { $0.frame.plainText.contains(text) })
  }

  @Test("a hero's sentence does not part the name that it opens with, as its label says it")
  func namesOfHeroesStandWhole() throws {
    let page = try page(
      """
      ```row
      - {span: 6, hero: {label: 云港专利和商标质押金额, value: "97", unit: 亿元, sentence: 专利和商标质押金额一年增至2.2倍}}
      - {span: 6, hero: {label: 云港出口, value: "5", unit: 亿元, sentence: 出口不变}}
      ```

      文。
      """, showing: "增至")
    let lines = page.frame.placedRuns.map(\.run.text).filter { $0.hasPrefix("专利和商标") || $0.hasPrefix("一年") }
    #expect(lines.contains("专利和商标质押金额"), "\(lines)")
    #expect(lines.contains { $0.hasPrefix("一年增至") }, "\(lines)")
  }

  @Test("labels of a row begin on one line, and their figures and what qualifies them stand on common lines at the foot")
  func rowsAreLevel() throws {
    let page = try page(
      """
      ```kpi
      - {label: 甲市高新技术企业研究与试验发展经费支出, value: "11", unit: 家, change: "+5%", base: 较2021年, note: [占全省40%], share: 40}
      - {label: 乙量, value: "22", unit: 家, note: [全省首位]}
      - {label: 丙量, value: "33", unit: 家, change: "+7%", base: 较2021年}
      ```

      文。
      """, showing: "乙量")
    let runs = page.frame.placedRuns
    func y(_ text: String) throws -> Length { try #require(runs.first { $0.run.text.hasPrefix(text) }, "\(text)").y }
    #expect(try y("甲市") == y("乙量"))
    #expect(try y("乙量") == y("丙量"))
    #expect(try y("11") == y("22"))
    #expect(try y("22") == y("33"))
    // What qualifies a figure stands right below it, whatever it is.
    #expect(try y("全省首位") == y("较"))
    #expect(try y("11") < y("全省首位"))
  }

  @Test("one card beside a figure is no higher than what it says")
  func aCardBesideAFigure() throws {
    func cards(_ count: Int) throws -> [Length] {
      let list = (1...count).map { "    - {label: 指标\($0), value: \"\($0)\(100)\", unit: 家}\n" }.joined()
      let page = try page(
        """
        ```row
        - span: 8
          chart:
            mark: {type: bar, orient: horizontal}
            data: {values: [{a: 甲, b: 1}, {a: 乙, b: 2}, {a: 丙, b: 3}, {a: 丁, b: 4}, {a: 戊, b: 5}, {a: 己, b: 6}]}
            encoding: {y: {field: a}, x: {field: b}}
        - span: 4
          stack:
        \(list)```

        文。
        """, showing: "指标1")
      return page.frame.grounds.map(\.height)
    }
    let alone = try cards(1)
    let stacked = try cards(2)
    #expect(alone.count == 1 && stacked.count == 2)
    #expect(alone.allSatisfy { $0 < .pt(90) }, "\(alone)")
    // Two share the height of the figure.
    #expect(stacked.allSatisfy { $0 > .pt(70) }, "\(stacked)")
  }

  @Test("one and the same pictogram on all cards of a row says nothing", arguments: [(["bank", "bank"], 0), (["bank", "boat"], 2)])
  func pictograms(names: [String], drawn: Int) throws {
    let cards = names.enumerated().map { "- {label: 指标\($0.offset), value: \"10\($0.offset)\", pictogram: \($0.element)}\n" }.joined()
    let page = try page("```kpi\n\(cards)```\n\n文。\n", showing: "指标0")
    #expect(page.frame.decorations == drawn)
  }

  @Test(
    "a running head is shortened only where there is no room for it",
    arguments: [
      ("Singapore Patent Filings Rise 6.3% in 2024", true), (String(repeating: "Singapore Patent Filings Rise ", count: 6) + "x", false),
    ])
  func runningHeads(title: String, isWhole: Bool) throws {
    let scratch = try Scratch()
    let text = String(repeating: "Patent applications rose. ", count: 600)
    let report = "---\ntitle: \(title)\nlang: en\n---\n\n# One\n\n\(text)\n"
    let document = try Workshop().render([try scratch.file("x.report.md", Array(report.utf8))])
    let last = try #require(document.value.pages.last)
    let heads = last.frame.placedRuns.filter { $0.y < .pt(60) }.map(\.run.text).joined()
    #expect(heads.contains(title) == isWhole)
    #expect(heads.contains("…") == !isWhole)
    #expect(heads.contains("One"))
  }
}

extension Frame {
  /// Shapes with their roles, those of groups too.
  private var shapes: [(role: Role, shape: Shape)] {
    items.flatMap { placed -> [(role: Role, shape: Shape)] in
      switch placed.item {
      case .group(let group): group.frame.shapes
      case .shape(let shape): [(placed.role, shape)]
      default: []
      }
    }
  }

  /// The grounds of cards.
  fileprivate var grounds: [Size] {
    shapes.compactMap { role, shape in
      guard role == .background, case .rect(let size, radius: _) = shape.kind, size.height > .pt(20), size.width > .pt(60) else {
        return nil
      }
      return size
    }
  }

  fileprivate var decorations: Int { shapes.count { $0.role == .decoration } }
}
