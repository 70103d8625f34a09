import Dataflow
import Geometry
import Grammar
import Scene
import StructuredData

/// Dated entries from top to bottom: date, dot on the rail, text; what is only planned hangs on a dashed rail and an open dot.
struct EntryList {
  private struct Entry {
    var row: Int
    var date: String
    var head: [String]
    var body: [String]
    var isPlanned: Bool
  }
  private let entries: [Entry]
  private let figure: Properties
  private let text: TextSetter
  private let date: TextLook
  private let head: TextLook
  private let body: TextLook
  private let leading: Double
  private let rail: Double
  private var left: Double { rail + date.size * 1.6 }

  /// - Parameter width: of all, in pixels.
  init(_ encoder: UnitEncoder, width: Double) {
    text = encoder.text
    figure = encoder.unit.config["figure"]
    date = TextLook(figure, prefix: "entryDate")
    head = TextLook(figure, prefix: "entryHead")
    body = TextLook(figure, prefix: "entry")
    leading = figure.number("entryLineHeight") ?? body.size * 1.4
    let (dates, heads, bodies, status) = (encoder.remark(.x), encoder.remark(.label), encoder.remark(.text), encoder.remark(.status))
    let rows = Array(0..<encoder.rowCount)
    let look = date
    let setter = text
    rail = (rows.map { setter.width(dates($0), look) }.max() ?? 0) + date.size * 1.6
    let room = max(1, width - rail - date.size * 1.6)
    let (headLook, bodyLook) = (head, body)
    entries = rows.map { row in
      Entry(
        row: row, date: dates(row), head: setter.wrapped(heads(row), headLook, width: room),
        body: setter.wrapped(bodies(row), bodyLook, width: room), isPlanned: status(row) == "plan")
    }
  }

  private func height(_ entry: Entry) -> Double { Double(max(1, entry.head.count + entry.body.count)) * leading }
  /// Between entries: what they like, less where they would not fit, and never so little that they run into each other.
  private var gap: Double { gaps.upperBound - squeeze }
  private var gaps: ClosedRange<Double> { leading * 0.5...leading * 0.8 }
  private var squeeze = 0.0
  /// The height that all entries need.
  var height: Double { max(0, entries.reduce(-gap) { $0 + height($1) + gap }) }

  /// Set closer where the room is low.
  mutating func fit(into room: Double) {
    guard entries.count > 1, height > room else { return }
    squeeze = min(gaps.upperBound - gaps.lowerBound, (height - room) / Double(entries.count - 1))
  }

  func items(_ encoder: UnitEncoder) -> [SceneItem] {
    var items: [SceneItem] = []
    var dots: [(y: Double, entry: Entry)] = []
    var top = 0.0
    for entry in entries {
      let datum = encoder.reference(entry.row)
      func put(_ words: String, _ look: TextLook, _ x: Double, _ y: Double, _ align: TextAlign, _ role: Role) {
        items += text.place([words], look, x: x, y: y, align: align, baseline: .middle, role: role, datum: datum).items
      }
      dots.append((top + leading / 2, entry))
      put(entry.date, date, rail - date.size * 1.6, top + leading / 2, .right, .axisLabel)
      for (place, line) in (entry.head + entry.body).enumerated() {
        put(line, place < entry.head.count ? head : body, left, top + (Double(place) + 0.5) * leading, .left, .annotation)
      }
      top += height(entry) + gap
    }
    let rule = figure.color("entryRuleColor") ?? .black
    let width = figure.number("entryRuleWidth") ?? 1
    var behind: [SceneItem] = []
    for (above, below) in zip(dots, dots.dropFirst()) {
      var path = Path()
      path.move(to: Point(rail, above.y))
      path.line(to: Point(rail, below.y))
      behind.append(
        SceneItem(
          content: .shape(
            Shape(
              .path(path), stroke: Stroke(rule, width: .pt(width), dash: below.entry.isPlanned ? [.pt(3 * width), .pt(3 * width)] : [])),
            at: .zero), bounds: Box(rail, above.y, rail, below.y), role: .axisLine))
    }
    let size = figure.number("entryDotSize") ?? date.size * 0.9
    for dot in dots {
      let isOpen = dot.entry.isPlanned
      behind.append(
        SceneItem(
          content: .shape(
            Shape(.symbol(.circle, diameter: .pt(size)), fill: isOpen ? .white : date.color, stroke: Stroke(date.color, width: .pt(width))),
            at: Point(rail, dot.y)),
          bounds: Box(rail - size / 2, dot.y - size / 2, rail + size / 2, dot.y + size / 2), role: .mark,
          datum: encoder.reference(dot.entry.row)))
    }
    return behind + items
  }
}
