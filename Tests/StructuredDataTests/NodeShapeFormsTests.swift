import Diagnostics
import StructuredData
import Testing

/// A tree that contains itself, told apart from a leaf by a key.
private indirect enum Tree: Equatable {
  case leaf(String)
  case branch([Tree])

  static let shape: NodeShape<Tree> = .either(
    NodeShape<Tree>.record("Leaf") { fields in fields.required("name", .string).map { .leaf($0) } }
      .when { $0["children"] == nil },
    or: .record("Branch") { fields in
      fields.required("children", .list(of: .deferred("a tree", kind: .mapping) { Tree.shape })).map { .branch($0) }
    })
}

@Suite struct NodeShapeFormsTests {
  private func read<Value>(_ shape: NodeShape<Value>, _ yaml: String) throws -> Value {
    try shape.read(parseYAML(yaml, document: "x")).value
  }
  private func messages<Value>(_ shape: NodeShape<Value>, _ yaml: String) -> [String] {
    do {
      _ = try read(shape, yaml)
      return []
    } catch {
      return (error as? Diagnostics)?.all.map { "\($0.message) [\($0.rule)]" } ?? []
    }
  }

  @Test func aShapeMayContainItself() throws {
    let tree = try read(Tree.shape, "children:\n  - name: a\n  - children: [{name: b}]\n")
    #expect(tree == .branch([.leaf("a"), .branch([.leaf("b")])]))
    #expect(
      Tree.shape.jsonSchema(title: "Tree")["$defs"]?["Branch"]?["properties"]?["children"]?["items"]
        == .mapping([
          (
            "anyOf",
            .sequence([.mapping([("$ref", .string("#/$defs/Leaf"))]), .mapping([("$ref", .string("#/$defs/Branch"))])])
          )
        ]))
    #expect(
      messages(Tree.shape, "children: [{nam: x}, 3]") == [
        "the key “name” is missing: expected a text [field.missing]", "unknown key “nam” [field.unknown]",
        "expected a tree, found 3 [field.type]",
      ])
  }

  @Test func dictionariesKeepOrderAndPlaces() throws {
    let shape = NodeShape<[(key: Spanned<String>, value: Double)]>.dictionary(of: .number)
    let pairs = try read(shape, "乙: 1\n甲: 2.5\n")
    #expect(pairs.map(\.key.value) == ["乙", "甲"])
    #expect(pairs.map(\.value) == [1, 2.5])
    #expect(pairs.last?.key.span.start == .init(line: 2, column: 1))
  }

  @Test func nullIsNotAbsence() throws {
    let shape = NodeShape<String>.record("Axis") { fields in
      let axis = fields.optional("axis", .nullable(.string))
      return axis.map { $0 ?? "none" } ?? "absent"
    }
    #expect(try read(shape, "{}") == "absent")
    #expect(try read(shape, "axis: null") == "none")
    #expect(try read(shape, "axis: left") == "left")
  }

  @Test func nullIsAbsenceWhereNothingElseIsSaid() throws {
    let shape = NodeShape<String>.record("Title") { $0.optional("title", .string, default: "none") }
    #expect(try read(shape, "title:") == "none")
  }

  @Test func literalsBesideOtherForms() throws {
    let shape = NodeShape<Double>.either(.literal(.string("auto"), -1), .literal(.bool(false), 0), .number)
    #expect(try [read(shape, "auto"), read(shape, "false"), read(shape, "7")] == [-1, 0, 7])
    #expect(messages(shape, "true") == ["expected “auto” or false or a number, found true [field.type]"])
  }

  @Test(
    "lists count their items",
    arguments: [
      ("[1]", ["expected a list of 2 items, found 1 [field.count]"]), ("[1, 2]", []),
      ("[1, x]", ["expected a number, found “x” [field.type]"]),
      ("x", ["expected a list, found “x” [field.type]"]),
    ])
  func lists(yaml: String, expected: [String]) {
    #expect(messages(.list(of: .number, count: 2...2), yaml) == expected)
  }

  @Test(
    "whole numbers",
    arguments: [
      ("3", []), ("3.0", []), ("3.5", ["expected a whole number, found 3.5 [field.type]"]),
      ("-1", ["the number must be at least 0, found -1 [field.range]"]),
      ("1e40", ["expected a whole number, found 1e40 [field.type]"]),
    ])
  func integers(yaml: String, expected: [String]) {
    #expect(messages(.integer(in: 0...), yaml) == expected)
  }

  @Test func aMappedValueReportsAtItsPlace() throws {
    let shape = NodeShape.string.map { text, _ throws(Diagnostic) in
      if let even = Int(text), even % 2 == 0 { return even }
      throw .error("test.odd", "odd")
    }
    let list = NodeShape<[Int]>.list(of: shape)
    #expect(try read(list, "['2', '4']") == [2, 4])
    let problems = #expect(throws: Diagnostics.self) { try read(list, "['2', '3']") }
    #expect(problems?.all.map(\.description) == ["x:1:7: error: odd [test.odd]"])
  }

  @Test func theRestOfAMappingIsKnown() throws {
    let shape = NodeShape<[String]>.record("Open") { fields in
      _ = fields.optional("a", .number)
      fields.ignore("b")
      return fields.rest().map(\.key)
    }
    #expect(try read(shape, "{a: 1, c: 2, b: 3, d: 4}") == ["c", "d"])
    #expect(shape.jsonSchema(title: "Open")["$defs"]?["Open"]?["additionalProperties"] == nil)
  }

  @Test func findingsAreBounded() throws {
    let keys = (0..<5000).map { "k\($0): 1" }.joined(separator: "\n")
    let strict = NodeShape<Int>.record("Strict") { fields in
      _ = fields.optional("key", .number)
      return 1
    }
    #expect(messages(strict, keys).count == 500)
  }

  @Test func anErrorIsKeptBehindManyWarnings() throws {
    let lenient = NodeShape<Int>.record("Lenient", unknownKeys: .warning) { fields in
      fields.optional("k0", .number) == nil ? nil : 1
    }
    let list = NodeShape<[Int]>.list(of: .either(lenient, or: .integer))
    let text = "- {" + (1..<600).map { "k\($0): 1" }.joined(separator: ", ") + ", k0: 1}\n- x\n"
    #expect(messages(list, text).last == "expected a mapping or a whole number, found “x” [field.type]")
  }
}
