import Geometry
import Scene
import Testing

@testable import Report

/// Grounds, bleed and marks of a sheet that is cut.
@Suite struct PressSheetTests {
  private func rects(_ frame: Frame) -> [Rect] {
    frame.items.compactMap { placed in
      guard case .shape(let shape) = placed.item, case .rect(let size, _) = shape.kind else { return nil }
      return Rect(origin: placed.origin, size: size)
    }
  }
  private func page(_ grounds: [Rect]) -> Frame {
    var frame = Frame(size: Size(100, 200))
    for ground in grounds {
      frame.place(.shape(Shape(.rect(ground.size, radius: .zero), fill: .black)), at: ground.origin, role: .background)
    }
    return frame
  }

  @Test func withoutBleedAndMarksTheSheetIsThePage() {
    let page = page([Rect(0, 0, 100, 50)])
    let sheet = PressSheet(page, bleed: .zero, hasCropMarks: false)
    #expect(sheet.frame == page && sheet.cut == nil)
  }

  @Test("grounds go beyond the edges that they reach, and no others")
  func groundsBleed() {
    let sheet = PressSheet(
      page([Rect(0, 40, 100, 50), Rect(10, 10, 20, 20), Rect(0, 0, 100, 200), Rect(80, 150, 20.02, 50)]), bleed: .pt(9), hasCropMarks: false
    )
    #expect(sheet.frame.size == Size(118, 218))
    #expect(sheet.cut?.trim == Rect(9, 9, 100, 200) && sheet.cut?.bleed == Rect(0, 0, 118, 218))
    #expect(rects(sheet.frame) == [Rect(0, 49, 118, 50), Rect(19, 19, 20, 20), Rect(0, 0, 118, 218), Rect(89, 159, 29, 59)])
  }

  @Test("a ground within a group bleeds by its place on the page; a turned or clipped one stays")
  func groupsBleed() {
    var inner = Frame(size: Size(50, 50))
    inner.place(.shape(Shape(.rect(Size(50, 50), radius: .zero), fill: .black)), at: .zero, role: .background)
    var page = Frame(size: Size(100, 200))
    page.group(inner, at: Point(50, 150), role: .figure)
    page.place(.group(Group(frame: inner, clip: Rect(0, 0, 50, 50))), at: Point(50, 0), role: .figure)
    let sheet = PressSheet(page, bleed: .pt(10), hasCropMarks: false)
    let groups = sheet.frame.items.compactMap { placed -> [Rect]? in
      guard case .group(let group) = placed.item else { return nil }
      return rects(group.frame)
    }
    #expect(groups == [[Rect(0, 0, 60, 60)], [Rect(0, 0, 50, 50)]])
  }

  @Test("two marks at each corner, in line with the cut and clear of the bleed", arguments: [0.0, 3, 8.5])
  func marks(bleed: Double) {
    let sheet = PressSheet(page([]), bleed: .pt(bleed), hasCropMarks: true)
    let gap = max(bleed, 6)
    let room = gap + 18
    #expect(sheet.cut?.trim == Rect(room, room, 100, 200))
    let starts = sheet.frame.items.map { [$0.origin.x.points, $0.origin.y.points] }
    #expect(starts.count == 8)
    for x in [room, room + 100] {
      #expect(starts.contains([x, 0]) && starts.contains([x, room + 200 + gap]))
    }
    for y in [room, room + 200] {
      #expect(starts.contains([0, y]) && starts.contains([room + 100 + gap, y]))
    }
  }
}
