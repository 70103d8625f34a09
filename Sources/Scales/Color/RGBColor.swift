/// An sRGB colour in real numbers, for reckoning between colours: channels 0–255, opacity 0–1.
package struct RGBColor: Hashable, Sendable, CustomStringConvertible {
  package var red: Double
  package var green: Double
  package var blue: Double
  package var opacity: Double

  package init(red: Double, green: Double, blue: Double, opacity: Double = 1) {
    self.red = red
    self.green = green
    self.blue = blue
    self.opacity = opacity
  }

  package static func rgb(_ red: Double, _ green: Double, _ blue: Double) -> RGBColor {
    RGBColor(red: red, green: green, blue: blue)
  }

  /// Channels rounded and held to 0–255.
  package var bytes: (red: UInt8, green: UInt8, blue: UInt8) {
    func byte(_ value: Double) -> UInt8 { value.isNaN ? 0 : UInt8(min(255, max(0, (value + 0.5).rounded(.down)))) }
    return (byte(red), byte(green), byte(blue))
  }

  /// `rgb(31, 119, 180)`, or `rgba(…, 0.5)` when it is not opaque, as d3-color writes it.
  package var description: String {
    let (r, g, b) = bytes
    if opacity >= 1 || opacity.isNaN { return "rgb(\(r), \(g), \(b))" }
    let alpha = DecimalDigits(written: max(0, opacity))
    return "rgba(\(r), \(g), \(b), \(alpha.fixed(places: alpha.places)))"
  }

  /// `#1f77b4`; opacity is left out.
  package var hex: String {
    let (r, g, b) = bytes
    return "#" + [r, g, b].map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  /// Relative luminance of WCAG 2, 0 for black to 1 for white.
  package var luminance: Double {
    let (r, g, b) = bytes
    return 0.2126 * linearLight(Double(r)) + 0.7152 * linearLight(Double(g)) + 0.0722 * linearLight(Double(b))
  }
}

/// A channel of 0–255 as light from 0 to 1 (IEC 61966-2-1).
func linearLight(_ channel: Double) -> Double {
  let v = channel / 255
  return v <= 0.04045 ? v / 12.92 : power((v + 0.055) / 1.055, 2.4)
}
func channel(ofLight light: Double) -> Double {
  255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * power(light, 1 / 2.4) - 0.055)
}
