import Diagnostics
import Geometry
import Scene
import Typesetting

/// One entry of a legend.
struct LegendEntry: Hashable {
  enum Symbol: Hashable { case square, circle, line, hatched }
  var label: String
  var color: Color
  var symbol: Symbol
}

/// Title, subtitle, legend row, note and source of a figure, measured before they are set: what remains is the plot's.
struct Furniture {
  var title: [Line]
  var subtitle: [Line]
  var legend: [LegendEntry]
  var note: [Line]
  var source: [Line]
  private let text: ChartText
  private let margin: Double
  private let size: Size

  init(_ spec: ChartSpec, legend: [LegendEntry], size: Size, text: ChartText) {
    self.text = text
    self.size = size
    self.legend = legend
    margin = text.theme.margin
    let width = size.width.points - 2 * margin
    let words = ChartWords(text.language)
    title = text.lines(spec.title?.text ?? "", .title, width: width)
    subtitle = text.lines(spec.title?.subtitle ?? "", .subtitle, width: width)
    note = text.lines(spec.note.map(words.note) ?? "", .source, width: width)
    source = text.lines(spec.source.map(words.source) ?? "", .source, width: width)
  }

  private var theme: ChartTheme { text.theme }
  private var tagHeight: Double { theme.brandTag.map { $0.height.points + 2 * theme.unit } ?? 0 }
  private var titleHeight: Double { Double(title.count) * theme.title.leading }
  private var subtitleHeight: Double {
    subtitle.isEmpty ? 0 : theme.titleGap + Double(subtitle.count) * theme.subtitle.leading
  }
  private var legendHeight: Double { legend.isEmpty ? 0 : theme.label.leading + theme.unit }
  private var footLines: [Line] { note + source }

  /// Height above the plot, the gap to it included.
  var headHeight: Double {
    let head = tagHeight + titleHeight + subtitleHeight + legendHeight
    return head == 0 ? 0 : head + 2 * theme.unit
  }
  /// Height below the plot, the gap included.
  var footHeight: Double {
    footLines.isEmpty ? 0 : Double(footLines.count) * theme.source.leading + 2 * theme.unit
  }

  var plotArea: Rect {
    let top = margin + headHeight
    let bottom = size.height.points - margin - footHeight
    return Rect(margin, top, max(1, size.width.points - 2 * margin), max(1, bottom - top))
  }

  /// Sets all of it; returns the baseline of the first line.
  func draw(into picture: inout Picture) -> Length {
    var y = margin
    if let tag = theme.brandTag {
      picture.back.place(
        .shape(Shape(.rect(tag, radius: .zero), fill: theme.palette.brand)), at: Point(margin, y), role: .background)
      y += tagHeight
    }
    let baseline = title.first.map { Length.pt(y) + $0.frame.baseline } ?? .pt(y)
    if title.count > 2 {
      picture.diagnostics.append(
        .warning(
          "chart.title-long", "the title takes \(title.count) lines, two are the most", hint: "say the finding shorter")
      )
    }
    y += picture.set(title, x: margin, y: y, leading: theme.title.leading, role: .title)
    if !subtitle.isEmpty { y += theme.titleGap }
    y += picture.set(subtitle, x: margin, y: y, leading: theme.subtitle.leading, role: .subtitle)
    if !legend.isEmpty { drawLegend(into: &picture, y: y + theme.unit) }
    y = size.height.points - margin - Double(footLines.count) * theme.source.leading
    y += picture.set(note, x: margin, y: y, leading: theme.source.leading, role: .note)
    picture.set(source, x: margin, y: y, leading: theme.source.leading, role: .source)
    return baseline
  }

  private func drawLegend(into picture: inout Picture, y: Double) {
    let side = (theme.label.size * 0.8 * 2).rounded() / 2
    var x = margin
    let middle = y + theme.label.leading / 2
    for entry in legend {
      let symbol: Shape
      var origin = Point(x, middle - side / 2)
      switch entry.symbol {
      case .square: symbol = Shape(.rect(Size(side, side), radius: .zero), fill: entry.color)
      case .hatched:
        symbol = Shape(
          .rect(Size(side, side), radius: .zero), fill: theme.palette.tint,
          stroke: Stroke(entry.color, width: .pt(theme.hairline * 2)))
      case .circle:
        symbol = Shape(.symbol(.circle, diameter: .pt(side)), fill: entry.color)
        origin = Point(x + side / 2, middle)
      case .line:
        symbol = Shape(
          .path(.polyline([.zero, Point(side * 1.6, 0)])), stroke: Stroke(entry.color, width: .pt(theme.subjectLine)))
        origin = Point(x, middle)
      }
      picture.front.place(.shape(symbol), at: origin, role: .legendSymbol)
      let label = text.line(entry.label, .label)
      let gap = theme.label.size * 0.5
      let start = x + (entry.symbol == .line ? side * 1.6 : side) + gap
      picture.set(
        label, topLeft: Point(x: .pt(start), y: .pt(middle) - (label.ascent + label.descent) / 2), role: .legendLabel)
      x = start + label.width.points + theme.label.size * 1.5
    }
    if x - theme.label.size * 1.5 > size.width.points - margin + 0.01 {
      picture.diagnostics.append(
        .warning("chart.legend-wide", "the legend is wider than the figure", hint: "use shorter names or fewer series"))
    }
  }
}
