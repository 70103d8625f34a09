import ChartProof
import Diagnostics
import Foundation
import Geometry
import StructuredData
import Testing

/// Damaged specs: each is a picture or a diagnostic, in time.
///
/// `WHITEPAPER_MUTATED_SPECS` says how many (10000 for the whole proof, 40 without it), `WHITEPAPER_MUTATED_SEED` with which seed to begin.
@Suite struct MutatedSpecTests {
  @Test func everyDamagedSpecIsAPictureOrADiagnostic() throws {
    let environment = ProcessInfo.processInfo.environment
    let count = environment["WHITEPAPER_MUTATED_SPECS"].flatMap { Int($0) } ?? 40
    let first = environment["WHITEPAPER_MUTATED_SEED"].flatMap { UInt64($0) } ?? 1
    let benches = [try ChartBench(), try ChartBench(look: "annual")]
    let folder = KindsOfChartsTests.folder
    let specs = try KindsOfChartsTests.names.map { name in
      try parseJSON(try String(contentsOfFile: folder + "/\(name).vl.json", encoding: .utf8), document: name)
    }
    try #require(!specs.isEmpty)
    var drawn = 0
    for index in 0..<count {
      let seed = first + UInt64(index)
      var generator = SeededGenerator(seed: seed)
      let place = Int.random(in: 0..<specs.count, using: &generator)
      var mutation = SpecMutation(of: specs[place], generator: generator)
      let spec = mutation.damaged()
      if environment["WHITEPAPER_MUTATED_TRACE"] != nil { print("seed \(seed): \(spec.json(pretty: false))") }
      let clock = ContinuousClock()
      let time = try clock.measure {
        do { drawn += try benches[index % 2].draw(spec, folder: folder).items.isEmpty ? 0 : 1 } catch is Diagnostics {}
      }
      #expect(time < .seconds(10), "seed \(seed) of \(KindsOfChartsTests.names[place]) took \(time)")
    }
    #expect(drawn > count / 10, "hardly any damaged spec is drawn: the damage is too coarse to prove anything")
  }
}

/// Damages one to three places of a spec: values of other kinds and sizes, parts left out, doubled or put in other places.
struct SpecMutation {
  private let original: Node
  private var generator: SeededGenerator
  private let parts: [Node]

  init(of spec: Node, generator: SeededGenerator) {
    original = spec
    self.generator = generator
    var parts: [Node] = []
    func collect(_ node: Node) {
      parts.append(node)
      for entry in node.mapping?.entries ?? [] where entry.key != "values" { collect(entry.value) }
      for item in node.sequence ?? [] { collect(item) }
    }
    collect(spec)
    self.parts = parts
  }

  mutating func damaged() -> Node {
    var spec = original
    // Mostly one: after two or three, hardly a spec can be drawn.
    for _ in 0..<([1, 1, 1, 2, 3].randomElement(using: &generator) ?? 1) {
      var place = Int.random(in: 1..<max(2, parts.count), using: &generator)
      spec = damaged(spec, at: &place)
    }
    return spec
  }

  /// The node with damage at its `place`th part.
  private mutating func damaged(_ node: Node, at place: inout Int) -> Node {
    if place == 0 {
      place = -1
      return oddity(instead: node)
    }
    place -= 1
    if let mapping = node.mapping {
      var entries: [Mapping.Entry] = []
      for entry in mapping.entries {
        guard place >= 0, entry.key != "values" else {
          entries.append(entry)
          continue
        }
        let isHere = place == 0
        let value = damaged(entry.value, at: &place)
        switch isHere ? Int.random(in: 0..<8, using: &generator) : 7 {
        case 0: continue
        case 1: entries.append(Mapping.Entry(key: entry.key + "x", value: entry.value))
        default: entries.append(Mapping.Entry(key: entry.key, value: value))
        }
      }
      return Node(.mapping(Mapping(entries)), at: node.span)
    }
    if let items = node.sequence {
      var result: [Node] = []
      for item in items {
        guard place >= 0 else {
          result.append(item)
          continue
        }
        let isHere = place == 0
        let value = damaged(item, at: &place)
        switch isHere ? Int.random(in: 0..<6, using: &generator) : 5 {
        case 0: continue
        case 1: result += [item, item]
        default: result.append(value)
        }
      }
      return Node(.sequence(result), at: node.span)
    }
    return node
  }

  private mutating func oddity(instead node: Node) -> Node {
    let numbers = [0, -1, 1, 0.5, 1e-9, 1e9, -1e9, 1e300, -1e300, 0x1p-1074, 1e17, 255, 65_536]
    let texts = ["", " ", "NaN", "null", "datum", "datum.x +", "[", "width", "count", "log", "quantitative", "百", "a\u{0}b", "2022-02-30"]
    switch Int.random(in: 0..<12, using: &generator) {
    case 0: return .string(texts.randomElement(using: &generator) ?? "")
    case 1...3: return .number(numbers.randomElement(using: &generator) ?? 0)
    case 4: return Node(.null)
    case 5: return .bool(Bool.random(using: &generator))
    case 6: return .sequence([])
    case 7: return .mapping([])
    case 8: return .string(String(repeating: node.string ?? "长", count: Int.random(in: 2...300, using: &generator)))
    case 9: return .sequence([node, node])
    default: return parts.randomElement(using: &generator) ?? node
    }
  }
}
