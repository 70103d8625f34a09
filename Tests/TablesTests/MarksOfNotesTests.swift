import Articles
import Diagnostics
import Indicators
import Testing

@testable import Tables

/// Marks that lead to notes, before numbers and behind heads, and units that the notes give. All figures are invented.
@Suite("Marks of notes")
struct MarksOfNotesTests {
  @Test(
    "what stands before a number and leads to a note is no part of it",
    arguments: [
      ("(p)19.5", "19.5"), ("(2)20.0", "20.0"), ("(p)-3.7", "-3.7"), ("[r] 1,204", "1204"), ("¹45", "45"), ("*12.3", "12.3"),
      ("r 8.4", "8.4"),
      ("p1,204", "1204"), ("(2)", "-2"), ("(3.2)", "-3.2"),
    ])
  func leading(text: String, value: String) { #expect(CellContent(text, tableWords).number?.value.description == value) }

  @Test("names that begin so are no numbers", arguments: ["(1)指标", "q1", "m2", "b12", "(p)", "(2) Jobs", "1st"])
  func names(text: String) { #expect(CellContent(text, tableWords) == .text) }

  @Test(
    "a note gives the unit of the heads that lead to it",
    arguments: [
      ("Jobs(1)", "(1) Number of jobs, in thousands, not seasonally adjusted.", "thousand"),
      ("Unemployment rate(3)", "(3) In percent.", "%"), ("户籍人口①", "①单位：万人。", "万人"), ("出口总值*", "*亿元，按人民币计。", "亿元"),
      ("Wages [a]", "[a] In US dollars, before tax.", "US dollars"),
      ("Jobs(1)(2)", "(2) Thousands of persons.", "Thousands of persons"),
    ])
  func units(head: String, note: String, unit: String) throws {
    let found = try facts(of: "Survey of Rivertown", head, note)
    #expect(found.count == 2 && found.allSatisfy { $0.unit.written == unit }, "\(found)")
  }

  @Test("a note without a unit gives none", arguments: ["(1) Reflects revised inputs.", "(2) In thousands.", "1 Jobs, in thousands"])
  func others(note: String) throws { #expect(try facts(of: "Survey of Rivertown", "Jobs(1)", note).allSatisfy { $0.unit.written.isEmpty }) }

  private func facts(of title: String, _ head: String, _ note: String) throws -> [Observation] {
    let text = "# \(title)\n\n| Series | 2023 | 2024 |\n|---|---|---|\n| \(head) | 19.8 | 19.7 |\n\n\(note)\n"
    return statedFigures(in: try article(of: text, name: "a.md"), language, tableWords).value.filter { $0.cell != nil }
  }
}
