import Geometry
import Scene
import Testing

@Suite struct DumpTests {
  @Test func boxesAreAbsoluteInsideGroupsAndTransforms() {
    var inner = Frame(size: Size(100, 100))
    inner.place(.shape(Shape(.rect(Size(10, 20), radius: .zero), fill: .black)), at: Point(1, 2), role: .mark)
    var outer = Frame(size: Size(200, 200))
    outer.place(
      .group(Group(frame: inner, transform: .scaling(2, 2), alt: "a \"b\"")), at: Point(30, 40), role: .figure)
    let dump = outer.dump(fonts: [])
    #expect(dump.contains(##""type": "group", "role": "figure", "x": 30, "y": 40, "w": 200, "h": 200, "alt": "a \"b\"""##))
    #expect(dump.contains(##""type": "rect", "role": "mark", "x": 32, "y": 44, "w": 20, "h": 40, "fill": "#000000""##))
  }

  @Test func clippedAndInvisibleItemsAreNotListed() {
    var inner = Frame(size: Size(10, 10))
    inner.place(.shape(Shape(.rect(Size(5, 5), radius: .zero), fill: .black)), at: Point(20, 0), role: .mark)
    inner.place(.shape(Shape(.rect(Size(5, 5), radius: .zero))), at: Point(0, 0), role: .mark)
    var outer = Frame(size: Size(50, 50))
    outer.place(.group(Group(frame: inner, clip: Rect(0, 0, 10, 10))), at: .zero, role: .figure)
    #expect(!outer.dump(fonts: []).contains("rect"))
  }

  @Test func theBoxOfASymbolIsCentredWhereThePointLies() {
    var frame = Frame(size: Size(100, 100))
    let path = Path.polyline([Point(-1, 0), Point(5, 0), Point(5, 2)])
    frame.place(.shape(Shape(.drawnSymbol(path), fill: .black)), at: Point(50, 40), role: .mark)
    let dump = frame.dump(fonts: [])
    #expect(dump.contains(##""type": "symbol", "role": "mark", "x": 45, "y": 38, "w": 10, "h": 4, "shape": "path""##))
  }

  @Test func curvesAreBoundedTightly() {
    var path = Path()
    path.move(to: Point(0, 0))
    path.cubic(Point(0, 40), Point(30, 40), to: Point(30, 0))
    #expect(path.bounds == Rect(0, 0, 30, 30))
  }
}
