import Diagnostics
import Geometry
import Scene
import Typesetting

extension SceneGroup {
  /// Draws a text in `ink` whose colour is that of the page where it reaches out of the mark it was meant for: of “+1707” in white, wider than
  /// its bar, a reader sees 170.
  ///
  /// - Parameters:
  ///   - background: what the plot stands on.
  ///   - ink: the colour of texts.
  /// - Returns: a warning `chart.text-illegible` if there are any.
  mutating func makeTextsLegible(on background: Color, ink: Color, at span: SourceSpan?) -> [Diagnostic] {
    let pale = marks.indices.filter { index in
      guard case .text(let set, _, _, let angle) = marks[index].content, angle == 0 else { return false }
      return set.runs.contains { ($0.fill.contrast(with: background)) < leastContrast }
    }
    if pale.isEmpty { return [] }
    let cover = Cover(marks)
    var texts: [String] = []
    for index in pale {
      let box = marks[index].bounds
      if box.isEmpty || [box.x1 + 1, box.midX, box.x2 - 1].allSatisfy({ cover.contains($0, box.midY, before: index) }) { continue }
      guard case .text(var set, let at, let anchor, let angle) = marks[index].content else { continue }
      set.line.color(ink)
      marks[index].content = .text(set, at: at, anchor: anchor, angle: angle)
      texts.append(set.text)
    }
    guard let first = texts.first else { return [] }
    return [
      .warning(
        "chart.text-illegible",
        "\(texts.count) texts have the colour of the page and reach out of their marks, “\(first)” among them; they are drawn in the colour of texts",
        at: span, hint: "make the marks larger or the texts smaller, or give the texts another colour")
    ]
  }
}

/// Below it a text cannot be told from what it stands on.
private let leastContrast = 1.4

/// Where the filled shapes of a list of items are, by squares of the plane.
private struct Cover {
  private struct Cell: Hashable {
    var x: Int
    var y: Int
  }
  private static let side = 64.0
  /// Shapes that lie over a square, by their places in the list.
  private var shapes: [Cell: [Int]] = [:]
  private let items: [SceneItem]

  init(_ items: [SceneItem]) {
    self.items = items
    for (index, item) in items.enumerated() {
      guard case .shape(let shape, _) = item.content, let fill = shape.fill, fill.alpha > 0 else { continue }
      let box = item.bounds
      guard !box.isEmpty, box.width < 20_000, box.height < 20_000 else { continue }
      for x in Self.place(box.x1)...Self.place(box.x2) {
        for y in Self.place(box.y1)...Self.place(box.y2) { shapes[Cell(x: x, y: y), default: []].append(index) }
      }
    }
  }

  /// Whether a filled shape before an item of the list lies at a point. Shapes of other forms than boxes count with their bounds.
  func contains(_ x: Double, _ y: Double, before index: Int) -> Bool {
    shapes[Cell(x: Self.place(x), y: Self.place(y))]?.contains { $0 < index && items[$0].bounds.contains(x, y) } ?? false
  }

  private static func place(_ length: Double) -> Int { Int((max(-1e6, min(1e6, length)) / side).rounded(.down)) }
}

extension SetText {
  fileprivate var runs: [TextRun] {
    line.frame.items.compactMap { placed in
      if case .text(let run) = placed.item { run } else { nil }
    }
  }
}

extension Line {
  /// Gives every run of the line one colour.
  fileprivate mutating func color(_ color: Color) {
    var colored = Frame(size: frame.size, baseline: frame.baseline)
    for placed in frame.items {
      var item = placed.item
      if case .text(var run) = item {
        run.fill = color
        item = .text(run)
      }
      colored.place(item, at: placed.origin, role: placed.role, datum: placed.datum)
    }
    frame = colored
  }
}
