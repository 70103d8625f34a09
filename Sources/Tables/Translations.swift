import Articles
import Lingua

extension [Unicode.Scalar] {
  /// 進口 Imports (百萬港元 HK$ million) without what says the same in English again: Latin words with small letters right behind Chinese
  /// ones, to the end or to a bracket.
  var withoutTranslation: [Unicode.Scalar] {
    guard contains(where: \.isHan), contains(where: { $0.isLatinLetter }) else { return self }
    guard !contains(where: \.isLineEnd) else { return withoutLinesOfTranslation }
    var out: [Unicode.Scalar] = []
    var index = 0
    var hasChinese = false
    // Within 货运量（万吨） Freight Traffic (10 000 tons): what follows the Chinese words says them again, its bracket too.
    var isAgain = false
    while index < count {
      // A stretch up to a bracket.
      var end = index
      while end < count, !"()（）[]".unicodeScalars.contains(self[end]) { end += 1 }
      let stretch = self[index..<end]
      let isLatin = !stretch.contains(where: \.isHan) && Self.hasWord(stretch)
      let isOutside = index == 0 || ")）]".unicodeScalars.contains(self[index - 1])
      if isOutside { isAgain = isLatin && hasChinese && stretch.first?.isBlank ?? false }
      if isAgain, !stretch.contains(where: \.isHan) {
        // Its brackets go with it.
        index = end + 1
        continue
      }
      if isAgain { out.append("(") }
      hasChinese = hasChinese || stretch.contains(where: \.isHan)
      out += Self.chinesePart(stretch)
      if end < count { out.append(self[end]) }
      index = end + 1
    }
    return out
  }

  /// 货运量 over （万吨） over Freight Traffic: lines in Latin words below the Chinese ones say these again.
  private var withoutLinesOfTranslation: [Unicode.Scalar] {
    func opens(_ scalar: Unicode.Scalar) -> Bool { "(（[".unicodeScalars.contains(scalar) }
    var kept: [[Unicode.Scalar]] = []
    var isBelow = false
    for line in split(whereSeparator: \.isLineEnd) {
      let line = Array(line)
      let isLatin = !line.contains(where: \.isHan) && Self.hasWord(line[...])
      if isLatin, isBelow {
        // 商品出口 over Exports (HK$ million): the unit stands below only.
        if !kept.joined().contains(where: opens), let open = line.firstIndex(where: opens) { kept.append(Array(line[open...])) }
        continue
      }
      isBelow = isBelow || line.contains(where: \.isHan)
      kept.append(line.withoutTranslation)
    }
    return Array(kept.joined(separator: [" "]))
  }

  /// A word of three letters and more, all but the first of them small: Sex and no GDP.
  private static func hasWord(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    var run = 0
    for scalar in text {
      run = !scalar.isLatinLetter ? 0 : scalar.properties.isLowercase ? run + 1 : 1
      if run >= 3 { return true }
    }
    return false
  }

  private static func chinesePart(_ stretch: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    guard let last = stretch.lastIndex(where: { $0.isHan }),
      stretch.prefix(through: last).count(where: { $0.isHan }) > 1 || stretch.prefix(through: last).allSatisfy({ !$0.isDigit })
    else {
      return stretch
    }
    let tail = stretch[(last + 1)...]
    guard let first = tail.first, first.isBlank || first.isLineEnd || first == "/" else { return stretch }
    return hasWord(tail) ? stretch[...last] : stretch
  }
}
