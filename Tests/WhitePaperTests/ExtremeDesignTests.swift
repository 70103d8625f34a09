import Diagnostics
import Foundation
import SeededNumbers
import StructuredData
import Testing
import WhitePaper

/// Every number that a layout or a theme may have, at values that no one means: it is refused, or pages are made, in good time and within
/// bounds. `WHITEPAPER_EXTREMES=all` tries each key with each value; else each key has a few.
@Suite struct ExtremeDesignTests {
  private static let tries = ProcessInfo.processInfo.environment["WHITEPAPER_EXTREMES"] == "all" ? values.count : 1

  private static let values = [
    "0", "-1", "1e-9", "1e9", "1e308", ".nan", ".inf", "\"NaN\"", "\"1e999mm\"", "0mm", "1000000000mm", "-5pt", "9223372036854775808",
    "0.25", "8",
    "\"\"", "null", "[]",
  ]

  /// All that has a style of its own stands in it.
  private static let report = """
    ---
    title: 很长的题目用来看它怎样断行
    subtitle: 副题
    issuer: 某研究组
    date: 2024年5月
    ---

    # 第一章

    *导语一句。*

    ```kpi
    - {label: 质押金额, value: "970.24", unit: 亿元, change: +119.25%}
    - {label: 专利授权量, value: "53.92", unit: 万件}
    ```

    正文一段，文字要够长，才会折行到下一行，也才会看出字号、行距和缩进的影响。[^1]

    ## 第一节

    - 条目
    - 又一条

    > 引文

    | 甲 | 乙 |
    |---|---:|
    | 丙 | 12.5 |

    ```chart
    title: 两地
    data: {values: [{n: 甲, v: 3}, {n: 乙, v: 5}]}
    mark: bar
    encoding: {y: {field: n, type: nominal}, x: {field: v, type: quantitative}}
    ```

    # 第二章

    又一段正文。

    [^1]: 注。
    """

  private struct Key: Sendable {
    var kind: String
    var path: [String]
  }

  /// The places of numbers and lengths in the schema, those of open mappings under names that are used.
  private static func keys(of kind: String) throws -> [Key] {
    let schema = try parseJSON(try Workshop.inspectSchema(kind), document: kind)
    let roles = [
      "body", "chapter", "cover-title", "card-figure", "figure-title", "table-body", "note", "folio", "running-head", "contents-1", "lead",
      "hero-figure",
    ]
    func resolved(_ node: Node) -> Node {
      guard let name = node["$ref"]?.string?.split(separator: "/").last else { return node }
      return schema["$defs"]?[String(name)] ?? node
    }
    func isNumber(_ node: Node) -> Bool {
      let types = node["type"]?.string.map { [$0] } ?? node["type"]?.sequence?.compactMap(\.string) ?? []
      if types.contains("number") && !types.contains("string") || types.contains("integer") { return true }
      return (node["oneOf"] ?? node["anyOf"])?.sequence?.contains { isNumber(resolved($0)) } ?? false
    }
    var found: [Key] = []
    func walk(_ node: Node, _ path: [String]) {
      guard path.count < 6 else { return }
      let node = resolved(node)
      if isNumber(node) { found.append(Key(kind: kind, path: path)) }
      for entry in node["properties"]?.mapping?.entries ?? [] { walk(entry.value, path + [entry.key]) }
      if let more = node["additionalProperties"], more.bool == nil {
        for name in path.last == "masters" ? ["noted"] : roles { walk(more, path + [name]) }
      }
    }
    walk(schema, [])
    return found
  }

  @Test func theSchemasHaveNumbers() throws {
    #expect(try Self.keys(of: "layout").count > 35)
    #expect(try Self.keys(of: "theme").count > 40)
  }

  /// What is not extreme becomes pages, or the others would show nothing.
  @Test func usualNumbersMakePages() throws {
    let scale = Key(kind: "layout", path: ["text-columns"])
    let size = Key(kind: "theme", path: ["styles", "body", "size"])
    #expect(try render([(scale, "2"), (size, "9")]) > 10_000)
  }

  @Test(arguments: ["layout", "theme"]) func eachKey(kind: String) throws {
    let keys = try Self.keys(of: kind)
    for (number, key) in keys.enumerated() {
      for turn in 0..<Self.tries { try render([(key, Self.values[(number + turn * 5) % Self.values.count])]) }
    }
  }

