import Articles
import Indicators
import Lingua

/// Cuts the text of a block into numbers with units, times, places, closed words and the rest.
struct Tokenizer {
  /// Half-width and simplified; offsets are those of the block's text.
  let text: [Unicode.Scalar]
  /// As written, for units.
  let written: [Unicode.Scalar]
  var tokens: [Token] = []
  let times: TimeScanner
  let places: PlaceNames
  let words: Lexicon
  let prose: ProseWords
  let closed: ClosedWords

  /// Signs that open a name, or stand before digits, where no other word does.
  private let namingSigns: [Unicode.Scalar]

  private init(_ written: [Unicode.Scalar], _ language: ChineseKnowledge, hasRepublicYears: Bool) {
    namingSigns = (language.prose.names.openingSigns + language.prose.names.signsBeforeDigits).compactMap(\.unicodeScalars.first)
    places = language.places
    words = language.words
    prose = language.prose
    closed = language.closed
    self.written = written
    text = written.folded
    times = TimeScanner(text: text, limit: text.count, hasRepublicYears: hasRepublicYears)
  }

  static func tokens(of written: [Unicode.Scalar], _ language: ChineseKnowledge, hasRepublicYears: Bool) -> [Token] {
    var tokenizer = Tokenizer(written, language, hasRepublicYears: hasRepublicYears)
    tokenizer.run()
    tokenizer.markRatios()
    tokenizer.markPositions()
    tokenizer.markLabels()
    tokenizer.splitVerbs()
    tokenizer.splitGroups(language.measures)
    tokenizer.markCounties()
    return tokenizer.tokens
  }

  private mutating func run() {
    tokens.reserveCapacity(text.count / 2)
    var index = listNumber()
    while index < text.count {
      let scalar = text[index]
      if scalar.isBlank || scalar.isLineEnd {
        index += 1
        continue
      }
      index = step(at: index, scalar)
    }
  }

  /// 一、, （二）, 1. and ① in front of a paragraph: marks of a list, as a border in front of what they number.
  ///
  /// - Returns: where the text begins.
  private mutating func listNumber() -> Int {
    var index = times.skipBlanks(0)
    let start = index
    guard index < text.count else { return index }
    let isBracketed = text[index] == "("
    if isBracketed { index += 1 }
    let first = index
    while index < text.count, index - first < 3, text[index].isDigit || NumeralCharacter(text[index]) != nil && text[index] != "两" {
      index += 1
    }
    if index == first, (0x2460...0x2473).contains(text[index].value) { return add(.punctuation(.colon), start..<(index + 1)) }
    guard index > first, index < text.count else { return start }
    // 一、二季度: the number begins a list of its own.
    if !text[first].isDigit, index + 1 < text.count, text[index] == "、", NumeralCharacter(text[index + 1]) != nil { return start }
    if isBracketed { return text[index] == ")" ? add(.punctuation(.colon), start..<(index + 1)) : start }
    let isPoint = text[index] == "." && text[first].isDigit && (index + 1 >= text.count || !text[index + 1].isDigit)
    return text[index] == "、" || isPoint ? add(.punctuation(.colon), start..<(index + 1)) : start
  }

  /// Q3毛利率, 2025H1, 24Q3单季: a quarter or half year by its sign, with its year in front or without.
  private func codedPart(at index: Int) -> (TimeExpression, Int)? {
    var at = index
    while at < text.count, at - index < 4, text[at].isDigit { at += 1 }
    let digits = at - index
    guard [0, 2, 4].contains(digits), at + 1 < text.count, index == 0 || !text[index - 1].isLatinLetter && !text[index - 1].isDigit,
      text[at] == "Q" || text[at] == "H", let number = text[at + 1].properties.numericType == .decimal ? Int(String(text[at + 1])) : nil,
      case let end = at + 2, end == text.count || !text[end].isLatinLetter && !text[end].isDigit && text[end] != "-" && text[end] != ".",
      (1...(text[at] == "Q" ? 4 : 2)).contains(number),
      // 奥迪Q3: a model.
      index == 0 || digits > 0 || !text[index - 1].isHan || "年单司期今去".unicodeScalars.contains(text[index - 1])
    else { return nil }
    let months = text[at] == "Q" ? 3 : 6
    var time = TimeExpression(year: .inherited, part: .months((number - 1) * months + 1, number * months))
    if digits > 0 {
      guard let year = Int(String(scalars: text[index..<at])), digits == 2 ? (5...60).contains(year) : (1990...2060).contains(year) else {
        return nil
      }
      time.year = .absolute(digits == 2 ? 2000 + year : year)
    }
    return (time, end)
  }

