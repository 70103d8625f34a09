import Articles
import Indicators

typealias EnglishPeriod = Worded<Period>

/// Reads plain English press text over the same model: a small rule set beside the Chinese one.
struct EnglishReader {
  let year: Int?
  let written: [Unicode.Scalar]
  let offsets: [Int]
  /// Where what stands for a scalar ends in the file, by where it begins; see ``endsInFile(_:)``.
  let ends: [Int: Int]
  let tokens: [EnglishToken]
  var current: EnglishPeriod?
  var drafts: [Draft] = []
  var area: Worded<String>?
  private let articleArea: Worded<String>?
  var lastName: String?
  var lastLevel: Int?
  let firstDraft: Int
  /// The period that holds again after a sentence that went back to an earlier year.
  var beforeAside: EnglishPeriod?
  /// Index in `drafts` of the first figure of the sentence.
  var factOfSentence: Int?

  init(year: Int?, area: String?, period: EnglishPeriod?, written: [Unicode.Scalar], offsets: [Int], ends: [Int: Int],
    firstDraft: Int
  ) {
    self.year = year
    self.written = written
    self.offsets = offsets
    self.ends = ends
    tokens = EnglishScanner.tokens(of: written)
    current = period
    articleArea = area.map { Worded(value: $0, words: "subject of the article") }
    self.area = articleArea
    self.firstDraft = firstDraft
  }

  /// Whether a text is English rather than Chinese.
  static func reads(_ text: [Unicode.Scalar]) -> Bool {
    var latin = 0
    var han = 0
    for scalar in text.prefix(2_000) {
      if scalar.isLatinLetter { latin += 1 } else if scalar.isHan { han += 1 }
    }
    return latin > 8 * han && latin >= 8
  }

  mutating func run() {
    var index = 0
    var sentence = 0
    lookAhead(from: 0)
    while index < tokens.count {
      if tokens[index].kind == .stop, !isAbbreviation(before: index) {
        if let held = beforeAside, current.map({ $0.value.end.year < held.value.end.year }) ?? false { current = held }
        beforeAside = nil
        sentence = index + 1
        factOfSentence = nil
        area = articleArea
        index += 1
        lookAhead(from: index)
        continue
      }
      let time = readTime(at: index)
      if time > 0 {
        index += time
        continue
      }
      if let place = EnglishPlaces.place(at: index, in: tokens), isSubject(index, length: place.length) {
        area = Worded(value: place.name, words: place.name)
        index += place.length
        continue
      }
      if let end = rank(at: index, sentence: sentence) ?? streak(at: index, sentence: sentence) ?? fraction(at: index, sentence: sentence) {
        index = end
        continue
      }
      if let quantity = quantity(at: index) {
        read(quantity, sentence: sentence)
        index = max(quantity.tokens.upperBound, index + 1)
        continue
      }
      index += 1
    }
  }

  /// The time of a sentence may follow its first number: China granted 921,000 patents in 2023.
  private mutating func lookAhead(from start: Int) {
    var index = start
    while index < tokens.count, index - start < 30, tokens[index].kind != .stop, tokens[index].text != "," {
      let time = readTime(at: index)
      if time > 0 { return }
      index += 1
    }
  }

  private func isAbbreviation(before index: Int) -> Bool {
    guard tokens[index].text == ".", index > 0 else { return false }
    return ["no", "mr", "mrs", "dr", "u.s", "co", "ltd", "inc", "vs", "st"].contains(tokens[index - 1].text)
  }

  /// A place is a subject at the head of a clause or before a verb, not after with, to, from, in the middle of a name.
  private func isSubject(_ index: Int, length: Int) -> Bool {
    let previous = text(index - 1) ?? ""
    if ["with", "to", "from", "by", "and", "between", "among", "outside", "into", "of", "for"].contains(previous) && !(previous == "by" && text(index - 2) == "followed") { return false }
    if ["overtook", "overtaking", "surpassed", "passed", "beat", "behind", "trailed", "over", "than", "against", "like"].contains(previous) { return false }
    let next = text(index + length) ?? ""
    if index == 0 || tokens[index - 1].isBorder || ["in", "the", "that", "while", "as", "across"].contains(previous) { return !EnglishPlaces.bodies.contains(next) }
    return EnglishWords.predicates.contains(next) || EnglishWords.verbs.contains(next) || next.hasSuffix("'s")
  }

