import Geometry
import PNG
import Scene

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A number with at most that many decimals, halves away from zero, no exponent, no trailing zeros, never `-0`.
func svgNumber(_ value: Double, decimals: Int = 2) -> String {
  var factor = 1
  for _ in 0..<decimals { factor *= 10 }
  let scaled = (value * Double(factor)).rounded()
  guard scaled.magnitude < 1e15 else { return scaled < 0 ? "-1000000000" : "1000000000" }
  let units = Int(scaled)
  let (whole, part) = units.magnitude.quotientAndRemainder(dividingBy: UInt(factor))
  var digits = ""
  if part > 0 {
    var rest = part
    var width = decimals
    while rest % 10 == 0 {
      rest /= 10
      width -= 1
    }
    let text = String(rest)
    digits = "." + String(repeating: "0", count: width - text.utf8.count) + text
  }
  return "\(units < 0 ? "-" : "")\(whole)\(digits)"
}

extension Length {
  var svg: String { svgNumber(points) }
}

extension Rect {
  /// The attributes of a `rect` or `image`.
  var svg: String { "x=\"\(minX.svg)\" y=\"\(minY.svg)\" width=\"\(size.width.svg)\" height=\"\(size.height.svg)\"" }
}

extension Transform {
  var svg: String {
    if a == 1, b == 0, c == 0, d == 1 { return "translate(\(svgNumber(tx)) \(svgNumber(ty)))" }
    let linear = [a, b, c, d].map { svgNumber($0, decimals: 6) }.joined(separator: " ")
    return "matrix(\(linear) \(svgNumber(tx)) \(svgNumber(ty)))"
  }
}

/// Text for elements and double-quoted attributes; characters that XML 1.0 does not know are left out.
func xmlText(_ text: String) -> String {
  var out = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": out += "&amp;"
    case "<": out += "&lt;"
    case ">": out += "&gt;"
    case "\"": out += "&quot;"
    case "\t", "\n", "\r": out += "&#\(scalar.value);"
    case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": continue
    default: out.unicodeScalars.append(scalar)
    }
  }
  return out
}

/// A name of ASCII letters, digits and `-`, for `id` and classes; each other byte is `_` and two hex digits.
func xmlID(_ name: String) -> String { escaped(name, mark: "_", keeping: "-") }

/// A file name as part of an address (RFC 3986).
func percentEncoded(_ name: String) -> String { escaped(name, mark: "%", keeping: "-._~/") }

private func escaped(_ name: String, mark: String, keeping kept: String) -> String {
  let digits = Array("0123456789abcdef")
  var out = ""
  for byte in name.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      out.unicodeScalars.append(Unicode.Scalar(byte))
    case _ where kept.utf8.contains(byte): out.unicodeScalars.append(Unicode.Scalar(byte))
    default: out += "\(mark)\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
    }
  }
  return out
}

/// A picture inside the document (RFC 2397); nil when its size is not that of its pixels.
func dataAddress(_ image: ImageResource) -> String? {
  guard image.width > 0, image.height > 0, image.pixels.count == 4 * image.width * image.height else { return nil }
  let file = encodePNG(PixelImage(width: image.width, height: image.height, pixels: image.pixels))
  return "data:image/png;base64," + Data(file).base64EncodedString()
}
