import Diagnostics
import Foundation
import Testing
import WhitePaper

/// Papers of different articles in different layouts, as they were written: verifying finds nothing. `WHITEPAPER_UNTOUCHED_PAPERS` raises their
/// number.
@Suite struct UntouchedPaperTests {
  private static let count = ProcessInfo.processInfo.environment["WHITEPAPER_UNTOUCHED_PAPERS"].flatMap { Int($0) } ?? 14

  private static let articles: [String] = ["/Tests/ExtractionTests/Fixtures/Articles", "/Tests/ArticleSets"].flatMap { folder in
    let names = FileManager.default.enumerator(atPath: project + folder)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().map { project + folder + "/" + $0 }
  }

  @Test func areSound() throws {
    let workshop = try shippedWorkshop()
    let scratch = try Scratch()
    let layouts = ["annual", "brief", "slides", "long-image", "card", "square", "study"]
    #expect(Self.articles.count > 100)
    var written = 0
    var figures = 0
    for number in 0..<Self.count {
      var options = RenderOptions()
      options.layout = layouts[number % layouts.count]
      // Each article once in turn, then again in another layout; some papers are of two.
      let place = (number + number / Self.articles.count * 3) % Self.articles.count
      let more = number % 5 == 0 ? [Self.articles[(place + 7) % Self.articles.count]] : []
      let inputs = [Self.articles[place]] + more
      guard let document = try? workshop.render(inputs, options: options).value else { continue }
      let format: PageFormat = number % 9 == 8 ? .png : .pdf
      options.dpi = 40
      let paths = try workshop.write(document, to: scratch.path + "/\(number).\(format.rawValue)", format: format, options: options)
      for path in paths {
        let found = try workshop.verify(path)
        #expect(found.findings == [], "\(inputs) \(options.layout ?? "")")
        figures += found.figures
      }
      written += 1
    }
    print("\(written) of \(Self.count) are papers, with \(figures) figures that lead to their sentences")
    #expect(written * 10 > Self.count * 9)
  }
}
