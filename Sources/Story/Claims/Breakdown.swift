package import Indicators
package import StructuredData

/// What was done with things of several kinds (起诉…犯罪), or one measure of them (早稻产量, corn production), as one document states it of
/// one place and time.
package struct Breakdown: Sendable {
  package struct Thing: Sendable {
    /// Without what all have in common: 早稻, 电信网络诈骗犯罪.
    package var name: String
    package var level: Observation
  }

  /// The act or the measure.
  package var shared: String
  /// The largest first.
  package var things: [Thing]

  /// The largest ones whose lengths can be seen beside that of the first.
  package func drawn(most: Int) -> [Thing] {
    guard let first = things.first?.level.quantity.inBase, let hundredth = first.divided(by: Rational(100)) else { return [] }
    let seen = things.prefix(most).filter { thing in thing.level.quantity.inBase.map { !($0 < hundredth) } ?? false }
    return seen.count >= 3 ? seen : []
  }
}

/// The words by which kinds of things are told of: the data of `language/story.yaml`.
package struct BreakdownWords: Sendable {
  /// How names begin that say what was done: 起诉, 审结.
  package var acts: [String]
  /// How names end that say what was measured: 产量, exports.
  package var measures: [String]
  /// How names of things begin that are all of them: 各类, total.
  package var wholes: [String]
  /// What names of rates hold, each of which has a scale of its own: 均, per.
  package var rates: [String]

  package init(acts: [String] = [], measures: [String] = [], wholes: [String] = [], rates: [String] = []) {
    self.acts = acts.sorted { $0.count > $1.count }
    self.measures = measures.sorted { $0.count > $1.count }
    self.wholes = wholes
    self.rates = rates
  }

  package static let shape = NodeShape<BreakdownWords>.record("Breakdown") { fields in
    BreakdownWords(
      acts: fields.optional("acts", .list(of: .text), default: [], "How names begin that say what was done."),
      measures: fields.optional("measures", .list(of: .text), default: [], "How names end that say what was measured."),
      wholes: fields.optional("wholes", .list(of: .text), default: [], "How names of things begin that are all of them."),
      rates: fields.optional("rates", .list(of: .text), default: [], "What names of rates hold."))
  }

  /// What a name has in common with others, and what is its own.
  func parted(_ name: String) -> (shared: String, own: String)? {
    let plain = name.utf8.allSatisfy { $0 < 0x80 } ? name.lowercased() : Folded(name).text
    // Folding changes no length of Han text; where it does, the name is left alone.
    guard plain.count == name.count, !isRate(plain) else { return nil }
    if let act = acts.first(where: { plain.hasPrefix($0) }) {
      let own = String(name.dropFirst(act.count))
      return own.count >= 2 ? (act, own) : nil
    }
    guard let measure = measures.first(where: { plain.hasSuffix($0) }) else { return nil }
    let own = name.dropLast(measure.count)
    let isLatin = measure.first?.isASCII ?? false
    guard own.count >= 2, !isLatin || own.last == " " else { return nil }
    return (measure.first == "总" ? String(measure.dropFirst()) : measure, isLatin ? String(own.dropLast()) : String(own))
  }

  private func isRate(_ name: String) -> Bool {
    let words = Set(name.split(separator: " "))
    return rates.contains { rate in rate.first?.isASCII ?? false ? words.contains(rate[...]) : name.contains(rate) }
  }
}

/// Four and more kinds of things that one axis can show.
///
/// - Parameter levels: in the order of the text.
func findBreakdowns(_ levels: [Observation], _ words: BreakdownWords) -> [Breakdown] {
  struct Key: Hashable {
    var document: String?
    var area: Folded
    var period: Period
    var measure: String
    var shared: String
  }
  var order: [Key] = []
  var groups: [Key: [Breakdown.Thing]] = [:]
  for level in levels where level.kind == .level && level.qualifier == .exactly && level.status.isFactual && level.unit.written != "%" {
    guard let period = level.period, let (shared, own) = words.parted(level.name) else { continue }
    let key = Key(
      document: level.source?.document, area: foldedArea(level.area), period: period, measure: level.unit.kind.base, shared: shared)
    if groups[key] == nil { order.append(key) }
    groups[key, default: []].append(Breakdown.Thing(name: own, level: level))
  }
  return order.compactMap { key in
    let things = groups[key].map { withoutWholes($0, words) } ?? []
    return things.count >= 4 ? Breakdown(shared: key.shared, things: things) : nil
  }
}

/// The largest first, without things told twice and without those that others are a part of.
private func withoutWholes(_ things: [Breakdown.Thing], _ words: BreakdownWords) -> [Breakdown.Thing] {
  var seen: Set<Folded> = []
  let wholes = Set(things.compactMap(\.level.partOf))
  let own = things.filter { thing in
    let name = Folded(thing.name).text
    return seen.insert(Folded(thing.name)).inserted && !wholes.contains(thing.level.id) && !words.wholes.contains { name.hasPrefix($0) }
      && !things.contains { $0.name.count > thing.name.count && $0.name.contains(thing.name) }
  }
  var sized = own.compactMap { thing in thing.level.quantity.inBase.map { (thing, $0) } }.enumerated().sorted { a, b in
    a.element.1 == b.element.1 ? a.offset < b.offset : b.element.1 < a.element.1
  }.map(\.element)
  guard sized.count == own.count else { return [] }
  // One that is as much as all others together is all of them by another name.
  if let largest = sized.first?.1, let rest = sized.dropFirst().reduce(Rational?.some(.zero), { $0?.adding($1.1) }), !rest.isZero,
    let ratio = largest.divided(by: rest), let low = Rational(49, over: 50), let high = Rational(51, over: 50), ratio > low, ratio < high
  {
    sized.removeFirst()
  }
  return sized.map(\.0)
}
