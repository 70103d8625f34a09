import Diagnostics
import Geometry
import Scene
import Typesetting

/// A figure while it is drawn: what lies behind, the marks, what lies before, and the labels still to be placed.
struct Picture {
  let size: Size
  let text: ChartText
  var theme: ChartTheme { text.theme }
  var back: Frame
  var marks: Frame
  var front: Frame
  private(set) var obstacles: [Obstacle] = []
  private(set) var labels: [LabelRequest] = []
  var diagnostics: [Diagnostic] = []

  init(size: Size, text: ChartText) {
    self.size = size
    self.text = text
    back = Frame(size: size)
    marks = Frame(size: size)
    front = Frame(size: size)
  }

  /// The number that a mark and its labels share.
  mutating func newOwner() -> Int {
    owners += 1
    return owners
  }
  private var owners = 0

  mutating func obstruct(_ box: Rect, owner: Int? = nil) { obstacles.append(Obstacle(box: box, owner: owner)) }

  /// A filled box that stands for data.
  mutating func bar(_ box: Rect, fill: Color, stroke: Stroke? = nil, owner: Int? = nil) {
    marks.place(.shape(Shape(.rect(box.size, radius: .zero), fill: fill, stroke: stroke)), at: box.origin, role: .mark)
    obstruct(box, owner: owner)
  }

  /// A straight line as a path of its own.
  mutating func rule(from a: Point, to b: Point, _ stroke: Stroke, role: Role, behind: Bool = true) {
    let item = Item.shape(Shape(.path(.polyline([.zero, b - a])), stroke: stroke))
    if behind { back.place(item, at: a, role: role) } else { front.place(item, at: a, role: role) }
  }

  /// Sets a line with the left end of its box at `origin` (top left), and keeps others off it.
  mutating func set(_ line: Line, topLeft origin: Point, role: Role) {
    line.placed(into: &front, at: Point(x: origin.x, y: origin.y + line.ascent), role: role)
    obstruct(Rect(origin: origin, size: Size(width: line.width, height: line.ascent + line.descent)))
  }

  /// Lines one below the other in boxes of their leading; returns the height taken.
  @discardableResult
  mutating func set(_ lines: [Line], x: Double, y: Double, leading: Double, role: Role) -> Double {
    for (i, line) in lines.enumerated() {
      // A paragraph's line carries its own alignment inside its frame.
      let baseline = y + Double(i) * leading + line.frame.baseline.points
      line.placed(into: &front, at: Point(x, baseline), role: role)
      let left = line.frame.items.map(\.origin.x.points).min() ?? 0
      obstruct(
        Rect(
          origin: Point(x: .pt(x + left), y: .pt(baseline) - line.ascent),
          size: Size(width: line.width, height: line.ascent + line.descent)))
    }
    return Double(lines.count) * leading
  }

  mutating func request(_ label: LabelRequest) { labels.append(label) }

  /// Places the labels and puts all layers together. The title's baseline is the frame's.
  consuming func finished(baseline: Length) -> Warned<Frame> {
    let edge = Rect(origin: .zero, size: size)
    var placer = LabelPlacer(bounds: edge, clearance: .pt(theme.clearance), obstacles: obstacles)
    let (placed, dropped) = placer.place(labels)
    for (index, candidate) in placed {
      let request = labels[index]
      let line = candidate.onMark.map(request.recolored) ?? request.line
      marks.merge(request.companion, at: .zero)
      line.placed(
        into: &front, at: Point(x: candidate.origin.x, y: candidate.origin.y + line.ascent), role: request.role)
    }
    for index in dropped {
      diagnostics.append(
        .warning(
          "chart.label-dropped", "there is no room for the label “\(labels[index].line.text)”",
          hint: "make the chart larger or show fewer values"))
    }
    var frame = Frame(size: size, baseline: baseline)
    frame.merge(back, at: .zero)
    frame.merge(marks, at: .zero)
    frame.merge(front, at: .zero)
    return Warned(frame, diagnostics)
  }
}

extension Picture {
  /// A short remark on a tinted ground with half-round ends; returns its box.
  @discardableResult
  mutating func chip(_ line: Line, x: Double, midY: Double) -> Rect {
    let h = (line.ascent + line.descent).points
    let height = h + theme.unit * 1.1
    let box = Rect(x, midY - height / 2, line.width.points + theme.unit * 1.8, height)
    front.place(
      .shape(Shape(.rect(box.size, radius: box.size.height / 2), fill: theme.palette.brand.mixed(with: .white, 0.9))),
      at: box.origin, role: .annotation)
    set(line, topLeft: Point(box.minX.points + theme.unit * 0.9, midY - h / 2), role: .annotation)
    obstruct(box)
    return box
  }
}
