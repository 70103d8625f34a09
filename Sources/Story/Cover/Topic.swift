package import Indicators
package import StructuredData

/// What a paper is about, and the words that tell.
package struct Topic: Hashable, Sendable {
  package var chinese: String
  package var english: String
  /// Count where a document's title has them.
  package var title: [String]
  /// Count where a figure's name has them.
  package var names: [String]
  /// Themes of the concepts that belong to it.
  package var themes: [String]
  /// A word that some title or name must have too.
  package var needs: String?
  /// The pictogram of a paper about it, a name of `icons/`.
  package var icon: String?

  package func label(in language: FigureLanguage) -> String {
    language.isChinese ? language.inItsScript(chinese) : english
  }

  package static let shape = NodeShape<Topic>.record("Topic") { fields in
    let chinese = fields.required("zh", .text, "In simplified Chinese.")
    let english = fields.required("en", .text, "In English.")
    let title = fields.required("title", .list(of: .text), "Words of titles.")
    let names = fields.required("names", .list(of: .text), "Words of figures' names.")
    let themes = fields.required("themes", .list(of: .text), "Themes of concepts.")
    let needs = fields.optional("needs", .text, "A word that a title or a name must have too.")
    let icon = fields.optional("icon", .text, "The pictogram of a paper about it, a name of `icons/`.")
    guard let chinese, let english, let title, let names, let themes else { return nil }
    return Topic(chinese: chinese, english: english, title: title, names: names, themes: themes, needs: needs, icon: icon)
  }
}

/// The topic that most of the titles and figures speak of; nil where none is spoken of by a title or a quarter of the figures.
package func topic(of set: IndicatorSet, among topics: [Topic], concepts: ConceptBook) -> Topic? {
  let titles = set.documents.compactMap(\.title).map { Folded($0) }
  let figures = set.observations.counted { $0.name }
  let total = set.observations.count
  var best: (topic: Topic, score: Double)?
  let titleWords = LongestWords(topics.flatMap(\.title).map { Folded($0) })
  let nameWords = LongestWords(topics.flatMap(\.names).map { Folded($0) })
  let spokenInTitles = titles.map { titleWords.words(in: $0) }
  let spokenInNames = figures.map { nameWords.words(in: Folded($0.key)) }
  for topic in topics {
    let ownTitle = Set(topic.title.map { Folded($0) })
    let ownNames = Set(topic.names.map { Folded($0) })
    if let needs = topic.needs.map({ Folded($0) }),
      !titles.contains(where: { $0.contains(needs) }), !figures.contains(where: { Folded($0.key).contains(needs) })
    {
      continue
    }
    let inTitles = spokenInTitles.count { !$0.isDisjoint(with: ownTitle) }
    let inNames = zip(figures, spokenInNames).reduce(0) { sum, pair in
      let (figure, spoken) = pair
      let counts = !spoken.isDisjoint(with: ownNames) || concepts.theme(of: figure.key).map(topic.themes.contains) == true
      return sum + (counts ? figure.value : 0)
    }
    let share = total > 0 ? Double(inNames) / Double(total) : 0
    guard inTitles > 0 || share >= 0.25 else { continue }
    // A title counts as much as all figures together.
    let score = (titles.isEmpty ? 0 : Double(inTitles) / Double(titles.count)) + share
    if score > best?.score ?? 0 { best = (topic, score) }
  }
  return best?.topic
}

/// Finds words of which some hold others: 新能源汽车 speaks of cars and not of 新能源.
private struct LongestWords {
  /// The longest first.
  private let words: [Folded]

  init(_ words: [Folded]) {
    self.words = Set(words.filter { !$0.isEmpty }).sorted { ($1.utf8.count, $0.text) < ($0.utf8.count, $1.text) }
  }

  /// The words of a text that stand there outside of a longer one.
  func words(in text: Folded) -> Set<Folded> {
    var found: Set<Folded> = []
    var taken = [Bool](repeating: false, count: text.utf8.count)
    for word in words where word.utf8.count <= text.utf8.count && text.contains(word) {
      var at = 0
      while at + word.utf8.count <= text.utf8.count {
        let range = at..<(at + word.utf8.count)
        guard text.utf8[range].elementsEqual(word.utf8), !taken[range].allSatisfy({ $0 }) else {
          at += 1
          continue
        }
        found.insert(word)
        for i in range { taken[i] = true }
        at = range.upperBound
      }
    }
    return found
  }
}

extension Sequence {
  /// How many elements there are of each key, in the order of first appearance.
  fileprivate func counted(by key: (Element) -> String) -> [(key: String, value: Int)] {
    var order: [String] = []
    var counts: [String: Int] = [:]
    for element in self {
      let name = key(element)
      if counts[name] == nil { order.append(name) }
      counts[name, default: 0] += 1
    }
    return order.map { ($0, counts[$0] ?? 0) }
  }
}
