package import Geometry

/// A text between tags or quotes of XML 1.0, without characters that XML does not have.
package func escaped(_ text: String) -> String {
  var out = ""
  out.reserveCapacity(text.utf8.count + 8)
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": out += "&amp;"
    case "<": out += "&lt;"
    case ">": out += "&gt;"
    case "\"": out += "&quot;"
    case "\t", "\n", "\r": out.unicodeScalars.append(scalar)
    default:
      guard scalar.value >= 0x20, scalar.value & 0xFFFE != 0xFFFE, !(0x7F...0x9F).contains(scalar.value) else { continue }
      out.unicodeScalars.append(scalar)
    }
  }
  return out
}

/// The first line of every part.
package let xmlDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

extension Length {
  /// English Metric Units, 914,400 an inch (ECMA-376 Part 1, 20.1.2.1).
  package var emu: Int { Int((points * 12_700).rounded()) }
  /// Twentieths of a point.
  package var twips: Int { Int((points * 20).rounded()) }
}

extension Color {
  /// `0A3566`.
  package var digits: String { String(withAlpha(255).hex.dropFirst()) }
}
