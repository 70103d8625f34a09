/// A position: x grows to the right, y grows downwards.
@frozen public struct Point: Hashable, Sendable {
  public var x: Length
  public var y: Length

  @inlinable public init(x: Length, y: Length) {
    self.x = x
    self.y = y
  }
  /// Coordinates in points.
  @inlinable public init(_ x: Double, _ y: Double) { self.init(x: .pt(x), y: .pt(y)) }

  public static let zero = Point(x: .zero, y: .zero)
  @inlinable public static func + (a: Point, b: Point) -> Point { Point(x: a.x + b.x, y: a.y + b.y) }
  @inlinable public static func - (a: Point, b: Point) -> Point { Point(x: a.x - b.x, y: a.y - b.y) }
}

@frozen public struct Size: Hashable, Sendable {
  public var width: Length
  public var height: Length

  @inlinable public init(width: Length, height: Length) {
    self.width = width
    self.height = height
  }
  /// Width and height in points.
  @inlinable public init(_ width: Double, _ height: Double) { self.init(width: .pt(width), height: .pt(height)) }

  public static let zero = Size(width: .zero, height: .zero)
}

/// An axis-parallel box; `origin` is its top left corner.
@frozen public struct Rect: Hashable, Sendable {
  public var origin: Point
  public var size: Size

  @inlinable public init(origin: Point, size: Size) {
    self.origin = origin
    self.size = size
  }
  /// Position and extent in points.
  @inlinable public init(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
    self.init(origin: Point(x, y), size: Size(width, height))
  }

  @inlinable public var minX: Length { origin.x }
  @inlinable public var minY: Length { origin.y }
  @inlinable public var maxX: Length { origin.x + size.width }
  @inlinable public var maxY: Length { origin.y + size.height }
  @inlinable public var midX: Length { origin.x + size.width / 2 }
  @inlinable public var midY: Length { origin.y + size.height / 2 }

  @inlinable public func inset(by insets: Insets) -> Rect {
    Rect(
      origin: Point(x: minX + insets.left, y: minY + insets.top),
      size: Size(
        width: size.width - insets.left - insets.right, height: size.height - insets.top - insets.bottom))
  }

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

  @inlinable public func contains(_ other: Rect) -> Bool {
    minX.fits(in: other.minX) && minY.fits(in: other.minY) && other.maxX.fits(in: maxX) && other.maxY.fits(in: maxY)
  }
}

@frozen public struct Insets: Hashable, Sendable {
  public var top: Length
  public var right: Length
  public var bottom: Length
  public var left: Length

  @inlinable public init(top: Length, right: Length, bottom: Length, left: Length) {
    self.top = top
    self.right = right
    self.bottom = bottom
    self.left = left
  }
  @inlinable public init(all: Length) { self.init(top: all, right: all, bottom: all, left: all) }
  public static let zero = Insets(all: .zero)
}
