import Foundation
import Geometry
import Scene
import Testing

@testable import PageLayout

@Suite struct PaginateTests {
  func box(_ height: Double, breakBefore: Double = 0, space: Double = 0) -> FlowBox {
    var box = FlowBox(Frame(size: Size(100, height)))
    box.breakBefore = breakBefore
    box.spaceBefore = .pt(space)
    return box
  }
  func flow(_ boxes: [FlowBox]) -> Flow {
    var flow = Flow()
    flow.boxes = boxes
    return flow
  }
  let hundred = PageHeights(first: .pt(100), others: .pt(100))

  @Test func fillsPagesAndKeepsAllBoxesInOrder() {
    let pages = paginate(flow((0..<25).map { _ in box(10) }), heights: hundred)
    #expect(pages.map(\.boxes) == [0..<10, 10..<20, 20..<25])
  }

  @Test func forbiddenBreaksAreNotTaken() {
    var boxes = (0..<25).map { _ in box(10) }
    boxes[10].breakBefore = .infinity
    let pages = paginate(flow(boxes), heights: hundred)
    #expect(pages.allSatisfy { $0.boxes.lowerBound != 10 })
    #expect(pages.first?.boxes == 0..<9)
  }

  @Test func forcedBreaksAreTaken() {
    let pages = paginate(flow([box(10), box(10), box(10, breakBefore: -.infinity), box(10)]), heights: hundred)
    #expect(pages.map(\.boxes) == [0..<2, 2..<4])
  }

  @Test func spaceAboveIsDroppedAtThePageTop() {
    let pages = paginate(flow([box(100), box(100, space: 20)]), heights: hundred)
    #expect(pages.map(\.boxes) == [0..<1, 1..<2])
  }

  @Test func aBoxHigherThanThePageStandsAlone() {
    let pages = paginate(flow([box(10), box(150), box(10)]), heights: hundred)
    #expect(pages.map(\.boxes).flatMap { $0 } == [0, 1, 2])
    #expect(pages.contains { $0.boxes == 1..<2 })
  }

  /// A figure that does not fit below its mention waits for the next page while the text goes on.
  @Test func aFigureMovesToTheNextPageAndTextFillsTheGap() {
    var material = flow((0..<20).map { _ in box(10) })
    material.floats = [.init(box: box(60), after: 5, spaceAfter: .zero)]
    let pages = paginate(material, heights: hundred)
    #expect(pages.map(\.boxes) == [0..<10, 10..<14, 14..<20])
    #expect(pages.map(\.floats) == [0..<0, 0..<1, 1..<1])
  }

  /// Of two spaces that meet the larger counts, and none at the page's top or foot: 46 + 8 + 46 fill the page.
  @Test func spacesBetweenFiguresCountOnce() {
    var material = flow([box(100)])
    material.floats = (0..<2).map { _ in .init(box: box(46, space: 8), after: 0, spaceAfter: .pt(8)) }
    #expect(paginate(material, heights: hundred).map(\.floats) == [0..<0, 0..<2])
  }

  /// The page before is left open rather than the figure of one section put into the next, but not by more than a third.
  @Test func aFigureStaysInItsSection() {
    var boxes = (0..<11).map { _ in box(10) }
    var material = flow(boxes)
    material.floats = [.init(box: box(60), after: 6, spaceAfter: .zero)]
    #expect(paginate(material, heights: hundred).first?.boxes == 0..<10)
    boxes[7].opensSection = true
    material.boxes = boxes
    let pages = paginate(material, heights: hundred)
    #expect(pages.first?.boxes == 0..<7)
    #expect(pages.dropFirst().first?.floats == 0..<1)
    material.boxes = boxes.enumerated().map { i, box in
      var box = box
      box.opensSection = i == 5
      return box
    }
    material.floats[0].after = 4
    #expect(paginate(material, heights: hundred).first?.boxes == 0..<10)
  }

