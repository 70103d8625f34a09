import ChartProof
import Diagnostics
import Foundation
import StructuredData
import Synchronization
import Testing

/// Random charts in the look of the house, every question asked of each.
@Suite struct RandomChartTests {
  let bench: ChartBench
  init() throws { bench = try ChartBench(look: "annual") }

  /// How many seeds are drawn: `WHITEPAPER_RANDOM_CHARTS`, else 60.
  private static let count = ProcessInfo.processInfo.environment["WHITEPAPER_RANDOM_CHARTS"].flatMap(UInt64.init) ?? 60

  /// What has been drawn: every question is asked of the same charts.
  private static let drawn = Mutex<[String: Result<DumpPage, any Error>]>([:])

  private func page(_ chart: RandomChart) throws -> DumpPage {
    if let known = Self.drawn.withLock({ $0[chart.spec] }) { return try known.get() }
    let page = Result { DumpPage(try bench.dump(try parseJSON(chart.spec, document: "\(chart.seed).json"))) }
    Self.drawn.withLock { $0[chart.spec] = page }
    return try page.get()
  }

  /// Writes the spec of a chart with a fault into the folder that `WHITEPAPER_RANDOM_FOLDER` names.
  private func keep(_ chart: RandomChart) throws {
    guard let folder = ProcessInfo.processInfo.environment["WHITEPAPER_RANDOM_FOLDER"] else { return }
    try chart.spec.write(toFile: "\(folder)/\(chart.form.rawValue)-\(chart.seed).json", atomically: true, encoding: .utf8)
  }

  @Test func everyQuestionIsAnsweredYes() throws {
    var tally = ProofTally()
    for seed in 0..<Self.count {
      let chart = RandomChart(seed: seed)
      do {
        let faults = checkFigure(try page(chart), against: chart)
        if !faults.isEmpty { try keep(chart) }
        tally.add(chart, faults: faults)
      } catch let error as Diagnostics {
        tally.refuse(chart, rule: error.all.last { $0.severity == .error }?.rule ?? "?")
      }
    }
    let refused = tally.refusals.values.reduce(0, +)
    #expect(tally.sound + refused == tally.charts, "\((tally.lines + tally.examples.prefix(20)).joined(separator: "\n"))")
    #expect(Double(refused) <= 0.05 * Double(tally.charts), "\(tally.refusals)")
  }

  @Test func figuresOfTheHouseAreSoundToo() throws {
    var tally = ProofTally()
    for seed in 0..<Self.count / 2 {
      let chart = RandomChart(houseSeed: seed)
      do {
        let faults = checkFigure(try page(chart), against: chart)
        if !faults.isEmpty { try keep(chart) }
        tally.add(chart, faults: faults)
      } catch let error as Diagnostics {
        tally.refuse(chart, rule: error.all.last { $0.severity == .error }?.rule ?? "?")
      }
    }
    #expect(tally.sound == tally.charts, "\((tally.lines + tally.examples.prefix(40)).joined(separator: "\n"))")
  }

  @Test("faults planted in figures of the house are found", arguments: [FigureQuestion.title, .source, .overlap, .clipping, .labels])
  func plantedHouseFaults(question: FigureQuestion) throws {
    var random = SeededGenerator(seed: 11)
    var planted = 0
    for seed: UInt64 in 0..<30 where planted < 8 {
      let chart = RandomChart(houseSeed: seed)
      guard question != .labels || [.ranking, .lollipopMark, .dumbbell, .squares].contains(chart.form), let page = try? page(chart),
        let broken = PlantedFault.plant(question, in: page, of: chart, &random)
      else { continue }
      planted += 1
      #expect(
        checkFigure(broken, against: chart).contains { $0.question == question },
        "seed \(chart.seed), \(chart.form.rawValue): a fault of “\(question.rawValue)” is not found")
    }
    #expect(planted > 2)
  }

  @Test("planted faults are found", arguments: FigureQuestion.allCases) func plantedFaults(question: FigureQuestion) throws {
    var random = SeededGenerator(seed: 7)
    var planted = 0
    var seed: UInt64 = 0
    while planted < 20, seed < 120 {
      let chart = RandomChart(seed: seed)
      seed += 1
      guard let page = try? page(chart), let broken = PlantedFault.plant(question, in: page, of: chart, &random) else { continue }
      planted += 1
      #expect(
        checkFigure(broken, against: chart).contains { $0.question == question },
        "seed \(chart.seed), \(chart.form.rawValue): a fault of “\(question.rawValue)” is not found")
    }
    #expect(planted == 20)
  }
}
