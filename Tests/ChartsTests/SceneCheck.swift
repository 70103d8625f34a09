import Geometry
import Scene

/// What must hold in every picture, read off the scene and not the pixels.
struct SceneCheck {
  struct Text {
    var box: Rect
    var run: TextRun
    var role: Role
  }
  var texts: [Text] = []
  var marks: [(box: Rect, shape: Shape)] = []
  var grounds: [(box: Rect, fill: Color)] = []

  init(_ frame: Frame) { read(frame, at: .zero) }

  private mutating func read(_ frame: Frame, at origin: Point) {
    for placed in frame.items {
      let here = origin + placed.origin
      switch placed.item {
      // Groups that are turned or scaled are not read.
      case .group(let group): read(group.frame, at: here)
      case .text(let run):
        let box = Rect(here.x.points, (here.y - run.ascent).points, run.width.points, (run.ascent + run.descent).points)
        texts.append(Text(box: box, run: run, role: placed.role))
      case .shape(let shape):
        let box = shape.bounds.offset(by: here)
        if placed.role == .mark { marks.append((box, shape)) }
        if let fill = shape.fill, placed.role == .mark || placed.role == .annotation { grounds.append((box, fill)) }
      default: break
      }
    }
  }

  /// Pairs of texts whose boxes meet; runs of one line stand side by side and do not.
  var overlaps: [String] {
    var found: [String] = []
    for i in texts.indices {
      for j in texts.indices where j > i {
        let (a, b) = (texts[i].box.inset(by: Insets(all: .pt(0.2))), texts[j].box.inset(by: Insets(all: .pt(0.2))))
        if a.intersects(b) { found.append("“\(texts[i].run.text)” and “\(texts[j].run.text)”") }
      }
    }
    return found
  }

  func outside(_ size: Size) -> [String] {
    // A quarter of a point is less than the side bearing of a glyph; layout ends where it moves nothing by more.
    let hair = Length.pt(0.25)
    let page = Rect(origin: .zero, size: size).inset(by: Insets(all: -hair))
    return texts.filter { !page.contains($0.box) }.map(\.run.text)
  }

  /// Texts below 4.5:1 (3:1 from 18 pt) on what lies under their middle.
  var faint: [String] {
    texts.filter { text in
      let middle = Rect(text.box.midX.points, text.box.midY.points, 0.01, 0.01)
      let ground = grounds.last { $0.box.contains(middle) }?.fill ?? .white
      return text.run.fill.contrast(with: ground) < (text.run.size.points >= 18 ? 3 : 4.5)
    }.map { "“\($0.run.text)” \($0.run.fill.hex)" }
  }

  /// Values that touch a bar without standing in it.
  func touching(_ clearance: Double) -> [String] {
    texts.filter { $0.role == .valueLabel }.flatMap { text in
      marks.filter { mark in
        guard case .rect = mark.shape.kind else { return false }
        let near = mark.box.inset(by: Insets(all: .pt(0.05 - clearance)))
        return near.intersects(text.box) && !mark.box.contains(text.box)
      }.map { _ in text.run.text }
    }
  }

  var sizes: [Double] { Set(texts.map(\.run.size.points)).sorted() }
}