  // MARK: Clauses and names

  func clauseStart(of index: Int, from sentence: Int) -> Int {
    var at = index
    while at > sentence, !tokens[at - 1].isBorder, index - at < 60 { at -= 1 }
    return at
  }

  /// The words before the first verb of a clause: its subject, without articles, times and places.
  func subject(_ range: Range<Int>) -> String? {
    var words: [Int] = []
    for index in range {
      let word = tokens[index].text
      if EnglishWords.verbs.contains(word) || isVerb(word) || EnglishWords.rises.contains(word) && isVerbForm(index, range) && word != "growth"
        || EnglishWords.falls.contains(word) && isVerbForm(index, range)
      {
        break
      }
      if tokens[index].isBorder || tokens[index].number != nil { break }
      words.append(index)
    }
    return name(words)
  }

  /// climbed at the head of a clause is a verb all the same; growth, increase or drop may be its subject.
  private func isVerbForm(_ index: Int, _ range: Range<Int>) -> Bool {
    index > range.lowerBound || tokens[index].text.hasSuffix("ed") || ["rose", "fell", "grew"].contains(tokens[index].text)
  }

  private func isVerb(_ word: String) -> Bool {
    ["was", "were", "is", "are", "reached", "hit", "totaled", "totalled", "stood", "stands", "came", "amounted", "had", "has", "have", "averaged",
      "numbered", "reaching", "hitting", "totaling", "exceeded", "exceeds", "surpassed", "topped", "accounted", "accounts", "ranked", "ranks", "will", "remained",
      "reaches", "represented", "made", "makes", "expected", "account", "worth", "accounting", "rank", "doubled", "tripled", "kept", "stayed", "marked", "becoming", "making", "bringing",
      "recorded",
    ].contains(word)
  }

  /// Joins words to a name once articles, prepositions and places at its ends are off; nil when nothing is left.
  func name(_ indices: [Int]) -> String? {
    var words = indices
    let outer: Set<String> = [
      "the", "a", "an", "its", "their", "of", "and", "in", "at", "by", "to", "for", "with", "that", "which", "while", "total", "some", "about", "as", "from",
      "meanwhile", "also", "including", "than", "on", "is", "was", "were", "had", "year", "years", "over", "more", "this", "last", "only", "or", "but", "them", "it",
      "they", "we", "when", "although", "though", "meanwhile,", "just", "still", "per", "among", "up", "down", "around", "nearly", "almost", "another", "worth",
    ]
    while let first = words.first, outer.contains(tokens[first].text) || (EnglishPlaces.place(at: first, in: tokens) != nil && words.count > 0) { words.removeFirst() }
    while let last = words.last, outer.contains(tokens[last].text) { words.removeLast() }
    guard let first = words.first, let last = words.last else { return nil }
    return String(scalars: written[tokens[first].range.lowerBound..<tokens[last].range.upperBound])
  }

  /// The noun after a bare count: 921,000 invention patents.
  func noun(after index: Int) -> String? {
    var words: [Int] = []
    let stops: Set<String> = [
      "in", "with", "by", "from", "during", "to", "for", "at", "on", "as", "since", "through", "over", "across", "under", "last", "this", "up", "down", "year-on-year",
      "respectively", "and", "while", "compared", "than", "nationwide", "that", "which", "who", "worth", "among", "after", "before", "per", "so", "between", "into", "more",
    ]
    var at = index
    while at < tokens.count, words.count < 8 {
      let word = tokens[at].text
      if tokens[at].isBorder || tokens[at].number != nil || stops.contains(word) || isVerb(word) { break }
      if EnglishWords.verbs.contains(word), !words.isEmpty { break }
      if word == "of", words.isEmpty, text(at + 1) == "them" { return nil }
      words.append(at)
      at += 1
    }
    return name(words)
  }
}
