import Dataflow
import Geometry
import Grammar
import Scene
import StructuredData

extension SceneBuilder {
  /// The values of a table of coloured cells, written into them with the digits of the data; all of them or none, as at the ends of bars.
  func cellValues(_ view: ViewModel, _ size: PlotSize) -> [SceneItem] {
    let figure = config["figure"]
    let units = view.units
    guard figure.bool("valueLabels") == true, units.count == 1, let unit = units.first, unit.mark == .rect,
      unit.table.rowCount <= (figure.number("valueLabelLimit") ?? 60).whole,
      [Channel.x, .y].allSatisfy({ table[unit.id, $0].map { scales[$0].type.hasCategories } ?? false }),
      let measure = [Channel.color, .fill].lazy.compactMap({ unit.encoding[$0] }).first(where: { $0.isField && $0.type == .quantitative }),
      !measure.isBinned, let path = measure.path()
    else { return [] }
    let encoder = encoder(unit, size)
    let (xs, ys) = (encoder.rectSpan(.x), encoder.rectSpan(.y))
    let paint = MarkPaint(encoder, defaultFilled: true)
    let column = unit.table.values(at: path)
    let reference = encoder.references()
    let stated = encoder.stated
    var look = TextLook(figure, prefix: "value")
    let ink = look.color
    let page = config.plain.color("background") ?? .white
    var items: [SceneItem] = []
    for row in encoder.drawnRows {
      guard let x = xs(row), let y = ys(row), let digits = column.digits(at: row), let fill = paint.fill(row) else { continue }
      look.color = fill.contrast(with: ink) >= fill.contrast(with: page) ? ink : page
      let label = stated(text.digits(digits), row)
      let placed = text.place(
        [label], look, x: (x.start + x.end) / 2, y: (y.start + y.end) / 2, align: .center, baseline: .middle, role: .valueLabel,
        datum: reference(row))
      guard placed.bounds.width + look.size / 2 <= abs(x.end - x.start), placed.bounds.height <= abs(y.end - y.start) else { return [] }
      items += placed.items
    }
    return items
  }
}
