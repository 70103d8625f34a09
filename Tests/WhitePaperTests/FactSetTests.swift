import Diagnostics
import Extraction
import Foundation
import Indicators
import Scene
import Testing

@testable import WhitePaper

/// A set says all that its article said: written to a file and read back it prints and checks the same, byte for byte.
@Suite struct FactSetTests {
  /// The articles that the extraction tests hold annotations of.
  static let articles: [String] = {
    let folder = project + "/Tests/ExtractionTests/Fixtures/Articles"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { name in [".txt", ".md", ".html"].contains { name.hasSuffix($0) } }.sorted().map { folder + "/" + $0 }
  }()

  /// The articles' sets, and what a reader would see of each.
  static let sets = Result { () throws -> [(path: String, set: IndicatorSet, printed: String)] in
    let workshop = try shippedWorkshop()
    let concepts = try workshop.concepts
    return try articles.map { path in
      let set = try workshop.read([path]).value.set
      return (path, set, print(set, concepts: concepts))
    }
  }

  /// What a reader would see of a set: every figure in three ways, what follows from them, what contradicts.
  static func print(_ set: IndicatorSet, concepts: ConceptBook) -> String {
    let derived = derive(set, concepts: concepts)
    var lines: [String] = []
    for figure in set.observations + derived.value {
      let printed = FigureLanguage.allCases.map { language in
        figureText(figure, in: language) + " " + (periodText(of: figure, in: language) ?? "")
      }
      lines.append(([figure.id, figure.name] + printed + [spokenChinese(figure)]).joined(separator: " | "))
      if let derivation = figure.derivation { lines.append("\(derivation)") }
    }
    for finding in derived.diagnostics { lines.append("\(finding)") }
    for language in [FigureLanguage.english, .simplifiedChinese] {
      for finding in check(set, concepts: concepts, language: language) { lines.append("\(finding)") }
    }
    let whole = IndicatorSet(documents: set.documents, observations: set.observations + derived.value)
    for indicator in indicators(of: whole) { lines.append("\(indicator)") }
    for one in series(of: set, concepts: concepts).value { lines.append("\(one)") }
    return lines.joined(separator: "\n")
  }

  @Test func thereAreArticles() { #expect(Self.articles.count >= 40) }

  @Test("an article, its set in a file, and the set without its sentences are one", arguments: [IndicatorFormat.yaml, .json, .csv])
  func filesSayAll(format: IndicatorFormat) throws {
    let concepts = try shippedWorkshop().concepts
    for (path, set, printed) in try Self.sets.get() {
      let text = encode(set, as: format)
      let read = try decodeIndicators(text, document: "set", as: format)
      #expect(read.value == set, "\(path)")
      #expect(read.diagnostics.isEmpty, "\(path)")
      #expect(Self.print(read.value, concepts: concepts) == printed, "\(path)")
    }
  }

  /// No stage after extraction reads a sentence except to print it: without any, all else stays as it was.
  @Test func sentencesAreOnlyPrinted() throws {
    let concepts = try shippedWorkshop().concepts
    func silent(_ set: IndicatorSet) -> IndicatorSet {
      var copy = set
      for index in copy.observations.indices { copy.observations[index].source?.sentence = "" }
      return copy
    }
    for (path, set, printed) in try Self.sets.get() {
      let without = Self.print(silent(set), concepts: concepts)
      var spoken = printed
      for sentence in Set(set.observations.compactMap { $0.source?.sentence }).sorted(by: { $0.count > $1.count }) {
        spoken = spoken.replacingOccurrences(of: "sentence: \(String(reflecting: sentence))", with: "sentence: \"\"")
      }
      #expect(spoken == without, "\(path)")
    }
  }

  /// Real articles contradict themselves nowhere: the checks find no error in them.
  @Test func soundArticlesAreNotContradicted() throws {
    let workshop = try shippedWorkshop()
    for path in Self.articles {
      let errors = try workshop.check([path]).filter { $0.severity == .error }
      #expect(errors.isEmpty, "\(errors.map(\.description))")
    }
  }

  /// A check of a file and of its set end to end, with the places of the article.
  @Test func theCommandChecksBothAlike() throws {
    let workshop = try shippedWorkshop()
    let scratch = try Scratch()
    for path in Self.articles.prefix(8) {
      let file = scratch.path + "/set.yaml"
      let set = try workshop.extract([path]).value
      try Data(try workshop.write(set, format: "yaml").utf8).write(to: URL(fileURLWithPath: file))
      let ofArticle = try workshop.check([path], language: .simplifiedChinese).filter { $0.rule.hasPrefix("check.") }
      let ofSet = try workshop.check([file], language: .simplifiedChinese).filter { $0.rule.hasPrefix("check.") }
      #expect(ofSet == ofArticle, "\(path)")
    }
  }
}
