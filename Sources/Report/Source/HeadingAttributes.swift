import Diagnostics

/// What stands in braces behind a heading, as Pandoc writes it: `# Title {#label .key-figures -}`.
struct HeadingAttributes: Hashable {
  var anchor: String?
  /// Of a chapter: what the layout's `sections` call it.
  var section: Layout.Section?
  /// `-`: the chapter has no number.
  var isUnnumbered = false
  /// `pictogram=scales`: of a chapter.
  var pictogram: String?

  /// The title without its attributes, and the attributes; nil where none stand there.
  ///
  /// - Returns: `unknown`, the words that are no attribute.
  static func split(_ text: String) -> (title: String, attributes: HeadingAttributes, unknown: [String])? {
    guard text.hasSuffix("}"), let brace = text.lastIndex(of: "{") else { return nil }
    let words = text[text.index(after: brace)...].dropLast().split(separator: " ").map(String.init)
    // `{{figure}}` at the end of a title is none.
    guard !words.isEmpty, !text[..<brace].hasSuffix("{"), words.allSatisfy({ "#.-".contains($0.prefix(1)) || $0.hasPrefix("pictogram=") })
    else { return nil }
    var attributes = HeadingAttributes()
    var unknown: [String] = []
    for word in words {
      if word == "-" || word == ".unnumbered" {
        attributes.isUnnumbered = true
      } else if word.hasPrefix("#"), word.count > 1 {
        attributes.anchor = String(word.dropFirst())
      } else if word.hasPrefix("pictogram=") {
        attributes.pictogram = String(word.dropFirst("pictogram=".count))
      } else if word.hasPrefix("."), let section = Layout.Section(rawValue: String(word.dropFirst())), section.isChapter {
        attributes.section = section
      } else {
        unknown.append(word)
      }
    }
    return (String(text[..<brace]).trimmed, attributes, unknown)
  }
}

extension Layout.Section {
  /// Whether chapters of a report can belong to it.
  var isChapter: Bool {
    switch self {
    case .keyFigures, .chapters, .comparison, .derived, .sources: true
    case .masthead, .cover, .contents, .card: false
    }
  }
}
