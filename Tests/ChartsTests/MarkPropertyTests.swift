import Diagnostics
import Grammar
import Scene
import StructuredData
import Testing

/// `$n` is a field of numbers with its type, `$c` one of categories, `$t` one of moments.
func withFields(_ text: String) -> String {
  [("n", "quantitative"), ("v", "quantitative"), ("k", "quantitative"), ("c", "nominal"), ("g", "nominal"), ("t", "temporal")].reduce(text)
  {
    $0.replacing("$" + $1.0, with: "field: \($1.0), type: \($1.1)")
  }
}

/// Every property of a mark shows in the picture, or is said to have no effect.
@Suite struct MarkPropertyTests {
  let bench: ChartBench
  init() throws { bench = try ChartBench() }

  /// A view of each mark that gives its properties something to show on.
  static let q = "x: {$n}, y: {$v}"
  static let t = "x: {$t, timeUnit: yearmonth}, y: {$v}"
  static let o = "x: {$c}, y: {$v}"
  static let b = "x: {$v, bin: true}, y: {aggregate: count}"
  static let grouped = "x: {$g}, y: {$v}"
  static let along = "x: {$k}, y: {$v}"
  static let parts = "theta: {$v, stack: true}, radius: {$n}, text: {field: c}"
  static let line = ", stroke: black, filled: false"
  /// Own properties and encodings of views of each mark, in which what its properties say is seen.
  static let views: [String: [(properties: String, encoding: String)]] = [
    "bar": [
      ("", o), (line, o), (line + ", strokeDash: [9, 5]", o), ("", t), ("", b), ("", q), (", fill: red", o),
      ("", "y: {$c}, x: {$n}, x2: {field: m}"), ("", "y: {$c}"),
      ("", "x: {$v, bin: {step: 0.02}}, y: {aggregate: count}"), (", x: 90, orient: horizontal", "y: {$c}"), (", x: 3", "y: {$c}"),
      ("", o + ", growth: {field: growth}"), (", y2: 60", "x: {$c}"),
      (", x: 90, y: 20, y2: 60", ""), (", x: 90, x2: 20, orient: horizontal", "y: {$c}"),
    ],
    "rect": [
      ("", "x: {$c}, y: {$g}"), (line, "x: {$c}, y: {$g}"),
      (line + ", strokeDash: [9, 5]", q), ("", b), ("", q), ("", t), ("", ""), ("", "x: {$v, bin: {step: 0.1}}"),
      (", x: 90, x2: 20, y: 30, y2: 60", ""), (", fill: red", ""),
      ("", "x: {$n}, x2: {field: m}, y: {$v}, y2: {field: n}"),
    ],
    "line": [
      ("", q), (", strokeDash: [9, 5]", q), ("", t), (", fill: red", q), (", interpolate: cardinal", q), ("", "x: {$n}"), ("", "y: {$v}"),
    ],
    "trail": [
      ("", q + ", size: {$v}"), ("", q), ("", t), (", interpolate: cardinal", q), (", fill: red", q),
      ("", "x: {$n}"), ("", "y: {$v}"),
    ],
    "area": [
      ("", q), ("", "x: {$n}, y: {$v, stack: null}"), (", orient: horizontal", "y: {$n}, x: {$v, stack: null}"), (line, q),
      (line + ", strokeDash: [9, 5]", q), ("", t), (", interpolate: cardinal", q), (", fill: red", q),
      ("", "x: {$n}, y: {$v}, y2: {field: n}"), ("", "x: {$n}"),
      ("", "y: {$v}"), (", orient: horizontal", "y: {$n}, x: {$v}, x2: {field: m}"),
    ],
    "point": [("", q), (", strokeDash: [9, 5]", q), ("", t), (", shape: triangle, filled: true", q), ("", "x: {$n}"), ("", "y: {$v}")],
    "circle": [("", q), (line, q), (line + ", strokeDash: [9, 5]", q), ("", t), ("", "x: {$n}"), ("", "y: {$v}")],
    "square": [("", q), (line, q), (line + ", strokeDash: [9, 5]", q), ("", t), ("", "x: {$n}"), ("", "y: {$v}")],
    "tick": [
      ("", o), (line, o), (line + ", strokeDash: [9, 5]", o), ("", t), ("", "x: {$v}, y: {$c}"),
      ("", "x: {$v}"), ("", "y: {$v}"), ("", b),
    ],
    "rule": [
      ("", "x: {$n}, y: {$v}, x2: {field: m}"), (", strokeDash: [9, 5]", q), ("", q),
      ("", "x: {$n}, y: {$v}, y2: {field: n}"), ("", t), ("", "y: {datum: 3}"), ("", "x: {datum: 3}"),
      ("", "x: {$n}"),
    ],
    "text": [
      ("", q + ", text: {field: c}"), ("", t + ", text: {field: c}"), ("", q + ", text: {field: w}"), ("", parts),
      (", limit: 40", q + ", text: {field: w}"),
      ("", q), (", radius: 40", "theta: {$v, stack: true}, text: {field: c}"), ("", "radius: {$v}, text: {field: c}"),
      (", theta: 1", "radius: {$v}, text: {field: c}"),
      (", lineBreak: \"/\"", q + ", text: {field: l}"), (", fill: red", q + ", text: {field: c}"),
    ],
    "arc": [
      ("", "theta: {$v}"), (line, "theta: {$v}"), (line + ", strokeDash: [9, 5]", "theta: {$v}"), ("", parts),
      (", theta: 1, radius: 90, radius2: 40", ""), (", theta2: 3", ""), ("", "theta: {$v}, color: {$c}"), (", fill: red", parts),
    ],
    "boxplot": [("", grouped), ("", q), (", ticks: true", grouped), ("", "y: {$v}")],
    "errorbar": [("", grouped), ("", q), (", ticks: true", grouped), ("", "y: {$v}")],
    "errorband": [("", along), (", borders: true", along), (", interpolate: cardinal", along), ("", "y: {$v}")],
    "kpi": [("", "y: {field: v}, label: {field: c}, unit: {field: g}")],
    "entry": [("", "x: {field: t}, text: {field: w}")],
  ]

