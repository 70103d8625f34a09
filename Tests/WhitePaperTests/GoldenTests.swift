import Diagnostics
import Foundation
import GoldenImagesTesting
import Scene
import Testing
import WhitePaper

/// What the example articles become, as text and as small pictures. Look at a difference before recording it anew.
@Suite struct GoldenTests {
  let workshop: Workshop

  init() throws { workshop = try shippedWorkshop() }

  /// What the planner says on which page; figures and charts as data.
  @Test func thePlanOfTheExamples() throws {
    let folder = project + "/"
    let plan = try workshop.reportText(examples).value
    expectText(plan.replacingOccurrences(of: folder, with: ""), "examples-plan")
  }

  /// One page of each kind, at 40 dots an inch.
  @Test func pages() throws {
    let scratch = try Scratch()
    var options = RenderOptions()
    options.dpi = 40
    let document = try workshop.render(examples, options: options).value
    let files = try workshop.write(document, to: scratch.path + "/page.png", format: .png, options: options)
    let texts = document.pages.map { $0.frame.plainText.filter { !$0.isWhitespace } }
    // Words that stand on one page of each kind only, or there last: what opens a page stands in the contents too.
    let kinds = [("figures", "图1-1"), ("comparison", "口径说明"), ("derived", "续表4-1"), ("sources", "编制说明")]
    var chosen = [("cover", 0), ("contents", 1)]
    chosen.append(("key-figures", try #require(texts.firstIndex { $0.contains("较2021年") })))
    for (kind, mark) in kinds {
      chosen.append((kind, try #require(texts.lastIndex { $0.contains(mark) }, "no page has \(mark)")))
    }
    for (kind, index) in chosen {
      expectImage([UInt8](try Data(contentsOf: URL(fileURLWithPath: files[index]))), "page-\(kind)")
    }
  }

  /// The card's dump says where every label stands; its picture, at a third, that it looks so.
  @Test func theCard() throws {
    let scratch = try Scratch()
    var options = RenderOptions()
    options.layout = "card"
    options.scale = 1 / 3.0
    let card = try workshop.render([examples[0]], options: options).value
    expectDump(card.dump(), "card")
    let path = scratch.path + "/card.png"
    _ = try workshop.write(card, to: path, format: .png, options: options)
    expectImage([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))), "card")
  }
}
