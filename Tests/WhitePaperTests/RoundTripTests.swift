import Diagnostics
import Foundation
import Geometry
import Scene
import Testing
import WhitePaper

/// An article, and the report source written from it, give the same bytes.
@Suite struct RoundTripTests {
  let workshop: Workshop
  let scratch: Scratch

  init() throws {
    workshop = try shippedWorkshop()
    scratch = try Scratch()
    try FileManager.default.createDirectory(atPath: scratch.path + "/sub", withIntermediateDirectories: true)
    for path in examples {
      try FileManager.default.copyItem(atPath: path, toPath: scratch.path + "/" + (path as NSString).lastPathComponent)
    }
    _ = try scratch.file("fix.yaml", Array("corrections:\n  - {text: 42.96亿元, rename: 融资金额}\n".utf8))
    _ = try scratch.file("house.yaml", Array("extends: annual\nname: house\ncolors: {brand: \"#7A1020\"}\n".utf8))
    _ = try scratch.file(
      "wide.yaml",
      Array(
        "extends: annual\nname: wide\ntheme: house\npage: {width: 230mm, height: 280mm}\nsections: [cover, key-figures, chapters]\n".utf8))
  }

  func bytes(_ inputs: [String], _ options: RenderOptions) throws -> Data {
    let path = scratch.path + "/out.pdf"
    var options = options
    options.pdfStandard = "a-2a"
    let document = try workshop.render(inputs, options: options).value
    _ = try workshop.write(document, to: path, format: .pdf, options: options)
    return try Data(contentsOf: URL(fileURLWithPath: path))
  }

  @Test(
    arguments: [
      ("x.report.md", nil, nil, false), ("sub/x.report.md", nil, nil, false), ("x.report.md", nil, nil, true),
      ("sub/x.report.md", "wide.yaml", nil, true), ("x.report.md", nil, "house.yaml", false), ("sub/x.report.md", "card", nil, false),
    ] as [(String, String?, String?, Bool)])
  func theSameBytes(output: String, layout: String?, theme: String?, isCorrected: Bool) throws {
    var options = RenderOptions()
    options.layout = layout.map { $0.hasSuffix(".yaml") ? scratch.path + "/" + $0 : $0 }
    options.theme = theme.map { scratch.path + "/" + $0 }
    if isCorrected { options.corrections = [scratch.path + "/fix.yaml"] }
    let inputs = examples.map { scratch.path + "/" + ($0 as NSString).lastPathComponent }
    let report = scratch.path + "/" + output
    let text = try workshop.reportText(inputs, options: options, output: report).value
    #expect(!text.contains(scratch.path))
    _ = try scratch.file(output, Array(text.utf8))
    let paper = try bytes(inputs, options)
    #expect(try bytes([report], RenderOptions()) == paper)
    // Written from the report once more, into another folder.
    let moved = scratch.path + "/sub/y.report.md"
    let again = try workshop.reportText([report], output: moved).value
    _ = try scratch.file("sub/y.report.md", Array(again.utf8))
    #expect(try bytes([moved], RenderOptions()) == paper)
  }

  @Test func sectionsDecideWhatIsPrinted() throws {
    func pages(_ sections: String) throws -> (count: Int, text: String) {
      let path = try scratch.file("l.yaml", Array("extends: annual\nname: l\nsections: [\(sections)]\n".utf8))
      var options = RenderOptions()
      options.layout = path
      let document = try workshop.render(examples, options: options).value
      return (document.pages.count, document.pages.map { $0.frame.plainText }.joined())
    }
    #expect(try pages("cover").count == 1)
    #expect(try pages("cover, key-figures").text.contains("核心数据"))
    #expect(try !pages("cover, chapters").text.contains("核心数据"))
    #expect(try !pages("cover, key-figures, chapters").text.contains("来源原文"))
    let order = try pages("sources, key-figures").text
    let (sources, figures) = (order.range(of: "编制说明"), order.range(of: "核心数据"))
    #expect(try #require(sources).lowerBound < #require(figures).lowerBound)
    #expect(try !pages("key-figures, sources").text.contains("目录"))
  }

  @Test func aThemeRestylesTextTablesAndCards() throws {
    var options = RenderOptions()
    options.theme = scratch.path + "/house.yaml"
    let dump = try workshop.render([examples[0]], options: options).value.dump()
    #expect(dump.contains("#7A1020"))
    #expect(!dump.contains("#0A3566"), "the brand of the theme that is extended is still drawn")
  }

