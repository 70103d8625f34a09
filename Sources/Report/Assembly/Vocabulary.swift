package import Indicators
import Lingua
package import Scene

/// The words that the layout itself prints, by language.
package struct Vocabulary: Hashable, Sendable {
  package let language: Language
  package init(_ language: Language) { self.language = language }

  private var words: PageWords { PrintWords.of(language.rawValue).pages }

  package var contents: String { words.contents }
  package var figuresAndTables: String { words.figuresAndTables }
  package var keyFigures: String { words.keyFigures }
  package var overview: String { words.overview }
  package var comparison: String { words.comparison }
  package var derivedAndChecks: String { words.derivedAndChecks }
  package var derivedFigures: String { words.derivedFigures }
  package var checks: String { words.checks }
  package var dataAndSources: String { words.dataAndSources }
  package var notes: String { words.notes }
  package var dataTable: String { words.dataTable }
  package var sources: String { words.sources }
  package var method: String { words.method }
  package var documents: String { words.documents }
  package var sourcePrefix: String { words.sourcePrefix }
  package var derivedMark: String { words.derivedMark }
  package var qualifiers: String { words.qualifiers }
  package var number: String { words.number }
  package var source: String { words.source }
  package var formula: String { words.formula }
  package var interval: String { words.interval }
  package var figureData: String { words.figureData }
  package var reviewCopy: String { words.reviewCopy }
  package var assumedPeriod: String { words.assumedPeriod }
  package var page: String { words.page }
  package var whitePaper: String { words.whitePaper }
  package var indicator: String { column("indicator") }
  package var value: String { column("value") }
  package var unit: String { column("unit") }
  package var area: String { column("area") }
  package var period: String { column("period") }
  /// Between what is listed.
  var comma: String { words.comma }

  /// Above a table that goes on: 续表 6-1, Table 6-1 (continued).
  package func continued(_ label: String?) -> String {
    let number = label.map { String($0.drop { !$0.isNumber }) } ?? ""
    guard let label, !number.isEmpty || !language.isChinese else { return words.continuedAlone }
    return words.continued.filled(["label": label, "number": number])
  }
  /// 资料来源：甲报、乙网.
  package func sources(_ names: [String]) -> String { sourcePrefix + names.joined(separator: words.listMark) }
  package func documents(_ shown: Int, of count: Int) -> String {
    words.documentsShown.filled(["shown": "\(shown)", "count": "\(count)"])
  }
  /// Below a table that shows so many of all rows.
  package func rows(_ shown: Int, of count: Int) -> String { words.rowsShown.filled(["shown": "\(shown)", "count": "\(count)"]) }
  /// The head of a column of a figure's data, by the name that the planner and our examples give the field; another name stays.
  package func column(_ field: String) -> String { words.columns[field] ?? field }
  /// How many of the figures that were read are told.
  package func told(_ told: Int, of count: Int) -> String { words.told.filled(["told": "\(told)", "count": "\(count)"]) }
  package func more(_ count: Int) -> String { words.more.filled(["count": "\(count)"]) }
  package func confidence(_ text: String) -> String { words.confidence.filled(["text": text]) }
  package func kind(_ kind: Observation.Kind) -> String { words.kinds[kind.rawValue] ?? kind.rawValue }
  package func status(_ status: Observation.Status) -> String { words.statuses[status.rawValue] ?? status.rawValue }

  /// What the chapters of derived figures and of sources open with.
  package var derivedNote: String { words.derivedNote }
  package func methodNote(documents: String, figures: String, sentences: String, hasDerived: Bool) -> String {
    words.methodNote.filled([
      "documents": documents, "figures": figures, "sentences": sentences,
      "derivation": hasDerived ? words.derivationBefore : words.derivationAlone,
    ])
  }

  /// `图2-3`, `Figure 2-3`.
  package func figure(_ chapter: String, _ number: Int) -> String { label(words.figure, chapter, number) }
  package func table(_ chapter: String, _ number: Int) -> String { label(words.table, chapter, number) }
  private func label(_ word: String, _ chapter: String, _ number: Int) -> String {
    chapter.isEmpty ? "\(word)\(number)" : "\(word)\(chapter)-\(number)"
  }

  /// `第2章`, `Chapter 2`.
  package func chapter(_ number: Int) -> String { words.chapter.filled(["number": "\(number)"]) }

  /// A title that stands there once more: `总体情况（二）`.
  package func again(_ title: String, _ count: Int) -> String {
    let numerals = words.numerals
    guard numerals.indices.contains(count - 1) else { return words.againBeyond.filled(["title": title, "count": "\(count)"]) }
    return words.again.filled(["title": title, "numeral": numerals[count - 1]])
  }

  package func quoted(_ text: String) -> String { words.quoted.filled(["text": text]) }
}
