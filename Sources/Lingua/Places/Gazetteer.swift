package import Diagnostics

/// Every province, prefecture, county and district of China, today's and those of the past decade, the countries of the
/// world and groups of places, by all the names they go by in Simplified and Traditional Chinese and in English.
///
/// Names are looked for in text whose Traditional characters and full-width letters are folded; Traditional spellings that
/// differ by more than the script (紐西蘭) are names of their own. Made by `Scripts/make-gazetteer`.
package final class Gazetteer: Sendable {
  private let trie: PackedTrie
  /// For each name the range of its places in `candidates`: `starts[n] ..< starts[n + 1]`.
  private let starts: [UInt32]
  private let candidates: [UInt16]
  private let nameFlags: [UInt16]
  /// Two numbers a place: the index of its parent, its level and flags.
  private let fields: [UInt16]
  private let memberStarts: [UInt32]
  private let members: [UInt16]
  private let textStarts: [UInt32]
  private let texts: [UInt8]
  /// Pairs of characters that are a word of their own after a name: 市场.
  private let suffixWords: [UInt16]

  /// - Parameters:
  ///   - bytes: the table `places.table`.
  ///   - document: its path, for findings.
  /// - Throws: `language.damaged`.
  package init(_ bytes: [UInt8], document: String) throws(Diagnostic) {
    let table = try PackedTable(bytes, kind: "PLAC", document: document)
    starts = try table.words(3)
    candidates = try table.halfWords(4)
    nameFlags = try table.halfWords(5)
    fields = try table.halfWords(6)
    memberStarts = try table.words(7)
    members = try table.halfWords(8)
    textStarts = try table.words(9)
    texts = try table.octets(10)
    suffixWords = try table.halfWords(11)
    trie = try PackedTrie(table, section: 0, largest: nameFlags.count)
    let count = fields.count / 2
    let isSound =
      Self.areRanges(starts, count: nameFlags.count, end: candidates.count)
      && Self.areRanges(memberStarts, count: count, end: members.count)
      && Self.areRanges(textStarts, count: count * Text.count, end: texts.count)
      && candidates.allSatisfy { $0 < count } && members.allSatisfy { $0 < count } && suffixWords.count % 2 == 0
      && (0..<count).allSatisfy { place in
        (fields[2 * place] < count || fields[2 * place] == .max) && Place.Level(rawValue: UInt8(fields[2 * place + 1] & 0xFF)) != nil
      }
    guard isSound, fields.count % 2 == 0 else { throw table.damage }
  }

  private static func areRanges(_ starts: [UInt32], count: Int, end: Int) -> Bool {
    starts.count == count + 1 && starts.first == 0 && starts.last == UInt32(end)
      && zip(starts, starts.dropFirst()).allSatisfy { $0 <= $1 }
  }

  // MARK: Places

  /// All places, in the order of their codes.
  package var all: [PlaceID] { (0..<count).map { PlaceID(index: UInt16($0)) } }
  private var count: Int { fields.count / 2 }

  package subscript(place: PlaceID) -> Place {
    Place(
      id: place, code: text(.code, of: place), level: level(of: place), parent: parent(of: place),
      isFormer: isFormer(place), fullName: text(.full, of: place), name: text(.short, of: place),
      fullTraditionalName: text(.fullTraditional, of: place), traditionalName: text(.shortTraditional, of: place),
      englishName: text(.english, of: place), takesArticle: flags(of: place) & Flag.article != 0)
  }

  /// The place with a code; nil where there is none.
  package func place(code: String) -> PlaceID? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if text(.code, of: PlaceID(index: UInt16(middle))) < code { low = middle + 1 } else { high = middle }
    }
    let found = PlaceID(index: UInt16(truncatingIfNeeded: low))
    return low < count && text(.code, of: found) == code ? found : nil
  }

  package func level(of place: PlaceID) -> Place.Level { Place.Level(rawValue: UInt8(flags(of: place) & 0xFF)) ?? .group }
  package func isFormer(_ place: PlaceID) -> Bool { flags(of: place) & Flag.former != 0 }

  package func parent(of place: PlaceID) -> PlaceID? {
    let parent = fields[2 * Int(place.index)]
    return parent == .max ? nil : PlaceID(index: parent)
  }

  /// What the place lies in, the nearest first: 深圳's are 广东, 全国.
  package func ancestors(of place: PlaceID) -> [PlaceID] {
    var found: [PlaceID] = []
    var next = parent(of: place)
    while let place = next, !found.contains(place) {
      found.append(place)
      next = parent(of: place)
    }
    return found
  }

  /// The members of a group, as far as the data list them; none for other places.
  package func members(of group: PlaceID) -> [PlaceID] {
    let index = Int(group.index)
    return members[Int(memberStarts[index])..<Int(memberStarts[index + 1])].map(PlaceID.init)
  }

  /// Whether `place` is `outer`, lies in it, or is a member of it or lies in one.
  package func lies(_ place: PlaceID, in outer: PlaceID) -> Bool {
    let chain = [place] + ancestors(of: place)
    return chain.contains(outer) || members(of: outer).contains(where: chain.contains)
  }

  private enum Text: Int {
    case code, full, short, fullTraditional, shortTraditional, english
    static let count = 6
  }

  private func text(_ text: Text, of place: PlaceID) -> String {
    let index = Int(place.index) * Text.count + text.rawValue
    return String(decoding: texts[Int(textStarts[index])..<Int(textStarts[index + 1])], as: UTF8.self)
  }

  private enum Flag {
    static let former: UInt16 = 0x100
    static let article: UInt16 = 0x200
    static let ordinary: UInt16 = 1
    static let office: UInt16 = 2
  }
  private func flags(of place: PlaceID) -> UInt16 { fields[2 * Int(place.index) + 1] }

  // MARK: Names

  /// A name found in a text.
  package struct Match: Hashable, Sendable {
    /// Characters of the text that it takes.
    package var length: Int
    /// The place it stands for most often: today's before a former one, a large one before a small one.
    package var place: PlaceID
    /// Several places go by this name: ask ``Gazetteer/candidates(of:)`` and the context.
    package var isAmbiguous: Bool
    /// The name is an ordinary word too (城区): it stands for a place only next to the one it lies in.
    package var isOrdinaryWord: Bool
    /// The name is that of an office whose figures are the place's (国家统计局 for the country).
    package var isOffice: Bool
    let name: Int
  }

  /// The longest name that starts at `start` and ends at or before `limit`; nil where none does, also inside a Latin word,
  /// and where a longer word begins that is no place (国内生产总值, 印度洋). Of 苏州市场 it is 苏州.
  package func longestMatch(in text: [Unicode.Scalar], at start: Int, limit: Int) -> Match? {
    var found: PackedTrie.Match?
    trie.forEachMatch(in: text, at: start, limit: limit) { match in
      if endsWord(in: text, at: start + match.length) { found = match }
    }
    guard let found, startsWord(in: text, at: start) else { return nil }
    return match(found)
  }

  /// The whole of `name` as a name; nil where no place goes by it.
  package func match(_ name: String) -> Match? {
    let scalars = Array(name.unicodeScalars)
    var found: PackedTrie.Match?
    trie.forEachMatch(in: scalars, at: 0, limit: scalars.count) { match in
      if match.length == scalars.count { found = match }
    }
    return found.flatMap(match)
  }

  /// All places that go by a name, in the order told at ``Match/place``.
  package func candidates(of match: Match) -> [PlaceID] {
    guard nameFlags.indices.contains(match.name) else { return [] }
    return candidates[Int(starts[match.name])..<Int(starts[match.name + 1])].map(PlaceID.init)
  }

  private func match(_ found: PackedTrie.Match) -> Match? {
    let name = found.value - 1
    let range = starts[name]..<starts[name + 1]
    guard let first = range.first else { return nil }
    let flags = nameFlags[name]
    return Match(
      length: found.length, place: PlaceID(index: candidates[Int(first)]), isAmbiguous: range.count > 1,
      isOrdinaryWord: flags & Flag.ordinary != 0, isOffice: flags & Flag.office != 0, name: name)
  }

  private func startsWord(in text: [Unicode.Scalar], at start: Int) -> Bool {
    start == 0 || !(Self.isLatin(text[start - 1]) && Self.isLatin(text[start]))
  }

  /// Whether a name may end before `end`: not inside a Latin word, nor between the two characters of 市场.
  private func endsWord(in text: [Unicode.Scalar], at end: Int) -> Bool {
    guard end < text.count else { return true }
    if Self.isLatin(text[end]) { return !Self.isLatin(text[end - 1]) }
    return !stride(from: 0, to: suffixWords.count, by: 2).contains {
      UInt32(suffixWords[$0]) == text[end - 1].value && UInt32(suffixWords[$0 + 1]) == text[end].value
    }
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    (65...90).contains(scalar.value) || (97...122).contains(scalar.value) || (0xC0...0x24F).contains(scalar.value)
  }
}
