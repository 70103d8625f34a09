/// What many random charts came to.
package struct ProofTally: Sendable {
  package var charts = 0
  package var sound = 0
  /// Reasons of refusals, by rule.
  package var refusals: [String: Int] = [:]
  /// Charts with a fault, by question.
  package var charted: [FigureQuestion: Int] = [:]
  package var examples: [String] = []

  package init() {}

  package mutating func add(_ chart: RandomChart, faults: [FigureFault]) {
    charts += 1
    if faults.isEmpty { sound += 1 }
    for question in Set(faults.map(\.question)) { charted[question, default: 0] += 1 }
    for fault in faults.prefix(2) { examples.append("\(chart.seed) \(chart.form.rawValue): \(fault)") }
  }

  package mutating func refuse(_ chart: RandomChart, rule: String) {
    charts += 1
    refusals[rule, default: 0] += 1
  }

  package var lines: [String] {
    var lines = ["\(sound) of \(charts) charts are sound, \(refusals.values.reduce(0, +)) refused"]
    lines += refusals.sorted { $0.key < $1.key }.map { "  refused: \($0.key) \($0.value)" }
    lines += FigureQuestion.allCases.compactMap { question in charted[question].map { "  \(question.rawValue): \($0)" } }
    return lines
  }
}
