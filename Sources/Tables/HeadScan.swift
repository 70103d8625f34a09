import Articles
import Extraction
import Indicators
import Lingua

/// That a head speaks of a share, and of what whole, where it names it.
struct TakenShare: Hashable {
  var scope: String?
}

/// A head's text while parts of it are taken out.
struct HeadScan {
  let written: [Unicode.Scalar]
  /// Half-width, simplified, lower case.
  let folded: [Unicode.Scalar]
  let words: TableWords
  let times: TimeHabits
  private let bits: UInt64
  var isTaken: [Bool]
  /// Change at constant exchange rates.
  var isReal = false
  /// Percent change: growth that says so of itself.
  var isInPercent = false
  /// Percent change from: the word before what is compared with ended the head.
  var isBaseOpen = false

  init(_ written: [Unicode.Scalar], _ words: TableWords, _ times: TimeHabits = TimeHabits()) {
    self.written = written
    self.words = words
    self.times = times
    folded = written.map { $0.isLineEnd ? " " : $0.lowercasedHalfWidth.simplified }
    bits = TableWords.Phrase.bits(of: folded)
    isTaken = [Bool](repeating: false, count: written.count)
  }

  mutating func take(_ range: Range<Int>) { for index in range { isTaken[index] = true } }

  /// What is not taken.
  func visible(lowercased: Bool) -> [Unicode.Scalar] {
    var text = zip(lowercased ? folded : written, isTaken).filter { !$0.1 }.map(\.0)
    while let last = text.last, last.isBlank || last.isLineEnd { text.removeLast() }
    return Array(text.drop { $0.isBlank || $0.isLineEnd })
  }

  /// The first place of a word that is not taken yet.
  func place(of phrase: TableWords.Phrase) -> Range<Int>? {
    let word = phrase.scalars
    guard phrase.bits & ~bits == 0, let first = word.first, folded.count >= word.count else { return nil }
    for start in 0...(folded.count - word.count) where folded[start] == first && !isTaken[start] {
      if folded[start..<(start + word.count)].elementsEqual(word), !isTaken[start..<(start + word.count)].contains(true) {
        return start..<(start + word.count)
      }
    }
    return nil
  }

  func isAt(_ index: Int, _ word: TableWords.Phrase) -> Bool {
    index >= 0 && index < folded.count && folded[index...].starts(with: word.scalars)
  }

  func firstPlace(of list: TableWords.List) -> Range<Int>? { words.phrases(list).lazy.compactMap { place(of: $0) }.first }
  func isAny(_ list: TableWords.List, at index: Int) -> Bool { words.phrases(list).contains { isAt(index, $0) } }
  func holdsAny(_ list: TableWords.List) -> Bool { words.phrases(list).contains { place(of: $0) != nil } }

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
      } else if index > 0, text[index].halfWidth == "(", let close = text[index...].firstIndex(where: { $0.halfWidth == ")" }),
        (2...3).contains(close - index), text[(index + 1)..<close].allSatisfy(\.isHan),
        words.holds(.emptyNames, HeadReading.key(String(scalars: text[(index + 1)..<close])))
      {
        // 就业人员数（年底数）: what its time leaves.
        text.removeSubrange(index...close)
      } else if text[index].isBlank, index > 0, text[index - 1].isHan || text[index - 1].isBlank,
        text[index + 1].isHan || text[index + 1].isBlank
      {
        text.remove(at: index)
      } else {
        index += 1
      }
    }
    // （亏损以“-”号填列）
    for note in words.phrases(.fillingNotes) {
      let plain = text.map(\.halfWidth.simplified)
      guard let place = plain.place(of: note.scalars), let open = plain[..<place.lowerBound].lastIndex(of: "("),
        let close = plain[place.upperBound...].firstIndex(of: ")")
      else { continue }
      text.removeSubrange(open...close)
    }
    let marks = " ,、。;；:：-—–－_/%．.・·*①②③④⑤⑥⑦⑧⑨†‡#*\u{3000}\u{A0}=，"
    func isAbbreviation() -> Bool {
      // D.W.I.
      text.count > 3 && text[text.count - 1] == "." && text[text.count - 3] == "." && text[text.count - 2].isLatinLetter
    }
    while let last = text.last, marks.unicodeScalars.contains(last) || last.isRaised || last.isBlank, !isAbbreviation() {
      text.removeLast()
    }
    while let first = text.first, marks.unicodeScalars.contains(first) || first.isRaised || first.isBlank { text.removeFirst() }
    // What a bracket cut off leaves half open.
    if text.last?.halfWidth == "(" { text.removeLast() }
    let particles = words.phrases(.particles).compactMap(\.scalars.first)
    while let last = text.last, particles.contains(last) || last == "年" && text.count == 1 { text.removeLast() }
    while let first = text.first, particles.contains(first) { text.removeFirst() }
    // Growth of receipts: what the growth leaves behind.
    for word in words.phrases(.danglingLeads)
    where text.count >= word.scalars.count && text.prefix(word.scalars.count).map(\.lowercasedHalfWidth) == word.scalars {
      guard text.count == word.scalars.count || text[word.scalars.count].isBlank || text[word.scalars.count] == ":" else { continue }
      text.removeFirst(min(text.count, word.scalars.count + 1))
    }
    // Change in %: what the unit leaves behind.
    for word in words.phrases(.danglingWords)
    where text.count >= word.scalars.count && text.suffix(word.scalars.count).map(\.lowercasedHalfWidth) == word.scalars {
      guard text.count == word.scalars.count || text[text.count - word.scalars.count - 1].isBlank else { continue }
      text.removeLast(word.scalars.count)
      while let last = text.last, last.isBlank { text.removeLast() }
    }
    return String(scalars: text)
  }
}
