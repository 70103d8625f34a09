import Articles
import Extraction
import Indicators
import Lingua

/// A title, a caption or another line above a table.
struct TitleReading {
  var units: [String]
  var time: HeadTime?
  var area: NamedPlace?
  /// 某某电气股份有限公司2018年年度报告: the body that it names first.
  var body: String?
  var measure: String?
  /// Where it says nothing but from when all figures are changes.
  var change: HeadReading?
  /// Real GDP: Percent change from preceding quarter: the part of it that says so.
  var changePart: HeadReading?

  /// Employment by sector: percentage distribution.
  var isOfShares = false
  /// Women, of a line such as Sex: Women: a part of what a title measures.
  var part: String?

  init(_ text: String, _ words: TableWords, places: PlaceNames, _ times: TimeHabits) {
    if let pairs = TitlePairs(text, words) {
      let label = words.phrases(.unitLabels).first?.text ?? ""
      let told = pairs.unit.map { HeadReading(label + ": " + $0, words, times) }
      units = told.map { $0.units.isEmpty ? $0.unit.map { [$0] } ?? [] : $0.units } ?? []
      time = pairs.time.flatMap { HeadReading($0, words, times).time }
      area = pairs.place.flatMap { PlaceInTitle(Substring($0).description, places)?.place }
      part = pairs.parts.isEmpty ? nil : pairs.parts.joined(separator: text.unicodeScalars.contains(where: \.isHan) ? "" : ", ")
      return
    }
    // Area: U.S. city average.
    let parts = text.split(maxSplits: 1) { $0 == ":" || $0 == "：" }
    if parts.count == 2, HeadRole(HeadReading.key(String(parts[0])), words) == .area,
      case let place = PlaceInTitle(parts[1].drop { $0 == " " }.description, places)?.place,
      place != nil || Self.unlistedPlace(text, words) == nil
    {
      units = []
      area = place
      return
    }
    // 编制单位：某某公司.
    if parts.count == 2, words.holds(.bodyLabels, HeadReading.key(String(parts[0]))) {
      units = []
      body = String(parts[1]).trimmed
      return
    }
    var written = times.eras.inYears(Array(withoutLabel(RowLabel(text, words).words, words).unicodeScalars), words).withoutTranslation
    // Real GDP, annual percent change, unless noted otherwise.
    let bare = Self.withoutException(written, words)
    if bare.count < written.count, Self.changePart(of: String(scalars: bare), words, times) != nil { written = bare }
    if let part = Self.changePart(of: String(scalars: written), words, times) {
      changePart = part.reading
      written = Array(part.rest.unicodeScalars)
    }
    // 百分率 Per cent
    if written.contains(where: \.isHan), words.holds(.percentUnits, HeadReading.key(String(scalars: written))) {
      units = ["%"]
      return
    }
    var scan = HeadScan(written, words, times)
    let (unit, several) = scan.takeUnit()
    units = several.isEmpty ? unit.map { [$0] } ?? [] : several
    time = scan.takeTimes() ?? HeadTime(code: scan.visible(lowercased: true), words, times)
    var rest = scan.rest()
    for lead in words.phrases(.titleLeads) where HeadReading.key(rest).hasPrefix(lead.key) { rest = rest.removingFolded(lead) }
    let whole = HeadReading(Self.firstSentence(text), words, times)
    if whole.kind == .change, whole.name.isEmpty, units.count < 2 {
      change = whole
      return
    }
    // Business survey: percentage of firms.
    if units.isEmpty, let part = Self.sharePart(of: text, words, times) {
      units = ["%"]
      isOfShares = words.holds(.shareWords, HeadReading.key(part))
      rest = rest.replacing(part, with: "", maxReplacements: 1).trimmed
      while let last = rest.last, ":：(（-–—, ".contains(last) { rest.removeLast() }
    }
    // % of labour force: the unit, and of what.
    if whole.kind == .share, whole.name.isEmpty, whole.scope != nil, time == nil, units.isEmpty,
      words.names(.percentHeads, in: text) || text.contains("%")
    {
      units = ["%"]
      return
    }
    let plain = rest.filter { !"()（） ".contains($0) }
    if units.count == 1, let unit = units.first, !plain.isEmpty {
      // 单位：%（按月变动）: behind the unit, how all figures are changes.
      let told = HeadReading("\(plain)(\(unit))", words, times)
      if told.kind == .change, told.name.isEmpty {
        change = told
        return
      }
    }
    if let body = Self.body(in: rest, words) ?? Self.reportingBody(in: text, words, times) {
      // The full stop of Inc. is that of the word.
      let isShort = body.split(separator: " ").last.map { words.holds(.bodyEndings, $0.lowercased() + ".") } ?? false
      self.body = isShort && text.contains(body + ".") ? body + "." : body
      measure = Self.measure(rest.replacing(body, with: "", maxReplacements: 1), words)
      return
    }
    if let place = PlaceWithState(rest, words), Self.unlistedPlace(rest, words) == nil {
      area = NamedPlace(unlisted: place.words)
      measure = Self.measure(Self.without(place.words, rest), words)
      return
    }
    if wholePlace(rest, places) == nil, let place = Self.unlistedPlace(rest, words) {
      area = place
      return
    }
    // 截至 2024年9月底 云岭省: what the time leaves in front.
    if time != nil,
      let noise = words.phrases(.titleNoise).first(where: {
        ($0.scalars.first?.isHan ?? false) && Array(rest.unicodeScalars).folded.starts(with: $0.scalars)
      }),
      rest.unicodeScalars.count > noise.scalars.count + 2, wholePlace(rest, places) == nil
    {
      rest = String(scalars: rest.unicodeScalars.dropFirst(noise.scalars.count))
    }
    let found = PlaceInTitle(rest, places)
    if found == nil, let office = PlaceOfOffice(rest, words) {
      area = office.place
      measure = office.rest.isEmpty ? nil : Self.measure(office.rest, words)
      return
    }
    if found == nil, let end = placeAtEnd(of: rest, words) {
      area = end.place
      measure = Self.measure(end.rest, words)
      return
    }
    area = found?.place
    measure = Self.measure(found.map { Self.without($0.words, rest) } ?? rest, words)
  }