  /// Values that differ from those of the views, where a number, a colour and the words of the vocabulary do not do.
  static let values: [String: [String]] = [
    "style": ["own"], "angle": ["30"], "text": ["words"], "says": ["value"], "font": ["serif"], "url": ["b.png"],
    "href": ["https://example.org"],
    "ellipsis": ["\"~\""], "lineBreak": ["\" \""], "shape": ["triangle"], "order": ["null", "false"], "clip": ["true"],
  ]

  static let rows = """
    [{c: A, w: wide words, l: a/b, g: P, n: 1, m: 2, v: 3, t: "2020-01-05", k: 1}, {c: B, w: more words, l: c/d, g: P, n: 2, m: 4, v: 6, t: "2020-03-05", k: 1, growth: 100%},
    {c: C, w: words, l: e/f, g: Q, n: 4, m: 5, v: 4, t: "2020-06-15", k: 2}, {c: D, w: and wide ones, l: a, g: Q, n: 3, m: 5, v: 40, t: "2020-08-01", k: 2},
    {c: E, n: 5, v: 41, g: Q, m: 6, t: "2020-09-01", k: 3}, {c: F, n: 6, v: null, g: Q, m: 6, t: "2020-10-01"}, {c: F, n: 6, v: 5, g: Q, m: 6, t: "2020-10-01", k: 3},
    {c: F, n: 7, v: 6, g: P, m: 6, t: "2020-10-01", k: 4}, {c: A, n: 7, v: 7, g: P, m: 6, t: "2020-10-01", k: 4}]
    """

  private func spec(_ mark: String, _ property: String, _ view: (properties: String, encoding: String)) throws -> Node {
    try parseYAML(
      """
      config: {style: {own: {opacity: 0.31, fontSize: 21}}}
      data: {values: \(Self.rows)}
      mark: {type: \(mark)\(view.properties)\(property)}
      encoding: {\(withFields(view.encoding))}
      """, document: "s.yaml")
  }

  /// What is tried for a property.
  private func values(of key: String, _ entry: Vocabulary.Entry) -> [String] {
    Self.values[key]
      ?? (entry.kinds + entry.words).flatMap { kind in
        switch kind {
        case "number", "pixels", "area": ["0.3", "7"]
        case "bool": ["true", "false"]
        case "color": ["\"#aa0000\""]
        case "dashes", "numbers": ["[4, 2]"]
        case "map": ["{color: \"#aa0000\"}", "{band: 0.4}"]
        default: [kind]
        }
      }
  }

  @Test(arguments: views.keys.sorted())
  func everyPropertyShowsOrIsSaidToBeIdle(mark: String) throws {
    let views = Self.views[mark] ?? []
    let plain = try views.map { try bench.frame(try spec(mark, "", $0), folder: ".", size: nil).frame }
    for key in Vocabulary.mark.keys where key != "type" {
      guard let entry = Vocabulary.mark.entries[key], entry.hasEffect else { continue }
      let concerned = entry.marks.isEmpty || entry.marks.contains(mark)
      var isSeen = false
      // Of what is idle two views and one value say enough.
      search: for (view, plain) in zip(views, plain).prefix(concerned ? .max : 2) where !view.properties.contains(" \(key):") {
        for value in values(of: key, entry).prefix(concerned ? .max : 1) {
          do {
            let drawn = try bench.frame(try spec(mark, ", \(key): \(value)", view), folder: ".", size: nil)
            if !concerned {
              #expect(drawn.findings.contains { $0.rule == "spec.no-effect" && $0.message.contains(key) }, "\(key) of \(mark)")
            }
            if drawn.frame != plain {
              isSeen = true
              break search
            }
          } catch let error as Diagnostics {
            Issue.record("\(mark) with \(key): \(value) is refused: \(error.all.map(\.message))")
          }
        }
      }
      #expect(isSeen == concerned, "\(key) of \(mark) is \(isSeen ? "seen" : "not seen")")
    }
  }
}
