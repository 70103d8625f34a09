import Articles
import Diagnostics
import Extraction
import Foundation
import Indicators
import Lingua
import Testing

@testable import Tables

/// Layouts drawn by number, in the forms that files have: what they state is known.
@Suite("Generated layouts of tables")
struct GeneratedLayoutTests {
  struct Score {
    var expected = 0
    var predicted = 0
    var found = 0
    var right = 0
    /// Whose kind, area, period or unit is another.
    var untrue = 0

    mutating func add(_ other: Score) {
      expected += other.expected
      predicted += other.predicted
      found += other.found
      right += other.right
      untrue += other.untrue
    }
    var recall: Double { Double(found) / Double(max(1, expected)) }
    var share: Double { Double(right) / Double(max(1, predicted)) }
  }

  enum Form: String, CaseIterable { case html, csv, markdown }

  /// `LAYOUTS=n` draws so many, and prints the scores of each dimension; `LAYOUT=3,7` prints those of these seeds.
  @Test("nearly all cells of two hundred layouts are read, and none as what it is not")
  func layouts() throws {
    let environment = ProcessInfo.processInfo.environment
    if let seeds = environment["LAYOUT"] {
      for seed in seeds.split(separator: ",").compactMap({ UInt64($0) }) { try printLayout(seed) }
      return
    }
    let count = environment["LAYOUTS"].flatMap { UInt64($0) } ?? 200
    var all = Score()
    var dimensions: [String: Score] = [:]
    var worst: [(UInt64, Score)] = []
    for seed in 1...count {
      let layout = GeneratedLayout(seed: seed)
      let form = layout.form(seed)
      let score = self.score(layout, try facts(of: layout, form)).0
      all.add(score)
      for (name, value) in layout.choices + [("file", form.rawValue)] { dimensions["\(name): \(value)", default: Score()].add(score) }
      if score.recall < 0.9 || score.share < 0.9 { worst.append((seed, score)) }
    }
    if environment["LAYOUTS"] != nil {
      for (name, score) in dimensions.sorted(by: { ($0.value.recall, $0.key) < ($1.value.recall, $1.key) }) {
        print(Self.line(name, score))
      }
      for (seed, score) in worst.prefix(80) { print(Self.line("seed \(seed)", score)) }
      print("layouts below 0.9: \(worst.count) of \(count)")
    }
    print(Self.line("all", all))
    #expect(all.recall >= 0.99 && all.share >= 0.99 && all.untrue == 0)
  }

  private static func line(_ name: String, _ score: Score) -> String {
    func three(_ number: Double) -> String { String(format: "%.3f", number) }
    return "recall \(three(score.recall)) right \(three(score.share)) untrue \(score.untrue) of \(score.expected)  \(name)"
  }

  private func printLayout(_ seed: UInt64) throws {
    let layout = GeneratedLayout(seed: seed)
    let form = layout.form(seed)
    print(layout.choices.map { "\($0.0)=\($0.1)" }.joined(separator: "; "))
    print(form == .markdown ? layout.text(form) : layout.csv)
    let found = try facts(of: layout, form)
    let (score, misses) = score(layout, found)
    for miss in misses.prefix(4) { print(miss) }
    for finding in DocumentParts(try article(of: layout.text(form), name: "a." + suffix(form)), language, tableWords).findings {
      print(finding)
    }
    print(Self.line("seed \(seed) as \(form)", score))
  }

  private func suffix(_ form: Form) -> String { form == .markdown ? "md" : form.rawValue }

  private func facts(of layout: GeneratedLayout, _ form: Form) throws -> [Observation] {
    var article = try article(of: layout.text(form), name: "a." + suffix(form))
    // Sheets of a workbook, as its reader gives them.
    if article.tables.count == layout.blocks.count {
      for index in article.tables.indices { article.tables[index].sheet = layout.blocks[index].sheet }
    }
    let found = statedFigures(in: article, language, tableWords).value
    return found.filter { $0.cell != nil }
  }

