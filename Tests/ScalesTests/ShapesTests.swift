import Scales
import Testing

@Suite struct ShapesTests {
  @Test func smoothLinesNeverOvershoot() {
    let path = curve([(0, 0), (10, 5), (20, 5), (30, 9)], .monotone)
    guard case .cubic(_, _, _, let c2, _, let y) = path[1] else {
      Issue.record("a cubic was expected")
      return
    }
    #expect(c2 == 5 && y == 5)
    #expect(curve([(0, 0), (4, 2)], .step) == [.move(0, 0), .line(2, 0), .line(2, 2), .line(4, 2)])
  }

  @Test func curvesOfFourPoints() {
    let points: [(x: Double, y: Double)] = [(0, 0), (6, 6), (12, 0), (18, 6)]
    // A bundle of tension 0 is straight, of tension 1 the B-spline.
    #expect(curve(points, .bundle, tension: 1) == curve(points, .basis))
    #expect(curve(points, .bundle, tension: 0).first == .move(0, 0))
    // A cardinal of tension 1 has no tangents; one of 0 is the catmull-rom of 0.
    #expect(curve(points, .cardinal, tension: 1)[2] == .cubic(6, 6, 12, 0, 12, 0))
    #expect(curve(points, .cardinal, tension: 0) == curve(points, .catmullRom, tension: 0))
    #expect(curve(points, .cardinalOpen, tension: 0) == [.move(6, 6), .cubic(8, 6, 10, 0, 12, 0)])
    #expect(curve(points, .basisOpen) == [.move(6, 4), .cubic(8, 4, 10, 2, 12, 2)])
    // Closed ones come back to where they begin.
    for kind in Curve.allCases where kind.isClosed && kind != .linearClosed {
      let path = curve(points, kind)
      guard case .move(let x, let y) = path[0], case .cubic(_, _, _, _, let a, let b)? = path.last else {
        Issue.record("\(kind) is no closed line of curves")
        continue
      }
      #expect(abs(x - a) < 1e-9 && abs(y - b) < 1e-9, "\(kind)")
    }
    for kind in Curve.allCases { for count in 0...3 { _ = curve(Array(points.prefix(count)), kind) } }
    let turned = curve(points.map { ($0.y, $0.x) }, .monotoneY)
    #expect(turned.count == 4 && turned[0] == .move(0, 0))
  }

  @Test func sectorsHaveMiddles() {
    let arc = Arc(innerRadius: 40, outerRadius: 60, startAngle: 0, endAngle: .pi)
    #expect(abs(arc.centroid.x - 50) < 1e-9 && abs(arc.centroid.y) < 1e-9)
  }
}
