import Diagnostics
import Foundation
import Geometry
import Scene
import StructuredData
import Testing
import WhitePaper

/// The review edition, and what papers tell of all that was read.
@Suite struct ReviewTests {
  let workshop: Workshop
  init() throws { workshop = try shippedWorkshop() }

  private func options(_ layout: String? = nil, isReview: Bool = false) -> RenderOptions {
    var options = RenderOptions()
    options.layout = layout
    options.isReview = isReview
    return options
  }
  private func coverage(_ paths: [String], _ options: RenderOptions) throws -> [(text: String, pages: [String])] {
    let bytes = try workshop.render(paths, options: options, coverageNamed: "told.json").coverage
    let node = try parseJSON(String(decoding: bytes, as: UTF8.self), document: "told.json")
    let figures = node["figures"]?.sequence ?? []
    #expect(node["read"]?.numberText == String(figures.count))
    return figures.map { ($0["text"]?.string ?? "", $0["pages"]?.sequence?.compactMap(\.string) ?? []) }
  }

  @Test("a paper of an article tells all its figures, on pages that print them")
  func everythingIsTold() throws {
    let county = ArticleSetTests.articles("county")
    let pages = try workshop.render(county).value.pages
    let told = try coverage(county, options())
    #expect(told.count > 50 && told.allSatisfy { !$0.pages.isEmpty })
    let gdp = try #require(told.first { $0.text == "108.6亿元" })
    for label in gdp.pages {
      let page = try #require(pages.first { $0.label == label })
      #expect(page.frame.plainText.contains("108.6"))
    }
    // The page of key figures tells it too: its card leads to the sentence.
    #expect(gdp.pages.first == "1" && gdp.pages.count > 1)
  }

  @Test("what few claims leave out has no pages, though the table of all figures lists it")
  func someIsLeftOut() throws {
    let scratch = try Scratch()
    let layout = try scratch.file(
      "one.yaml", Array("extends: annual\nname: one\ntelling: claims\nclaims: 1\nsections: [cover, chapters, sources]\n".utf8))
    let told = try coverage(ArticleSetTests.articles("county"), options(layout))
    #expect(told.contains { $0.pages.isEmpty } && told.contains { !$0.pages.isEmpty })
    #expect(told.first { $0.text == "9.87万人" }?.pages == [])
  }

  @Test("beside each page stand the sentences that its figures come from", arguments: ["annual", "brief"])
  func notesStandBesideThePages(layout: String) throws {
    let county = ArticleSetTests.articles("county")
    let plain = try workshop.render(county, options: options(layout)).value
    let review = try workshop.render(county, options: options(layout, isReview: true))
    #expect(!review.diagnostics.contains { $0.rule.hasPrefix("review") })
    #expect(review.value.pages.count == plain.pages.count)
    for (page, before) in zip(review.value.pages, plain.pages) {
      #expect(page.frame.size.height == before.frame.size.height && page.frame.size.width > before.frame.size.width + .pt(150))
    }
    let page = try #require(review.value.pages.first { $0.frame.plainText.contains("初步核算") && !$0.label.isEmpty })
    #expect(page.frame.notes.contains { $0.contains("108.6亿元") } && page.frame.notes.contains { $0.contains("地区生产总值") })
    // Notes do not stand upon each other, nor beyond the sheet.
    for page in review.value.pages {
      let places = page.frame.noteLines
      for (above, below) in zip(places, places.dropFirst()) { #expect(below > above, "page \(page.label)") }
      #expect(places.allSatisfy { $0 < page.frame.size.height })
    }
    let bytes = try workshop.bytes(of: review.value, as: .pdf, named: "review.pdf", options: options())
    #expect(bytes.first.map { $0.bytes.count > 1000 } == true)
  }

  @Test("readings that are not sure or no facts are said to be")
  func doubtsAreSaid() throws {
    let scratch = try Scratch()
    let text = "某市知识产权工作会议召开\n2025年3月1日　来源：示例日报\n\n2024年，全市专利授权量为3.2万件，同比增长5%。计划到2026年，全市专利授权量达到5万件。\n"
    let path = try scratch.file("plan.txt", Array(text.utf8))
    let notes = try workshop.render([path], options: options(isReview: true)).value.pages.flatMap(\.frame.notes)
    #expect(notes.contains { $0.contains("计划") || $0.contains("目标") })
  }

  @Test("what leads to no sentences says so", arguments: ["card", "slides"])
  func nothingToReview(layout: String) throws {
    let found = try workshop.render(examples, options: options(layout, isReview: true)).diagnostics.map(\.rule)
    #expect(found.contains("review.none"))
  }

  @Test("more sentences than a page has room for are counted")
  func crowdedPages() throws {
    let scratch = try Scratch()
    let layout = try scratch.file(
      "low.yaml",
      Array(
        "extends: annual\nname: low\npage: {width: 210mm, height: 300}\nmargins: {top: 40, left: 40, right: 40, bottom: 40}\nfigure: {full: {least: 120, greatest: 200}, half: {least: 100, greatest: 180}}\nfurniture: {head: 20, folio: 15}\n"
          .utf8))
    let review = try workshop.render(ArticleSetTests.articles("county"), options: options(layout, isReview: true))
    #expect(review.diagnostics.contains { $0.rule == "review.crowded" })
    #expect(review.value.pages.contains { $0.frame.plainText.contains("此处列不下") })
  }
}

extension Frame {
  private var annotations: [(at: Point, text: String)] {
    items.flatMap { placed -> [(at: Point, text: String)] in
      switch placed.item {
      case .text(let run) where placed.role == .annotation: return [(placed.origin, run.text)]
      case .group(let group): return group.frame.annotations.map { (placed.origin + $0.at, $0.text) }
      default: return []
      }
    }
  }
  /// Lines of the notes in the margin.
  fileprivate var notes: [String] { lines.map(\.text) }
  fileprivate var noteLines: [Length] { lines.map(\.y) }
  private var lines: [(y: Length, text: String)] {
    var lines: [(y: Length, text: String)] = []
    // Charts have annotations too.
    for run in annotations where run.at.x > size.width - .pt(186) {
      let y = run.at.y
      if let last = lines.last, abs((last.y - y).points) < 0.01 {
        lines[lines.count - 1].text += run.text
      } else {
        lines.append((y, run.text))
      }
    }
    return lines
  }
}