  /// A page runs over its foot where that keeps the next from being nearly empty, and not otherwise.
  @Test func aPageMayRunOneLineLong() {
    var long = hundred
    long.overrun = .pt(10)
    let lines = flow((0..<11).map { _ in box(10) })
    #expect(paginate(lines, heights: hundred).map(\.boxes.count) != [11])
    #expect(paginate(lines, heights: long).map(\.boxes.count) == [11])
    #expect(
      paginate(flow((0..<25).map { _ in box(10) }), heights: long).map(\.boxes.count)
        == paginate(flow((0..<25).map { _ in box(10) }), heights: hundred).map(\.boxes.count))
    #expect(paginate(flow([box(105), box(10)]), heights: long).map(\.boxes.count) == [1, 1])
  }

  /// Nor does the figure of one chapter stand above the head of the next, at the top of its page.
  @Test func aFigureStaysInItsChapter() {
    var material = flow((0..<10).map { _ in box(10) } + [chapterOpener(20)] + (0..<5).map { _ in box(10) })
    material.floats = [.init(box: box(30), after: 8, spaceAfter: .zero)]
    let pages = paginate(material, heights: hundred)
    let page = pages.first { $0.floats == 0..<1 }
    #expect(page.map { $0.boxes.lowerBound < 10 } == true)
  }

  @Test func aFigureNeverStandsBeforeItsMention() {
    var material = flow((0..<30).map { _ in box(10) })
    material.floats = [.init(box: box(40), after: 25, spaceAfter: .zero)]
    for page in paginate(material, heights: hundred) where !page.floats.isEmpty {
      #expect(page.boxes.upperBound > 25)
    }
  }

  @Test func elasticBoxesFillThePage() {
    var elastic = FlowBox(
      .elastic { height in Frame(size: Size(width: .pt(100), height: height)) },
      height: .init(least: .pt(30), natural: .pt(40), greatest: .pt(70)))
    elastic.spaceBefore = .pt(5)
    let material = flow([box(20), elastic, box(20)])
    let page = composePage(material, PageSpan(boxes: 0..<3, floats: 0..<0), size: Size(100, 100), fill: true)
    #expect(page.size == Size(100, 100))
    let stack = BoxStack(material, width: .pt(100))
    #expect(stack.extent == .init(least: .pt(75), natural: .pt(85), greatest: .pt(115)))
  }

  /// A part does not end on a few lines: the pages before give some of theirs.
  @Test func thePartDoesNotEndOnAFewLines() {
    let pages = paginate(flow((0..<21).map { _ in box(10) }), heights: hundred)
    #expect(pages.count == 3)
    #expect(pages.last.map { $0.boxes.count >= 3 } == true)
  }

  func chapterOpener(_ height: Double) -> FlowBox {
    var opener = box(height, space: 20)
    opener.opensChapter = true
    opener.opensSection = true
    opener.continuation = [box(10)]
    opener.withinPage = [box(10)]
    return opener
  }

  /// A chapter begins below the one before where that fills little of its page, and on a page of its own otherwise.
  @Test func chaptersJoinWhereAPageWouldStayEmpty() {
    func pages(before: Int) -> [Range<Int>] {
      var boxes = (0..<before).map { _ in box(10) } + [chapterOpener(20)] + (0..<14).map { _ in box(10) }
      boxes[before + 1].breakBefore = .infinity
      return paginate(flow(boxes), heights: hundred).map(\.boxes)
    }
    #expect(pages(before: 4).first.map { $0.upperBound > 5 } == true)
    #expect(pages(before: 9).first == 0..<9)
  }

  /// The large number stands at a page's top only, the rule within a page only.
  @Test func aChaptersHeadHasTwoForms() {
    let measure = FlowMeasure(flow([box(10), chapterOpener(20), box(10)]))
    #expect(measure.extent(0..<3, floats: 0..<0).natural == .pt(10 + 20 + 10 + 20 + 10))
    // The space above the opener parts it from its number.
    #expect(measure.extent(1..<3, floats: 0..<0).natural == .pt(10 + 20 + 20 + 10))
    // What is drawn is as high as what was measured.
    var last = box(10)
    var line = Frame(size: Size(100, 10))
    line.place(.shape(Shape(.rect(Size(100, 10), radius: .zero), fill: .black)), at: .zero, role: .background)
    last.content = .frame(line)
    let drawn = composePage(flow([chapterOpener(20), last]), PageSpan(boxes: 0..<2, floats: 0..<0), size: Size(100, 100), fill: false)
    #expect(drawn.items.map(\.origin.y) == [.pt(50)])
  }

  @Test func columnsOfTheLastPageEndLevel() {
    let spans = placed([Stretch(flow((0..<30).map { _ in box(10) }), columns: 2)], height: .pt(100))
    #expect(spans.map(\.span.boxes.count) == [10, 10, 5, 5])
    #expect(spans.map(\.page) == [0, 0, 1, 1])
    #expect(spans.map(\.column) == [0, 1, 0, 1])
  }

  /// A part that would end on a few lines is pulled together where its figures can be lower, else spread where they can be higher; where
  /// neither helps it stays as it is.
  @Test(arguments: [(60.0, 80.0, 1), (80, 80, 2), (80, 140, 2), (60, 140, 1)])
  func partsDoNotEndNearlyEmpty(least: Double, greatest: Double, pages: Int) {
    var figure = box(80)
    figure.height = .init(least: .pt(least), natural: .pt(80), greatest: .pt(greatest))
    let result = arranged([Stretch(flow([box(10), figure, box(20)]))], height: .pt(100))
    #expect((result.spans.last?.page ?? 0) + 1 == pages)
    let whole = result.stretches[0].flow.boxes[1].height
    #expect(whole.natural >= whole.least && whole.natural <= whole.greatest)
    if least == greatest { #expect(whole.natural == .pt(80)) }
  }

  /// Figures give way in the part that has a fault, and nowhere else.
  @Test func onlyThePartWithTheFaultIsMended() {
    var seed = 7
    func next(_ count: Int) -> Int {
      seed = (seed * 1_103_515_245 + 12345) % 2_147_483_648
      return seed / 65536 % count
    }
    func figure(_ natural: Double) -> FlowBox {
      var figure = box(natural)
      figure.height = .init(least: .pt(natural * 0.8), natural: .pt(natural), greatest: .pt(natural * 1.3))
      return figure
    }
    var mended = 0
    for _ in 0..<200 {
      let first = (0..<6).map { _ in next(2) == 0 ? figure(Double(20 + next(30))) : box(Double(5 + next(40))) }
      var opener = chapterOpener(10)
      opener.breakBefore = -.infinity
      // A full page of its own.
      let second = [opener, figure(70)]
      let start = Arrangement([Stretch(flow(first + second))], height: .pt(100))
      let tempered = start.temperedByParts
      #expect(tempered.count <= start.count)
      guard tempered.count < start.count else { continue }
      mended += 1
      let heights = tempered.stretches[0].flow.boxes.map(\.height.natural)
      #expect(Array(heights.suffix(2)) == second.map(\.height.natural))
      #expect(Array(heights.prefix(6)) != first.map(\.height.natural))
    }
    #expect(mended > 0)
  }

  /// What begins low on a page leaves the rest of it empty rather than being parted: the page above is what counts.
  @Test func whatStandsAboveARegionFillsItsPage() {
    var table = (0..<4).map { _ in box(10) }
    for i in 1..<4 { table[i].breakBefore = 150 }
    let spans = placed([Stretch(flow([box(80)])), Stretch(flow(table))], height: .pt(100))
    #expect(spans.filter { !$0.span.boxes.isEmpty }.map(\.page) == [0, 1])
  }

  /// Columns that end level are parted where a break is allowed: a heading stays with its text.
  @Test func levelColumnsKeepHeadingsWithTheirText() {
    var boxes = [box(10), box(10)]
    boxes[1].breakBefore = .infinity
    let spans = placed([Stretch(flow(boxes), columns: 2), Stretch(flow([box(10)]))], height: .pt(100))
    #expect(spans.first?.span.boxes == 0..<2)
  }

  /// A figure that was mentioned on the page before stands above the text of the columns that end level.
  @Test func aFigureThatWaitedStandsAboveTheColumns() {
    var heading = box(10)
    heading.opensSection = true
    var flow = flow([heading] + (0..<8).map { _ in box(10) })
    flow.floats = [.init(box: box(50), after: -1, spaceAfter: .zero)]
    let spans = paginate(flow, heights: PageHeights(first: .pt(70), others: .pt(70), columns: 2))
    #expect(spans.map(\.floats) == [0..<1, 1..<1])
    #expect(spans.map(\.boxes) == [0..<2, 2..<9])
    let page = composePage(flow, spans[0], size: Size(100, 70), fill: false)
    #expect(page.size.height == .pt(70))
  }

  /// Where nothing gives way all pages end a line early, so that the last has more than a few.
  @Test func pagesEndEarlyForTheLast() {
    let lines = Stretch(flow([34, 34, 20, 10, 34].map { box($0) }))
    #expect(placed([lines], height: .pt(100)).map(\.span.boxes.count) == [4, 1])
    #expect(arranged([lines], height: .pt(100)).spans.map(\.span.boxes.count) == [3, 2])
  }

  /// Where no figure gives way the last chapter begins a page, unless the page before would then be nearly empty.
  @Test(arguments: [(4, [0, 1, 1, 1]), (2, [0, 0, 0, 0])]) func theLastChapterBeginsAPage(before: Int, pages: [Int]) {
    let stretches = [
      Stretch(flow((0..<before).map { _ in box(10) })), Stretch(flow([chapterOpener(10)])),
      Stretch(flow((0..<6).map { _ in box(10) }), columns: 2),
    ]
    let plain = placed(stretches, height: .pt(100))
    let result = arranged(stretches, height: .pt(100))
    #expect(result.spans.map(\.page) == pages)
    #expect((plain.last?.page == 1) == (before == 4))
    #expect(result.stretches.map(\.startsPage) == [false, before == 4, false])
  }

  /// What follows a stretch of columns begins below the longest of them, and what spans the page stands between.
  @Test func stretchesStandBelowEachOther() {
    let wide = Stretch(flow([box(20)]))
    let narrow = Stretch(flow((0..<8).map { _ in box(10) }), columns: 2, spaceBefore: .pt(5))
    let spans = placed([wide, narrow, wide], height: .pt(100))
    #expect(spans.map(\.top) == [.zero, .pt(25), .pt(25), .pt(65)])
    #expect(spans.allSatisfy { $0.page == 0 })
  }

  /// Two columns of a page that is partly taken hold less than those of the pages after it.
  @Test func theFirstPageOfAStretchMayBeShort() {
    let spans = placed(
      [Stretch(flow([box(50)])), Stretch(flow((0..<40).map { _ in box(10) }), columns: 2)], height: .pt(100))
    #expect(spans.map(\.span.boxes.count) == [1, 5, 5, 10, 10, 5, 5])
  }

  /// Seconds of this thread, whatever else the machine does.
  private func seconds(of work: () -> Void) -> Double {
    func now() -> Double {
      var time = timespec()
      unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    work()
    return now() - start
  }

  @Test func manyFiguresAreLinear() {
    func time(_ count: Int) -> Double {
      var material = flow((0..<count * 8).map { _ in box(14) })
      material.floats = (0..<count).map { .init(box: box(150), after: $0 * 8 + 3, spaceAfter: .pt(18)) }
      return seconds { _ = paginate(material, heights: PageHeights(first: .pt(684), others: .pt(684))) }
    }
    _ = time(10)
    #expect(time(40) < time(10) * 12)
  }

  @Test func longMaterialIsLinear() {
    func time(_ count: Int) -> Double {
      let material = flow((0..<count).map { _ in box(10) })
      return seconds { _ = paginate(material, heights: PageHeights(first: .pt(684), others: .pt(684))) }
    }
    _ = time(500)
    #expect(time(4000) < time(1000) * 12)
  }
}
