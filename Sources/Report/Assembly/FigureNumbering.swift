/// The numbers of figures and tables, per chapter, in reading order.
struct FigureNumbering {
  let vocabulary: Vocabulary
  private var chapter = ""
  private var figures = 0
  private var tables = 0
  /// For the list of figures and tables in the contents.
  private(set) var entries: [(label: String, title: String, anchor: String)] = []

  init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// - Parameter number: of the chapter; a letter for an appendix; empty where figures count through.
  mutating func begin(chapter number: String) {
    chapter = number
    figures = 0
    tables = 0
  }

  mutating func figure(title: String, anchor: String) -> String {
    figures += 1
    let label = vocabulary.figure(chapter, figures)
    entries.append((label, title, anchor))
    return label
  }

  mutating func table(title: String, anchor: String) -> String {
    tables += 1
    let label = vocabulary.table(chapter, tables)
    entries.append((label, title, anchor))
    return label
  }
}
