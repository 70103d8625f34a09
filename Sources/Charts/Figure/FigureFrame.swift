import Diagnostics
import Geometry
import Grammar
import Scene
import StructuredData
import Typesetting

/// What stands around the plot of a chart that stands alone: tag, title and subtitle above, note and source below, set in the
/// design's own pixels; the whole is scaled to the size that is asked for. With `isScaled: false` only the room
/// grows, as on a page, where type keeps its size.
struct FigureFrame: Sendable {
  /// The picture's size.
  let size: Size
  /// The room of the plot with its guides, in the design's pixels.
  let area: Rect
  /// Of title, notes and margins, in the picture's pixels.
  let furnitureHeight: Double
  /// Whether title and notes leave too little height to a plot.
  let lacksRoom: Bool
  private let items: [SceneItem]
  private let scale: Double
  private static let leastHeight = 40.0
  private(set) var findings: [Diagnostic] = []

  /// Nil where the configuration has no figure.
  init?(_ source: ChartSource, _ config: Config, size given: Size?, extraHeight: Double = 0, text: TextSetter) {
    let p = config["figure"]
    guard let written = p.number("designWidth"), written > 0 else { return nil }
    let designWidth = p.bool("isScaled") == false ? given?.width.points ?? written : written
    let size = given ?? Size(designWidth, (p.number("designHeight") ?? designWidth * 9 / 16) + extraHeight)
    self.size = size
    scale = size.width.points / designWidth
    let designHeight = size.height.points / scale
    let margin = p.number("margin") ?? 48
    let gap = p.number("gap") ?? 12
    let width = max(1, designWidth - 2 * margin)
    var items: [SceneItem] = []
    var y = margin
    if let tagWidth = p.number("tagWidth"), let tagHeight = p.number("tagHeight"), let color = p.color("tagColor") {
      items.append(
        SceneItem(
          content: .shape(Shape(.rect(Size(tagWidth, tagHeight), radius: .zero), fill: color), at: Point(margin, y)),
          bounds: Box(margin, y, margin + tagWidth, y + tagHeight), role: .decoration))
      y += tagHeight + 2 * gap
    }
    func look(_ part: String) -> (TextLook, Double) {
      let look = TextLook(p, prefix: part)
      return (look, p.number(part + "LineHeight") ?? look.size * 1.35)
    }
    func set(_ texts: [String], _ part: String, _ role: Role, at top: Double) -> Double {
      let (look, leading) = look(part)
      var y = top
      for paragraph in texts where !paragraph.isEmpty {
        for line in text.paragraph(paragraph, look, width: width, lineHeight: leading) {
          let baseline = y + line.frame.baseline.points
          items.append(
            SceneItem(
              content: .text(SetText(line: line), at: Point(margin, baseline), anchor: Point(margin, baseline), angle: 0),
              bounds: Box(margin, y, margin + line.width.points, y + leading), role: role))
          y += leading
        }
      }
      return y
    }
    let title = source.view.title
    let titleTop = y
    y = set([title?.lines.joined(separator: " ") ?? ""], "title", .title, at: y)
    let hasTitle = y > titleTop
    if y - titleTop > 2.5 * look("title").1 {
      findings.append(.warning("chart.title-long", "the title takes more than two lines", at: title?.span, hint: "say it shorter"))
    }
    let words = FigureWords(language: text.language.rawValue)
    var subtitle = title?.subtitle.joined(separator: " ") ?? ""
    // Where the title is what is measured, it says the unit.
    let says = subtitle.isEmpty ? title?.lines.joined(separator: " ") ?? "" : subtitle
    if let unit = source.unit, !unit.isEmpty, !says.saysUnit(unit) {
      subtitle += (subtitle.isEmpty ? "" : words.semicolon) + words.unit + unit
    }
    if hasTitle, !subtitle.isEmpty { y += p.number("titleGap") ?? 0 }
    y = set([subtitle], "subtitle", .subtitle, at: y)
    let top = y + (y > margin ? 2 * gap : 0)
    let note = source.note.enumerated().map { $0 == 0 ? words.note($1) : $1 }
    let origin = source.source.enumerated().map { $0 == 0 ? words.source($1) : $1 }
    let (footLook, leading) = look("note")
    let footLines = (note + origin).filter { !$0.isEmpty }.reduce(0) {
      $0 + text.paragraph($1, footLook, width: width, lineHeight: leading).count
    }
    let foot = Double(footLines) * leading
    let bottom = designHeight - margin - foot
    y = set(note, "note", .note, at: bottom)
    _ = set(origin, "note", .source, at: y)
    self.items = items
    let height = bottom - (footLines > 0 ? 2 * gap : 0) - top
    area = Rect(margin, top, width, max(Self.leastHeight, height))
    furnitureHeight = size.height.points - height * scale
    lacksRoom = height < Self.leastHeight
    if lacksRoom {
      findings.append(
        .warning("chart.height", "title and notes leave no room for the plot", at: source.span, hint: "make the picture higher"))
    }
  }

  /// Puts the chart into the area and the texts around it.
  ///
  /// - Returns: by how much the design is scaled.
  func place(_ root: inout SceneGroup, width: Double, height: Double, left: Double, top: Double) -> Double {
    var chart = root
    let fit = min(area.size.width.points / max(1, width), area.size.height.points / max(1, height))
    // Grids of views keep their proportions; a plot fits already.
    let own = fit < 0.995 ? fit : fit > 1.05 ? min(fit, 1.25) : 1
    chart.scale = own
    chart.x = area.minX.points + left * own
    chart.y = area.minY.points + top * own
    var whole = SceneGroup()
    whole.children = [chart]
    whole.front = items
    root = whole
    return scale
  }
}

extension String {
  /// Whether a unit stands in the text as one: 元 does in “970.24亿元” and “（元）”, not in “美元”; m does not in “Germany”.
  fileprivate func saysUnit(_ unit: String) -> Bool {
    var rest = self[...]
    while let range = rest.firstRange(of: unit) {
      let (before, after) = (self[..<range.lowerBound].last, self[range.upperBound...].first)
      let isHan = unit.unicodeScalars.contains { $0.value >= 0x2E80 }
      let opens = before.map { !$0.isLetter || isHan && "万亿千百十萬億每".contains($0) } ?? true
      let closes = isHan || after.map { !$0.isLetter } ?? true
      if opens, closes { return true }
      rest = self[range.upperBound...]
    }
    return false
  }
}
