import Foundation
import Testing

@Suite("Articles of our own")
struct FixtureArticleTests {
  @Test("facts of courts, customs, energy, industry, statistics, IP offices, English")
  func articles() throws {
    let folder = testFolder.appending(path: "Fixtures/Articles")
    var total = MatchCounts()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() where name.hasSuffix(".txt") {
      total += try score(article: folder.appending(path: name).path, gold: folder.appending(path: name.dropLast(4) + ".jsonl").path)
    }
    #expect(total.gold >= 1_230)
    #expect(total.f1 >= 0.97, "\(total.notes.prefix(60).joined(separator: "\n"))")
    #expect(total.strictF1 >= 0.93, "\(total.notes.prefix(60).joined(separator: "\n"))")
  }
}
