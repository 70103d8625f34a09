package import Indicators
import StructuredData

/// What follows what: the stages of a procedure, each by the words that names of figures have for it; the data of `language/story.yaml`.
package struct Process: Sendable {
  package var stages: [[String]]

  package init(_ stages: [[String]]) { self.stages = stages }

  static let shape = NodeShape<[[String]]>.list(of: .list(of: .text))

  /// The stage that a name speaks of and what passes through it: 专利授权量 is 专利 at the second of 申请, 授权, 转化. Nil for none, or two.
  func stage(of name: String) -> (index: Int, object: String)? {
    var found: (index: Int, object: String)?
    for (i, words) in stages.enumerated() {
      guard let word = words.first(where: { name.contains($0) }) else { continue }
      guard found == nil else { return nil }
      found = (i, name.replacing(word, with: ""))
    }
    guard var found else { return nil }
    while let last = found.object.last, "量数额 ".contains(last) { found.object.removeLast() }
    return found
  }
}

/// Levels of one place, time and unit that are three or more stages of one procedure, in its order. A stage that names no object (审结)
/// goes with the one that is named before it.
package func findSteps(_ facts: [Observation], among processes: [Process]) -> [[Observation]] {
  struct Key: Hashable {
    var process: Int
    var area: Folded
    var period: Period?
    var measure: String
  }
  struct Entry {
    var stage: Int
    var object: String
    var fact: Observation
  }
  var order: [Key] = []
  var groups: [Key: [Entry]] = [:]
  for fact in facts where fact.kind == .level && fact.status.isFactual && fact.qualifier == .exactly && fact.period != nil {
    for (i, process) in processes.enumerated() {
      guard let (stage, object) = process.stage(of: fact.name) else { continue }
      let key = Key(process: i, area: foldedArea(fact.area), period: fact.period, measure: fact.unit.kind.base)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(Entry(stage: stage, object: object, fact: fact))
    }
  }
  return order.compactMap { key in
    let entries = groups[key] ?? []
    guard let object = entries.first(where: { !$0.object.isEmpty })?.object else { return nil }
    var stages: [Int: Observation] = [:]
    for entry in entries where entry.object == object || entry.object.isEmpty {
      stages[entry.stage] = stages[entry.stage] ?? entry.fact
    }
    let steps = stages.sorted { $0.key < $1.key }.map(\.value)
    return steps.count >= 3 ? steps : nil
  }
}
