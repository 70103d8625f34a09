import StructuredData
import Testing
import Typesetting

/// A case's items: ["b",w] box · ["g",w,stretch,shrink] glue · ["p",w,cost(,flagged)] penalty · ["d",w,cost] hyphen · ["f"] filler.
private func items(_ node: Node?, scale: Double = 1) -> [ParagraphItem] {
  (node?.sequence ?? []).compactMap { node in
    let fields = node.sequence ?? []
    func number(_ i: Int) -> Double { i < fields.count ? fields[i].number : 0 }
    func length(_ i: Int) -> Double { scale == 1 ? number(i) : (number(i) * scale).rounded() }
    switch fields.first?.string {
    case "b": return .box(length(1))
    case "g": return .glue(length(1), stretch: length(2), shrink: length(3))
    case "p", "d":
      let cost = number(2)
      let limit = fields.count > 3 ? 1000.0 : 10_000
      return .penalty(
        cost >= limit ? .infinity : cost <= -limit ? -.infinity : Float(cost), width: length(1),
        flagged: fields.first?.string == "d" || fields.count > 3 && fields[3].bool == true)
    case "f": return .glue(0, stretch: 1e9 * scale)
    default: return nil
    }
  }
}

extension Node {
  fileprivate var number: Double { numberText.flatMap { Double($0) } ?? .nan }
  fileprivate subscript(_ key: String) -> Node? { mapping?.entry(key)?.value }
}

@Suite struct OptimalBreaksTests {
  /// The layouts of Knuth, Digital Typography, pp. 81, 82 (numbers of tex-linebreak's tests, MIT).
  @Test(arguments: [0, 1]) func theFrogPrince(index: Int) throws {
    let data = try parseJSON(fixture("frog_prince.json"), document: "frog_prince")
    let sources = try #require(data["items"]?.sequence)
    let list = sources.map { item -> ParagraphItem in
      let width = item["w"]?.number ?? 0
      switch item["t"]?.string {
      case "box": return .box(width)
      case "glue": return .glue(width, stretch: item["stretch"]?.number ?? 0, shrink: item["shrink"]?.number ?? 0)
      default:
        let cost = item["cost"]?.number ?? 0
        return .penalty(
          cost >= 1000 ? .infinity : cost <= -1000 ? -.infinity : Float(cost), width: width,
          flagged: item["flagged"]?.bool ?? false)
      }
    }
    let expected = try #require(data["cases"]?.sequence?[index])
    let width = try #require(expected["other_lines"]).number
    let result = try #require(
      optimalBreaks(
        list, width: width, firstWidth: expected["first_line"]?.number, parameters: BreakParameters(tolerance: 400)))
    var start = 0
    var lines: [String] = []
    for end in result.breaks.map(\.item) {
      var line = ""
      var hasInk = false
      for i in start..<end {
        if list[i].kind == .box { (line, hasInk) = (line + (sources[i]["text"]?.string ?? ""), true) }
        if list[i].kind == .glue, hasInk, list[i].width > 0 { line += " " }
      }
      lines.append(list[end].flagged && end + 1 < list.count ? line + "-" : line)
      start = end
    }
    #expect(lines == expected["lines"]?.sequence?.map { $0.string ?? "" })
    let ratios = try #require(expected["ratios"]?.sequence).map(\.number)
    for (line, ratio) in zip(result.breaks, ratios) { #expect(abs(line.ratio - ratio) <= 0.001) }
  }

  /// Cases of tex-linebreak's tests (MIT).
  @Test func unitCases() throws {
    let cases = try #require(try parseJSON(fixture("unit_cases.json"), document: "unit_cases").sequence)
    #expect(cases.count == 18)
    for test in cases where test["items"] != nil {
      let why = test["why"]?.string ?? ""
      let limit = test["max_ratio"]?.number
      var parameters = BreakParameters(
        tolerance: limit.map { 100 * $0 * $0 * $0 } ?? .infinity, flaggedDemerits: 0,
        fitnessDemerits: test["adjacent_penalty"]?.number ?? 0, isFinal: limit == nil)
      parameters.linePenalty = 1
      let result = optimalBreaks(
        items(test["items"]), width: try #require(test["width"]).number, parameters: parameters)
      if test["error"]?.bool == true {
        #expect(result == nil, "\(why)")
        continue
      }
      let wanted = try #require(test["breaks"]?.sequence).compactMap { Int($0.numberText ?? "") }
      #expect((wanted.isEmpty ? [] : [0]) + (result?.breaks.map(\.item) ?? []) == wanted, "\(why)")
      if let ratios = test["ratios"]?.sequence {
        #expect(result?.breaks.map(\.ratio) == ratios.map(\.number), "\(why)")
      }
    }
  }

  @Test func hyphensInARowAreAvoided() throws {
    let cases = try #require(try parseJSON(fixture("unit_cases.json"), document: "unit_cases").sequence)
    var count = 0
    for test in cases {
      guard let text = test["text"]?.string, let width = test["width"]?.number else { continue }
      var list: [ParagraphItem] = []
      var words: [String] = []
      for (i, word) in text.split(separator: " ").enumerated() {
        if i > 0 {
          list.append(.glue(5, stretch: 60, shrink: 2))
          words.append(" ")
        }
        for (k, part) in word.split(separator: "-").enumerated() {
          if k > 0 {
            list.append(.penalty(10, width: 5, flagged: true))
            words.append("-")
          }
          list.append(.box(5 * Double(part.count)))
          words.append(String(part))
        }
      }
      list += [.penalty(.infinity), .glue(0, stretch: 1e6), .penalty(-.infinity)]
      words += ["", "", ""]
      let result = optimalBreaks(
        list, width: width,
        parameters: BreakParameters(
          tolerance: .infinity, flaggedDemerits: (test["double_hyphen_penalty"]?.number ?? 0) * 1000, isFinal: true))
      var lines: [String] = []
      var start = 0
      for end in try #require(result).breaks.map(\.item) {
        let line = words[start..<end].joined() + (words[end] == "-" ? "-" : "")
        lines.append(line)
        start = end + 1
      }
      #expect(lines == test["lines"]?.sequence?.map { $0.string ?? "" })
      count += 1
    }
    #expect(count == 2)
  }

  /// Paragraphs broken by LuaTeX 1.15: no more demerits than there, by TeX's formula.
  @Test func noMoreDemeritsThanTeX() throws {
    let cases = try #require(try parseJSON(fixture("luatex_reference.json"), document: "luatex").sequence)
    #expect(cases.count == 51)
    for test in cases {
      let given = try #require(test["params"])
      let parameters = BreakParameters(
        formula: .tex, tolerance: given["tolerance"]?.number ?? 0, linePenalty: given["linepenalty"]?.number ?? 0,
        flaggedDemerits: given["doublehyphendemerits"]?.number ?? 0,
        finalFlaggedDemerits: given["finalhyphendemerits"]?.number ?? 0,
        fitnessDemerits: given["adjdemerits"]?.number ?? 0)
      let list = items(test["items"], scale: 65536) + [.penalty(-.infinity)]
      let width = try #require(test["hsize"]).number * 65536
      let result = optimalBreaks(list, width: width, parameters: parameters)
      let name = test["name"]?.string ?? ""
      let reference = try #require(test["total_demerits"]).number
      #expect(result?.demerits == reference, "\(name)")
    }
  }
}