  /// Exports of goods, EU, by partner: without the place and the comma behind it.
  private static func without(_ place: String, _ text: String) -> String {
    let rest = text.replacing(place, with: "", maxReplacements: 1)
    return ["、", ",", "，"].reduce(rest) { $0.replacing("\($1) \($1)", with: $1).replacing("\($1)\($1)", with: $1) }
  }

  /// (Percent change. Estimates are adjusted.) without what a bracket says behind its first sentence.
  private static func firstSentence(_ text: String) -> String {
    guard text.first.map({ "([（".contains($0) }) ?? false, let stop = text.firstRange(of: ". ") else { return text }
    return text[..<stop.lowerBound] + ")"
  }

  /// Without the clause at the end that says where what stands before does not hold.
  private static func withoutException(_ text: [Unicode.Scalar], _ words: TableWords) -> [Unicode.Scalar] {
    guard let comma = text.lastIndex(where: { ",，".unicodeScalars.contains($0) }),
      case let clause = text[(comma + 1)...].map(\.lowercasedHalfWidth.simplified), clause.count < 60,
      words.phrases(.unitExceptions).contains(where: { clause.drop(while: \.isBlank).starts(with: $0.scalars) })
    else { return text }
    let isClosed = text.last.map { $0.halfWidth == ")" } ?? false && text.first?.halfWidth == "("
    return Array(text[..<comma]) + (isClosed ? text.suffix(1) : [])
  }

  /// Atlantic County: a line that is the name of a place and nothing else.
  private static func unlistedPlace(_ text: String, _ words: TableWords) -> NamedPlace? {
    let parts = text.split(separator: " ")
    func isName(_ word: Substring) -> Bool {
      word.first?.isUppercase ?? false && word.allSatisfy { $0.isLetter || "'-–.,".contains($0) }
    }
    // Guayama, PR Metropolitan Statistical Area: what stands before a colon.
    let name = text.firstRange(of: ": ").map { String(text[..<$0.lowerBound]) } ?? text
    if let ending = words.phrases(.placeEndings).first(where: { $0.text.contains(" ") && name.lowercased().hasSuffix(" " + $0.text) }),
      name.dropLast(ending.text.count).split(separator: " ").allSatisfy(isName)
    {
      return NamedPlace(unlisted: name)
    }
    guard (2...4).contains(parts.count), parts.allSatisfy({ $0.first?.isUppercase ?? false && $0.allSatisfy { $0.isLetter || $0 == "'" } }),
      let last = parts.last, words.holds(.placeEndings, last.lowercased())
    else { return nil }
    return NamedPlace(unlisted: text)
  }

