package import Diagnostics
import StructuredData

extension Concept {
  static let shape = NodeShape<Concept>.record("Concept") { fields in
    let id = fields.required("id", .text, "Lower-case words with hyphens, unique over all files.")
    let simplified = fields.required("zh-Hans", .text, "The name in Simplified Chinese.")
    let traditional = fields.optional("zh-Hant", .text, "The name in Traditional Chinese.")
    let english = fields.required("en", .text, "The name in English.")
    let wordings = fields.optional("wordings", .list(of: .text), default: [], "Further names the press uses.")
    let measure = fields.optional("measure", .text, "The unit without multiplier, such as 件 or 元.")
    let direction = fields.optional(
      "direction", directions, default: .neutral, "Whether more or less is better.")
    let real = fields.optional(
      "real-growth", .bool, default: false, "Its growth is told at constant prices and leads to no base.")
    let theme = fields.optional("theme", .text, "The heading it belongs under, such as 创造.")
    let icon = fields.optional("icon", .text, "The pictogram it is drawn with, a name of icons/; else its theme's.")
    let note = fields.optional("note", .text, "What is counted.")
    let distinctions = fields.optional(
      "not-the-same-as", distinctions, default: [], "Concepts that look alike, and why they differ.")
    guard let id, let simplified, let english else { return nil }
    return Concept(
      id: id, simplified: simplified, traditional: traditional ?? simplified, english: english, wordings: wordings,
      measure: measure, direction: direction, growsInRealTerms: real,
      theme: theme, icon: icon, note: note, distinctions: distinctions)
  }
  // Made once: a shape of names costs more to make than to read.
  private static let directions = NodeShape<Direction>.choice(Direction.self)
  private static let distinctions = NodeShape<[Distinction]>.list(of: Distinction.shape)
}

extension Concept.Distinction {
  static let shape = NodeShape<Concept.Distinction>.record("Distinction") { fields in
    let id = fields.required("id", .text, "The id of the other concept.")
    let note = fields.required("note", .text, "Why figures of the two must not be compared.")
    guard let id, let note else { return nil }
    return Concept.Distinction(id: id, note: note)
  }
}

extension ConceptTheme {
  static let shape = NodeShape<ConceptTheme>.record("Theme") { fields in
    let simplified = fields.required("zh-Hans", .text, "The heading in Simplified Chinese, as concepts name it.")
    let traditional = fields.optional("zh-Hant", .text, "The heading in Traditional Chinese.")
    let english = fields.required("en", .text, "The heading in English.")
    let icon = fields.optional("icon", .text, "The pictogram of its concepts that name none, a name of icons/.")
    guard let simplified, let english else { return nil }
    return ConceptTheme(simplified: simplified, traditional: traditional ?? simplified, english: english, icon: icon)
  }
}

private struct ConceptFile: Sendable {
  var concepts: [Spanned<Concept>]
  var themes: [ConceptTheme]

  static let shape = NodeShape<ConceptFile>.record("ConceptFile") { fields in
    let themes = fields.optional(
      "themes", .list(of: ConceptTheme.shape), default: [], "The headings that the concepts belong under.")
    let concepts = fields.required("concepts", .list(of: Concept.shape.spanned), "The concepts.")
    return concepts.map { ConceptFile(concepts: $0, themes: themes) }
  }
}

/// Reads concept files into one book, the project's first and the user's own after them: a later concept of the same id
/// replaces the earlier, which is how a user changes one.
///
/// - Parameter files: document name and YAML or JSON text of each.
/// - Throws: everything wrong with the files. Warnings: `concept.wording` where two concepts of one file share a wording,
///   `concept.unknown` where `not-the-same-as` names no concept.
package func readConcepts(_ files: [(document: String, text: String)]) throws(Diagnostics) -> Warned<ConceptBook> {
  var book = ConceptBook()
  var findings: [Diagnostic] = []
  var errors: [Diagnostic] = []
  var places: [Spanned<Concept>] = []
  for file in files {
    do throws(Diagnostics) {
      let node =
        file.document.hasSuffix(".json")
        ? try parseJSON(file.text, document: file.document) : try parseYAML(file.text, document: file.document)
      let read = try ConceptFile.shape.read(node)
      findings += read.diagnostics
      places += read.value.concepts
      for theme in read.value.themes { book.add(theme) }
      findings += add(read.value.concepts, to: &book)
    } catch {
      errors += error.all
    }
  }
  for place in places {
    for distinction in place.value.distinctions where book[distinction.id] == nil {
      let near = nearestName(to: distinction.id, among: book.concepts.map(\.id))
      findings.append(
        .warning(
          "concept.unknown", "“\(place.value.id)” is set apart from “\(distinction.id)”, which is no concept",
          at: place.span,
          hint: near.map { "did you mean “\($0)”?" }))
    }
  }
  guard errors.isEmpty else { throw Diagnostics(errors + findings) }
  return Warned(book, findings)
}

/// Adds the concepts of one file. Returns the wordings that two of them share.
private func add(_ concepts: [Spanned<Concept>], to book: inout ConceptBook) -> [Diagnostic] {
  var added: Set<Concept.ID> = []
  var findings: [Diagnostic] = []
  for place in concepts {
    let concept = place.value
    let taken = book.add(concept)
    added.insert(concept.id)
    for (name, owner) in taken where added.contains(owner) {
      findings.append(
        .warning("concept.wording", "“\(name)” is a wording of both “\(owner)” and “\(concept.id)”", at: place.span))
    }
  }
  return findings
}

/// The JSON Schema of a concept file.
package func conceptSchema() -> String {
  ConceptFile.shape.jsonSchema(title: "Concepts of a white paper").json(pretty: true)
}
