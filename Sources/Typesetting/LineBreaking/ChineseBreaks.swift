import Geometry
package import Scene

/// The places of a text, as offsets in characters, where a line may end: UAX #14 tailored for Chinese at one level. Forced line
/// ends are among them, hyphenation is not.
package func lineEnds(in text: String, level: ParagraphStyle.ProhibitionLevel, language: Language = .simplifiedChinese)
  -> [Int]
{
  let styled = StyledText(text, TextStyle(font: FontID(0), size: .pt(10), language: language))
  let breaks = chineseBreaks(itemize(styled), level: level, minimumLastLine: 1, noBreak: [])
  return breaks.indices.filter { breaks[$0] != .prohibited && $0 < breaks.count - 1 }
}

/// The break opportunities of a paragraph: UAX #14, tailored by CLREQ's prohibition rules around Chinese marks, and with
/// numbers kept beside their units. Element `i` speaks of the place before character `i`.
///
/// - Parameters:
///   - stub: so many characters on a last line look left over.
///   - noBreak: ranges of characters within which no line may end.
func chineseBreaks(
  _ text: ItemizedText, level: ParagraphStyle.ProhibitionLevel, minimumLastLine: Int, stub: Int = 0,
  noBreak: [Range<Int>]
) -> [BreakOpportunity] {
  let untailored = lineBreaks(text.scalars)
  var result = [BreakOpportunity](repeating: .prohibited, count: untailored.count)
  let scalars = text.scalars
  for i in scalars.indices.dropFirst() {
    let (a, b) = (text.classes[i - 1], text.classes[i])
    if a == .han, b == .han {
      switch untailored[i] {
      case .allowed:
        result[i] = isFullWidthDigit(scalars[i]) && isFullWidthDigit(scalars[i - 1]) ? .prohibited : .allowed
      case .mandatory: result[i] = .mandatory
      case .prohibited: break
      }
      continue
    }
    if untailored[i] == .mandatory {
      result[i] = .mandatory
    } else if scalars[i - 1] == "\u{AD}" {
      result[i] = untailored[i] == .allowed ? .hyphen : .prohibited
    } else if isRuledHere(a, b) {
      let isPair = a == .dash && b == .dash && scalars[i] == scalars[i - 1]
      result[i] = !isPair && b.mayStartLine(level) && a.mayEndLine(level) ? .allowed : .prohibited
    } else if untailored[i] == .allowed, a != .space || b.mayStartLine(level) {
      result[i] = .allowed
    }
  }
  for i in scalars.indices.dropFirst() where result[i] == .allowed && isPostfix(scalars[i]) && text.classes[i - 1] != .space {
    result[i] = .prohibited
  }
  keepNumbers(scalars, &result)
  for range in noBreak {
    for i in range.dropFirst() where result[i] != .mandatory { result[i] = .prohibited }
  }
  if minimumLastLine > 1 { avoidShortLastLines(text, minimum: minimumLastLine, stub: stub, &result) }
  return result
}

private func isRuledHere(_ a: CharacterClass, _ b: CharacterClass) -> Bool {
  guard a.isChineseMark || b.isChineseMark else { return false }
  return ![a, b].contains { $0 == .space || $0 == .invisible || $0 == .combining }
}

/// Signs that stand behind a number begin no line, whatever is before them (CLREQ, “Prohibition rules for line start”).
private func isPostfix(_ scalar: Unicode.Scalar) -> Bool { "%‰％°℃".unicodeScalars.contains(scalar) }

private func isFullWidthDigit(_ scalar: Unicode.Scalar) -> Bool { (0xFF10...0xFF19).contains(scalar.value) }

/// Marks the breaks after which fewer than `minimum` characters would follow to the end of the paragraph or to a forced line
/// end, and those after which no more than `stub` would; marks and spaces are not counted.
private func avoidShortLastLines(_ text: ItemizedText, minimum: Int, stub: Int, _ result: inout [BreakOpportunity]) {
  var rest = 0
  for i in text.scalars.indices.reversed() {
    switch text.classes[i] {
    case .han, .latin, .symbol: rest += 1
    default: break
    }
    if result[i] == .mandatory {
      rest = 0
    } else if rest <= max(minimum - 1, stub), result[i] == .allowed || result[i] == .hyphen {
      if rest < minimum {
        result[i] = .shortLastLine
      } else if result[i] == .allowed {
        result[i] = .stubLastLine
      }
    }
  }
}
