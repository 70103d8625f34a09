import Articles
import Extraction
import Indicators

/// A head's text while parts of it are taken out.
struct HeadScan {
  let written: [Unicode.Scalar]
  /// Half-width, simplified, lower case.
  let folded: [Unicode.Scalar]
  private var isTaken: [Bool]

  init(_ written: [Unicode.Scalar]) {
    self.written = written
    folded = written.map { $0.lowercasedHalfWidth.simplified }
    isTaken = [Bool](repeating: false, count: written.count)
  }

  private mutating func take(_ range: Range<Int>) { for index in range { isTaken[index] = true } }

  /// What is not taken.
  func visible(lowercased: Bool) -> [Unicode.Scalar] {
    var text = zip(lowercased ? folded : written, isTaken).filter { !$0.1 }.map(\.0)
    while let last = text.last, last.isBlank || last.isLineEnd { text.removeLast() }
    return Array(text.drop { $0.isBlank || $0.isLineEnd })
  }

  /// The first place of a word that is not taken yet.
  private func place(of word: String) -> Range<Int>? {
    let word = Array(word.unicodeScalars)
    guard let first = word.first, folded.count >= word.count else { return nil }
    for start in 0...(folded.count - word.count) where folded[start] == first && !isTaken[start] {
      if folded[start..<(start + word.count)].elementsEqual(word), !isTaken[start..<(start + word.count)].contains(true) {
        return start..<(start + word.count)
      }
    }
    return nil
  }

  private func isAt(_ index: Int, _ word: String) -> Bool {
    index >= 0 && index < folded.count && folded[index...].starts(with: word.unicodeScalars)
  }

  // MARK: Units

  /// （亿元）, (%), 单位：万元, …, thousand.
  mutating func takeUnit() -> (String?, [String]) {
    for label in ["计量单位", "单位", "unit", "units"] {
      guard let found = place(of: label) else { continue }
      var start = found.upperBound
      while start < folded.count, folded[start].isBlank { start += 1 }
      guard start < folded.count, folded[start] == ":" else { continue }
      start += 1
      var end = start
      while end < folded.count, folded[end] != ")", !"。;".unicodeScalars.contains(folded[end]) { end += 1 }
      let units = split(start..<end)
      var low = found.lowerBound
      if low > 0, folded[low - 1] == "(" { low -= 1 }
      take(low..<min(folded.count, end < folded.count && folded[end] == ")" && low < found.lowerBound ? end + 1 : end))
      return (units.count == 1 ? units[0] : nil, units)
    }
    var index = folded.count - 1
    while index > 0 {
      defer { index -= 1 }
      let closing: Unicode.Scalar? = folded[index] == ")" ? "(" : folded[index] == "]" ? "[" : nil
      guard let closing, let open = (0..<index).last(where: { folded[$0] == closing }) else { continue }
      let inner = (open + 1)..<index
      if isUnit(inner) {
        take(open..<(index + 1))
        return (trimmed(inner), [])
      }
    }
    // …增长%, 增速％
    if let last = folded.lastIndex(where: { !$0.isBlank }), folded[last] == "%" || folded[last] == "‰", last > 0, folded[last - 1] != "±" {
      take(last..<(last + 1))
      return (String(scalars: [folded[last]]), [])
    }
    // Patent grants by office, thousand; 产量，万吨.
    if let comma = folded.lastIndex(where: { $0 == "," || $0 == "/" || $0 == ":" || $0 == "_" }), comma > 0, isUnit((comma + 1)..<folded.count) {
      let unit = trimmed((comma + 1)..<folded.count)
      take(comma..<folded.count)
      return (unit, [])
    }
    return (nil, [])
  }

  private func split(_ range: Range<Int>) -> [String] {
    var units: [String] = []
    var start = range.lowerBound
    for index in range.lowerBound...range.upperBound
    where index == range.upperBound || "、,;，".unicodeScalars.contains(folded[index]) {
      let unit = trimmed(start..<index)
      if !unit.isEmpty { units.append(unit) }
      start = index + 1
    }
    return units
  }

  private func trimmed(_ range: Range<Int>) -> String {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, folded[low].isBlank { low += 1 }
    while high > low, folded[high - 1].isBlank { high -= 1 }
    let text = written[low..<high]
    let isHan = text.contains(where: \.isHan)
    // ±% says that the sign matters.
    return String(scalars: text.filter { (!isHan || !$0.isBlank) && $0 != "±" }.map { $0 == "％" ? "%" : $0 })
  }

