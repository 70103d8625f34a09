import Dataflow
import Geometry
import Grammar
import Pictograms
import Scales
import Scene
import StructuredData

extension UnitEncoder {
  /// Points, circles and squares: one symbol a row.
  func points() -> [SceneItem] {
    let paint = MarkPaint(self)
    let (xs, ys) = (point(.x), point(.y))
    let sizes = numbers(Channel.size)
    let fixed = numbers("size")
    let shapes = texts(.shape)
    let angles = numbers(Channel.angle)
    let fixedAngle = numbers("angle")
    let name = unit.mark == .square ? "square" : unit.mark == .circle ? "circle" : unit.properties.text("shape") ?? "circle"
    let isProvisional = provisional
    let reference = references()
    return drawnRows.compactMap { row in
      guard let x = xs(row), let y = ys(row), x.isFinite, y.isFinite else { return nil }
      let size = sizes?(row) ?? fixed(row) ?? 30
      guard size > 0 else { return nil }
      let shape = unit.mark == .point ? shapes.map { $0(row) ?? name } ?? name : name
      var (fill, stroke) = (paint.fill(row), paint.stroke(row))
      if isProvisional(row), let color = fill ?? stroke?.color {
        // Hollow, and no larger than a full one.
        (fill, stroke) = (.white, Stroke(color, width: .pt(size.squareRoot() / 5)))
      }
      return symbolItem(
        shape, x: x, y: y, size: size, angle: angles?(row) ?? fixedAngle(row) ?? 0, fill: fill, stroke: stroke, role: .mark,
        datum: reference(row))
    }
  }
}

/// A symbol of Vega by name (or an SVG path within ±1), `size` being its area in square pixels.
func symbolItem(
  _ name: String, x: Double, y: Double, size: Double, angle: Double = 0, fill: Color?, stroke: Stroke?, role: Role,
  datum: DatumReference? = nil
) -> SceneItem? {
  guard [x, y, size, angle].allSatisfy(\.isFinite), size >= 0, size < 1e9 else { return nil }
  let side = size.squareRoot()
  let half = stroke.map { $0.width.points / 2 } ?? 0
  let kind: Shape.Kind
  var reach = side / 2
  switch name {
  case "circle":
    let radius = (size / .pi).squareRoot()
    reach = radius
    kind = .symbol(.circle, diameter: .pt(2 * radius))
  case "square": kind = angle == 0 ? .symbol(.square, diameter: .pt(side)) : .path(turned(outline("square", side), angle))
  case "diamond": kind = angle == 0 ? .symbol(.diamond, diameter: .pt(side)) : .path(turned(outline("diamond", side), angle))
  default:
    if let own = svgPath(name) {
      kind = .drawnSymbol(turned(own.transformed(by: .scaling(side / 2, side / 2)), angle))
      let bounds = Shape(kind).bounds
      reach = max(bounds.size.width.points, bounds.size.height.points) / 2
    } else {
      kind = .drawnSymbol(turned(outline(name, side), angle))
    }
  }
  return SceneItem(
    content: .shape(Shape(kind, fill: fill, stroke: stroke), at: Point(x, y)),
    bounds: Box(x - reach, y - reach, x + reach, y + reach).expanded(by: half), role: role, datum: datum)
}

private func turned(_ path: Path, _ angle: Double) -> Path { angle == 0 ? path : path.transformed(by: .turn(angle)) }

/// vega-scenegraph's builtin symbols about the origin.
private func outline(_ name: String, _ side: Double) -> Path {
  let r = side / 2
  func polygon(_ points: [(Double, Double)]) -> Path {
    var path = Path.polyline(points.map { Point($0.0, $0.1) })
    path.close()
    return path
  }
  let halfRoot3 = 3.0.squareRoot() / 2
  let h = halfRoot3 * r
  switch name {
  case "square": return polygon([(-r, -r), (r, -r), (r, r), (-r, r)])
  case "diamond": return polygon([(-r, 0), (0, -r), (r, 0), (0, r)])
  case "cross":
    let s = r / 2.5
    return polygon([
      (-r, -s), (-r, s), (-s, s), (-s, r), (s, r), (s, s), (r, s), (r, -s), (s, -s), (s, -r), (-s, -r), (-s, -s),
    ])
  case "triangle-up": return polygon([(0, -h), (-r, h), (r, h)])
  case "triangle-down": return polygon([(0, h), (-r, -h), (r, -h)])
  case "triangle-right": return polygon([(h, 0), (-h, -r), (-h, r)])
  case "triangle-left": return polygon([(-h, 0), (h, -r), (h, r)])
  case "triangle":
    let o = h - r * 0.5773502691896257
    return polygon([(0, -h - o), (-r, h - o), (r, h - o)])
  case "arrow":
    let s = r / 7
    let t = r / 2.5
    let v = r / 8
    return polygon([(-s, r), (s, r), (s, -v), (t, -v), (0, -r), (-t, -v), (-s, -v)])
  case "wedge":
    let o = h - r * 0.5773502691896257
    let w = r / 4
    return polygon([(0, -h - o), (-w, h - o), (w, h - o)])
  case "stroke": return Path.polyline([Point(-r, 0), Point(r, 0)])
  case "circle": return Path.circle(center: .zero, radius: .pt((side * side / .pi).squareRoot()))
  default: return Path.circle(center: .zero, radius: .pt((side * side / .pi).squareRoot()))
  }
}
