/// An affine map, in the order of PDF and cairo: x' = a·x + c·y + tx, y' = b·x + d·y + ty (tx, ty in points).
@frozen public struct Transform: Hashable, Sendable {
  /// How much of x goes into x'.
  public var a: Double
  /// How much of x goes into y'.
  public var b: Double
  /// How much of y goes into x'.
  public var c: Double
  /// How much of y goes into y'.
  public var d: Double
  /// Moved to the right, in points.
  public var tx: Double
  /// Moved down, in points.
  public var ty: Double

  /// A map by its six numbers.
  @inlinable public init(a: Double, b: Double, c: Double, d: Double, tx: Double, ty: Double) {
    self.a = a
    self.b = b
    self.c = c
    self.d = d
    self.tx = tx
    self.ty = ty
  }

  /// Leaves everything where it is.
  public static let identity = Transform(a: 1, b: 0, c: 0, d: 1, tx: 0, ty: 0)
  /// Moves everything.
  @inlinable public static func translation(_ by: Point) -> Transform {
    Transform(a: 1, b: 0, c: 0, d: 1, tx: by.x.points, ty: by.y.points)
  }
  /// Stretches about the origin.
  @inlinable public static func scaling(_ x: Double, _ y: Double) -> Transform {
    Transform(a: x, b: 0, c: 0, d: y, tx: 0, ty: 0)
  }

  /// First `self`, then `outer`.
  @inlinable public func then(_ outer: Transform) -> Transform {
    Transform(
      a: a * outer.a + b * outer.c, b: a * outer.b + b * outer.d,
      c: c * outer.a + d * outer.c, d: c * outer.b + d * outer.d,
      tx: tx * outer.a + ty * outer.c + outer.tx, ty: tx * outer.b + ty * outer.d + outer.ty)
  }

  /// Where a point goes.
  @inlinable public func apply(_ p: Point) -> Point {
    Point(p.x.points * a + p.y.points * c + tx, p.x.points * b + p.y.points * d + ty)
  }

  /// The box around the image of `rect`.
  public func apply(_ rect: Rect) -> Rect {
    let corners = [
      apply(rect.origin), apply(Point(x: rect.maxX, y: rect.minY)),
      apply(Point(x: rect.minX, y: rect.maxY)), apply(Point(x: rect.maxX, y: rect.maxY)),
    ]
    var x0 = corners[0].x
    var x1 = x0
    var y0 = corners[0].y
    var y1 = y0
    for corner in corners {
      x0 = min(x0, corner.x)
      x1 = max(x1, corner.x)
      y0 = min(y0, corner.y)
      y1 = max(y1, corner.y)
    }
    return Rect(origin: Point(x: x0, y: y0), size: Size(width: x1 - x0, height: y1 - y0))
  }
}

extension Transform {
  /// Whether it maps the plane onto the plane. cairo stops drawing for good at a transform that maps it to a line; a group
  /// under such a one shows nothing.
  package var isInvertible: Bool {
    let determinant = a * d - b * c
    return determinant.isFinite && determinant != 0 && tx.isFinite && ty.isFinite
  }
}
