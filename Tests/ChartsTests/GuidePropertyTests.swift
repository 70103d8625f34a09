import Diagnostics
import Grammar
import StructuredData
import Testing

/// Every property of axes, legends, headers, titles, views and scales shows in the picture, or is said to have no effect.
@Suite struct GuidePropertyTests {
  let bench: ChartBench
  init() throws { bench = try ChartBench() }

  struct Guide: Sendable, CustomTestStringConvertible {
    var name: String
    var vocabulary: Vocabulary
    /// Specs with `%` where the property stands.
    var specs: [String]
    var values: [String: [String]] = [:]
    var testDescription: String { name }
  }

  static let rows =
    "data: {values: [{c: \"A long name\", n: 1, v: 3, t: \"2020-01-05\", g: P}, {c: B, n: 2, v: 6, t: \"2020-03-05\", g: Q}, {c: C, n: 4, v: -9, t: \"2020-06-15\", g: P}, {c: D, n: 3, v: 40, t: \"2021-08-01\", g: R}, {c: E, n: 9, v: 47, t: \"2021-08-01\", g: S}]}"

  static let guides: [Guide] = [
    Guide(
      name: "axis", vocabulary: .axis,
      specs: [
        "mark: point, encoding: {x: {$n, axis: {%}}, y: {$v}}",
        "mark: point, encoding: {x: {$n}, y: {$v, axis: {%}}}",
        "mark: bar, encoding: {x: {$c, axis: {%}}, y: {$v}}",
        "mark: point, width: 90, encoding: {x: {$t, axis: {labelAngle: 0, %}}, y: {$v}}",
        "mark: point, width: 90, encoding: {x: {$v, axis: {tickCount: 40, %}}}",
        "mark: point, width: 90, encoding: {x: {$v, axis: {title: [a, b], labelExpr: \"['a', 'b']\", domainDash: [6, 3], gridDash: [6, 3], tickDash: [3, 1], %}}}",
        "mark: bar, encoding: {x: {$c, axis: {tickBand: extent, %}}, y: {$v}}",
      ], values: ["format": [".2f"], "formatType": ["time"], "style": ["own"], "labelOverlap": ["true", "greedy", "false"]]),
    Guide(
      name: "legend", vocabulary: .legend,
      specs: [
        "mark: point, encoding: {x: {$n}, color: {$c, legend: {%}}}",
        "mark: point, encoding: {x: {$n}, color: {$v, legend: {%}}}",
        "mark: point, encoding: {x: {$n}, size: {$v, legend: {%}}}",
        "mark: point, encoding: {x: {$n}, color: {$c, legend: {columns: 2, strokeColor: black, title: [a, b], symbolStrokeColor: black, %}}}",
        "mark: point, encoding: {x: {$n}, color: {$c, legend: {orient: none, symbolDash: [3, 2], symbolStrokeColor: black, %}}}",
        "mark: point, encoding: {x: {$n}, color: {$v, legend: {orient: bottom, tickCount: 30, %}}}",
        "mark: line, encoding: {x: {$n}, y: {$v}, color: {$c, legend: {orient: top, %}}}",
        "mark: point, width: 600, encoding: {x: {$n}, color: {$v, legend: {orient: bottom, gradientStrokeColor: black, %}}}",
        "mark: point, width: 20, encoding: {x: {$n}, color: {$v, legend: {orient: bottom, %}}}",
        "mark: point, encoding: {x: {$n}, color: {$c, legend: {title: a, %}}}",
        "mark: point, height: 600, encoding: {x: {$n}, color: {$v, legend: {%}}}",
        "mark: point, encoding: {x: {$n}, size: {$v, legend: {orient: bottom, %}}}",
      ],
      values: [
        "format": [".2f"], "formatType": ["time"], "layout": ["{bottom: {anchor: middle}}", "{anchor: middle}"], "title": ["other"],
      ]),
    Guide(
      name: "header", vocabulary: .header,
      specs: [
        "mark: point, encoding: {x: {$n}, row: {$c, header: {%}}}",
        "mark: point, encoding: {x: {$n}, column: {$c, header: {title: [a, b], %}}}",
        "mark: point, encoding: {x: {$n}, facet: {field: c, columns: 2, type: nominal, header: {%}}}",
        "mark: point, encoding: {x: {$n}, column: {$n, header: {%}}}",
        "mark: point, encoding: {x: {$n}, column: {$c, header: {labelExpr: \"['a', 'b']\", %}}}",
      ], values: ["format": [".2f"], "formatType": ["time"], "title": ["other"]]),
    Guide(
      name: "title", vocabulary: .title,
      specs: [
        "title: {text: [A title, of two lines], %}, mark: point, encoding: {x: {$n}, y: {$v}}",
        "title: {subtitle: [And more, below], text: x, %}, mark: point, encoding: {x: {$n}, y: {$v}}",
        "title: {subtitle: [And more, below], %}, mark: point, encoding: {x: {$n}, y: {$v}}",
        "title: {text: A, orient: left, %}, mark: point, encoding: {x: {$n}, y: {$v}}",
      ], values: ["style": ["own"]]),
    Guide(
      name: "view", vocabulary: .view,
      specs: [
        "view: {%}, mark: point, encoding: {x: {$n}, y: {$v}}",
        "view: {fill: red, stroke: black, strokeDash: [6, 3], %}, mark: point, encoding: {x: {$n, scale: {domain: [2, 3]}}, y: {$v}}",
      ], values: ["style": ["own"]]),
    Guide(
      name: "scale", vocabulary: .scale,
      specs: [
        "mark: point, encoding: {x: {$n, scale: {%}}, y: {$v}}",
        "mark: bar, encoding: {x: {$c, scale: {%}}, y: {$v}}",
        "mark: point, encoding: {x: {$n}, color: {$v, scale: {%}}}",
        "mark: point, encoding: {x: {$n, scale: {type: log, %}}, y: {$v}}",
        "mark: point, encoding: {x: {$n, scale: {type: pow, %}}, y: {$v}}",
        "mark: point, encoding: {x: {$v, scale: {type: symlog, %}}}",
        "mark: point, encoding: {x: {$v, scale: {domain: [2, 5], %}}}",
        "mark: point, encoding: {x: {$n}, color: {field: v, bin: true, type: quantitative, scale: {%}}}",
      ], values: ["scheme": ["viridis", "{name: blues, count: 3}"], "base": ["2"], "exponent": ["2"], "bins": ["[0, 2, 9]"]]),
  ]