  /// Two to four of them together, as they are in files that were made by chance.
  @Test func severalKeys() throws {
    let keys = try Self.keys(of: "layout") + Self.keys(of: "theme")
    let count = Self.tries == 1 ? 30 : 1_000
    var made = 0
    for seed in 0..<count {
      var chance = SplitMix64(state: UInt64(seed))
      let size = try render(
        (0..<2 + chance.below(4)).map { _ in
          let key = keys[chance.below(keys.count)]
          let values = chance.below(10) == 0 ? Self.values : Self.bounds(of: key)
          return (key, values[chance.below(values.count)])
        })
      made += size > 0 ? 1 : 0
    }
    #expect(made * 20 > count, "\(made) of \(count)")
    print("\(made) of \(count) designs made by chance make pages")
  }

  /// Values at the ends of what a key may have, and some between.
  private static func bounds(of key: Key) -> [String] {
    switch key.path.last {
    case "weight": ["100", "400", "900"]
    case "width", "height": ["72", "100", "300", "1500", "5000"]
    case "columns", "text-columns", "claims": ["1", "2", "4"]
    case "size", "leading": ["4", "5", "9", "30", "90", "400"]
    default: key.path.first == "type" || key.path.first == "scale" ? ["0.25", "0.5", "2", "4"] : ["0", "1", "6", "20", "60", "150"]
    }
  }

  /// Lines of a mapping, those within it in braces; of values for one place the first counts.
  private static func mapping(_ changes: [(path: ArraySlice<String>, value: String)]) -> String {
    func flow(_ changes: [(path: ArraySlice<String>, value: String)]) -> String {
      if let value = changes.first(where: { $0.path.isEmpty })?.value { return value }
      return "{" + entries(changes).joined(separator: ", ") + "}"
    }
    func entries(_ changes: [(path: ArraySlice<String>, value: String)]) -> [String] {
      Dictionary(grouping: changes, by: { $0.path.first ?? "" }).sorted { $0.key < $1.key }.map { key, inner in
        "\(key): " + flow(inner.map { ($0.path.dropFirst(), $0.value) })
      }
    }
    return entries(changes).joined(separator: "\n")
  }

  /// - Returns: how many bytes the pages have as PDF; 0 for what is refused.
  @discardableResult private func render(_ changes: [(key: Key, value: String)]) throws -> Int {
    var workshop = try shippedWorkshop()
    var files = ["r.report.md": Self.report]
    for kind in ["layout", "theme"] {
      let base = kind == "layout" ? ["annual", "brief", "slides", "study"][changes[0].value.utf8.count % 4] : "annual"
      var text = "name: extreme\nextends: \(base)\n"
      text += Self.mapping(changes.filter { $0.key.kind == kind }.map { ($0.key.path[...], $0.value) }) + "\n"
      files["\(kind).yaml"] = text
    }
    workshop.files = InputFiles(inMemory: files.mapValues { Array($0.utf8) })
    var options = RenderOptions()
    (options.layout, options.theme) = ("layout.yaml", "theme.yaml")
    let start = ContinuousClock.now
    let made = Result { () throws -> Int in
      let document = try workshop.render(["r.report.md"], options: options).value
      #expect(document.pages.count < 200)
      return try workshop.bytes(of: document, as: .pdf, named: "x.pdf", options: options).map(\.bytes.count).reduce(0, +)
    }
    let words = changes.map { "\($0.key.kind) \($0.key.path.joined(separator: ".")): \($0.value)" }.joined(separator: ", ")
    #expect(ContinuousClock.now - start < .seconds(10), "\(words)")
    switch made {
    case .success(let size):
      #expect(size < 20 << 20, "\(words)")
      return size
    case .failure(let error):
      let findings = (error as? Diagnostics)?.all ?? (error as? Diagnostic).map { [$0] } ?? []
      #expect(findings.contains { $0.severity == .error }, "\(words): \(error)")
      // What another library says of it comes too late.
      #expect(!findings.contains { $0.rule.hasPrefix("cairo") || $0.rule.hasPrefix("pdf") }, "\(words): \(error)")
      return 0
    }
  }
}
