/// A position: x grows to the right, y grows downwards.
@frozen public struct Point: Hashable, Sendable {
  /// To the right.
  public var x: Length
  /// Downwards.
  public var y: Length

  /// A position by its coordinates.
  @inlinable public init(x: Length, y: Length) {
    self.x = x
    self.y = y
  }
  /// Coordinates in points.
  @inlinable public init(_ x: Double, _ y: Double) { self.init(x: .pt(x), y: .pt(y)) }

  /// The origin.
  public static let zero = Point(x: .zero, y: .zero)
  /// Coordinate by coordinate.
  @inlinable public static func + (a: Point, b: Point) -> Point { Point(x: a.x + b.x, y: a.y + b.y) }
  /// Coordinate by coordinate.
  @inlinable public static func - (a: Point, b: Point) -> Point { Point(x: a.x - b.x, y: a.y - b.y) }
}

/// A width and a height.
@frozen public struct Size: Hashable, Sendable {
  /// To the right.
  public var width: Length
  /// Downwards.
  public var height: Length

  /// An extent by its width and height.
  @inlinable public init(width: Length, height: Length) {
    self.width = width
    self.height = height
  }
  /// Width and height in points.
  @inlinable public init(_ width: Double, _ height: Double) { self.init(width: .pt(width), height: .pt(height)) }

  /// No extent.
  public static let zero = Size(width: .zero, height: .zero)
}

/// An axis-parallel box; `origin` is its top left corner.
@frozen public struct Rect: Hashable, Sendable {
  /// The top left corner.
  public var origin: Point
  /// Its extent.
  public var size: Size

  /// A box by its top left corner and its size.
  @inlinable public init(origin: Point, size: Size) {
    self.origin = origin
    self.size = size
  }
  /// Position and extent in points.
  @inlinable public init(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
    self.init(origin: Point(x, y), size: Size(width, height))
  }

  /// The left edge.
  @inlinable public var minX: Length { origin.x }
  /// The top edge.
  @inlinable public var minY: Length { origin.y }
  /// The right edge.
  @inlinable public var maxX: Length { origin.x + size.width }
  /// The bottom edge.
  @inlinable public var maxY: Length { origin.y + size.height }
  /// Half way between left and right.
  @inlinable public var midX: Length { origin.x + size.width / 2 }
  /// Half way between top and bottom.
  @inlinable public var midY: Length { origin.y + size.height / 2 }

  /// The box without a margin at each edge; a negative margin enlarges it.
  @inlinable public func inset(by insets: Insets) -> Rect {
    Rect(
      origin: Point(x: minX + insets.left, y: minY + insets.top),
      size: Size(
        width: size.width - insets.left - insets.right, height: size.height - insets.top - insets.bottom))
  }

  /// The box moved.
  @inlinable public func offset(by delta: Point) -> Rect { Rect(origin: origin + delta, size: size) }

  /// The smallest box that holds both.
  @inlinable public func union(_ other: Rect) -> Rect {
    let x0 = min(minX, other.minX)
    let y0 = min(minY, other.minY)
    let x1 = max(maxX, other.maxX)
    let y1 = max(maxY, other.maxY)
    return Rect(origin: Point(x: x0, y: y0), size: Size(width: x1 - x0, height: y1 - y0))
  }

  /// Whether the insides of both boxes meet; touching edges do not count.
  @inlinable public func intersects(_ other: Rect) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }

  /// Whether the other box lies within this one, edges included, forgiving rounding noise.
  @inlinable public func contains(_ other: Rect) -> Bool {
    minX.fits(in: other.minX) && minY.fits(in: other.minY) && other.maxX.fits(in: maxX) && other.maxY.fits(in: maxY)
  }
}

/// Margins at the four edges of a box.
@frozen public struct Insets: Hashable, Sendable {
  /// At the top edge.
  public var top: Length
  /// At the right edge.
  public var right: Length
  /// At the bottom edge.
  public var bottom: Length
  /// At the left edge.
  public var left: Length

  /// A margin for each edge.
  @inlinable public init(top: Length, right: Length, bottom: Length, left: Length) {
    self.top = top
    self.right = right
    self.bottom = bottom
    self.left = left
  }
  /// The same margin at each edge.
  @inlinable public init(all: Length) { self.init(top: all, right: all, bottom: all, left: all) }
  /// No margins.
  public static let zero = Insets(all: .zero)
}
