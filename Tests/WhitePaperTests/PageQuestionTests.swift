import Foundation
import Indicators
import Scene
import Testing

@testable import WhitePaper

private let python = ["/usr/bin/python3", "/usr/local/bin/python3"].first { FileManager.default.isExecutableFile(atPath: $0) }

/// The questions that `Scripts/check-pages` asks of pages and of every figure on them.
@Suite(.enabled(if: python != nil)) struct PageQuestionTests {
  let workshop: Workshop
  let scratch: Scratch

  init() throws {
    workshop = try shippedWorkshop()
    scratch = try Scratch()
  }

  /// The scene dump of a set in a layout, and its facts.
  func files(_ set: String, _ layout: String) throws -> [String] {
    let articles = ArticleSetTests.articles(set)
    var options = RenderOptions()
    options.layout = layout
    let dump = try workshop.render(articles, options: options).value.dump()
    let facts = encode(try workshop.read(articles).value.set, as: .json)
    return [try scratch.file("\(set).scene.json", Array(dump.utf8)), try scratch.file("\(set).json", Array(facts.utf8))]
  }

  func ask(_ arguments: [String]) throws -> (status: Int32, said: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(python))
    process.arguments = [project + "/Scripts/check-pages"] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  @Test(arguments: [("company", "annual"), ("traditional", "slides")])
  func everyFigureAnswersTenQuestions(set: String, layout: String) throws {
    let answer = try ask(try files(set, layout))
    #expect(answer.status == 0, "\(answer.said)")
  }

  /// A checker that finds nothing wrong must be one that finds what is wrong.
  @Test func plantedFaultsAreFound() throws {
    // Papers with figures of all forms, so that every question has many places for a fault.
    let sets = ["company", "five-years", "court", "county", "traditional", "english", "vehicles"]
    let answer = try ask(["--plant"] + files("five-areas", "slides") + sets.flatMap { try files($0, "annual") })
    let counts = answer.said.split(separator: "\n").map { line in
      line.split { !$0.isNumber }.prefix(3).compactMap { Int($0) }
    }
    #expect(counts.count == 10)
    // A label that is moved may come to stand beside its own mark again.
    for count in counts { #expect(count.count == 3 && count[2] >= 15 && count[1] * 20 >= count[2] * 18, "\(answer.said)") }
  }
}