  private func isUnit(_ range: Range<Int>) -> Bool {
    let dense = folded[range].filter { !$0.isBlank }
    guard !dense.isEmpty, dense.count <= 24 else { return false }
    if dense == ["%"] || dense == ["‰"] || dense == ["±", "%"] { return true }
    // 2024年 is a time.
    if dense.contains(where: \.isDigit), dense.contains("年") || dense.allSatisfy(\.isDigit) { return false }
    // (年), (月) in a head of times.
    if dense.count == 1, "年月日季".unicodeScalars.contains(dense[0]) { return dense[0] == "年" && range.lowerBound > 3 }
    return isWholeUnit(dense) || HeadWords.isEnglishUnit(String(scalars: folded[range]))
  }

  // MARK: Changes

  /// 比上年增长, 同比, 环比增速, year-on-year change.
  mutating func takeChange() -> (against: HeadReading.Against?, isAtConstantPrices: Bool)? {
    guard place(of: "自然增长率") == nil, place(of: "上年=100") == nil, place(of: "=100") == nil, place(of: "发展速度") == nil,
      place(of: "贡献率") == nil
    else { return nil }
    var against: HeadReading.Against?
    var found: Range<Int>?
    for (word, meaning) in Self.bases {
      guard let place = place(of: word) else { continue }
      // 上年同期 alone is a level; 同比 and 环比 are changes by themselves.
      against = meaning
      found = place
      break
    }
    if found == nil, let (range, meaning) = comparedYear() {
      found = range
      against = meaning
    }
    if found == nil, let average = place(of: "年均") ?? place(of: "年平均"), growth(from: average.upperBound) != nil {
      found = average
      against = .average
    }
    var isReal = false
    if let base = found {
      take(base)
      var end = base.upperBound
      // 比上年同期, 比上年同期相比实际增长.
      for word in ["同期", "同月", "同季", "相比", "实际", "名义", "可比价", "口径"] where isAt(end, word) {
        isReal = isReal || word == "实际" || word == "可比价"
        take(end..<(end + word.unicodeScalars.count))
        end += word.unicodeScalars.count
      }
      if let verb = growth(from: end) { take(verb) }
      takeTail()
      return (against, isReal)
    }
    if let english = englishGrowth() { return (english, false) }
    guard let verb = growth(from: 0) else { return nil }
    // 增加值, 增长点, 提高…的.
    if isAt(verb.upperBound, "值") || isAt(verb.upperBound, "点") || isAt(verb.upperBound, "极") { return nil }
    let word = String(scalars: folded[verb])
    // 增加, 变化 at the start or within a name measure something: 新增, 增加就业人数.
    let isWeak = ["增加", "减少", "提高", "提升", "下降", "上涨", "变化", "变动"].contains(word)
    if isWeak, (verb.upperBound..<folded.count).contains(where: { folded[$0].isHan && !isTaken[$0] }) { return nil }
    take(verb)
    for word in ["实际", "可比价"] { if let place = place(of: word) { isReal = true; take(place) } }
    takeTail()
    return (nil, isReal)
  }

  private mutating func takeTail() {
    for word in ["百分比", "百分点", "绝对数", "绝对额", "情况", "幅度", "率", "额", "量"] {
      if let place = place(of: word), place.upperBound == folded.count || isTaken[place.upperBound], place.lowerBound > 0, isTaken[place.lowerBound - 1] {
        take(place)
      }
    }
  }

  private func growth(from start: Int) -> Range<Int>? {
    for word in HeadWords.growth {
      guard let place = place(of: word), place.lowerBound >= start else { continue }
      return place
    }
    return nil
  }

  private mutating func englishGrowth() -> HeadReading.Against?? {
    guard let found = HeadWords.englishGrowth.compactMap({ word in place(of: word).map { (word, $0) } }).first(where: { isWord($0.1) }) else { return nil }
    take(found.1)
    for tail in ["rate", "on previous year", "from previous year", "over previous year", "on the previous year", "from the previous year"] {
      if let place = place(of: tail) { take(place) }
    }
    let word = found.0
    if word.hasPrefix("m") { return .some(.monthBefore) }
    if word.hasPrefix("quarter") { return .some(.quarterBefore) }
    return .some(word.contains("y") && word != "year" && word.contains("ye") || word.contains("yoy") || word.contains("y/y") || word.contains("annual") ? .yearBefore : nil)
  }

