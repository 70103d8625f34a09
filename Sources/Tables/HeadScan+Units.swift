import Articles
import Extraction
import Indicators
import Lingua

/// In which unit figures are, as a head or a title says it.
extension HeadScan {
  /// （亿元）, (%), 单位：万元, …, thousand.
  mutating func takeUnit() -> (String?, [String]) {
    for label in words.phrases(.unitLabels) {
      guard let found = place(of: label) else { continue }
      var start = found.upperBound
      while start < folded.count, folded[start].isBlank { start += 1 }
      guard start < folded.count, folded[start] == ":" else { continue }
      start += 1
      var end = start
      // 单位：%（按月变动）: what a bracket adds is no part of the unit.
      while end < folded.count, folded[end] != ")", end == start || folded[end] != "(", folded[end] != "。",
        folded[end] != ";" || isUnitBehind(semicolon: end),
        !isLabel(after: end)
      { end += 1 }
      let all = parts(of: start..<end).filter { !isException($0) }.map(trimmed)
      // 2020=100, %: the base of an index, and the unit of the rest.
      let rest = all.filter { text in
        !text.contains("=100") && !words.phrases(.unitQualities).contains { text.lowercased().hasSuffix($0.text) }
      }
      let units = rest.isEmpty ? all : rest
      var low = found.lowerBound
      if low > 0, folded[low - 1] == "(" { low -= 1 }
      take(low..<min(folded.count, end < folded.count && folded[end] == ")" && low < found.lowerBound ? end + 1 : end))
      return (units.count == 1 ? units[0] : nil, units)
    }
    // 千人次 10³ says the power again.
    if let power = folded.lastIndex(where: \.isBlank), power > 0, folded[(power + 1)...].starts(with: ["1", "0"]),
      folded[(power + 1)...].count > 2, folded[(power + 3)...].allSatisfy(\.isRaised), isUnit(0..<power)
    {
      take(folded.indices)
      return (trimmed(0..<power), [])
    }
    // Values in US$ million.
    if let blank = folded.firstIndex(where: \.isBlank), case let lead = String(scalars: folded[..<blank]),
      words.holds(.valueHeads, lead) || lead.hasSuffix("s") && words.holds(.valueHeads, String(lead.dropLast())),
      let word = words.phrases(.danglingWords).first(where: { folded[(blank + 1)...].starts(with: $0.scalars + [" "]) }),
      case let unit = (blank + word.scalars.count + 2)..<folded.count, isUnit(unit)
    {
      take(folded.indices)
      return (trimmed(unit), [])
    }
    // RMB million unless otherwise stated
    if folded.first != "(", case let all = parts(of: folded.indices), all.count > 1, let first = all.first,
      all.dropFirst().allSatisfy(isException), isUnit(first) || isUnitInWords(first)
    {
      take(folded.indices)
      return (withoutLead(first), [])
    }
    // £ billion, seasonally adjusted; EUR million, current prices: the first part says how much of what.
    if folded.first != "(", case let all = parts(of: folded.indices), all.count > 1, let first = all.first, isAmount(first),
      !all.dropFirst().contains(where: isUnit)
    {
      let end = all.dropFirst().allSatisfy(isQuality) ? folded.count : all[1].lowerBound
      take(first.lowerBound..<end)
      return (trimmed(first), [])
    }
    // Tonnes, live weight; Hectares, harvested area: a measure, and which of it.
    if folded.first != "(", case let all = parts(of: folded.indices), all.count > 1, let first = all.first, isMeasure(first),
      all.dropFirst().allSatisfy({ part in
        !isUnit(part) && part.count <= 24 && written[part].first(where: { !$0.isBlank })?.properties.isLowercase ?? false
      })
    {
      take(folded.indices)
      return (trimmed(first), [])
    }
    // Chained volume measures, £ million, seasonally adjusted: an amount between words of how figures were made.
    if folded.first != "(", case let all = parts(of: folded.indices), all.count > 2, case let amounts = all.filter(isAmount),
      amounts.count == 1, let own = amounts.first, own != all.first, let place = all.firstIndex(of: own), place + 1 < all.count,
      all[(place + 1)...].allSatisfy(isQuality), !all.contains(where: { $0 != own && isUnit($0) })
    {
      take((own.lowerBound - 1)..<folded.count)
      return (trimmed(own), [])
    }
    // A line or head that is a unit: 亿元, HK$ million.
    if folded.first != "(", isUnit(folded.indices),
      // M/M is a change, and no metre of one.
      words.value(.growthMarkers, HeadReading.key(String(scalars: folded))) == nil,
      // Passengers (million) names what is counted.
      !words.isCounted(String(scalars: folded.prefix { $0 != "(" }))
        || words.holds(.percentUnits, String(scalars: folded.filter { !$0.isBlank }))
    {
      take(folded.indices)
      return (trimmed(folded.indices), [])
    }
    var index = folded.count - 1
    while index > 0 {
      defer { index -= 1 }
      let closing: Unicode.Scalar? = folded[index] == ")" ? "(" : folded[index] == "]" ? "[" : nil
      guard let closing, let open = (0..<index).last(where: { folded[$0] == closing }) else { continue }
      let inner = (open + 1)..<index
      // (10 thousand persons, %)
      let several = split(inner)
      // (EUR billions and annual percentage changes)
      if open == 0, index == folded.count - 1, let end = folded.firstRange(of: Array(" and ".unicodeScalars))?.lowerBound, isUnit(1..<end) {
        take(open..<(index + 1))
        return (trimmed(1..<end), [])
      }
      // (US$ billion and percentage)
      if open > 0, let word = folded[inner].firstRange(of: Array(" and ".unicodeScalars)), isUnit(inner.lowerBound..<word.lowerBound),
        isUnit(word.upperBound..<inner.upperBound)
      {
        take(open..<(index + 1))
        return (nil, [trimmed(inner.lowerBound..<word.lowerBound), trimmed(word.upperBound..<inner.upperBound)])
      }
      if case let units = unitsOfClauses(inner), !units.isEmpty {
        take(open..<(index + 1))
        return (nil, units)
      }
      // （年末，万人）, (median, AUD '000): the unit, and what else is said.
      if several.count > 1, case let all = parts(of: inner), case let units = all.filter(isUnit), units.count == 1, let own = units.first,
        all.allSatisfy({ $0 == own || isOfTime($0) || open > 0 && !isException($0) && !trimmed($0).contains("100") })
      {
        take(own == all.first ? own.lowerBound..<all[1].lowerBound : (own.lowerBound - 1)..<own.upperBound)
        return (trimmed(own), [])
      }
      // (RMB million, unless otherwise stated)
      if several.count > 1, case let all = parts(of: inner), let first = all.first, isUnit(first) || isUnitInWords(first),
        all.dropFirst().contains(where: isException)
          || all.dropFirst().allSatisfy({ words.holds(.emptyNames, HeadReading.key(trimmed($0))) })
          || open == 0 && index == folded.count - 1 && isUnit(first)
            && !all.dropFirst().contains(where: isUnit)
      {
        take(open..<(index + 1))
        return (withoutLead(first), [])
      }
      // (2020=100, %): the base of an index, and the unit of the rest.
      let rest = parts(of: inner).filter { !trimmed($0).contains("=100") }
      if rest.count == 1, rest.count < several.count, isUnit(rest[0]) {
        take(open..<(index + 1))
        return (trimmed(rest[0]), [])
      }
      if several.count > 1, !isUnit(inner) || inner.contains(where: isSlashOfUnits), parts(of: inner).allSatisfy(isUnit) {
        take(open..<(index + 1))
        return (nil, several)
      }
      // GDP growth (annual %): the unit, and since when.
      if folded[index - 1] == "%",
        case let mark = HeadReading.key(trimmed(open + 1..<index - 1)),
        words.phrases(.growthMarkers).contains(where: { $0.phrase.key == mark }) || words.holds(.growth, mark)
          || words.value(.standingComparisons, mark) != nil
      {
        take((index - 1)..<index)
        return ("%", [])
      }
      // (% year-on-year)
      if folded[inner.lowerBound] == "%", case let mark = HeadReading.key(trimmed(inner.lowerBound + 1..<index)),
        words.phrases(.growthMarkers).contains(where: { $0.phrase.key == mark })
      {
        take(inner.lowerBound..<(inner.lowerBound + 1))
        return ("%", [])
      }
      // [Thousands of units. Detail may not add to totals]
      if let stop = inner.first(where: { folded[$0] == "." && folded[$0 + 1].isBlank && written[$0 + 2].properties.isUppercase }),
        isUnit(inner.lowerBound..<stop)
      {
        take(open..<(index + 1))
        return (withoutLead(inner.lowerBound..<stop), [])
      }
      if isUnit(inner) || isRate(inner) {
        take(open..<(index + 1))
        return (withoutLead(inner), [])
      }
      // (shipments in millions of units)
      for word in words.phrases(.danglingWords) {
        guard let start = inner.last(where: { $0 > open && folded[$0 - 1].isBlank && isAt($0, word) }),
          case let unit = (start + word.scalars.count)..<index, unit.count > 2, folded[unit.lowerBound].isBlank, isUnit(unit),
          !words.isCounted(trimmed(unit))
        else { continue }
        let text = trimmed(unit)
        take(open..<(index + 1))
        return (text, [])
      }
    }
    // Foreign trade, million EUR / %
    if let mark = folded.lastIndex(where: { ",/、".unicodeScalars.contains($0) }), folded[mark] != "/" || isSlashOfUnits(mark),
      let start = folded[..<mark].lastIndex(where: { ",:".unicodeScalars.contains($0) }), case let first = (start + 1)..<mark,
      case let last = (mark + 1)..<folded.count, isUnit(first), isUnit(last), !words.isCounted(trimmed(first)),
      trimmed(first) == "%" || trimmed(last) == "%"
    {
      let units = [trimmed(first), trimmed(last)]
      take(start..<folded.count)
      return (nil, units)
    }
    // …增长%, 增速％
    if let last = folded.lastIndex(where: { !$0.isBlank }), folded[last] == "%" || folded[last] == "‰", last > 0 {
      // Change on July 2023 in %.
      let dangling = words.phrases(.danglingWords).first { word in
        last > word.scalars.count + 2 && isAt(last - word.scalars.count - 1, word) && folded[last - 1].isBlank
          && folded[last - word.scalars.count - 2].isBlank
      }
      take((last - (dangling.map { $0.scalars.count + 1 } ?? 0))..<(last + 1))
      return (String(scalars: [folded[last]]), [])
    }
    // 31 December 2024 £m, 2023 $'000: behind a time.
    for blank in folded.indices.dropFirst(3) where folded[blank].isBlank && blank + 1 < folded.count {
      guard folded.count - blank <= 25, isUnit((blank + 1)..<folded.count), words.isLatinUnit(trimmed((blank + 1)..<folded.count)),
        // 2022 Population
        !words.isCounted(trimmed((blank + 1)..<folded.count)),
        HeadTime(code: Array(folded[..<blank]), words, times) != nil
      else { continue }
      let unit = trimmed((blank + 1)..<folded.count)
      take(blank..<folded.count)
      return (unit, [])
    }
    // Weighting in per mille, exports in € million.
    for word in words.phrases(.danglingWords) where folded.count > word.scalars.count + 4 {
      guard let start = folded.indices.last(where: { $0 > 1 && folded[$0 - 1].isBlank && isAt($0, word) }),
        case let unit = (start + word.scalars.count)..<folded.count, unit.count > 1, folded[unit.lowerBound].isBlank,
        !folded[unit].contains(where: { "()[]".unicodeScalars.contains($0) }), isUnit(unit) || isPowerOfThousand(unit),
        !words.isCounted(trimmed(unit))
      else { continue }
      let text = trimmed(unit)
      take((start - 1)..<folded.count)
      return (text, [])
    }
    // Patent grants by office, thousand; 产量，万吨.
    if let comma = folded.lastIndex(where: { $0 == "," || $0 == "/" || $0 == ":" || $0 == "_" }), comma > 0,
      isUnit((comma + 1)..<folded.count), folded[(comma + 1)...].contains("(") || !folded[(comma + 1)...].contains(")"),
      // EUR/USD is a rate.
      folded[comma] != "/" || !words.holds(.moneyCodes, String(scalars: folded[..<comma])) && !isBetweenTimes(comma)
    {
      let unit = trimmed((comma + 1)..<folded.count)
      take(comma..<folded.count)
      return (unit, [])
    }
    return (nil, [])
  }

