import Diagnostics
import Foundation
import Testing

@testable import WhitePaper

/// The articles of `Fixtures/sound-articles.txt`, whose figures agree with one another: the checks find neither an error nor a
/// likely slip in them.
@Suite struct SoundArticleTests {
  static let articles: [String] = {
    let file = project + "/Tests/WhitePaperTests/Fixtures/sound-articles.txt"
    let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").drop { $0.hasPrefix("#") }.joined(separator: "\n").components(separatedBy: "\n----\n")
  }()

  @Test func thereAreArticles() { #expect(Self.articles.count > 40) }

  @Test(arguments: articles) func isNotContradicted(_ article: String) throws {
    let workshop = try shippedWorkshop()
    let scratch = try Scratch()
    let path = scratch.path + "/article.txt"
    try Data(article.utf8).write(to: URL(fileURLWithPath: path))
    let findings = try workshop.check([path]).filter { $0.severity >= .warning }
    #expect(findings.isEmpty, "\(findings.map(\.description))")
  }
}
