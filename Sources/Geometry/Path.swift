/// An outline of straight lines and cubic Bézier curves.
public struct Path: Hashable, Sendable {
  /// One step of a path.
  public enum Segment: Hashable, Sendable {
    /// Begins a subpath at a point.
    case move(Point)
    /// A straight line to a point.
    case line(Point)
    /// A cubic Bézier curve: two control points and its end.
    case cubic(Point, Point, Point)
    /// A straight line back to where the subpath begins, joined with it.
    case close
  }

  /// The steps, in the order in which they are drawn.
  public private(set) var segments: [Segment] = []

  /// A path without steps.
  public init() {}

  /// Begins a subpath at a point.
  public mutating func move(to p: Point) { segments.append(.move(p)) }
  /// Draws a straight line to a point.
  public mutating func line(to p: Point) { segments.append(.line(p)) }
  /// Draws a cubic Bézier curve by its two control points and its end.
  public mutating func cubic(_ c1: Point, _ c2: Point, to p: Point) { segments.append(.cubic(c1, c2, p)) }
  /// Closes the subpath.
  public mutating func close() { segments.append(.close) }

  /// Straight lines through points, open at its end.
  public static func polyline(_ points: [Point]) -> Path {
    var path = Path()
    for (i, p) in points.enumerated() { i == 0 ? path.move(to: p) : path.line(to: p) }
    return path
  }

  /// A box as a closed path, from its top left corner to the right.
  public static func rect(_ r: Rect) -> Path {
    var path = polyline([
      r.origin, Point(x: r.maxX, y: r.minY), Point(x: r.maxX, y: r.maxY), Point(x: r.minX, y: r.maxY),
    ])
    path.close()
    return path
  }

  /// A box with quarter-circle corners; the radius is cut to half the shorter side.
  public static func roundedRect(_ r: Rect, radius: Length) -> Path {
    let q = min(radius, min(r.size.width, r.size.height) / 2)
    let k = q * (1 - circleConstant)
    var path = Path()
    path.move(to: Point(x: r.minX + q, y: r.minY))
    path.line(to: Point(x: r.maxX - q, y: r.minY))
    path.cubic(Point(x: r.maxX - k, y: r.minY), Point(x: r.maxX, y: r.minY + k), to: Point(x: r.maxX, y: r.minY + q))
    path.line(to: Point(x: r.maxX, y: r.maxY - q))
    path.cubic(Point(x: r.maxX, y: r.maxY - k), Point(x: r.maxX - k, y: r.maxY), to: Point(x: r.maxX - q, y: r.maxY))
    path.line(to: Point(x: r.minX + q, y: r.maxY))
    path.cubic(Point(x: r.minX + k, y: r.maxY), Point(x: r.minX, y: r.maxY - k), to: Point(x: r.minX, y: r.maxY - q))
    path.line(to: Point(x: r.minX, y: r.minY + q))
    path.cubic(Point(x: r.minX, y: r.minY + k), Point(x: r.minX + k, y: r.minY), to: Point(x: r.minX + q, y: r.minY))
    path.close()
    return path
  }

  /// A circle as four cubic curves.
  public static func circle(center c: Point, radius r: Length) -> Path {
    roundedRect(Rect(origin: Point(x: c.x - r, y: c.y - r), size: Size(width: r * 2, height: r * 2)), radius: r)
  }

  /// The distance of a Bézier quarter circle's control points from its ends, for radius 1: 4/3·(√2 − 1).
  private static let circleConstant = 0.552_284_749_830_793_4

  /// The path under an affine map.
  public func transformed(by t: Transform) -> Path {
    var path = Path()
    path.segments = segments.map { segment in
      switch segment {
      case .move(let p): .move(t.apply(p))
      case .line(let p): .line(t.apply(p))
      case .cubic(let a, let b, let p): .cubic(t.apply(a), t.apply(b), t.apply(p))
      case .close: .close
      }
    }
    return path
  }

  /// The tight box around the geometry, stroke not counted; nil when there is no point.
  /// Curves are bounded by the roots of their derivative.
  public var bounds: Rect? {
    var x0 = Double.infinity
    var y0 = Double.infinity
    var x1 = -Double.infinity
    var y1 = -Double.infinity
    func take(_ x: Double, _ y: Double) {
      x0 = min(x0, x)
      x1 = max(x1, x)
      y0 = min(y0, y)
      y1 = max(y1, y)
    }
    var here = (0.0, 0.0)
    for segment in segments {
      switch segment {
      case .move(let p), .line(let p):
        here = (p.x.points, p.y.points)
        take(here.0, here.1)
      case .cubic(let a, let b, let p):
        for t in Path.extremes(here.0, a.x.points, b.x.points, p.x.points)
          + Path.extremes(here.1, a.y.points, b.y.points, p.y.points)
        {
          take(
            Path.bezier(here.0, a.x.points, b.x.points, p.x.points, t),
            Path.bezier(here.1, a.y.points, b.y.points, p.y.points, t))
        }
        here = (p.x.points, p.y.points)
        take(here.0, here.1)
      case .close: break
      }
    }
    return x0 > x1 ? nil : Rect(x0, y0, x1 - x0, y1 - y0)
  }

  private static func bezier(_ a: Double, _ b: Double, _ c: Double, _ d: Double, _ t: Double) -> Double {
    let u = 1 - t
    return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d
  }

  /// The parameters in (0, 1) where the derivative of a cubic Bézier is zero.
  private static func extremes(_ p0: Double, _ p1: Double, _ p2: Double, _ p3: Double) -> [Double] {
    let a = -p0 + 3 * p1 - 3 * p2 + p3
    let b = 2 * (p0 - 2 * p1 + p2)
    let c = p1 - p0
    var roots: [Double] = []
    if Swift.abs(a) < 1e-12 {
      if Swift.abs(b) > 1e-12 { roots = [-c / b] }
    } else {
      let discriminant = b * b - 4 * a * c
      if discriminant >= 0 {
        let root = discriminant.squareRoot()
        roots = [(-b + root) / (2 * a), (-b - root) / (2 * a)]
      }
    }
    return roots.filter { $0 > 0 && $0 < 1 }
  }
}