  /// m/m, q/q: a letter for a length of time on both sides.
  private func isBetweenTimes(_ slash: Int) -> Bool {
    slash > 0 && slash + 2 == folded.count && folded[slash - 1] == folded[slash + 1]
      && (slash == 1 || !folded[slash - 2].isLatinLetter && !folded[slash - 2].isDigit)
  }

  /// € per hour, cents per kWh: so much of one of something.
  private func isRate(_ range: Range<Int>) -> Bool {
    let parts = trimmed(range).lowercased().ranges(of: " per ")
    let text = trimmed(range).lowercased()
    guard parts.count == 1, let per = parts.first, case let left = String(text[..<per.lowerBound]),
      words.isMoney(left) || words.isLatinUnit(left)
    else {
      return false
    }
    let right = text[per.upperBound...].split(separator: " ")
    return (1...3).contains(right.count) && right.allSatisfy { $0.allSatisfy { $0.isLetter || $0.isNumber } }
  }

  /// In 1 000, in 1,000,000.
  private func isPowerOfThousand(_ range: Range<Int>) -> Bool {
    let dense = folded[range].filter { !$0.isBlank && $0 != "," }
    return dense.first == "1" && [4, 7, 10].contains(dense.count) && dense.dropFirst().allSatisfy { $0 == "0" }
  }