  /// 单季, 该月: 单月 tells for how long something is counted.
  private func opensPart(at index: Int) -> Bool { times.matches("单季", at: index) || times.matches("该月", at: index) }

  private mutating func step(at index: Int, _ scalar: Unicode.Scalar) -> Int {
    let place = places.longestMatch(in: text, at: index, limit: text.count)
    if let place, let end = joinedPlaces(at: index, first: place) { return end }
    if let place, let end = harbour(at: index, of: place) { return end }
    if Self.timeOpeners.contains(scalar) || opensPart(at: index), case (var time, let end)? = times.time(at: index),
      !isLongerQuantity(at: index, than: end)
    {
      // 按上年不变价计算: the year of the prices says nothing of when.
      // 按2018年平均汇率计算: nor does that of a rate or a rule by which is counted.
      let isMeasure = index > 0 && Self.countingBy.contains(text[index - 1])
      if prose.times.priceBases.contains(where: { times.matches($0, at: end) })
        || isMeasure && prose.times.reckoningMeasures.contains(where: { times.matches($0, at: end) })
      {
        time.isEmpty = true
      }
      return add(.time(time), index..<end)
    }
    if scalar == "-" || scalar == "−" || scalar == "+", let end = signed(at: index) { return end }
    if scalar == "除", let end = exception(at: index) { return add(.text, index..<end) }
    if scalar == "零", let end = belowZero(at: index) { return end }
    if let punctuation = punctuation(scalar, at: index) { return add(.punctuation(punctuation.0), index..<(index + punctuation.1)) }
    if scalar == "Q" || scalar == "H" || scalar.isDigit, let (time, end) = codedPart(at: index) { return add(.time(time), index..<end) }
    if scalar.isLatinLetter { return latin(at: index) }
    var word = closed.words.longestMatch(in: text, at: index, limit: text.count)
    if let found = word, found.length > 2, case let end = index + found.length, end < text.count, text[end - 1] == "比",
      "重例".unicodeScalars.contains(text[end])
    {
      // 收入比重: the last sign opens the next word.
      word = closed.words.longestMatch(in: text, at: index, limit: end - 1)
    }
    if Self.numberOpeners.contains(scalar) {
      if let end = endlessRun(at: index) { return add(.text, index..<end) }
      let vague = NumeralScanner.vagueLength(in: text, at: index, limit: text.count)
      if vague > 2
        || vague == 2 && (text[index + 1] == "两" || unitMatch(at: index + 2).map { $0.value == .count || $0.value == .position } ?? false)
      {
        return add(.text, index..<(index + vague))
      }
      let (quantity, end) = quantity(at: index)
      let listed = max(word?.length ?? 0, place?.length ?? 0)
      if let quantity, scalar.isDigit || end - index > listed || listed <= 1 {
        return add(.quantity(quantity), index..<end)
      }
      if scalar.isDigit { return model(at: index) }
    }
    // 中南地区: at the head of a clause nothing stands that 中 could be within.
    if scalar == "中", word?.length == 1, place == nil, tokens.last.map({ $0.punctuation != nil && $0.punctuation != .close }) ?? true,
      index + 1 < text.count, text[index + 1].isHan
    {
      return add(.text, index..<(index + 1))
    }
    if let end = secondPlace(at: index) { return add(.quantity(ranked(2, index..<end)), index..<end) }
    if let word, word.length == 1, place == nil, namingSigns.contains(scalar), opensName(scalar, at: index) {
      return add(.text, index..<(index + 1))
    }
    if let end = runnerUp(at: index) { return add(.quantity(ranked(2, index..<end)), index..<end) }
    if let word, word.length == 1, place == nil, let end = nounAround(at: index, scalar) { return add(.text, index..<end) }
    if let place, place.length >= word?.length ?? 0 { return add(.place(place.value), index..<(index + place.length)) }
    if let word {
      let range = index..<(index + word.length)
      return add(word.value.classes.contains(.first) ? .quantity(firstPlace(range)) : .word(word.value), range)
    }
    return add(.text, index..<(index + 1))
  }