  /// The part behind a colon or a dash, or in brackets, that is a change and nothing else, and what stands before it.
  private static func changePart(of text: String, _ words: TableWords, _ times: TimeHabits) -> (reading: HeadReading, rest: String)? {
    // (Real GDP, annual percent change)
    let isInBrackets = text.first.map { "(（".contains($0) } ?? false && text.last.map { ")）".contains($0) } ?? false
    let text = isInBrackets ? String(text.dropFirst().dropLast()) : text
    for mark in [": ", "：", " - ", " – ", "—", "（", " (", ", "] {
      guard let found = text.ranges(of: mark).last else { continue }
      let part = text[found.upperBound...].filter { !")）".contains($0) }
      let reading = HeadReading(part, words, times)
      if reading.kind == .change, reading.name.isEmpty { return (reading, String(text[..<found.lowerBound])) }
    }
    // Retail sales, percentage change, Great Britain
    let parts = text.split(separator: ", ").map(String.init)
    for place in parts.indices.dropFirst().dropLast() {
      let reading = HeadReading(parts[place], words, times)
      guard reading.kind == .change, reading.name.isEmpty else { continue }
      return (reading, (parts[..<place] + parts[(place + 1)...]).joined(separator: ", "))
    }
    return nil
  }

  /// The part behind a colon that is a share in per cent and nothing else.
  private static func sharePart(of text: String, _ words: TableWords, _ times: TimeHabits) -> String? {
    guard let found = text.ranges(of: ": ").last, case let part = String(text[found.upperBound...]),
      part.contains("%") || words.names(.percentWords, in: part)
    else { return nil }
    let reading = HeadReading(part, words, times)
    let isDistribution = words.holds(.shareWords, HeadReading.key(part))
    return reading.kind == .share && reading.name.isEmpty && (reading.scope != nil || isDistribution) ? part : nil
  }

  /// The name of a body that a text begins with. A place within it says where it sits and not whose the figures are.
  private static func body(in text: String, _ words: TableWords) -> String? {
    let scalars = Array(text.unicodeScalars)
    // Northwind Instruments Inc. reports …
    if let first = scalars.first, first.isLatinLetter {
      let folded = scalars.map(\.lowercasedHalfWidth)
      return words.phrases(.bodyEndings).lazy.compactMap { ending -> String? in
        folded.indices.dropFirst(2).prefix(60).first {
          folded[$0 - 1].isBlank && folded[$0...].starts(with: ending.scalars)
            && ($0 + ending.scalars.count == folded.count || !folded[$0 + ending.scalars.count].isLatinLetter)
        }.map { String(scalars: scalars[..<($0 + ending.scalars.count)]) }
      }.first { name in
        name.split(separator: " ").allSatisfy { word in
          word.first?.isUppercase ?? false || ["&", "and", "of"].contains(word) || words.holds(.bodyEndings, word.lowercased())
        }
      }
    }
    let name = scalars.prefix { $0.isHan || "()（）".unicodeScalars.contains($0) }
    let folded = Array(name).folded
    for length in folded.indices.dropFirst(3).prefix(30) {
      guard let ending = words.phrases(.bodyEndings).first(where: { folded[length...].starts(with: $0.scalars) }) else { continue }
      let end = length + ending.scalars.count
      // 上市公司, 各类公司 are many.
      guard !words.phrases(.bodyKinds).contains(where: { folded[..<end].suffix($0.scalars.count).elementsEqual($0.scalars) }),
        !words.phrases(.bodyHeads).contains(where: {
          folded[..<end].suffix($0.scalars.count).elementsEqual($0.scalars) && $0.scalars.count > 2
        })
      else { return nil }
      return String(scalars: name.prefix(end))
    }
    return nil
  }

  /// TSMC 4Q24 Management Report: who stands before the time of what only companies report.
  private static func reportingBody(in text: String, _ words: TableWords, _ times: TimeHabits) -> String? {
    let parts = text.split(separator: " ").map(String.init)
    guard (3...14).contains(parts.count) else { return nil }
    for end in 1...min(4, parts.count - 2) {
      guard case let name = parts[end - 1], name.first?.isUppercase ?? false, name.allSatisfy({ $0.isLetter || "&.-'".contains($0) }),
        !words.holds(.reportLeads, name.lowercased())
      else { return nil }
      for length in [2, 1] where end + length < parts.count {
        let code = Array(parts[end..<(end + length)].joined(separator: " ").unicodeScalars).map(\.lowercasedHalfWidth)
        guard HeadTime(code: code, words, times) != nil else { continue }
        let told = parts[(end + length)...].joined(separator: " ").lowercased()
        return words.phrases(.companyReports).contains { told.hasPrefix($0.text) } ? parts[..<end].joined(separator: " ") : nil
      }
    }
    return nil
  }

