/// A character named in HTML or Markdown: `&amp;`, `&#20159;`, `&#x4EBF;`.
struct CharacterReference: Hashable {
  /// From & to the semicolon.
  var range: Range<Int>
  var text: [Unicode.Scalar]
}

/// The reference that starts at an ampersand; nil when its name is unknown or no character has its number.
func characterReference(in scalars: [Unicode.Scalar], at start: Int, limit: Int) -> CharacterReference? {
  guard start + 2 < limit, scalars[start] == "&" else { return nil }
  var end = start + 1
  while end < limit, end - start <= 10, scalars[end] != ";" {
    guard scalars[end].isASCII, scalars[end].isLatinLetter || scalars[end].isDigit || scalars[end] == "#" else { return nil }
    end += 1
  }
  guard end < limit, scalars[end] == ";", end > start + 1 else { return nil }
  let name = scalars[(start + 1)..<end]
  guard let scalar = name.first == "#" ? numbered(name.dropFirst()) : CharacterNames.all[String(scalars: name)] else { return nil }
  return CharacterReference(range: start..<(end + 1), text: [scalar])
}

private func numbered(_ digits: ArraySlice<Unicode.Scalar>) -> Unicode.Scalar? {
  let isHexadecimal = digits.first == "x" || digits.first == "X"
  guard let value = UInt32(String(scalars: isHexadecimal ? digits.dropFirst() : digits), radix: isHexadecimal ? 16 : 10), value > 0
  else { return nil }
  return Unicode.Scalar(value)
}

/// The names that occur in articles; the standard knows two thousand more.
private enum CharacterNames {
  static let all: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ensp": "\u{2002}", "emsp": "\u{2003}",
    "thinsp": "\u{2009}", "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "laquo": "«", "raquo": "»", "mdash": "—",
    "ndash": "–", "hellip": "…", "middot": "·", "bull": "•", "times": "×", "divide": "÷", "plusmn": "±", "minus": "−",
    "permil": "‰", "deg": "°", "micro": "µ", "sup2": "²", "sup3": "³", "frac12": "½", "yen": "¥", "pound": "£", "euro": "€",
    "cent": "¢", "copy": "©", "reg": "®", "trade": "™", "sect": "§", "para": "¶", "le": "≤", "ge": "≥", "ne": "≠",
    "asymp": "≈", "larr": "←", "rarr": "→", "uarr": "↑", "darr": "↓", "prime": "′", "Prime": "″", "shy": "\u{AD}",
    "zwnj": "\u{200C}", "zwj": "\u{200D}", "lrm": "\u{200E}", "rlm": "\u{200F}",
  ]
}