  /// 高通, 即开型: a sign that says how much or when alone, and opens a name where no other word stands behind it.
  private func opensName(_ scalar: Unicode.Scalar, at index: Int) -> Bool {
    if prose.names.signsBeforeDigits.contains(where: { $0.unicodeScalars.first == scalar }) {
      let next = times.skipBlanks(index + 1)
      return next == text.count || NumeralCharacter(text[next]) == nil && !text[next].isDigit
    }
    guard prose.names.openingSigns.contains(where: { $0.unicodeScalars.first == scalar }), index + 1 < text.count, text[index + 1].isHan,
      NumeralCharacter(text[index + 1]) == nil
    else { return false }
    return closed.words.longestMatch(in: text, at: index + 1, limit: text.count) == nil
  }

  /// Signs that are words of structure alone and stand in nouns too.
  private static let structural = ScalarSet("在中有对向为从由与和到令将以及并据按因同自于过可应微")
  /// Signs that the lexicon looks ahead for the likeliest words.
  private static let lookahead = 12

  /// 中型企业, 有期徒刑, 在园幼儿: where the noun or attribute ends that the lexicon finds where a word of structure seems to stand.
  private func nounAround(at index: Int, _ scalar: Unicode.Scalar) -> Int? {
    guard Self.structural.contains(scalar), let longest = words.longestMatch(in: text, at: index, limit: text.count),
      longest.range.count > 1
    else { return nil }
    var end = index
    while end < text.count, end - index < Self.lookahead, text[end].isHan { end += 1 }
    guard let first = words.words(in: text, range: index..<end).first, first.range.count > 1, let part = first.partOfSpeech,
      part == .noun || part == .attributive || part == .abbreviation,
      // 从无到有: a turn of phrase, no noun.
      !text[first.range].dropFirst().contains(where: { Self.structural.contains($0) })
    else { return nil }
    return first.range.upperBound
  }

  mutating func add(_ kind: Token.Kind, _ range: Range<Int>) -> Int {
    if kind == .text, let last = tokens.indices.last, tokens[last].kind == .text,
      tokens[last].range.upperBound == range.lowerBound
    {
      tokens[last].range = tokens[last].range.lowerBound..<range.upperBound
    } else {
      tokens.append(Token(kind: kind, range: range))
    }
    return range.upperBound
  }
  private static let countingBy = ScalarSet("按以用依照")
  private static let timeOpeners = ScalarSet(
    "0123456789今本去上前明来当目截到如迄至现眼同近日昨此次全年期下第首这过党“「\"一二三四五六七八九十零〇最未长报多原对先之" + TimeScanner.occasionOpeners)
  private static let numberOpeners = ScalarSet("0123456789第前-−+负$¥€£.首零〇一二两三四五六七八九壹贰弍俩叁仨肆伍陆柒捌玖十百千拾佰仟廿卅万亿兆")

  /// 13年 counts years when 连续 or a name stands before; a time expression never swallows a unit.
  private func isLongerQuantity(at index: Int, than end: Int) -> Bool {
    guard text[index].isDigit || NumeralCharacter(text[index]) != nil else { return false }
    return quantity(at: index).1 > end
  }