  /// 年末 of （年末，万人）: what a bracket says beside the unit of when.
  private func isOfTime(_ range: Range<Int>) -> Bool {
    let key = HeadReading.key(trimmed(range))
    return words.holds(.ends, key) || words.holds(.emptyNames, key) || words.holds(.singleTimes, key)
  }

  /// 单位：千人；%
  private func isUnitBehind(semicolon: Int) -> Bool {
    let rest = folded[(semicolon + 1)...].prefix { !"。;,、)(".unicodeScalars.contains($0) }
    return isUnit((semicolon + 1)..<rest.endIndex)
  }

  /// 单位：万元　币种：人民币: behind the blank another label begins.
  private func isLabel(after blank: Int) -> Bool {
    guard folded[blank].isBlank, let colon = folded[(blank + 1)...].firstIndex(of: ":") else { return false }
    let words = folded[(blank + 1)..<colon].drop(while: \.isBlank)
    return (1...6).contains(words.count) && words.allSatisfy { $0.isHan || $0.isLatinLetter }
  }

  /// (in millions), (amounts in millions)
  private func withoutLead(_ range: Range<Int>) -> String {
    func behindLead(_ start: Int) -> Int? {
      words.phrases(.danglingWords).first { folded[start..<range.upperBound].starts(with: $0.scalars + [" "]) }
        .map { start + $0.scalars.count + 1 }
    }
    let blank = folded[range].firstIndex(where: \.isBlank) ?? range.upperBound
    let noun = String(scalars: folded[range.lowerBound..<blank])
    let isNoun = [noun, noun.hasSuffix("s") ? String(noun.dropLast()) : noun].contains {
      words.holds(.valueHeads, $0) || words.holds(.bareMeasures, $0)
    }
    let start = behindLead(range.lowerBound) ?? (isNoun && blank < range.upperBound ? behindLead(blank + 1) : nil)
    return trimmed((start ?? range.lowerBound)..<range.upperBound)
  }

