/// An sRGB colour with opacity, 8 bits a channel.
@frozen public struct Color: Hashable, Sendable {
  /// Red, 0 to 255.
  public var red: UInt8
  /// Green, 0 to 255.
  public var green: UInt8
  /// Blue, 0 to 255.
  public var blue: UInt8
  /// Opacity, 0 (nothing is seen) to 255; the colours are not multiplied by it.
  public var alpha: UInt8

  /// A colour of sRGB by its channels, each 0 to 255.
  @inlinable public init(red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8 = 255) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }

  /// Opaque black.
  public static let black = Color(red: 0, green: 0, blue: 0)
  /// Opaque white.
  public static let white = Color(red: 255, green: 255, blue: 255)

  /// A colour in CSS hex notation: `#RGB`, `#RRGGBB` or `#RRGGBBAA`; nil for anything else.
  public init?(hex: String) {
    var digits: [UInt8] = []
    var scalars = hex.unicodeScalars[...]
    guard scalars.popFirst() == "#" else { return nil }
    for scalar in scalars {
      guard scalar.isASCII, let digit = Character(scalar).hexDigitValue else { return nil }
      digits.append(UInt8(digit))
    }
    switch digits.count {
    case 3: self.init(red: digits[0] * 17, green: digits[1] * 17, blue: digits[2] * 17)
    case 6, 8:
      self.init(
        red: digits[0] << 4 | digits[1], green: digits[2] << 4 | digits[3], blue: digits[4] << 4 | digits[5],
        alpha: digits.count == 8 ? digits[6] << 4 | digits[7] : 255)
    default: return nil
    }
  }

  /// `#RRGGBB`, or `#RRGGBBAA` when it is not opaque; upper case.
  public var hex: String {
    let digits = Array("0123456789ABCDEF")
    var out = "#"
    for byte in alpha == 255 ? [red, green, blue] : [red, green, blue, alpha] {
      out.append(digits[Int(byte >> 4)])
      out.append(digits[Int(byte & 15)])
    }
    return out
  }

  /// The same colour with another opacity, 0 to 255.
  public func withAlpha(_ alpha: UInt8) -> Color { Color(red: red, green: green, blue: blue, alpha: alpha) }

  /// Relative luminance of WCAG 2.2, 0 for black to 1 for white; opacity is ignored.
  public var luminance: Double {
    func linear(_ channel: UInt8) -> Double { Color.linearTable[Int(channel)] }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// Contrast ratio of WCAG 2.2, from 1 to 21.
  public func contrast(with other: Color) -> Double {
    let (high, low) = (max(luminance, other.luminance), min(luminance, other.luminance))
    return (high + 0.05) / (low + 0.05)
  }

  /// The colour between `self` (at 0) and `other` (at 1), mixed channel by channel in sRGB.
  public func mixed(with other: Color, _ t: Double) -> Color {
    func mix(_ a: UInt8, _ b: UInt8) -> UInt8 {
      UInt8(min(255, max(0, (Double(a) + (Double(b) - Double(a)) * t).rounded())))
    }
    return Color(
      red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue),
      alpha: mix(alpha, other.alpha))
  }

  /// sRGB to linear light for each byte (IEC 61966-2-1).
  private static let linearTable: [Double] = (0...255).map { byte in
    let v = Double(byte) / 255
    return v <= 0.04045 ? v / 12.92 : power(base: (v + 0.055) / 1.055)
  }

  /// x^2.4 = x²·(x²)^(1/5), the fifth root by Newton's method: no platform mathematics, the same bits everywhere.
  private static func power(base x: Double) -> Double {
    let square = x * x
    var root = 1.0
    for _ in 0..<60 { root -= (root * root * root * root * root - square) / (5 * root * root * root * root) }
    return square * root
  }
}