  @Test(arguments: [
    ("extends: b\n", "name: b\nextends: a\n", "layout.circular", 2), ("extends: nothing\n", "", "layout.unknown", 1),
    ("extends: [a]\n", "", "field.type", 1),
    ("extends: annual\nname: a\npage: {width: 20mm, height: 1e9}\n", "", "field.range", 3),
    ("extends: annual\nmargins: {top: -3}\n", "", "field.type", 2),
    ("extends: annual\nbaseline: 0\n", "", "field.range", 2), ("extends: annual\nbaseline: .nan\n", "", "field.type", 2),
    ("extends: annual\ngutter: 60\n", "", "layout.gutter", 2),
    ("extends: annual\nfurniture: {head: 2000}\n", "", "layout.furniture", 2),
    ("extends: annual\nmargins: {left: 500}\n", "", "layout.margins", 2),
    ("extends: annual\nsections: [cover, cover]\n", "", "layout.sections", 2), ("extends: annual\ncolumms: 3\n", "", "field.unknown", 2),
    ("extends: annual\nfigure: {full: {least: 900, greatest: 901}}\n", "", "layout.figure", 2),
    ("extends: annual\ncolumns: 0\n", "", "field.range", 2),
  ])
  func wrongLayoutsAreNamed(a: String, b: String, rule: String, line: Int) throws {
    let path = try scratch.file("a.yaml", Array(a.utf8))
    if !b.isEmpty { _ = try scratch.file("b.yaml", Array(b.utf8)) }
    var options = RenderOptions()
    options.layout = path
    let error = #expect(throws: Diagnostics.self) { try workshop.render([examples[0]], options: options) }
    #expect(error?.all.first?.rule == rule, "\(error?.description ?? "")")
    #expect(error?.all.first?.span?.start?.line == line)
  }

  /// Every number of a theme at its extremes ends in pages or in a finding, never in a crash.
  @Test(arguments: ["size", "leading", "weight", "indent"], ["0", "-1", "3.9", "1e9", ".nan", ".inf", "400", "text"])
  func extremesOfThemes(key: String, value: String) throws {
    let article = try scratch.file(
      "short.txt", Array("2022年广东专利情况\n广东发明专利授权5.5万件，同比增长12.1%，占全国的18.5%。商标注册80万件，同比下降3%。\n".utf8))
    for role in ["body", "figure-title", "contents-1", "note"] {
      let path = try scratch.file("t.yaml", Array("extends: annual\nname: t\nstyles: {\(role): {\(key): \(value)}}\n".utf8))
      var options = RenderOptions()
      options.theme = path
      options.pages = PageSelection(1...1)
      do {
        _ = try workshop.render([article], options: options)
      } catch {
        #expect(error.all.contains { $0.span?.document == path }, "\(error)")
      }
    }
  }
}

/// Every key of a layout has its effect.
@Suite struct LayoutKeyTests {
  let workshop: Workshop
  let scratch: Scratch

  init() throws {
    workshop = try shippedWorkshop()
    scratch = try Scratch()
  }

  /// - Parameter inputs: else an example.
  func pages(_ changes: String, of inputs: [String] = [examples[1]]) throws -> [Page] {
    let path = try scratch.file("l.yaml", Array("extends: annual\nname: l\n\(changes)\n".utf8))
    var options = RenderOptions()
    options.layout = path
    return try workshop.render(inputs, options: options).value.pages
  }
  /// Boxes of a role, on all pages.
  func boxes(_ pages: [Page], _ role: Role) -> [Rect] {
    var found: [Rect] = []
    func walk(_ frame: Frame, _ at: Point) {
      for placed in frame.items {
        let here = at + placed.origin
        if placed.role == role {
          switch placed.item {
          case .text(let run):
            found.append(Rect(origin: Point(x: here.x, y: here.y - run.ascent), size: Size(width: run.width, height: run.size)))
          case .group(let group): found.append(Rect(origin: here, size: group.frame.size))
          default: break
          }
        }
        if case .group(let group) = placed.item { walk(group.frame, here) }
      }
    }
    for page in pages { walk(page.frame, .zero) }
    return found
  }
  /// Baselines of the text of a role.
  func baselines(_ pages: [Page], _ role: Role) -> [Double] {
    var found: [Double] = []
    func walk(_ frame: Frame, _ at: Point) {
      for placed in frame.items {
        if placed.role == role, case .text = placed.item { found.append((at + placed.origin).y.points) }
        if case .group(let group) = placed.item { walk(group.frame, at + placed.origin) }
      }
    }
    for page in pages { walk(page.frame, .zero) }
    return found
  }

  @Test func pageAndMargins() throws {
    let pages = try pages("page: {width: 200mm, height: 280mm}\nmargins: {left: 90, top: 100}")
    #expect(pages.allSatisfy { abs($0.frame.size.width.points - 566.93) < 0.01 && abs($0.frame.size.height.points - 793.70) < 0.01 })
    let body = boxes(pages, .body)
    #expect(abs((body.map(\.minX.points).min() ?? 0) - 90) < 3)
    #expect((body.map(\.minY.points).min() ?? 0) >= 97)
  }

