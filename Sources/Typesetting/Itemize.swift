import Fonts
import Scene

/// A text cut into runs that are shaped in one go.
struct ItemizedText {
  /// Characters in one style on one side.
  struct Run {
    var scalars: Range<Int>
    /// Index into the styled text's spans.
    var span: Int
    var script: ShapingStyle.Script
  }
  var scalars: [Unicode.Scalar] = []
  var classes: [CharacterClass] = []
  var runs: [Run] = []
}

/// Finds for each character its class and side, and cuts the text where style or side change.
///
/// A mark that Chinese and alphabetic text share (“ ” — … ·) goes with its surroundings; in English text it is alphabetic.
func itemize(_ text: StyledText) -> ItemizedText {
  var result = ItemizedText()
  var spanEnds: [Int] = []
  for span in text.spans {
    result.scalars.append(contentsOf: span.text.unicodeScalars)
    spanEnds.append(result.scalars.count)
  }
  let scalars = result.scalars
  result.classes.reserveCapacity(scalars.count)
  var resolver = SideResolver()
  var span = 0
  var run = ItemizedText.Run(scalars: 0..<0, span: 0, script: .han)
  for i in scalars.indices {
    while i >= spanEnds[span] { span += 1 }
    let alphabetic = resolver.isLatin(scalars, i, language: text.spans[span].style.language)
    var kind = alphabetic ? latinClass(of: scalars[i]) : hanClass(of: scalars[i])
    var script: ShapingStyle.Script = alphabetic ? .latin : .han
    if kind == .combining || kind == .invisible, i > 0 {
      script = run.script
      if kind == .combining, result.classes[i - 1] == .space { kind = .latin }
    }
    if i == 0 || script != run.script || span != run.span {
      if i > 0 { result.runs.append(run) }
      run = .init(scalars: i..<i, span: span, script: script)
    }
    run.scalars = run.scalars.lowerBound..<i + 1
    result.classes.append(kind)
  }
  if !run.scalars.isEmpty { result.runs.append(run) }
  return result
}

/// Decides which side a character stands on; remembers whether the last opening quotation mark was alphabetic.
struct SideResolver {
  private var openedLatin = false

  mutating func isLatin(_ scalars: [Unicode.Scalar], _ i: Int, language: Language) -> Bool {
    let scalar = scalars[i]
    switch side(of: scalar) {
    case .han: return false
    case .latin:
      guard scalar == "-" || scalar == "/", language.isChinese else { return true }
      return !joinsHan(scalars, i)
    case .ambiguous: break
    }
    guard language.isChinese else { return true }
    let before = i > 0 ? scalars[i - 1] : nil
    let after = i + 1 < scalars.count ? scalars[i + 1] : nil
    switch scalar.value {
    case 0x201C, 0x2018:
      openedLatin = isAlphabetic(after) && i > 1 && before == " " && isAlphabetic(scalars[i - 2])
      return openedLatin
    case 0x2019 where isAlphabetic(before) && isAlphabetic(after): return true
    case 0x201D, 0x2019: return openedLatin
    case 0x2010, 0x2011: return !joinsHan(scalars, i)
    case 0x2013: return isAlphabetic(before) && isAlphabetic(after)
    case 0x2014, 0x2015, 0x22EF, 0x2E3A, 0x2E3B, 0x2190...0x21FF: return false
    case 0x2026: return isAlphabetic(before) && after != scalar && !isHan(after)
    case 0xB7, 0x2027: return !(before == nil && after == nil) && !isHan(before) && !isHan(after)
    // 1亿元÷1000万元, 10厘米×20厘米: between a Chinese unit and a number there is no gap at either side.
    case 0xD7, 0xF7: return (isAlphabetic(before) || isAlphabetic(after)) && !isHan(before) && !isHan(after)
    default: return isAlphabetic(before) || isAlphabetic(after)
    }
  }

  /// A hyphen or solidus between Chinese characters, or between one and a letter: 元/吨, A/股; not the sign of a number.
  private func joinsHan(_ scalars: [Unicode.Scalar], _ i: Int) -> Bool {
    let before = i > 0 ? scalars[i - 1] : nil
    let after = i + 1 < scalars.count ? scalars[i + 1] : nil
    if scalars[i] != "/", let after, after.properties.numericType != nil { return false }
    return isHan(before) || isHan(after)
  }

  private func isHan(_ scalar: Unicode.Scalar?) -> Bool { scalar.map { side(of: $0) == .han } ?? false }

  private func isAlphabetic(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { side(of: $0) == .latin && $0 != " " } ?? false
  }
}
