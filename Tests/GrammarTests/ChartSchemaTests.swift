import Diagnostics
import Grammar
import StructuredData
import Testing

/// The tables of a spec's mappings hold what reading knows: a key that a table lists is never unknown to the reader.
@Suite struct ChartSchemaTests {
  private let unit: [(key: String, value: Node)] = [
    ("data", .mapping([("values", .sequence([]))])), ("mark", .string("point")), ("encoding", .mapping([])),
  ]

  /// Keys that reading a spec calls unknown.
  private func unknown(_ spec: Node) -> [String] {
    let findings: [Diagnostic]
    do throws(Diagnostics) { findings = try readSpec(spec).diagnostics } catch { findings = error.all }
    return findings.filter { $0.rule == "field.unknown" }.map(\.message)
  }

  /// Something that the key takes.
  private func sample(_ entry: Vocabulary.Entry?) -> Node {
    guard let entry else { return .bool(true) }
    if let word = entry.words.first { return .string(word) }
    switch entry.kinds.first {
    case "number": return .number(1)
    case "bool": return .bool(true)
    case "numbers": return .sequence([.number(0), .number(1)])
    case "list": return .sequence([])
    case "map": return .mapping([])
    default: return .string("a")
    }
  }

  private func mapping(_ vocabulary: Vocabulary, without hidden: Set<String> = []) -> Node {
    .mapping(vocabulary.keys.filter { !hidden.contains($0) }.map { ($0, sample(vocabulary.entries[$0])) })
  }

  @Test("transforms", arguments: Vocabulary.transforms.map(\.key))
  func transform(key: String) throws {
    let vocabulary = try #require(Vocabulary.transforms.first { $0.key == key }?.vocabulary)
    var value = mapping(vocabulary)
    if key == "lookup" {
      let from: Node = .mapping([
        ("data", .mapping([("values", .sequence([]))])), ("key", .string("a")), ("fields", .sequence([.string("a")])),
      ])
      value = value.adding("from", from)
    }
    #expect(unknown(.mapping(unit + [("transform", .sequence([value]))])) == [])
  }

  @Test func channels() {
    let own: Set<String> = ["test", "param", "selection", "empty", "columns", "align", "spacing", "center", "bounds"]
    #expect(unknown(.mapping(unit.dropLast() + [("encoding", .mapping([("x", mapping(.channel, without: own))]))])) == [])
    let facet: Node = .mapping([("facet", mapping(.channel, without: ["test", "param", "selection", "empty"]))])
    #expect(unknown(.mapping(unit.dropLast() + [("encoding", facet)])) == [])
  }

  @Test func views() {
    let contents: Set<String> = ["mark", "layer", "facet", "spec", "repeat", "concat", "hconcat", "vconcat", "data", "encoding", "params"]
    let rest = mapping(.chartSpec, without: contents).mapping?.entries.map { ($0.key, $0.value) } ?? []
    #expect(unknown(.mapping(unit + rest)) == [])
    #expect(unknown(.mapping(unit + [("params", .sequence([mapping(.parameter)])), ("resolve", mapping(.resolve))])) == [])
    for key in Vocabulary.annotation.keys {
      #expect(unknown(.mapping(unit + [("annotations", .sequence([.mapping([(key, sample(Vocabulary.annotation.entries[key]))])]))])) == [])
    }
  }

  @Test func theSchemaNamesEveryChannelAndRefusesOthers() throws {
    let schema = chartSchema()
    let encoding = try #require(schema["$defs"]?["encoding"])
    #expect(encoding["properties"]?.mapping?.keys == Channel.allCases.map(\.rawValue))
    #expect(encoding["additionalProperties"]?.bool == false)
    // Every reference has its definition.
    let defined = Set(schema["$defs"]?.mapping?.keys ?? [])
    var referred: Set<String> = []
    func walk(_ node: Node) {
      for entry in node.mapping?.entries ?? [] {
        if entry.key == "$ref", let path = entry.value.string { referred.insert(String(path.dropFirst("#/$defs/".count))) }
        walk(entry.value)
      }
      for item in node.sequence ?? [] { walk(item) }
    }
    walk(schema)
    #expect(referred.isSubset(of: defined))
    #expect(referred.count > 15)
  }
}
