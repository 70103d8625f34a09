import Lingua

/// All concepts known to a run, found by their wordings.
package struct ConceptBook: Sendable {
  package private(set) var concepts: [Concept] = []
  private var byID: [Concept.ID: Int] = [:]
  /// The folded first name of each concept.
  private var keys: [Folded] = []
  private var byName: [Folded: Int] = [:]
  private var themes: [String: ConceptTheme] = [:]

  /// Knows no concept: every name stands for itself.
  package init() {}

  /// - Parameter concepts: a later one of the same id replaces the earlier, and a later wording counts.
  package init(_ concepts: [Concept]) {
    for concept in concepts { add(concept) }
  }

  /// - Returns: the names that stood for another concept before, with that concept.
  @discardableResult
  package mutating func add(_ concept: Concept) -> [(name: String, owner: Concept.ID)] {
    let place = byID[concept.id] ?? concepts.count
    let key = nameKey(concept.simplified)
    if place == concepts.count {
      concepts.append(concept)
      keys.append(key)
    } else {
      concepts[place] = concept
      keys[place] = key
    }
    byID[concept.id] = place
    var taken: [(name: String, owner: Concept.ID)] = []
    for (i, name) in concept.names.enumerated() {
      guard let owner = byName.updateValue(place, forKey: i == 0 ? key : nameKey(name)), owner != place else { continue }
      taken.append((name, concepts[owner].id))
    }
    return taken
  }

  /// A later theme of the same name replaces the earlier.
  package mutating func add(_ theme: ConceptTheme) { themes[theme.simplified] = theme }

  package subscript(id: Concept.ID) -> Concept? { byID[id].map { concepts[$0] } }

  /// The concept of a name in an article's words, in any script: a wording as it is or after a leading 全省, 累计 or 发行 is
  /// taken off. Nothing is guessed from resemblance.
  ///
  /// - Parameter unit: where given, one of another measure than the concept's is no match (专利质押 in 笔 is no amount).
  package func concept(named name: String, unit: Unit? = nil) -> Concept? {
    guard let place = place(of: nameKey(name)) else { return nil }
    let concept = concepts[place]
    if let unit, let measure = concept.measure, !measure.isEmpty, !unit.isComparable(with: Unit(measure)) {
      // Counted things take several measure words: 5318次 and 5318件 of the same licences.
      let counted = unit.kind.dimension == .count && Unit(measure).kind.dimension == .count
      if !counted { return nil }
    }
    return concept
  }

  /// What names of one concept have in common: the concept's first name, else the name itself, folded.
  package func key(for name: String) -> Folded {
    let key = nameKey(name)
    return place(of: key).map { keys[$0] } ?? key
  }

  /// Whether both names are of one concept.
  func areOne(_ a: String, _ b: String) -> Bool {
    guard !concepts.isEmpty, let first = place(of: nameKey(a)) else { return false }
    return first == place(of: nameKey(b))
  }

  /// By the name, or by the name without the verb of what was done: 发行知识产权证券化产品.
  private func place(of key: Folded) -> Int? {
    if let place = byName[key] { return place }
    guard let verb = leadingVerbs.first(where: { key.hasPrefix($0) }) else { return nil }
    return byName[key.dropFirst(verb)]
  }

  /// The name for print: the concept's label in languages other than the article's, else the name as written.
  package func label(of name: String, in language: FigureLanguage) -> String {
    guard language != .simplifiedChinese, let concept = concept(named: name) else { return name }
    return concept.label(in: language)
  }

  package func theme(of name: String) -> String? { concept(named: name)?.theme }

  /// A theme's heading in a language; as it is written where no file knows it.
  package func label(ofTheme name: String, in language: FigureLanguage) -> String {
    themes[name]?.label(in: language) ?? name
  }

  /// The pictogram of a name: its concept's, else that of the concept's theme, else none.
  package func icon(of name: String, unit: Unit? = nil) -> String? {
    guard let concept = concept(named: name, unit: unit) else { return nil }
    return concept.icon ?? concept.theme.flatMap { icon(ofTheme: $0) }
  }

  package func icon(ofTheme name: String) -> String? { themes[name]?.icon }

  /// Why two names must not be compared, where the concepts say so; nil when they are the same or nothing is known.
  package func distinction(between a: String, and b: String) -> String? {
    guard let first = concept(named: a), let second = concept(named: b) else { return nil }
    return distinction(between: first, and: second)
  }

  package func distinction(between first: Concept, and second: Concept) -> String? {
    guard first.id != second.id else { return nil }
    return first.distinctions.first { $0.id == second.id }?.note
      ?? second.distinctions.first { $0.id == first.id }?.note
  }
}

extension Concept {
  /// All names it is found by.
  package var names: [String] { [simplified, traditional, english] + wordings }
}

/// Words that come before a name without changing what is measured.
private let leadingWords = FigureNameWords.shared.leadingWords.map { Folded($0) }

/// Verbs of what is counted. 新增 is none: what is new is not the stock.
private let leadingVerbs = FigureNameWords.shared.leadingVerbs.map {
  Folded($0)
}

/// A name for look-up: folded, without the words that say where and since when; of an English name the last word stands in the singular.
func nameKey(_ name: String) -> Folded {
  var key = Folded(endingInSingular(name))
  var changed = true
  while changed {
    changed = false
    for word in leadingWords where key.hasPrefix(word) && key.utf8.count >= word.utf8.count + 6 {
      key = key.dropFirst(word)
      changed = true
    }
  }
  return key
}

/// unemployment rates and unemployment rate are one measure; what is no plural (gas, business, statistics) is left alone, or is the same key
/// for every name that ends so.
private func endingInSingular(_ name: String) -> String {
  guard let last = name.utf8.last, last == UInt8(ascii: "s") else { return name }
  let word = name.split(separator: " ").last.map { $0.lowercased() } ?? ""
  guard word.count > 3, word.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }) else { return name }
  if ["ss", "us", "is", "ics"].contains(where: word.hasSuffix) { return name }
  if word.hasSuffix("ies"), word.count > 4 { return name.dropLast(3) + "y" }
  if ["sses", "xes", "ches", "shes"].contains(where: word.hasSuffix) { return String(name.dropLast(2)) }
  return String(name.dropLast())
}
