import Geometry
import Scene

extension SVGWriter {
  mutating func draw(_ shape: Shape, at origin: Point) {
    let fill = shape.fill.flatMap { $0.alpha > 0 ? $0 : nil }
    let stroke = shape.stroke.flatMap { $0.color.alpha > 0 && $0.width > .zero ? $0 : nil }
    guard fill != nil || stroke != nil else { return }
    switch shape.kind {
    case .rect(let size, let radius):
      body += "<rect \(Rect(origin: origin, size: size).svg)"
      if radius > .zero { body += " rx=\"\(min(radius, min(size.width, size.height) / 2).svg)\"" }
    case .symbol(.circle, let diameter):
      body += "<circle cx=\"\(origin.x.svg)\" cy=\"\(origin.y.svg)\" r=\"\((diameter / 2).svg)\""
    case .path, .symbol, .drawnSymbol: body += "<path d=\"\(shape.outline.svg(at: origin))\""
    }
    body += fill.map { paint("fill", $0) } ?? " fill=\"none\""
    if let stroke { body += attributes(of: stroke) }
    body += "/>\n"
  }

  private func attributes(of stroke: Stroke) -> String {
    var out = paint("stroke", stroke.color)
    if stroke.width != .pt(1) { out += " stroke-width=\"\(stroke.width.svg)\"" }
    if !stroke.dash.isEmpty { out += " stroke-dasharray=\"\(stroke.dash.map(\.svg).joined(separator: " "))\"" }
    if !stroke.dash.isEmpty, stroke.dashOffset != .zero { out += " stroke-dashoffset=\"\(stroke.dashOffset.svg)\"" }
    if stroke.cap != .butt { out += " stroke-linecap=\"\(stroke.cap.rawValue)\"" }
    if stroke.join != .miter { out += " stroke-linejoin=\"\(stroke.join.rawValue)\"" }
    // cairo and PDF cut a miter at ten line widths, SVG at four.
    if stroke.join == .miter { out += " stroke-miterlimit=\"10\"" }
    return out
  }

  /// A paint attribute with its opacity; black as fill is what SVG assumes.
  func paint(_ name: String, _ color: Color) -> String {
    var out = name == "fill" && color.withAlpha(255) == .black ? "" : " \(name)=\"\(color.withAlpha(255).hex)\""
    if color.alpha != 255 { out += " \(name)-opacity=\"\(svgNumber(Double(color.alpha) / 255, decimals: 3))\"" }
    return out
  }
}

extension Path {
  fileprivate func svg(at origin: Point) -> String {
    var out = ""
    func write(_ letter: String, _ points: [Point]) {
      out += letter
      for (index, point) in points.enumerated() {
        out += index == 0 ? "" : " "
        out += "\((origin.x + point.x).svg) \((origin.y + point.y).svg)"
      }
    }
    for segment in segments {
      switch segment {
      case .move(let p): write("M", [p])
      case .line(let p): write("L", [p])
      case .cubic(let a, let b, let p): write("C", [a, b, p])
      case .close: out += "Z"
      }
    }
    return out
  }
}
