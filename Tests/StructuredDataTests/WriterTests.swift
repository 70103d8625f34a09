import Diagnostics
import StructuredData
import Testing

@Suite struct WriterTests {
  private let sample = Node.mapping([
    ("标题", .string("浙江省：知识产权")), ("n", .sequence([.number("970.24"), .number("12.50"), .bool(true), .null])),
    ("empty", .sequence([])), ("none", .mapping([])),
    ("nested", .sequence([.sequence([.string("a")]), .mapping([("k", .string("v"))])])),
    ("lines", .string("一\n\n 二\n")),
  ])

  @Test func json() {
    #expect(
      sample.json()
        == #"{"标题": "浙江省：知识产权", "n": [970.24, 12.50, true, null], "empty": [], "none": {}, "nested": [["a"], {"k": "v"}], "lines": "一\n\n 二\n"}"#
    )
    #expect(
      Node.mapping([("a", .sequence([.number(1), .mapping([])]))]).json(pretty: true) == """
        {
          "a": [
            1,
            {}
          ]
        }

        """)
  }

  @Test func yaml() {
    #expect(
      sample.yaml() == """
        标题: 浙江省：知识产权
        n:
          - 970.24
          - 12.50
          - true
          - null
        empty: []
        none: {}
        nested:
          - - a
          - k: v
        lines: |
          一

           二

        """)
  }

  @Test(
    "numbers of YAML become numbers of JSON",
    arguments: [
      ("+1", "1"), ("-.5", "-0.5"), ("1.", "1"), ("007", "7"), ("-00.10e+5", "-0.10e+5"), ("0", "0"), ("x", "\"x\""),
      ("1e", "\"1e\""),
    ])
  func numbers(written: String, json: String) {
    #expect(Node.number(written).json() == json)
  }

  @Test(
    "doubles print short",
    arguments: [(0.1, "0.1"), (3, "3"), (-1e14, "-100000000000000"), (1e21, "1e+21"), (.infinity, "null")])
  func doubles(value: Double, text: String) {
    #expect(Node.number(value).json() == text)
  }

  @Test(
    "texts that need quotes get them and read back",
    arguments: [
      "", " x", "x ", "true", "null", "~", "12", "1e5", "no", "-", "- x", "a: b", "a:", "a #b", "#b", "&a", "*a", "!t",
      "|", "'x'", "\"x\"",
      "[a]", "{a}", "%a", "@a", "`a", "a\tb", "a\u{0}b", "a\rb", "\u{85}", "\u{2028}", "a\n", "\na", "a\n\n", " a\nb",
      "a \nb", "a\n b", "\n", "?",
      "? x", ":x", ",x", "=", "<<", "0x1F", ".5x", "...", "---", "--- x", "2024-01-01", "12:30", "a,b", "a]b",
      "x\u{FEFF}", "😀", "e\u{301}",
      "中 #文", "a\n\nb", "a\n...\nb", "a\n---\nb", "\ta", "a\n\tb", "x\u{7F}",
    ])
  func texts(text: String) throws {
    for node in [
      Node.string(text), .sequence([.string(text)]), .mapping([("k", .string(text))]),
      .mapping([(text, .sequence([.number(1)]))]),
      .sequence([.sequence([.string(text)])]), .mapping([("a", .mapping([(text, .string(text)), ("b", .null)]))]),
    ] {
      let again = try parseYAML(node.yaml(), document: "x")
      #expect(scalars(again) == scalars(node), "\(node.yaml().debugDescription)")
      #expect(try parseJSON(node.json(), document: "x") == node)
    }
  }

  /// Exactly, where `String` takes canonically equal texts for equal.
  private func scalars(_ node: Node) -> [Unicode.Scalar] { Array(node.json().unicodeScalars) }
}