  /// 增长率-2.57‰, （+35%）: a sign before a digit belongs to the number; after a number or time it joins a range.
  private mutating func signed(at index: Int) -> Int? {
    guard index + 1 < text.count, text[index + 1].isDigit, let last = tokens.last else { return nil }
    switch last.kind {
    case .text, .word: guard last.range.upperBound == index else { return nil }
    case .punctuation(let mark): guard [.comma, .enumeration, .open, .colon, .semicolon].contains(mark) else { return nil }
    // 去年同期-4.10亿元: what is compared with opens no range.
    case .time(let time) where time.isBase: break
    case .quantity, .time, .place, .latin: return nil
    }
    guard case (let quantity?, let end) = quantity(at: index) else { return nil }
    return add(.quantity(quantity), index..<end)
  }

  /// 除汽车以外的消费品: an exception opens a name.
  private func exception(at start: Int) -> Int? {
    var at = start + 1
    while at < text.count, at - start < 14, text[at].isHan {
      for word in ["以外的", "之外的"] where times.matches(word, at: at) { return at + 3 }
      at += 1
    }
    return nil
  }

  /// 零下5摄氏度: minus five.
  private mutating func belowZero(at index: Int) -> Int? {
    guard times.matches("零下", at: index), index + 2 < text.count, case (var quantity?, let end) = quantity(at: index + 2),
      !quantity.isOrdinal
    else { return nil }
    quantity.numeral.number = quantity.numeral.number.negated
    return add(.quantity(quantity), index..<end)
  }

  /// Signs of numbers in a row from which on the row is no number.
  private static let longestRun = 64

  /// Where a run of Chinese number signs or of digits ends that is too long for a number; nil for a shorter one. It is passed
  /// as a whole, else every place of it would be tried.
  private func endlessRun(at start: Int) -> Int? {
    let isArabic = text[start].isDigit
    func goes(_ index: Int) -> Bool {
      isArabic ? text[index].isDigit : NumeralCharacter.signs.contains(text[index]) || text[index].isBlank && index > start
    }
    var end = start
    while end < text.count, end - start <= Self.longestRun, goes(end) { end += 1 }
    guard end - start > Self.longestRun else { return nil }
    while end < text.count, goes(end) { end += 1 }
    return end
  }

  // MARK: Latin, model numbers, joined places

  private mutating func latin(at index: Int) -> Int {
    if let end = NumeralScanner.addressEnd(in: text, at: index) { return add(.latin, index..<end) }
    for (name, unit) in prose.facts.dollarSigns where times.matches(name, at: index) {
      // HK$3.5亿元 counts 亿港元.
      guard case (var quantity?, let end) = quantity(at: index + name.unicodeScalars.count - 1) else { continue }
      let multiplier = String(scalars: written[quantity.numeral.multiplier])
      if text[(index)..<end].contains(where: \.isHan) { quantity.unit = multiplier + unit }
      return add(.quantity(quantity), index..<end)
    }
    if let (quantity, end) = coded(at: index) { return add(.quantity(quantity), index..<end) }
    var end = index
    while end < text.count,
      text[end].isLatinLetter || text[end].isDigit
        || (end > index && "-.&+'/".unicodeScalars.contains(text[end]) && end + 1 < text.count
          && (text[end + 1].isLatinLetter || text[end + 1].isDigit))
    { end += 1 }
    let word = closed.words.longestMatch(in: text, at: index, limit: min(end + 8, text.count))
    // PM2.5年均浓度 goes on past its Latin signs.
    if let word, index + word.length >= end, index + word.length == end || text[end].isHan {
      end = index + word.length
      return add(.word(word.value), index..<end)
    }
    return add(.latin, index..<end)
  }

