import Articles
import Diagnostics
import Extraction
import Foundation
import Indicators
import Testing

let testFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

@Suite("Whole articles")
struct WholeArticleTests {
  private static let shared = testFolder.appending(path: "../../../shared").standardized
  private static let hasSeeds = FileManager.default.fileExists(atPath: shared.appending(path: "seeds").path)

  @Test("the seed articles", .enabled(if: hasSeeds))
  func seeds() throws {
    var total = MatchCounts()
    let gold = Self.shared.appending(path: "extraction/gold")
    for name in try FileManager.default.contentsOfDirectory(atPath: gold.path).sorted() where name.hasSuffix(".jsonl") {
      let article = Self.shared.appending(path: "seeds/" + name.dropLast(6) + ".txt")
      total += try score(article: article.path, gold: gold.appending(path: name).path)
    }
    #expect(total.gold > 70)
    #expect(total.f1 >= 0.98, "\(total.notes)")
    #expect(total.strictF1 >= 0.95, "\(total.notes)")
  }
}

/// The observations of one or several sentences published on 5 March 2024 and about 广东.
func facts(_ text: String) throws -> [Observation] {
  let source = "广东：某项工作情况\n2024-03-05 来源：某报\n\(text)\n"
  return try observations(in: try readArticle(bytes: Array(source.utf8), path: "t.txt").value).value
}

@Suite("Every observation")
struct ObservationTests {
  @Test func carriesItsSourceAndRule() throws {
    let found = try facts("2023年，全省发明专利有效量达53.92万件，同比增长6.2%。")
    #expect(found.map { $0.id.split(separator: "/").map(String.init) }.map { [$0.first, $0.last] } == [["t", "53.92万件"], ["t", "6.2%"]])
    #expect(found.map { $0.source?.text } == ["53.92万件", "6.2%"])
    #expect(found.first?.source?.sentence == "2023年，全省发明专利有效量达53.92万件，同比增长6.2%。")
    #expect(found.last?.of == found.first?.id)
    #expect(found.allSatisfy { $0.rule != nil && $0.area == "广东" && $0.period == Period(year: 2023) })
  }
}