  /// In millions of dollars.
  private func isUnitInWords(_ range: Range<Int>) -> Bool {
    words.isLatinUnit(withoutLead(range)) && withoutLead(range) != trimmed(range)
  }

  /// Unless otherwise stated, 另有指明者除外.
  private func isException(_ range: Range<Int>) -> Bool {
    let part = Array(folded[range])
    return words.phrases(.unitExceptions).contains { part.place(of: $0.scalars) != nil }
  }

  /// Whether a Latin word that takes something out begins behind a blank.
  private func isException(at index: Int) -> Bool {
    index > 0 && folded[index].isLatinLetter && folded[index - 1].isBlank
      && words.phrases(.unitExceptions).contains { isAt(index, $0) && isWord(index..<(index + $0.scalars.count)) }
  }

  /// Whether a part says how many, how much money or per cent, and neither who nor what: £ billion, thousands, percent.
  private func isAmount(_ range: Range<Int>) -> Bool {
    let text = trimmed(range).lowercased()
    guard isUnit(range), !text.unicodeScalars.contains(where: \.isHan), !words.isCounted(text) else { return false }
    return words.scale(in: text) != nil || words.holds(.percentUnits, text.filter { $0 != " " }) || text == "%"
      || text.unicodeScalars.contains { "$€£¥₹₩".unicodeScalars.contains($0) }
  }

  /// Whether a part is one word in which amounts are measured and no things counted: tonnes.
  private func isMeasure(_ range: Range<Int>) -> Bool {
    let text = trimmed(range).lowercased()
    return text.unicodeScalars.count > 4 && text.unicodeScalars.allSatisfy { $0.isLatinLetter || $0 == "-" } && !words.isCounted(text)
      && !words.holds(.percentUnits, text) && !words.isScale(text) && isUnit(range)
  }