  private static func measure(_ text: some StringProtocol, _ tableWords: TableWords) -> String? {
    var scalars = Array(text.unicodeScalars)
    // Patent grants by office.
    let lower = String(scalars: scalars.map(\.lowercasedHalfWidth))
    for by in tableWords.phrases(.breakdowns) {
      guard let found = lower.firstRange(of: " \(by.text) "),
        lower[..<found.lowerBound].last == "," || isBreakdown(lower[found.upperBound...], tableWords)
      else { continue }
      scalars = Array(scalars.prefix(lower[..<found.lowerBound].unicodeScalars.count))
      break
    }
    // (based on seasonally adjusted data) says how figures were made.
    if let first = scalars.first?.halfWidth, let last = scalars.last?.halfWidth, first == "(" && last == ")" || first == "[" && last == "]"
    {
      return nil
    }
    scalars = withoutCountOfPlaces(withoutGrouping(withoutSource(scalars, tableWords), tableWords), tableWords)
    // in CPI: what percent changes leave.
    if let lead = tableWords.phrases(.danglingLeads).first(where: { scalars.map(\.lowercasedHalfWidth).starts(with: $0.scalars + [" "]) }) {
      scalars.removeFirst(lead.scalars.count + 1)
    }
    var words = String(scalars: scalars)
    let isHan = scalars.contains(where: \.isHan)
    for word in tableWords.phrases(.continued) where HeadReading.key(words).hasSuffix(word.key) {
      words = words.removingFolded(word)
      break
    }
    let key = HeadReading.key(words)
    if tableWords.contains(.broadTitles, in: key) || tableWords.holds(.tableLabels, key) { return nil }
    // Consumer price index (2015=100).
    func hasBase(_ key: String) -> Bool { key.contains("=100") || tableWords.phrases(.baseCloses).contains { key.contains($0.key) } }
    if hasBase(key), let open = words.lastIndex(where: { "(（[".contains($0) }), open > words.startIndex,
      let close = words[open...].firstIndex(where: { ")）]".contains($0) }), hasBase(HeadReading.key(String(words[open..<close])))
    {
      return measure(words[..<open] + words[words.index(after: close)...], tableWords)
    }
    // Production in industry, index 2021=100, seasonally adjusted: what stands before the base.
    if !isHan, key.contains("=100"), case let parts = words.split(separator: ", ").map(String.init), parts.count > 1,
      let base = parts.firstIndex(where: { hasBase(HeadReading.key($0)) }), base > 0
    {
      return measure(parts[..<base].joined(separator: ", "), tableWords)
    }
    // 1982-84=100, not seasonally adjusted, all items.
    if key.contains("=100") || tableWords.holds(.emptyNames, key) || tableWords.holds(.totals, key) { return nil }
    if !isHan { words = withoutRemarks(words, tableWords) }
    if isHan { for word in tableWords.phrases(.titleNoise) { words = words.removingFolded(word) } }
    // What two dates leave: and.
    if !isHan, words.split(whereSeparator: { !$0.isLetter }).allSatisfy({ tableWords.holds(.conjunctions, $0.lowercased()) }) { return nil }
    let reading = HeadScan(Array(words.unicodeScalars), tableWords).rest()
    guard reading.unicodeScalars.count >= 2, reading.unicodeScalars.count <= (isHan ? 40 : 90) else { return nil }
    return reading
  }
}

/// Consumer Price Index, major components – Not seasonally adjusted without the parts at its end that say nothing of what is measured.
private func withoutRemarks(_ text: String, _ words: TableWords) -> String {
  for mark in [" – ", " - ", " — ", ", "] {
    guard let found = text.ranges(of: mark).last, case let part = String(text[found.upperBound...]).lowercased(),
      words.holds(.titleNoise, HeadReading.key(part)) || mark != ", " && words.holds(.emptyNames, HeadReading.key(part))
    else { continue }
    return withoutRemarks(String(text[..<found.lowerBound]), words)
  }
  return text
}

