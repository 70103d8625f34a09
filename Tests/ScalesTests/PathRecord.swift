import Foundation
import Scales

/// Draws the path of a record as SVG, numbers with three decimals.
struct PathRecord {
  let path: String?

  init(_ row: [String: Any]) {
    let steps = D3Records.steps(row)
    switch steps.first?.name {
    case "arc": path = Self.arc(steps)
    case "line", "area": path = Self.line(steps, isArea: steps.first?.name == "area")
    default: path = nil
    }
  }

  private static func text(_ value: Double) -> String {
    let rounded = (value * 1000).rounded() / 1000
    return rounded == 0 ? "0" : rounded == rounded.rounded() ? String(Int(rounded)) : "\(rounded)"
  }
  private static func joined(_ values: Double...) -> String { values.map(text).joined(separator: ",") }

  private static let curves: [String: Curve] = [
    "curveLinear": .linear, "curveLinearClosed": .linearClosed, "curveStep": .step, "curveMonotoneX": .monotone,
    "curveNatural": .natural, "curveBasis": .basis, "curveCatmullRom": .catmullRom, "curveCardinal": .cardinal,
  ]

  private static func line(_ steps: [D3Records.Step], isArea: Bool) -> String? {
    var kind = Curve.linear
    var constants: [String: Double] = [:]
    for step in steps.dropLast() {
      if step.name == "curve" {
        let name = ((step.arguments.first as? [String: Any])?["steps"] as? [Any])?.first as? String ?? ""
        guard let curve = curves[name] else { return nil }
        kind = curve
      } else if step.name == "x" || step.name == "y" {
        constants[step.name] = D3Records.number(step.arguments.first)
      } else if step.name != "line" && step.name != "area" {
        return nil
      }
    }
    let points = (steps.last?.arguments.first as? [Any] ?? []).map { point -> (x: Double, y: Double) in
      func value(_ place: Int) -> Double {
        if let list = point as? [Any] { return D3Records.number(list[place]) ?? .nan }
        return D3Records.number((point as? [String: Any])?["\(place)"]) ?? .nan
      }
      return (constants["x"] ?? value(0), constants["y"] ?? value(1))
    }
    if points.isEmpty { return nil }
    var segments: [CurveSegment]
    if isArea {
      let lower: [(x: Double, y: Double)] = points.map { constants["x"].map { x in (x, 0) } ?? ($0.x, 0) }
      segments = areaOutline(upper: points, lower: lower, kind)
    } else {
      segments = curve(points, kind)
    }
    let isPoint = points.count == 1
    return svg(segments) + (isArea || isPoint || kind.isClosed ? "Z" : "")
  }

  private static func svg(_ segments: [CurveSegment]) -> String {
    segments.map { segment in
      switch segment {
      case .move(let x, let y): "M" + joined(x, y)
      case .line(let x, let y): "L" + joined(x, y)
      case .cubic(let a, let b, let c, let d, let e, let f): "C" + joined(a, b, c, d, e, f)
      }
    }.joined()
  }

  private static func arc(_ steps: [D3Records.Step]) -> String? {
    func setting(_ name: String) -> Double? { D3Records.number(steps.last { $0.name == name }?.arguments.first) }
    let sector = Arc(
      innerRadius: setting("innerRadius") ?? 0, outerRadius: setting("outerRadius") ?? 0,
      startAngle: setting("startAngle") ?? 0, endAngle: setting("endAngle") ?? 0, padAngle: setting("padAngle") ?? 0,
      padRadius: setting("padRadius"), cornerRadius: setting("cornerRadius") ?? 0)
    var here: (x: Double, y: Double)?
    var out = ""
    func distant(_ x: Double, _ y: Double) -> Bool { here.map { abs($0.x - x) > 1e-6 || abs($0.y - y) > 1e-6 } ?? true }
    for piece in sector.outline {
      switch piece {
      case .move(let x, let y):
        out += "M" + joined(x, y)
        here = (x, y)
      case .line(let x, let y):
        out += "L" + joined(x, y)
        here = (x, y)
      case .arc(let cx, let cy, let radius, let from, let to, let isCounterclockwise):
        // As d3-path writes an arc: a full circle in two halves.
        let (x0, y0) = (cx + radius * cos(from), cy + radius * sin(from))
        if distant(x0, y0) { out += (here == nil ? "M" : "L") + joined(x0, y0) }
        here = (x0, y0)
        if radius == 0 { continue }
        var span = isCounterclockwise ? from - to : to - from
        if span < 0 { span = span.truncatingRemainder(dividingBy: 2 * .pi) + 2 * .pi }
        let sweep = isCounterclockwise ? "0" : "1"
        let size = text(radius)
        if span > 2 * .pi - 1e-6 {
          let (dx, dy) = (radius * cos(from), radius * sin(from))
          out += "A\(size),\(size),0,1,\(sweep)," + joined(cx - dx, cy - dy)
          out += "A\(size),\(size),0,1,\(sweep)," + joined(cx + dx, cy + dy)
        } else if span > 1e-6 {
          let (x, y) = (cx + radius * cos(to), cy + radius * sin(to))
          out += "A\(size),\(size),0,\(span >= .pi ? 1 : 0),\(sweep)," + joined(x, y)
          here = (x, y)
        }
      }
    }
    return out + "Z"
  }
}
