import Articles
import Lingua

/// What a column of row heads holds, by its own head.
enum HeadRole: Hashable {
  case serial, unit, area, period, indicator, category, note, value

  private static let lists: [(TableWords.List, HeadRole)] = [
    (.serialHeads, .serial), (.unitHeads, .unit), (.areaHeads, .area), (.bodyHeads, .area), (.periodHeads, .period),
    (.indicatorHeads, .indicator),
    (.productHeads, .indicator), (.categoryHeads, .category), (.noteHeads, .note), (.valueHeads, .value),
  ]

  /// - Parameter head: half-width, simplified, lower case, without blanks.
  init?(_ head: String, _ words: TableWords) {
    guard !head.isEmpty else { return nil }
    if let found = Self.lists.first(where: { words.holds($0.0, head) }) {
      self = found.1
      return
    }
    // geo\time, 地区\年份: what stands below it, and what beside.
    if let slash = head.firstIndex(of: "\\"), let role = HeadRole(String(head[..<slash]), words) {
      self = role
      return
    }
    // 附注五, 附注七、1, Note 5.
    if let note = words.phrases(.noteHeads).first(where: { head.hasPrefix($0.key) }), Self.isNumber(head.dropFirst(note.key.count)) {
      self = .note
      return
    }
    // 按行业分, 按登记注册类型分组.
    let isGrouping =
      words.phrases(.groupingLeads).contains { head.hasPrefix($0.key) } && words.phrases(.groupingEnds).contains { head.hasSuffix($0.key) }
    if isGrouping {
      self = .category
      return
    }
    guard let ending = words.phrases(.headEndings).first(where: { head.hasSuffix($0.phrase.key) }) else { return nil }
    switch ending.value {
    case "area": self = .area
    case "period": self = .period
    // 名称及编号 names as well.
    case "serial":
      self = words.phrases(.headEndings).contains { $0.value == "indicator" && head.contains($0.phrase.key) } ? .indicator : .serial
    case "note": self = .note
    case "category": self = words.phrases(.headEndings).contains { $0.value == "area" && head.contains($0.phrase.key) } ? .area : .category
    default: self = words.phrases(.headEndings).contains { $0.value == "area" && head.contains($0.phrase.key) } ? .area : .indicator
    }
  }
}

extension HeadRole {
  /// 五, 七、1, (3): the number of a note.
  private static func isNumber(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.count <= 12
      && text.unicodeScalars.allSatisfy { $0.isDigit || "一二三四五六七八九十、.()-".unicodeScalars.contains($0) }
  }

  /// Country of residence, year of application or grant: in English the first words are the ones that count.
  init?(heading text: String, _ words: TableWords) {
    let lower = text.lowercased()
    guard !lower.unicodeScalars.contains(where: \.isHan) else { return nil }
    let stops = words.phrases(.headStops).map { " \($0.text) " } + [" ("]
    guard let end = stops.compactMap({ lower.firstRange(of: $0)?.lowerBound }).min(), end > lower.startIndex else { return nil }
    self.init(HeadReading.key(String(lower[..<end])), words)
  }
}

extension TableWords {
  /// (亿元) aside, whether a text is a unit in Latin letters: US$ million, thousand persons.
  func isLatinUnit(_ text: some StringProtocol) -> Bool {
    // Rs. crore, US$ mn.
    let parts = text.lowercased().split(whereSeparator: { " /()".contains($0) }).map {
      (3...4).contains($0.count) && $0.last == "." ? $0.dropLast() : $0
    }
    guard !parts.isEmpty, parts.count <= 6 else { return false }
    if parts.count == 2, text.contains("/"), parts.allSatisfy({ holds(.moneyCodes, String($0)) }) { return false }
    // US dollars in millions.
    let isOfNation = parts.dropFirst().contains { holds(.dollars, String($0)) }
    return parts.allSatisfy {
      holds(.units, String($0)) || isMoneyWithScale(String($0)) || isOfNation && holds(.moneyNations, String($0))
    }
  }

  /// A sign of money and nothing else.
  func isMoney(_ text: String) -> Bool {
    text.unicodeScalars.count == 1 && text.unicodeScalars.allSatisfy { "$€£¥₹₩".unicodeScalars.contains($0) }
  }

  /// $m, £bn, a$'000: a sign of money and how many of it.
  private func isMoneyWithScale(_ text: String) -> Bool {
    guard let sign = text.lastIndex(where: { "$€£¥₹₩".contains($0) }) else { return false }
    let money = String(text[...sign])
    return (money.count == 1 || holds(.units, money)) && holds(.scaleSigns, String(text[text.index(after: sign)...]))
  }

  /// The month in which years of business begin where a money is that of one country only: ₹ of India.
  func yearStart(ofMoneyIn texts: some Sequence<String>) -> Int? {
    for text in texts {
      for (money, month) in phrases(.yearsOfMoney) where text.contains(money.text) { return Int(month) }
    }
    return nil
  }

  /// Whether a unit says how many and not of what: millions.
  func isScale(_ unit: String) -> Bool { holds(.scales, unit.lowercased()) }

  /// The word of a unit that says how many: Millions of Dollars in Millions.
  func scale(in unit: String) -> String? {
    unit.split { !$0.isLetter }.map(String.init).first(where: isScale)
  }

  /// Whether a text of Latin letters names what is counted, though units are made of its words: population, per capita.
  func isCounted(_ text: some StringProtocol) -> Bool {
    text.lowercased().split(whereSeparator: { " /()".contains($0) }).allSatisfy { holds(.unitNouns, String($0)) }
  }

  /// Whether a key ends with a member.
  func ends(_ key: String, with list: List) -> Bool { phrases(list).contains { key.hasSuffix($0.key) } }
  func contains(_ list: List, in key: String) -> Bool { phrases(list).contains { key.contains($0.key) } }

  /// Whether a text holds a member: Chinese ones anywhere, those in Latin letters as words.
  func names(_ list: List, in text: String) -> Bool {
    let key = HeadReading.key(text)
    let parts = Set(text.lowercased().split { !$0.isLetter }.map(String.init))
    return phrases(list).contains { phrase in
      phrase.scalars.contains(where: \.isHan) ? key.contains(phrase.key) : parts.contains(phrase.text)
    }
  }
}
