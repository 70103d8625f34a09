/// A distance on the page in PostScript points (1 pt = 1/72 in); always finite.
///
/// Numbers from input are checked, and refused as diagnostics, before they become a length.
@frozen public struct Length: Hashable, Comparable, Sendable {
  /// In points, 1/72 of an inch.
  public let points: Double

  /// A length in points.
  @inlinable public init(points: Double) {
    precondition(points.isFinite, "a length must be finite")
    self.points = points
  }

  /// No length.
  public static let zero = Length(points: 0)
  /// A length in points.
  @inlinable public static func pt(_ value: Double) -> Length { Length(points: value) }
  /// A length in millimetres.
  @inlinable public static func mm(_ value: Double) -> Length { Length(points: value * 72 / 25.4) }
  /// A length in inches.
  @inlinable public static func inches(_ value: Double) -> Length { Length(points: value * 72) }

  @inlinable public static func < (a: Length, b: Length) -> Bool { a.points < b.points }
  /// The sum of two lengths.
  @inlinable public static func + (a: Length, b: Length) -> Length { .pt(a.points + b.points) }
  /// The difference of two lengths.
  @inlinable public static func - (a: Length, b: Length) -> Length { .pt(a.points - b.points) }
  /// The length with the other sign.
  @inlinable public static prefix func - (a: Length) -> Length { .pt(-a.points) }
  /// A length several times.
  @inlinable public static func * (a: Length, k: Double) -> Length { .pt(a.points * k) }
  /// A length several times.
  @inlinable public static func * (k: Double, a: Length) -> Length { .pt(a.points * k) }
  /// A part of a length.
  @inlinable public static func / (a: Length, k: Double) -> Length { .pt(a.points / k) }
  /// How many times the second length is in the first.
  @inlinable public static func / (a: Length, b: Length) -> Double { a.points / b.points }
  /// Adds a length.
  @inlinable public static func += (a: inout Length, b: Length) { a = a + b }
  /// Takes a length away.
  @inlinable public static func -= (a: inout Length, b: Length) { a = a - b }

  /// Whether `self` fits into `available`, forgiving rounding noise of 1e-6 pt.
  @inlinable public func fits(in available: Length) -> Bool { points <= available.points + 1e-6 }
}

/// The length without its sign.
@inlinable public func abs(_ length: Length) -> Length { .pt(Swift.abs(length.points)) }

/// A length relative to the font size.
@frozen public struct Em: Hashable, Comparable, Sendable {
  /// How many times the size of the type it is.
  public let value: Double
  /// So many times the size of the type.
  @inlinable public init(_ value: Double) { self.value = value }
  @inlinable public static func < (a: Em, b: Em) -> Bool { a.value < b.value }
  /// The length that it is in type of a size.
  @inlinable public func at(_ size: Length) -> Length { size * value }
}
