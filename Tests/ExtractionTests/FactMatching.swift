import Articles
import Diagnostics
import Extraction
import Foundation
import Indicators

/// A fact of a fixture file, one JSON object a line, fields as in the annotation guidelines.
struct GoldFact: Decodable {
  var kind: String
  var name: String?
  var value: String
  var unit: String?
  var qualifier: String?
  var area: String?
  var period: String?
  var scope: String?
  var start: Int
  var end: Int
  var optional: Bool?
  /// The offset of the level or share that it qualifies, where the article states one.
  var ofStart: Int?
  var alt: [String: [Accepted]]?

  /// A further value that is right: words, nothing, or an offset.
  enum Accepted: Decodable {
    case text(String)
    case offset(Int)
    case nothing

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if value.decodeNil() {
        self = .nothing
      } else if let offset = try? value.decode(Int.self) {
        self = .offset(offset)
      } else {
        self = .text(try value.decode(String.self))
      }
    }

    var text: String? { if case .text(let text) = self { text } else { nil } }
  }
}

/// Counts of one or several articles: facts expected, found, matched, and matched with every field right.
struct MatchCounts {
  var gold = 0
  var found = 0
  var matched = 0
  var strict = 0
  /// Strict, and the period to the month, the scope, and what it qualifies right too.
  var print = 0
  var notes: [String] = []

  var f1: Double { ratio(matched) }
  var strictF1: Double { ratio(strict) }
  var printF1: Double { ratio(print) }
  private func ratio(_ good: Int) -> Double { gold + found == 0 ? 1 : 2 * Double(good) / Double(gold + found) }

  static func += (a: inout MatchCounts, b: MatchCounts) {
    a.gold += b.gold
    a.found += b.found
    a.matched += b.matched
    a.strict += b.strict
    a.print += b.print
    a.notes += b.notes
  }
}

/// Matches found observations with expected facts: same kind, value and unit where the spans overlap, each used once.
func match(_ found: [Observation], _ gold: [GoldFact]) -> MatchCounts {
  var counts = MatchCounts()
  var used = Set<Int>()
  counts.gold = gold.count { $0.optional != true }
  let starts = Dictionary(found.compactMap { fact in fact.source.map { (fact.id, $0.range.lowerBound) } }) { first, _ in first }
  for observation in found {
    guard let range = observation.source?.range else { continue }
    let overlapping = gold.indices.filter { gold[$0].start < range.upperBound && gold[$0].end > range.lowerBound }
    let candidates = overlapping.filter { !used.contains($0) && agrees(observation, gold[$0]) }
    if let index = candidates.first(where: { gold[$0].optional != true }) ?? candidates.first {
      used.insert(index)
      if gold[index].optional == true { continue }
      counts.found += 1
      counts.matched += 1
      let wrong = wrongFields(observation, gold[index])
      if wrong.isEmpty { counts.strict += 1 }
      let loose = wrongForPrint(observation, gold[index], starts)
      if wrong.isEmpty, loose.isEmpty { counts.print += 1 }
      if !wrong.isEmpty || !loose.isEmpty { counts.notes.append("\(observation.source?.text ?? ""): \(wrong + loose)") }
    } else if !overlapping.contains(where: { gold[$0].optional == true }) {
      counts.found += 1
      counts.notes.append("extra \(observation.kind) \(observation.source?.text ?? "")")
    }
  }
  for index in gold.indices where gold[index].optional != true && !used.contains(index) {
    counts.notes.append("missed \(gold[index].kind) \(gold[index].value)\(gold[index].unit ?? "") @\(gold[index].start)")
  }
  return counts
}

private func agrees(_ observation: Observation, _ fact: GoldFact) -> Bool {
  guard observation.kind.rawValue == fact.kind, let value = ExactNumber(fact.value) else { return false }
  guard abs(observation.value.doubleValue - value.doubleValue) < 1e-9 else { return false }
  return observation.kind == .rank || observation.kind == .streak || sameUnit(folded(observation.unit.written), folded(fact.unit ?? ""))
}

/// As the scorer has it: in English the noun of a bare count (82.04 points) may be given or not.
private func sameUnit(_ a: String, _ b: String) -> Bool {
  if a == b { return true }
  guard a.isEmpty || b.isEmpty, !(a + b).contains(where: { $0 == "%" || $0 == "$" }) else { return false }
  return (a + b).unicodeScalars.allSatisfy(\.isASCII)
}

/// 亿元人民币 is 亿元, as the scorer has it.
private func folded(_ unit: String) -> String { unit.replacing("人民币", with: "").replacing("％", with: "%") }