  @Test func rightAndBottomMargins() throws {
    let body = boxes(try pages("margins: {right: 120, bottom: 160}"), .body)
    #expect((body.map(\.maxX.points).max() ?? 999) <= 595.28 - 120 + 3)
    #expect((body.map(\.maxY.points).max() ?? 999) <= 841.89 - 160 + 3)
  }

  @Test func furniture() throws {
    let pages = try pages("furniture: {head: 60, folio: 52}")
    #expect(baselines(pages, .runningHead).allSatisfy { abs($0 - 60) < 0.01 })
    #expect(!baselines(pages, .runningHead).isEmpty)
    #expect(baselines(pages, .pageNumber).allSatisfy { abs($0 - (841.89 - 52)) < 0.01 })
  }

  @Test func baselineAndFigures() throws {
    #expect(try pages("baseline: 24").count >= pages("baseline: 18").count)
    // Lines over years can be drawn at any height; rows of bars are as high as they are.
    let years = ArticleSetTests.articles("five-years")
    func heights(_ changes: String) throws -> [Double] { boxes(try pages(changes, of: years), .figure).map(\.size.height.points) }
    let (usual, high) = (try heights(""), try heights("figure: {full: {least: 300, greatest: 420}, half: {least: 300, greatest: 420}}"))
    func count(_ heights: [Double]) -> Int { heights.count { $0 >= 230 } }
    #expect(count(high) > count(usual), "\(usual) \(high)")
  }

  @Test func columnsAndGutter() throws {
    func widths(_ changes: String) throws -> [Double] { boxes(try pages(changes), .figure).map(\.size.width.points) }
    let usual = try widths("")
    #expect(try widths("gutter: 36\ncolumns: 12") != usual)
    #expect(try widths("columns: 2\ngutter: 60") != usual)
  }

  @Test func themeBesideTheLayout() throws {
    _ = try scratch.file("house.yaml", Array("extends: annual\nname: house\ncolors: {brand: \"#7A1020\"}\n".utf8))
    let path = try scratch.file("l.yaml", Array("extends: annual\nname: l\ntheme: house\n".utf8))
    var options = RenderOptions()
    options.layout = path
    #expect(try workshop.render([examples[1]], options: options).value.dump().contains("#7A1020"))
  }

  @Test func squaresAreSquare() throws {
    var options = RenderOptions()
    options.layout = "square"
    let pages = try workshop.render([examples[0]], options: options).value.pages
    #expect(pages.map(\.frame.size) == [Size(1080, 1080)])
  }
}

/// Titles break between words.
@Suite struct TitleTests {
  @Test(arguments: [100, 110, 120, 130, 140, 150, 160, 170, 180, 190]) func noWordIsParted(width: Int) throws {
    let workshop = try shippedWorkshop()
    let scratch = try Scratch()
    let layout = try scratch.file(
      "l.yaml", Array("extends: annual\nname: l\npage: {width: \(width + 30)mm, height: 280mm}\nmargins: {left: 15mm, right: 15mm}\n".utf8))
    let title = "湖北发明专利有效量突破二十万件质押融资金额翻一番知识产权保护满意度提升"
    let report = try scratch.file("x.report.md", Array("---\ntitle: \(title)\n---\n\n# \(title)\n\n## \(title)\n\n文。\n".utf8))
    var options = RenderOptions()
    options.layout = layout
    let document = try workshop.render([report], options: options).value
    let lines = document.pages.flatMap { $0.frame.lines(of: [.title, .heading]) }
    #expect(lines.count >= 3)
    let words = ["湖北", "发明", "专利", "有效", "突破", "质押", "融资", "金额", "知识", "产权", "保护", "满意", "提升"]
    for word in words {
      let (head, tail) = (word.prefix(1), word.suffix(1))
      for (line, next) in zip(lines, lines.dropFirst()) {
        #expect(!(line.hasSuffix(head) && next.hasPrefix(tail)), "\(word) is parted: \(line)｜\(next)")
      }
    }
  }
}

extension TitleTests {
  @Test("blanks part the lines of a cover's title", arguments: ["云港公司动能足 多行业二季度环比向好", "云港公司动能足　多行业二季度环比向好"])
  func blanksPartLines(title: String) throws {
    let workshop = try shippedWorkshop()
    let scratch = try Scratch()
    let report = try scratch.file("x.report.md", Array("---\ntitle: \(title)\n---\n\n# 一\n\n文。\n".utf8))
    let lines = try workshop.render([report], options: RenderOptions()).value.pages[0].frame.lines(of: [.title])
    #expect(lines == ["云港公司动能足", "多行业二季度环比向好"])
  }
}

extension Frame {
  /// Texts of some roles, in paint order.
  fileprivate func lines(of roles: Set<Role>) -> [String] {
    items.flatMap { placed -> [String] in
      switch placed.item {
      case .text(let run) where roles.contains(placed.role): [run.text]
      case .group(let group): group.frame.lines(of: roles)
      default: []
      }
    }
  }
}