  private func isWord(_ range: Range<Int>) -> Bool {
    (range.lowerBound == 0 || !folded[range.lowerBound - 1].isLatinLetter) && (range.upperBound == folded.count || !folded[range.upperBound].isLatinLetter)
  }

  /// 比2020年, 较2019年.
  private func comparedYear() -> (Range<Int>, HeadReading.Against)? {
    for start in folded.indices where "比较".unicodeScalars.contains(folded[start]) && start + 5 < folded.count {
      guard folded[(start + 1)..<(start + 5)].allSatisfy(\.isDigit), folded[start + 5] == "年",
        let year = Int(String(scalars: folded[(start + 1)..<(start + 5)])), growth(from: start) != nil
      else { continue }
      return (start..<(start + 6), .year(year))
    }
    return nil
  }

  private static let bases: [(String, HeadReading.Against)] = {
    var bases: [(String, HeadReading.Against)] = []
    for (words, meaning) in [
      (["上年同期", "去年同期", "上年同月", "去年同月", "上年同季", "上年", "去年", "上一年", "前一年"], HeadReading.Against.yearBefore),
      (["上月", "上个月"], .monthBefore), (["上季度", "上季", "上一季度"], .quarterBefore), (["年初", "上年末", "上年底", "去年末", "去年底"], .yearStart),
    ] {
      for word in words { for lead in ["比", "较", "与", "同", "对比"] { bases.append((lead + word, meaning)) } }
    }
    // The longer word first: 比上年末 before 比上年.
    bases.sort { $0.0.unicodeScalars.count > $1.0.unicodeScalars.count }
    return bases + [("同比", .yearBefore), ("环比", .periodBefore)]
  }()

  // MARK: Shares and ranks

  /// 占全市比重, 构成, 占比, Share of world total.
  mutating func takeShare() -> (Observation.Kind?, String?)? {
    if let place = place(of: "占") {
      for end in ["的比重", "的比例", "的比率", "的份额", "比重", "比例", "比率", "份额", "比", "百分比", "%"] {
        guard let tail = self.place(of: end), tail.lowerBound >= place.upperBound else { continue }
        let scope = trimmed(place.upperBound..<tail.lowerBound)
        take(place.lowerBound..<tail.upperBound)
        return (.share, scope.isEmpty ? nil : scope)
      }
      // 占GDP（%）.
      if folded.last == "%" || isTaken.last == true, place.upperBound < folded.count, !isAt(place.upperBound, "地") {
        let end = isTaken[place.upperBound...].firstIndex(of: true) ?? folded.count
        let scope = trimmed(place.upperBound..<end)
        take(place.lowerBound..<end)
        return (.share, scope.isEmpty ? nil : scope)
      }
    }
    for word in ["构成比", "构成", "比重", "占比", "份额", "所占比例", "百分比"] {
      guard let place = place(of: word), place.upperBound == folded.count || isTaken[place.upperBound] else { continue }
      take(place)
      return (.share, nil)
    }
    for word in ["share of the", "share of", "share in", "percentage of", "% of", "proportion of", "as % of", "distribution"] {
      guard let place = place(of: word), isWord(place) else { continue }
      let end = folded[place.upperBound...].firstIndex { ",(".unicodeScalars.contains($0) } ?? folded.count
      var scope = trimmed(place.upperBound..<end)
      if scope.lowercased().hasSuffix(" total") { scope = String(scope.dropLast(6)) }
      take(place.lowerBound..<end)
      return (.share, scope.isEmpty ? nil : scope == "world" ? "World" : scope)
    }
    if let place = place(of: "share"), isWord(place), (place.upperBound..<folded.count).allSatisfy({ isTaken[$0] || folded[$0].isBlank }) {
      take(place)
      return (.share, nil)
    }
    return nil
  }

  mutating func takeRank() -> (found: Bool, scope: String?) {
    for word in HeadWords.ranks {
      guard let place = place(of: word), !word.unicodeScalars.allSatisfy(\.isLatinLetter) || isWord(place) else { continue }
      take(place)
      for field in ["全国", "全省", "全市", "全区"] {
        for lead in ["在", "居", ""] {
          if let found = self.place(of: lead + field) {
            take(found)
            return (true, field)
          }
        }
      }
      return (true, nil)
    }
    return (false, nil)
  }

