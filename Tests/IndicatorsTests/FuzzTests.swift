import Diagnostics
import Indicators
import Testing

@Suite struct FuzzTests {
  @Test func noSetStopsTheProgram() {
    var dice = Dice(state: 11)
    var derivedCount = 0
    var foundCount = 0
    for round in 0..<60 {
      let set = round % 2 == 0 ? dice.crowd() : dice.village()
      let derived = derive(set).value
      derivedCount += derived.count
      let whole = IndicatorSet(documents: set.documents, observations: set.observations + derived)
      let grouped = indicators(of: whole)
      foundCount += check(whole).count
      _ = series(of: merge([set, whole]).value, derived: derived)
      for figure in grouped.flatMap({ $0.stated + $0.derived }) {
        for language in FigureLanguage.allCases {
          #expect(!figureText(figure, in: language).isEmpty)
          #expect(!spokenChinese(figure, in: language).isEmpty)
        }
      }
    }
    #expect(derivedCount > 50)
    #expect(foundCount > 50)
  }

  @Test func nothingStatedIsLost() {
    var dice = Dice(state: 5)
    for round in 0..<40 {
      var set = round % 2 == 0 ? dice.crowd() : dice.village()
      set.observations = set.observations.filter { $0.status != .derived }
      var shown: Set<Observation.ID> = []
      for indicator in indicators(of: set) {
        for figure in indicator.stated {
          shown.insert(figure.id)
          let repeats = (figure.source?.repeats ?? []).map(\.text)
          for other in set.observations where repeats.contains(other.source?.text ?? "") { shown.insert(other.id) }
        }
      }
      #expect(Set(set.observations.map(\.id)).subtracting(shown).isEmpty)
    }
  }

  @Test func derivedFiguresKeepTheirPromise() throws {
    var dice = Dice(state: 3)
    var count = 0
    for _ in 0..<60 {
      let set = dice.village()
      for figure in derive(set).value {
        count += 1
        let derivation = try #require(figure.derivation)
        #expect(!derivation.inputs.isEmpty)
        #expect(figure.status == .derived)
        if let lower = derivation.lower, let upper = derivation.upper { #expect(!upper.isLess(than: lower)) }
        let inputs = set.observations.filter { derivation.inputs.contains($0.id) }
        #expect(inputs.allSatisfy { $0.status.isFactual })
      }
      let findings = check(IndicatorSet(observations: set.observations + derive(set).value))
      #expect(findings.filter { $0.rule == "check.c15-digits" } == [])
    }
    #expect(count > 50)
  }
}