  private func score(_ layout: GeneratedLayout, _ found: [Observation]) -> (Score, [String]) {
    var score = Score()
    var misses: [String] = []
    score.expected = layout.facts.count
    score.predicted = found.count
    let values = Dictionary(found.map { ($0.id, $0.value.description) }, uniquingKeysWith: { first, _ in first })
    var byValue = Dictionary(grouping: found) { $0.value.description }
    for fact in layout.facts {
      let same = byValue[fact.value] ?? []
      let kind: Observation.Kind = fact.isRank ? .rank : fact.isGrowth ? .change : .level
      guard let index = same.firstIndex(where: { $0.kind == kind && $0.area == fact.area && $0.period?.description == fact.period }) else {
        let other = same.first
        if other != nil { score.untrue += 1 }
        misses.append(
          "missed \(fact.line): \(other.map { "got \($0.kind) \($0.name) \($0.unit.written) \($0.area ?? "-") \($0.period?.description ?? "-")" } ?? "")"
        )
        continue
      }
      let one = same[index]
      byValue[fact.value]?.remove(at: index)
      score.found += 1
      let unit = fact.isRank ? "位" : fact.isGrowth ? "%" : fact.measure.unit
      var wrong: [String] = []
      if one.unit.written != unit { wrong.append("unit \(one.unit.written)") }
      if !isName(one.name, of: fact.measure.name) { wrong.append("name \(one.name)") }
      if fact.isGrowth || fact.isRank, one.of.flatMap({ values[$0] }) != fact.of {
        wrong.append("of \(one.of.flatMap { values[$0] } ?? "-")")
      }
      if one.unit.written != unit { score.untrue += 1 }
      if wrong.isEmpty { score.right += 1 } else { misses.append("wrong \(fact.line): \(wrong.joined(separator: ", "))") }
    }
    return (score, misses)
  }

  /// As `score.py` has it: one within the other.
  private func isName(_ name: String, of measure: String) -> Bool {
    let (name, measure) = (HeadReading.key(name), HeadReading.key(measure))
    return !name.isEmpty && (name.contains(measure) || measure.contains(name))
  }
}

extension GeneratedLayout.Fact {
  var line: String {
    "\(isRank ? "rank" : isGrowth ? "change" : "level") \(measure.name) \(value) \(measure.unit) \(area ?? "-") \(period)"
  }
}

extension GeneratedLayout {
  /// Sheets are tables of their own, which only HTML parts here.
  func form(_ seed: UInt64) -> GeneratedLayoutTests.Form {
    blocks.contains { $0.sheet != nil } ? .html : GeneratedLayoutTests.Form.allCases[Int(seed % 3)]
  }

  func text(_ form: GeneratedLayoutTests.Form) -> String {
    switch form {
    case .html: html
    case .csv: csv
    case .markdown: markdown
    }
  }

  var csv: String {
    func quoted(_ text: String) -> String { text.contains { ",\n\"".contains($0) } ? "\"\(text)\"" : text }
    return blocks.map { block in
      let lines = block.titles.map(quoted) + block.rows.map { row in row.map { quoted($0?.text ?? "") }.joined(separator: ",") }
      return (lines + block.notes.map(quoted)).joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  private var markdown: String {
    blocks.map { block in
      let lines = block.rows.map { row in
        "| " + row.map { ($0?.text ?? "").replacingOccurrences(of: "\n", with: "<br>") }.joined(separator: " | ") + " |"
      }
      let rule = "|" + String(repeating: "---|", count: block.rows.first?.count ?? 1)
      let titles = block.titles.enumerated().map { ($0 == 0 ? "## " : "") + $1 + "\n\n" }.joined()
      return titles + ([lines[0], rule] + lines.dropFirst()).joined(separator: "\n") + "\n\n" + block.notes.map { $0 + "\n\n" }.joined()
    }.joined()
  }

  private var html: String {
    "<!DOCTYPE html><html><body>\n"
      + blocks.map { block in
        let rows = block.rows.map { row in
          let cells = row.compactMap { cell -> String? in
            guard let cell else { return nil }
            let name = cell.isHead ? "th" : "td"
            let spans = (cell.rows > 1 ? " rowspan=\"\(cell.rows)\"" : "") + (cell.columns > 1 ? " colspan=\"\(cell.columns)\"" : "")
            return "<\(name)\(spans)>\(cell.text.replacingOccurrences(of: "\n", with: "<br>"))</\(name)>"
          }
          return "<tr>\(cells.joined())</tr>"
        }
        let titles = block.titles.enumerated().map { $0 == 0 ? "<h2>\($1)</h2>\n" : "<p>\($1)</p>\n" }.joined()
        return titles + "<table>\n\(rows.joined(separator: "\n"))\n</table>\n" + block.notes.map { "<p>\($0)</p>\n" }.joined()
      }.joined() + "</body></html>\n"
  }
}
