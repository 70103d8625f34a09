import Geometry

extension Stretch {
  /// All that the choice of its pages hangs on: heights, spaces and what breaks cost, and nothing of what is drawn. Stretches of equal
  /// measures are parted alike.
  package struct Measures: Hashable, Sendable {
    fileprivate let numbers: [Double]
  }

  package var measures: Measures {
    var numbers: [Double] = [Double(columns), spaceBefore.points, startsPage ? 1 : 0, flow.footnoteArea.height.points]
    func add(_ boxes: [FlowBox]) {
      numbers.append(Double(boxes.count))
      for box in boxes { numbers += [box.height.natural.points, box.spaceBefore.points] }
    }
    func add(_ box: FlowBox) {
      let extent = box.height
      numbers += [
        extent.least.points, extent.natural.points, extent.greatest.points, box.spaceBefore.points, box.breakBefore, box.slack.points,
      ]
      numbers.append((box.opensSection ? 1 : 0) + (box.opensChapter ? 2 : 0))
      for others in [box.continuation, box.withinPage, box.footnotes] { add(others) }
    }
    for box in flow.boxes { add(box) }
    // No height is negative: what follows is of figures.
    numbers.append(-1)
    for float in flow.floats {
      add(float.box)
      numbers += [Double(float.after), float.spaceAfter.points]
    }
    return Measures(numbers: numbers)
  }

  /// With the heights and breaks that were chosen for another stretch of the same measures.
  package func parted(as other: Stretch) -> Stretch {
    var copy = other.sunk.reduce(self) { $0.sinking($1.box, lines: $1.lines) ?? $0 }
    copy.startsPage = other.startsPage
    for (i, box) in other.flow.boxes.enumerated() where copy.flow.boxes.indices.contains(i) {
      copy.flow.boxes[i].height = box.height
      copy.flow.boxes[i].breakBefore = box.breakBefore
    }
    for (i, float) in other.flow.floats.enumerated() where copy.flow.floats.indices.contains(i) {
      copy.flow.floats[i].box.height = float.box.height
    }
    return copy
  }
}
