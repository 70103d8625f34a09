/// A distance on the page in PostScript points (1 pt = 1/72 in); always finite.
///
/// Numbers from input are checked, and refused as diagnostics, before they become a length.
@frozen public struct Length: Hashable, Comparable, Sendable {
  public let points: Double

  @inlinable public init(points: Double) {
    precondition(points.isFinite, "a length must be finite")
    self.points = points
  }

  public static let zero = Length(points: 0)
  @inlinable public static func pt(_ value: Double) -> Length { Length(points: value) }
  @inlinable public static func mm(_ value: Double) -> Length { Length(points: value * 72 / 25.4) }
  @inlinable public static func inches(_ value: Double) -> Length { Length(points: value * 72) }

  @inlinable public static func < (a: Length, b: Length) -> Bool { a.points < b.points }
  @inlinable public static func + (a: Length, b: Length) -> Length { .pt(a.points + b.points) }
  @inlinable public static func - (a: Length, b: Length) -> Length { .pt(a.points - b.points) }
  @inlinable public static prefix func - (a: Length) -> Length { .pt(-a.points) }
  @inlinable public static func * (a: Length, k: Double) -> Length { .pt(a.points * k) }
  @inlinable public static func * (k: Double, a: Length) -> Length { .pt(a.points * k) }
  @inlinable public static func / (a: Length, k: Double) -> Length { .pt(a.points / k) }
  @inlinable public static func / (a: Length, b: Length) -> Double { a.points / b.points }
  @inlinable public static func += (a: inout Length, b: Length) { a = a + b }
  @inlinable public static func -= (a: inout Length, b: Length) { a = a - b }

  /// Whether `self` fits into `available`, forgiving rounding noise of 1e-6 pt.
  @inlinable public func fits(in available: Length) -> Bool { points <= available.points + 1e-6 }
}

@inlinable public func abs(_ length: Length) -> Length { .pt(Swift.abs(length.points)) }

/// A length relative to the font size.
@frozen public struct Em: Hashable, Comparable, Sendable {
  public let value: Double
  @inlinable public init(_ value: Double) { self.value = value }
  @inlinable public static func < (a: Em, b: Em) -> Bool { a.value < b.value }
  @inlinable public func at(_ size: Length) -> Length { size * value }
}
