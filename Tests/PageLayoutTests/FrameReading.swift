import Geometry
import Scene

/// What a frame shows, in paint order.
struct SeenLine {
  var text: String
  var x: Length
  /// Of the baseline.
  var y: Length
  var width: Length
}

enum Painted: Equatable {
  case text(String)
  case fill(Size)
}

extension Frame {
  /// Text runs joined where one ends where the next begins, or a gap between scripts further, on one baseline.
  var lines: [SeenLine] {
    var lines: [SeenLine] = []
    for run in runs {
      if let last = lines.last, abs((last.y - run.y).points) < 0.01, abs((last.x + last.width - run.x).points) < 0.01 {
        lines[lines.count - 1].text += run.run.text
        lines[lines.count - 1].width = run.x + run.run.width - last.x
      } else {
        lines.append(SeenLine(text: run.run.text, x: run.x, y: run.y, width: run.run.width))
      }
    }
    return lines
  }

  /// All text runs with the left ends of their baselines.
  var runs: [(run: TextRun, x: Length, y: Length)] {
    items.flatMap { placed -> [(TextRun, Length, Length)] in
      switch placed.item {
      case .text(let run): [(run, placed.origin.x, placed.origin.y)]
      case .group(let group):
        group.frame.runs.map { ($0.run, $0.x + placed.origin.x, $0.y + placed.origin.y) }
      default: []
      }
    }
  }

  var texts: [String] { runs.map(\.run.text) }

  var rectangles: [(x: Length, y: Length, size: Size)] {
    items.flatMap { placed -> [(Length, Length, Size)] in
      switch placed.item {
      case .shape(let shape):
        if case .rect(let size, _) = shape.kind { [(placed.origin.x, placed.origin.y, size)] } else { [] }
      case .group(let group):
        group.frame.rectangles.map { ($0.x + placed.origin.x, $0.y + placed.origin.y, $0.size) }
      default: []
      }
    }
  }

  var paintOrder: [Painted] {
    items.flatMap { placed -> [Painted] in
      switch placed.item {
      case .text(let run): [.text(run.text)]
      case .shape(let shape):
        if case .rect(let size, _) = shape.kind, size.height > .pt(5) { [.fill(size)] } else { [] }
      case .group(let group): group.frame.paintOrder
      default: []
      }
    }
  }

  /// Elements of the structure tree, parents first.
  var elements: [StructureTag.Element] {
    items.flatMap { placed -> [StructureTag.Element] in
      guard case .group(let group) = placed.item else { return [] }
      return (group.tag.map { [$0.element] } ?? []) + group.frame.elements
    }
  }
}