  /// Whether a part says how figures were made, and not of what: seasonally adjusted, current prices.
  private func isQuality(_ range: Range<Int>) -> Bool {
    let text = trimmed(range).lowercased()
    return words.holds(.emptyNames, HeadReading.key(text)) || words.phrases(.unitQualities).contains { text.hasSuffix($0.text) }
  }

  private func split(_ range: Range<Int>) -> [String] { parts(of: range).map(trimmed) }

  /// What commas part, and words such as unless in front; blanks alone left out.
  private func parts(of range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = range.lowerBound
    for index in range.lowerBound...range.upperBound {
      let isMark = index == range.upperBound || "、,;，".unicodeScalars.contains(folded[index]) || isSlashOfUnits(index)
      guard isMark || isException(at: index) else { continue }
      if !trimmed(start..<index).isEmpty { found.append(start..<index) }
      start = isMark ? index + 1 : index
    }
    return found
  }

  /// Million EUR / %: a slash between two units, one of which is per cent; US$ / tonne is one.
  private func isSlashOfUnits(_ index: Int) -> Bool {
    guard index > 0, index + 2 < folded.count, folded[index] == "/", folded[index - 1].isBlank, folded[index + 1].isBlank else {
      return false
    }
    return folded[(index + 2)...].first == "%" || folded[..<(index - 1)].last == "%"
  }

  /// Numbers in thousands; rates in percent: the units of clauses, each behind what it is of.
  private func unitsOfClauses(_ range: Range<Int>) -> [String] {
    let clauses = folded[range].split(whereSeparator: { ";,".unicodeScalars.contains($0) }).map(\.indices)
    guard clauses.count > 1 else { return [] }
    let units = clauses.compactMap { clause -> String? in
      for word in words.phrases(.danglingWords) {
        guard let start = clause.first(where: { $0 > clause.lowerBound + 2 && folded[$0 - 1].isBlank && isAt($0, word) }),
          case let unit = (start + word.scalars.count)..<clause.upperBound, unit.count > 1, folded[unit.lowerBound].isBlank, isUnit(unit)
        else { continue }
        return trimmed(unit)
      }
      return nil
    }
    return units.count == clauses.count ? units : []
  }

  func trimmed(_ range: Range<Int>) -> String {
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
    if dense == ["%"] || dense == ["‰"] || dense == ["±", "%"] || words.holds(.perMilleUnits, String(scalars: dense)) { return true }
    // 万TEU, 亿kWh
    let multiplier = dense.prefix { "十百千万亿億兆".unicodeScalars.contains($0) }
    if words.holds(.hanUnits, String(scalars: dense[multiplier.count...])), multiplier.count > 0 || dense.count > 1 { return true }
    // 十亿港元
    if multiplier.count > 1, isWholeUnit(Array(dense[(multiplier.count - 1)...])) { return true }
    if !multiplier.isEmpty, multiplier.count < dense.count, dense[multiplier.count].isLatinLetter,
      words.isLatinUnit(String(scalars: dense[multiplier.count...]))
    {
      return true
    }
    // M2 is money, m2 an area.
    if dense.count == 2, dense[0] == "m", dense[1].isDigit, written[range].contains("M") { return false }
    // 2024年 is a time.
    if dense.contains(where: \.isDigit), dense.contains("年") || dense.allSatisfy(\.isDigit) { return false }
    // (年), (月) in a head of times.
    if dense.count == 1, "年月日季".unicodeScalars.contains(dense[0]) {
      // 平均审理期限（月）
      let before = HeadReading.key(String(scalars: folded[..<max(0, range.lowerBound - 1)]))
      return dense[0] == "年" && range.lowerBound > 3 || words.ends(before, with: .durations) && !words.holds(.periodHeads, before)
    }
    if let per = words.phrases(.perLeads).first(where: { dense.starts(with: $0.scalars) }),
      isWholeUnit(Array(dense.dropFirst(per.scalars.count)))
    {
      return true
    }
    return isWholeUnit(dense) || words.isLatinUnit(String(scalars: folded[range].drop(while: \.isBlank).withoutPowerOfTen))
  }
}

extension ArraySlice<Unicode.Scalar> {
  /// 10 thousand persons, 1,000 t, 10 000 tons: without how many of the unit are counted together.
  fileprivate var withoutPowerOfTen: ArraySlice {
    guard first == "1" else { return self }
    let rest = dropFirst().drop { $0 == "0" || $0 == "," || $0.isBlank }
    return rest.startIndex > startIndex + 1 && !rest.isEmpty && self[rest.startIndex - 1].isBlank ? rest : self
  }
}
