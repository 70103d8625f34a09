import Foundation
import Testing

@Suite("Articles of our own")
struct FixtureArticleTests {
  /// What an article is held to; raised when it is read better, never lowered.
  struct Bound: Sendable, CustomTestStringConvertible {
    var name: String
    var f1: Double
    var strict: Double
    var print: Double
    var testDescription: String { name }
  }

  private static let folder = testFolder.appending(path: "Fixtures/Articles")

  /// `Fixtures/bounds.csv`: name, F1, strict F1 and print F1 of each article.
  private static let bounds: [Bound] = {
    let table = (try? String(contentsOf: testFolder.appending(path: "Fixtures/bounds.csv"), encoding: .utf8)) ?? ""
    return table.split(separator: "\n").dropFirst().compactMap { line in
      let cells = line.split(separator: ",")
      guard cells.count == 4, let f1 = Double(cells[1]), let strict = Double(cells[2]), let print = Double(cells[3]) else { return nil }
      return Bound(name: String(cells[0]), f1: f1, strict: strict, print: print)
    }
  }()

  @Test("facts of courts, customs, energy, industry, statistics, IP offices, English", arguments: bounds)
  func article(bound: Bound) throws {
    let counts = try score(
      article: Self.folder.appending(path: bound.name + ".txt").path, gold: Self.folder.appending(path: bound.name + ".jsonl").path)
    #expect(counts.f1 >= bound.f1, "F1 \(counts.f1): \(counts.notes)")
    #expect(counts.strictF1 >= bound.strict, "strict \(counts.strictF1): \(counts.notes)")
    #expect(counts.printF1 >= bound.print, "print \(counts.printF1): \(counts.notes)")
  }

  @Test func everyArticleHasABound() throws {
    let articles = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { $0.hasSuffix(".txt") }.map {
      String($0.dropLast(4))
    }
    #expect(articles.sorted() == Self.bounds.map(\.name).sorted())
  }
}