/// 2023年1-10月　来源：某局 without what says where the figures come from.
private func withoutSource(_ text: [Unicode.Scalar], _ words: TableWords) -> [Unicode.Scalar] {
  let folded = text.folded
  guard let colon = folded.firstIndex(of: ":") else { return text }
  for lead in words.phrases(.noteStarts) where lead.scalars.count > 1 {
    let start = colon - lead.scalars.count
    guard start >= 0, folded[start..<colon].elementsEqual(lead.scalars), start == 0 || !folded[start - 1].isLatinLetter else { continue }
    return Array(text[..<start])
  }
  return text
}

/// 外銷訂單－按貨品別年增率 without what parts its figures: 按…别, 按…分.
private func withoutGrouping(_ text: [Unicode.Scalar], _ words: TableWords) -> [Unicode.Scalar] {
  let folded = text.folded
  for lead in words.phrases(.groupingLeads) {
    // 按年变动百分率，按零售商类别: the one behind which a word of grouping stands.
    for start in folded.indices where folded[start...].starts(with: lead.scalars) {
      let rest = folded[(start + lead.scalars.count)...].prefix(12)
      for end in rest.indices.dropFirst(2) where rest[rest.startIndex..<end].allSatisfy(\.isHan) {
        guard let word = words.phrases(.groupingEnds).first(where: { folded[end...].starts(with: $0.scalars) }) else { continue }
        var next = end + word.scalars.count
        // 按零售商类别划分.
        if let further = words.phrases(.groupingEnds).first(where: { folded[next...].starts(with: $0.scalars) }) {
          next += further.scalars.count
        }
        // 分布 and 分析 are no 分.
        if next < folded.count, words.phrases(.breakdownStops).contains(where: { folded[next...].starts(with: $0.scalars) }) { continue }
        var low = start
        while low > 0, text[low - 1].isBlank || "－-—–".unicodeScalars.contains(text[low - 1]) { low -= 1 }
        while next < folded.count, text[next].isBlank { next += 1 }
        return Array(text[..<low] + text[next...])
      }
    }
  }
  return text
}

/// 70个大中城市新建商品住宅销售价格指数 without how many places it is of.
func withoutCountOfPlaces(_ text: [Unicode.Scalar], _ words: TableWords) -> [Unicode.Scalar] {
  let folded = text.folded
  for start in folded.indices where folded[start].isDigit && (start == 0 || !folded[start - 1].isDigit) {
    let digits = folded[start...].prefix(while: \.isDigit)
    guard digits.count <= 3, digits.endIndex < folded.count, folded[digits.endIndex] == "个",
      let group = words.phrases(.placeGroups).first(where: { folded[(digits.endIndex + 1)...].starts(with: $0.scalars) })
    else { continue }
    return Array(text[..<start] + text[(digits.endIndex + 1 + group.scalars.count)...])
  }
  return text
}

/// Whether English words behind “by” say what figures are parted by, reporting country and age groups, rather than belong to a name: rail.
private func isBreakdown(_ text: Substring, _ words: TableWords) -> Bool {
  let lists: [TableWords.List] = [
    .areaHeads, .bodyHeads, .periodHeads, .indicatorHeads, .productHeads, .categoryHeads, .breakdownWords,
  ]
  return text.prefix { $0 != "," && $0 != "(" }.split { !$0.isLetter }.prefix(6).contains { word in
    let forms = [
      String(word), word.hasSuffix("ies") ? word.dropLast(3) + "y" : word.hasSuffix("s") ? String(word.dropLast()) : String(word),
    ]
    return forms.contains { form in lists.contains { words.holds($0, form) } }
  }
}

extension String {
  /// How many scalars it has without what says the same in English again.
  var lengthOfTitle: Int {
    let count = unicodeScalars.count
    return count <= 60 || count > 240 ? count : Array(unicodeScalars).withoutTranslation.count
  }

  /// Without a word, found half-width and simplified.
  func removingFolded(_ phrase: TableWords.Phrase) -> String {
    let written = Array(unicodeScalars)
    let folded = written.folded
    let word = phrase.scalars
    guard folded.count >= word.count, let first = word.first else { return self }
    for start in 0...(folded.count - word.count) where folded[start] == first && folded[start..<(start + word.count)].elementsEqual(word) {
      return String(scalars: written[..<start] + written[(start + word.count)...])
    }
    return self
  }
}