  /// MOP1,080億元 counts 亿澳门元: the code of a currency right before its number.
  private func coded(at index: Int) -> (QuantityExpression, Int)? {
    guard index == 0 || !text[index - 1].isLatinLetter,
      let (code, unit) = prose.facts.currencyCodes.first(where: { times.matches($0.0, at: index) }),
      case let start = index + code.unicodeScalars.count,
      start < text.count, text[start].isDigit, case (var quantity?, let end) = self.quantity(at: start)
    else { return nil }
    quantity.unit = String(scalars: written[quantity.numeral.multiplier]) + unit
    quantity.kind = .money
    return (quantity, end)
  }

  /// 5G, 3D, 12345: digits that are no quantity.
  private mutating func model(at index: Int) -> Int {
    var end = index
    while end < text.count, text[end].isDigit || text[end].isLatinLetter { end += 1 }
    return add(.latin, index..<max(end, index + 1))
  }

  /// 深圳-香港-广州: places joined by hyphens are one subject.
  private mutating func joinedPlaces(at index: Int, first: (length: Int, value: NamedPlace)) -> Int? {
    guard first.value.level != .nation else { return nil }
    var end = index + first.length
    var count = 1
    while end + 1 < text.count, "-—–·".unicodeScalars.contains(text[end]),
      let next = places.longestMatch(in: text, at: end + 1, limit: text.count)
    {
      end += 1 + next.length
      count += 1
    }
    guard count > 1 else { return nil }
    return add(.place(NamedPlace(String(scalars: written[index..<end]), .group)), index..<end)
  }

  /// 上海港, 宁波舟山港: a port by the place or places it is named after.
  private mutating func harbour(at index: Int, of place: (length: Int, value: NamedPlace)) -> Int? {
    var end = index + place.length
    if end < text.count, text[end] != "港", let next = places.longestMatch(in: text, at: end, limit: text.count),
      next.value.level == .city || next.value.level == .county
    {
      end += next.length
    }
    guard [.province, .city, .county].contains(place.value.level), end < text.count, text[end] == "港", text[end - 1] != "市",
      text[end - 1] != "县", text[end - 1] != "省",
      end + 1 == text.count || !"口股元币务府商资澳珠深交铁人机区客航湾".unicodeScalars.contains(text[end + 1])
    else { return nil }
    return add(.place(NamedPlace(String(scalars: written[index..<(end + 1)]), .county, province: place.value.province)), index..<(end + 1))
  }

  private func punctuation(_ scalar: Unicode.Scalar, at index: Int) -> (Punctuation, Int)? {
    if scalar.isHan { return nil }
    switch scalar {
    case ",": return (.comma, 1)
    case "、": return (.enumeration, 1)
    case ";": return (.semicolon, 1)
    case ":":
      let joins =
        tokens.last?.quantity != nil && tokens.last?.range.upperBound == index && index + 1 < text.count && text[index + 1].isDigit
      return (joins ? .ratio : .colon, 1)
    case "。", "!", "?", "…": return (.stop, 1)
    case "(", "[", "〔", "【": return (.open, 1)
    case ")", "]", "〕", "】": return (.close, 1)
    case "“", "‘", "「", "『": return (.quoteOpen, 1)
    case "”", "’", "」", "』": return (.quoteClose, 1)
    case "\"", "'": return (.other, 1)
    case "《", "〈": return (.titleOpen, 1)
    case "》", "〉": return (.titleClose, 1)
    case "-", "−", "~", "–": return (.range, 1)
    case "—", "―":
      return (index + 1 < text.count && text[index + 1] == "—" ? .dash : .range, index + 1 < text.count && text[index + 1] == "—" ? 2 : 1)
    case ".": return (.other, 1)
    default:
      if scalar.isHan || scalar.isDigit || scalar.isLatinLetter || scalar.value < 0x80 && "$%".unicodeScalars.contains(scalar) {
        return nil
      }
      if "¥€£".unicodeScalars.contains(scalar) { return nil }
      return (.other, 1)
    }
  }
}