/// What a printed page needs beyond the strict fields: the period to the month, the scope, and what it qualifies.
private func wrongForPrint(_ observation: Observation, _ fact: GoldFact, _ starts: [Observation.ID: Int]) -> [String] {
  var wrong: [String] = []
  let periods: [String?] = [fact.period] + (fact.alt?["period"] ?? []).map(\.text)
  if !periods.contains(where: { months($0) == months(observation.period?.description) }) {
    wrong.append("month \(observation.period?.description ?? "-")")
  }
  let scopes: [String?] = [fact.scope] + (fact.alt?["scope"] ?? []).map(\.text)
  let scope = observation.scope ?? ""
  let isScope = scopes.contains { expected in
    let expected = expected ?? ""
    if expected.isEmpty || scope.isEmpty { return expected.isEmpty && scope.isEmpty }
    return likeName(expected, scope) || samePlace(expected, scope)
  }
  if !isScope { wrong.append("scope \(scope)") }
  if let start = fact.ofStart {
    let found = observation.of.flatMap { starts[$0] }
    let others = (fact.alt?["of_start"] ?? []) + (fact.alt?["of"] ?? [])
    let isOf =
      found == start
      || others.contains { other in
        switch other {
        case .offset(let offset): found == offset
        case .nothing: found == nil
        case .text: false
        }
      }
    if !isOf { wrong.append("of") }
  }
  return wrong
}

/// First and last month of a period: 2022 and 2022-01/2022-12 are one.
private func months(_ period: String?) -> [String] {
  guard let period, !period.isEmpty else { return [] }
  let ends = period.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
  let (first, last) = (ends[0], ends[ends.count - 1])
  return [first.count == 4 ? first + "-01" : first, last.count == 4 ? last + "-12" : last]
}

private func wrongFields(_ observation: Observation, _ fact: GoldFact) -> [String] {
  func accepts(_ field: String, _ value: String?, _ main: String?, _ same: (String, String) -> Bool) -> Bool {
    ([main] + (fact.alt?[field] ?? []).map(\.text)).contains { expected in
      guard let expected, let value else { return expected == nil && value == nil }
      return same(expected, value)
    }
  }
  var wrong: [String] = []
  if !accepts("name", observation.name, fact.name, likeName) { wrong.append("name \(observation.name)") }
  if !accepts("area", observation.area, fact.area, { samePlace($0, $1) }) {
    wrong.append("area \(observation.area ?? "-")")
  }
  if !accepts("period", observation.period?.description, fact.period, { years($0) == years($1) }) {
    wrong.append("period \(observation.period?.description ?? "-")")
  }
  if !accepts("qualifier", observation.qualifier.rawValue, fact.qualifier ?? "=", ==) {
    wrong.append("qualifier \(observation.qualifier.rawValue)")
  }
  return wrong
}

/// The same name with or without 省, 市, 县, in either script, or one inside the other.
private func samePlace(_ a: String, _ b: String) -> Bool {
  func short(_ name: String) -> String { name.count > 2 && "省市县区".contains(name.last ?? " ") ? String(name.dropLast()) : name }
  let (a, b) = (short(a.replacing("灣", with: "湾")), short(b.replacing("灣", with: "湾")))
  return a.contains(b) || b.contains(a)
}

private func years(_ period: String) -> [Substring] {
  let parts = period.split(separator: "/").map { $0.prefix(4) }
  return [parts.first ?? "", parts.last ?? ""]
}

/// Equal, one inside the other, or three of five pairs of neighbouring characters shared.
private func likeName(_ a: String, _ b: String) -> Bool {
  let (a, b) = (plain(a), plain(b))
  if a.isEmpty || b.isEmpty { return a == b }
  if a.contains(b) || b.contains(a) { return true }
  var rest = pairs(b)
  var shared = 0
  for pair in pairs(a) {
    if let index = rest.firstIndex(of: pair) {
      rest.remove(at: index)
      shared += 1
    }
  }
  return Double(2 * shared) / Double(pairs(a).count + pairs(b).count) >= 0.6
}

private func plain(_ text: String) -> String { text.lowercased().filter { ($0.isLetter || $0.isNumber) && $0 != "的" } }

private func pairs(_ text: String) -> [String] {
  let characters = Array(text)
  if characters.count < 2 { return [text] }
  return (0..<(characters.count - 1)).map { String(characters[$0...($0 + 1)]) }
}

/// Reads `NAME.txt` and `NAME.jsonl` and matches them.
func score(article: String, gold: String) throws -> MatchCounts {
  let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: article)))
  let decoder = JSONDecoder()
  decoder.keyDecodingStrategy = .convertFromSnakeCase
  let facts = try String(contentsOfFile: gold, encoding: .utf8).split(separator: "\n").map {
    try decoder.decode(GoldFact.self, from: Data($0.utf8))
  }
  let article = try readArticle(bytes: bytes, path: article).value
  return match(try observations(in: article).value, facts)
}
