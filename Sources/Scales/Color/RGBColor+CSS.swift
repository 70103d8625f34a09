extension RGBColor {
  /// Reads a colour as CSS writes it: a name, `#rgb`, `#rgba`, `#rrggbb`, `#rrggbbaa`, `rgb(…)`, `rgba(…)`, `hsl(…)`,
  /// `hsla(…)`, `transparent`; also `lab(…)`, `hcl(…)` and `cubehelix(…)`. Nil for anything else.
  package init?(_ css: String) {
    let text = css.lowercased().filter { !$0.isWhitespace || $0 == " " }
    if text.hasPrefix("#") {
      self.init(hexDigits: text.dropFirst())
    } else if let value = namedColors[text] {
      self.init(value)
    } else if text == "transparent" {
      self.init(red: 0, green: 0, blue: 0, opacity: 0)
    } else {
      self.init(functional: text)
    }
  }

  private init(_ value: UInt32) {
    self.init(red: Double(value >> 16 & 255), green: Double(value >> 8 & 255), blue: Double(value & 255))
  }

  private init?(hexDigits: Substring) {
    guard hexDigits.utf8.allSatisfy({ ($0 >= 48 && $0 <= 57) || ($0 >= 97 && $0 <= 102) }),
      let value = UInt32(hexDigits, radix: 16)
    else { return nil }
    switch hexDigits.utf8.count {
    case 3, 4:
      let digits = hexDigits.utf8.map { Double($0 < 58 ? $0 - 48 : $0 - 87) * 17 }
      self.init(red: digits[0], green: digits[1], blue: digits[2], opacity: digits.count > 3 ? digits[3] / 255 : 1)
    case 6: self.init(value)
    case 8:
      self.init(value >> 8)
      opacity = Double(value & 255) / 255
    default: return nil
    }
  }

  private init?(functional text: String) {
    guard text.hasSuffix(")"), let bracket = text.firstIndex(of: "(") else { return nil }
    let name = text[..<bracket]
    let parts = text[text.index(after: bracket)...].dropLast().split { ", /".contains($0) }
    guard (3...4).contains(parts.count) else { return nil }
    var numbers: [Double] = []
    for part in parts {
      let isShare = part.hasSuffix("%")
      let digits = isShare ? part.dropLast() : part.hasSuffix("deg") ? part.dropLast(3) : part
      guard let number = Double(digits), number.isFinite else { return nil }
      let place = numbers.count
      let full: Double = place == 3 ? 1 : name.hasPrefix("rgb") ? 255 : name.hasPrefix("hsl") ? 1 : 100
      numbers.append(isShare ? number / 100 * full : number)
    }
    let opacity = numbers.count > 3 ? min(1, max(0, numbers[3])) : 1
    let (a, b, c) = (numbers[0], numbers[1], numbers[2])
    switch name {
    case "rgb", "rgba": self.init(red: a, green: b, blue: c, opacity: opacity)
    case "hsl", "hsla": self = .hsl(a, b, c, opacity: opacity)
    case "lab": self = .lab(a, b, c, opacity: opacity)
    case "hcl": self = .hcl(a, b, c, opacity: opacity)
    case "cubehelix": self = .cubehelix(a, b, c, opacity: opacity)
    default: return nil
    }
  }
}
