import Diagnostics
import Foundation
import Geometry
import GoldenImagesTesting
import Report
import Scene
import Testing
import WhitePaper

/// Sets of articles as offices have them: what their papers are called, and how their pages look in every layout.
@Suite struct ArticleSetTests {
  let workshop: Workshop

  init() throws { workshop = try shippedWorkshop() }

  static func articles(_ set: String) -> [String] {
    let folder = project + "/Tests/ArticleSets/" + set
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().map { folder + "/" + $0 }
  }

  @Test(arguments: [
    ("five-years", "江西知识产权白皮书", "2020—2024年数据、图表与来源"),
    ("five-areas", "5地对外贸易白皮书", "2024年度数据、图表与来源"),
    ("areas-31", "31地知识产权白皮书", "2024年度数据、图表与来源"),
    ("articles-40", "10地数字经济白皮书", "2021—2024年数据、图表与来源"),
    ("county", "绩溪县国民经济和社会发展白皮书", "2024年度数据、图表与来源"),
    ("month", "全国工业经济白皮书", "2024年10月数据、图表与来源"),
    ("court", "上海知识产权法院司法保护白皮书", "2024年度数据、图表与来源"),
    ("vehicles", "安徽汽车产业白皮书", "2024年度数据、图表与来源"),
    ("traditional", "香港對外貿易白皮書", "2024年度數據、圖表與來源"),
    ("english", "Singapore Patent Filings Rise 6.3% in 2024", "Indicators, charts and sources, 2024"),
  ])
  func theCoverSaysPlaceTopicAndYear(set: String, title: String, subtitle: String) throws {
    let articles = ArticleSetTests.articles(set)
    #expect(!articles.isEmpty)
    let text = try workshop.reportText(articles).value
    #expect(text.contains("\ntitle: \(title)\n"), "\(text.prefix(200))")
    #expect(text.contains("\nsubtitle: \(subtitle)\n") || text.contains("\nsubtitle: \"\(subtitle)\"\n"), "\(text.prefix(200))")
  }

  static let small = ["five-years", "five-areas", "county", "month", "court", "company", "vehicles", "traditional", "english"]

  /// Of twenty pages within a chapter nineteen are full, chapters end on a third of a page at least; nothing is higher than its page.
  @Test func thePagesAreFull() throws {
    let layout = try workshop.layout("annual")
    var open: [String] = []
    var count = 0
    for set in ArticleSetTests.small {
      let document = try workshop.render(ArticleSetTests.articles(set))
      #expect(!document.diagnostics.contains { $0.rule == "page.overflow" })
      let pages = PageFill.all(document.value.pages, top: layout.margins.top.points, height: layout.typeArea.height.points)
      #expect(pages.count >= 4)
      count += pages.count
      open += pages.filter { !$0.isFull }.map { "\(set) \($0.page) at \(Int($0.share * 100)) %" }
    }
    #expect(open.count * 20 <= count, "\(open) of \(count)")
  }

  @Test(arguments: zip(small, ["slides", "long-image", "card", "square", "slides", "long-image", "slides", "card", "slides"]))
  func everyLayoutTakesItsSets(set: String, layout: String) throws {
    var options = RenderOptions()
    options.layout = layout
    let document = try workshop.render(ArticleSetTests.articles(set), options: options)
    #expect(!document.diagnostics.contains { $0.rule == "page.overflow" })
    #expect(!document.value.pages.isEmpty)
    // A claim is a slide: none goes on over a second one.
    if layout == "slides" { #expect(document.value.pages.dropFirst().allSatisfy { !$0.frame.texts(of: .heading).isEmpty }) }
  }

  /// What is told of each set, with the reason, so that a change of the story is seen.
  @Test(arguments: small) func theStory(set: String) throws {
    var options = RenderOptions()
    options.layout = "brief"
    options.explains = true
    let notes = try workshop.render(ArticleSetTests.articles(set), options: options).diagnostics.filter { $0.rule == "claim.told" }
    #expect(!notes.isEmpty)
    expectText(notes.map(\.message).joined(separator: "\n") + "\n", "story-\(set)")
  }
}

extension Frame {
  fileprivate func texts(of role: Role) -> [String] {
    items.flatMap { placed -> [String] in
      switch placed.item {
      case .text(let run): placed.role == role ? [run.text] : []
      case .group(let group): group.frame.texts(of: role)
      default: []
      }
    }
  }
}