  private func spec(_ text: String, _ property: String) throws -> Node {
    let styles = "config: {style: {own: {opacity: 0.3, fontSize: 21, labelFontSize: 21, fill: red}}}"
    return try parseYAML("{\(Self.rows), \(styles), \(withFields(text).replacing("%", with: property))}", document: "s.yaml")
  }

  private func values(of key: String, _ entry: Vocabulary.Entry, _ guide: Guide) -> [String] {
    guide.values[key]
      ?? (entry.kinds + entry.words).flatMap { kind in
        switch kind {
        case "number", "pixels", "area": ["0.3", "7", "30"]
        case "bool": ["true", "false"]
        case "color": ["\"#aa0000\""]
        case "text", "texts": ["\"triangle\"", "datum.label + 1"]
        case "dashes", "numbers": ["[4, 2]"]
        case "list": ["[2, 3]", "[A, B]"]
        case "map": ["{color: \"#aa0000\"}"]
        default: [kind]
        }
      }
  }

  @Test(arguments: guides)
  func everyPropertyShowsOrIsSaidToBeIdle(guide: Guide) throws {
    let plain = try guide.specs.map { try bench.frame(try spec($0, ""), folder: ".", size: nil).frame }
    for key in guide.vocabulary.keys {
      guard let entry = guide.vocabulary.entries[key] else { continue }
      var isSeen = false
      search: for (text, plain) in zip(guide.specs, plain) {
        for value in values(of: key, entry, guide) {
          // What stands in the spec already, or does not suit its scale, is refused.
          guard let drawn = try? bench.frame(try spec(text, "\(key): \(value)"), folder: ".", size: nil) else { continue }
          if !entry.hasEffect { #expect(drawn.findings.contains { $0.rule == "spec.no-effect" }, "\(key): \(value)") }
          if drawn.frame != plain {
            isSeen = true
            break search
          }
        }
      }
      #expect(isSeen == entry.hasEffect, "\(key) of \(guide.name) is \(isSeen ? "seen" : "not seen")")
    }
  }
}
