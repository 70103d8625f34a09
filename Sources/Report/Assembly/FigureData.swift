package import Charts
import Grammar
package import Scene
import StructuredData
import Synchronization

/// What a figure draws, as tables with heads in the language of its report.
package struct FigureData: Hashable, Sendable {
  /// `图2-3`; nil where the report names the figure nowhere.
  var label: String?
  var title: String?
  var tables: [FigureTable]

  /// - Parameter unit: of the amounts, as the spec names it.
  package init(label: String?, title: String?, tables: [FigureTable], unit: String?, language: Language) {
    self.label = label
    self.title = title
    let vocabulary = Vocabulary(language)
    let words = FigureWords(language: language.rawValue)
    self.tables = tables.map { $0.worded(vocabulary, words, unit: unit) }
  }

  /// The numbers of the label.
  fileprivate var place: [Int] { (label ?? "").split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) } }
}

/// Gathers what figures draw while they are drawn, which happens after their pages are known.
final class DrawnData: Sendable {
  private let found = Mutex<Set<FigureData>>([])

  func add(_ data: FigureData) { found.withLock { _ = $0.insert(data) } }

  func add(_ other: DrawnData) {
    let more = other.found.withLock { $0 }
    found.withLock { $0.formUnion(more) }
  }

  func reset() { found.withLock { $0 = [] } }

  /// In the order of the labels, figures without one behind.
  var all: [FigureData] {
    let placed = found.withLock { $0 }.map { (place: $0.place, data: $0) }
    return placed.sorted { a, b in
      if a.place.isEmpty != b.place.isEmpty { return b.place.isEmpty }
      if a.place != b.place { return a.place.lexicographicallyPrecedes(b.place) }
      return (a.data.title ?? "", a.data.tables.first?.csv ?? "") < (b.data.title ?? "", b.data.tables.first?.csv ?? "")
    }.map(\.data)
  }
}

/// The data of figures as files of a document, `whitepaper-figure-2-3.csv`: a file for each table.
package func dataAttachments(_ figures: [FigureData]) -> [Attachment] {
  var taken: Set<String> = []
  return figures.flatMap { figure in
    figure.tables.map { table in
      let stem = (["whitepaper-figure"] + figure.place.map(String.init)).joined(separator: "-")
      var name = stem + ".csv"
      var count = 1
      while !taken.insert(name).inserted {
        count += 1
        name = "\(stem)-table-\(count).csv"
      }
      let words = [figure.label, figure.title, table.title].compactMap { $0 }.filter { !$0.isEmpty }
      return Attachment(
        name: name, bytes: Array(table.csv.utf8), mediaType: "text/csv",
        description: words.isEmpty ? "What the figure shows" : words.joined(separator: " "), relationship: .data)
    }
  }
}

extension FigureTable {
  /// The table with its heads (RFC 4180, CRLF), numbers as their source wrote them.
  var csv: String {
    let heads = columns.map { csvCell($0.title ?? $0.name) }
    return ([heads] + rows.map { row in row.map { csvCell($0 == .empty ? nil : $0.text) } })
      .map { $0.joined(separator: ",") + "\r\n" }.joined()
  }
}