  // MARK: Times

  mutating func takeTimes(hasRepublicYears: Bool) -> HeadTime? {
    var time: HeadTime?
    var text = folded
    for index in text.indices where isTaken[index] { text[index] = " " }
    for stated in statedTimes(in: text, hasRepublicYears: hasRepublicYears) {
      let range = stated.range
      // 五年级, 三年期: a number of years inside a name.
      if range.upperBound < text.count, "期级制生龄".unicodeScalars.contains(text[range.upperBound]), !isAt(range.upperBound, "期末") { continue }
      // 上年=100 is the base of an index.
      if range.upperBound < text.count, text[range.upperBound] == "=" { continue }
      take(range)
      let next = HeadTime(stated)
      time = time.map { $0.completed(by: next) } ?? next
    }
    for word in ["自年初累计", "年初至本月", "本月止累计", "本年累计", "1至本月累计", "1-本月累计", "1-本月", "1—本月", "累计"] {
      guard let place = place(of: word) else { continue }
      // 累计 in a name counts from the beginning of things: 累计注册量.
      guard word != "累计" || visibleCount <= 2 || time != nil || place.upperBound == folded.count || isTaken[place.upperBound] else { continue }
      take(place)
      if time?.months == nil { time = time ?? HeadTime(); time?.isCumulative = true }
      break
    }
    for word in ["期末", "年末", "月末", "季末"] where time == nil {
      guard let place = place(of: word), place.lowerBound == 0, visibleCount == word.unicodeScalars.count else { continue }
      time = HeadTime()
      time?.isStock = true
    }
    // Growth (%), 2022-23 in English.
    if time == nil, let found = englishYears() { time = found }
    return time
  }

  private var visibleCount: Int { isTaken.count { !$0 } }

  /// 2024, 2022-23, 2010–2024 standing alone in Latin text, or in brackets.
  private mutating func englishYears() -> HeadTime? {
    var index = 0
    var found: (HeadTime, Range<Int>)?
    while index + 4 <= folded.count {
      defer { index += 1 }
      guard folded[index].isDigit, index == 0 || !folded[index - 1].isDigit && folded[index - 1] != ".", !isTaken[index],
        index == 0 || !folded[index - 1].isLatinLetter, folded[index..<(index + 4)].allSatisfy(\.isDigit)
      else { continue }
      var end = index + 4
      while end < folded.count, folded[end].isDigit || "-–—/".unicodeScalars.contains(folded[end]), end - index < 9 { end += 1 }
      if end < folded.count, folded[end].isDigit || folded[end].isLatinLetter || folded[end].isHan { continue }
      guard let time = HeadTime(code: Array(folded[index..<end])) else { continue }
      found = (time, index..<end)
      index = end
    }
    guard let (time, range) = found else { return nil }
    take(range)
    return time
  }

  // MARK: What is left

  /// The words that are left, empty brackets, labels and outer marks cut off.
  func rest() -> String {
    var text: [Unicode.Scalar] = []
    for (scalar, taken) in zip(written, isTaken) where !taken { text.append(scalar.isLineEnd ? " " : scalar) }
    var index = 0
    while index + 1 < text.count {
      if text[index].halfWidth == "(", text[(index + 1)...].first(where: { !$0.isBlank })?.halfWidth == ")",
        let close = text[(index + 1)...].firstIndex(where: { $0.halfWidth == ")" })
      {
        text.removeSubrange(index...close)
      } else if text[index].isBlank, index > 0, text[index - 1].isHan || text[index - 1].isBlank, text[index + 1].isHan || text[index + 1].isBlank {
        text.remove(at: index)
      } else {
        index += 1
      }
    }
    let marks = " ,、。;；:：-—–_/%．.・·*①②③④⑤⑥⑦⑧⑨\u{3000}\u{A0}=，"
    while let last = text.last, marks.unicodeScalars.contains(last) || last.isBlank { text.removeLast() }
    while let first = text.first, marks.unicodeScalars.contains(first) || first.isBlank { text.removeFirst() }
    // What a bracket cut off leaves half open.
    if text.last?.halfWidth == "(" { text.removeLast() }
    while text.last == "的" || text.last == "年" && text.count == 1 { text.removeLast() }
    while text.first == "的" { text.removeFirst() }
    return String(scalars: text)
  }
}
