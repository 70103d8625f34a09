package import StructuredData

/// An item of a scene's dump with its box in pixels of the page.
package struct DumpItem: Sendable, Equatable {
  package var type = ""
  package var role = ""
  package var x = 0.0
  package var y = 0.0
  package var w = 0.0
  package var h = 0.0
  package var text: String?
  package var size = 0.0
  package var baseline = 0.0
  package var rotation = 0.0
  package var fill: String?
  package var stroke: String?
  package var strokeWidth = 0.0
  package var datum: String?
  package var value: String?
  package var series: String?
  /// Where each datum of a path stands.
  package var points: [Place] = []
  /// Degrees of a sector.
  package var angle: Double?

  package struct Place: Sendable, Equatable {
    package var datum: String
    package var value: String?
    package var x: Double
    package var y: Double
  }

  package var isText: Bool { type == "text" }
  package var isMark: Bool { role == "mark" || role == "pictogram" }
  package var color: String? { fill ?? stroke }
  package var midX: Double { x + w / 2 }
  package var midY: Double { y + h / 2 }

  var inkMiddle: Double { (ink.y0 + ink.y1) / 2 }

  /// What is seen: of a text the ink of its letters, not its line.
  package var ink: Extent {
    guard isText, rotation == 0, size > 0 else { return Extent(x0: x, y0: y, x1: x + w, y1: y + h) }
    return Extent(x0: x, y0: baseline - 0.80 * size, x1: x + w, y1: baseline + 0.14 * size)
  }

  /// A rectangle by its edges.
  package struct Extent: Sendable, Equatable {
    package var x0, y0, x1, y1: Double
    /// By how much both lie over each other, in the direction in which that is less; negative: the gap.
    package func overlap(_ other: Extent) -> Double {
      min(min(x1, other.x1) - max(x0, other.x0), min(y1, other.y1) - max(y0, other.y0))
    }
    package func distance(_ other: Extent) -> Double {
      let dx = max(0, max(x0, other.x0) - min(x1, other.x1))
      let dy = max(0, max(y0, other.y0) - min(y1, other.y1))
      return (dx * dx + dy * dy).squareRoot()
    }
    /// Whether the line from `a` to `b` goes through it (Liang and Barsky 1984).
    package func isCrossed(from a: (x: Double, y: Double), to b: (x: Double, y: Double)) -> Bool {
      var (low, high) = (0.0, 1.0)
      for (p, q) in [(a.x - b.x, a.x - x0), (b.x - a.x, x1 - a.x), (a.y - b.y, a.y - y0), (b.y - a.y, y1 - a.y)] {
        if p == 0 {
          if q < 0 { return false }
        } else if p < 0 {
          low = max(low, q / p)
        } else {
          high = min(high, q / p)
        }
      }
      return low <= high
    }
    package func inset(by d: Double) -> Extent { Extent(x0: x0 + d, y0: y0 + d, x1: x1 - d, y1: y1 - d) }
  }
}

/// A page of a dump.
package struct DumpPage: Sendable {
  package var width: Double
  package var height: Double
  package var items: [DumpItem]

  /// Reads the first page of a dump's JSON.
  package init(_ dump: Node) {
    let page = dump["pages"]?.sequence?.first
    width = page?["width"]?.double ?? 0
    height = page?["height"]?.double ?? 0
    items = []
    func collect(_ node: Node) {
      for item in node["items"]?.sequence ?? [] {
        if item["type"]?.string == "group" { collect(item) } else { items.append(DumpItem(item)) }
      }
    }
    if let page { collect(page) }
  }

  package func texts(_ role: String) -> [DumpItem] { items.filter { $0.isText && $0.role == role } }
  package var marks: [DumpItem] { items.filter { $0.isMark && !$0.isText } }
}

extension DumpItem {
  package init(_ node: Node) {
    func number(_ key: String) -> Double { node[key]?.double ?? 0 }
    type = node["type"]?.string ?? ""
    role = node["role"]?.string ?? ""
    (x, y, w, h) = (number("x"), number("y"), number("w"), number("h"))
    text = node["text"]?.string
    (size, baseline, rotation) = (number("size"), number("baseline"), number("rotate"))
    fill = node["fill"]?.string
    stroke = node["stroke"]?.string
    strokeWidth = number("strokeWidth")
    datum = node["datum"]?.string
    value = node["value"]?.string
    series = node["series"]?.string
    angle = node["angle"]?.double
    points = (node["points"]?.sequence ?? []).map { point in
      Place(
        datum: point["datum"]?.string ?? "", value: point["value"]?.string, x: point["x"]?.double ?? 0, y: point["y"]?.double ?? 0)
    }
  }
}
