import Geometry

extension PagedDocument {
  /// The document as stable JSON: fixed key order, numbers rounded to 0.01 without exponent, boxes in points from the
  /// page's top left corner, absolute also inside groups and after any transform.
  public func dump() -> String {
    var writer = DumpWriter(fonts: fonts)
    writer.out += "{\"version\": 1, \"pages\": ["
    for (i, page) in pages.enumerated() {
      writer.out += i == 0 ? "\n" : ",\n"
      writer.page(page)
    }
    writer.out += "\n]}\n"
    return writer.out
  }
}

extension Frame {
  /// The dump of this frame alone, as page 1 of a document with `fonts`.
  public func dump(fonts: [FontResource]) -> String {
    PagedDocument(
      info: DocumentInfo(title: "", language: .simplifiedChinese), pages: [Page(number: 1, label: "", frame: self)],
      fonts: fonts
    ).dump()
  }
}

private struct DumpWriter {
  var out = ""
  let fonts: [FontResource]

  init(fonts: [FontResource]) { self.fonts = fonts }

  mutating func page(_ page: Page) {
    out += "{\"number\": \(page.number), \"label\": \(quoted(page.label))"
    out += ", \"width\": \(number(page.frame.size.width)), \"height\": \(number(page.frame.size.height))"
    if let cut = page.cut {
      for (name, box) in [("trim", cut.trim), ("bleed", cut.bleed)] {
        out += ", \"\(name)\": [\(number(box.minX)), \(number(box.minY)), \(number(box.size.width)), \(number(box.size.height))]"
      }
    }
    out += ", \"items\": ["
    let bounds = Rect(origin: .zero, size: page.frame.size)
    items(of: page.frame, under: .identity, clip: bounds, indent: "  ")
    out += "]}"
  }

  /// Writes what is visible of the frame's items; `clip` is in page coordinates.
  mutating func items(of frame: Frame, under outer: Transform, clip: Rect, indent: String) {
    var first = true
    for placed in frame.items {
      let start = out.endIndex
      out += first ? "\n" : ",\n"
      out += indent
      if item(placed, under: outer, clip: clip, indent: indent) {
        first = false
      } else {
        out.removeSubrange(start...)
      }
    }
  }

  mutating func item(_ placed: Placed, under outer: Transform, clip: Rect, indent: String) -> Bool {
    let here = Transform.translation(placed.origin).then(outer)
    switch placed.item {
    case .anchor: return false
    case .group(let group):
      let inner = group.transform.then(here)
      let box = inner.apply(Rect(origin: .zero, size: group.frame.size))
      var visible = clip
      if let own = group.clip {
        guard let cut = clip.intersection(inner.apply(own)) else { return false }
        visible = cut
      }
      open("group", placed.role, box)
      if let alt = group.alt { out += ", \"alt\": \(quoted(alt))" }
      out += ", \"items\": ["
      items(of: group.frame, under: inner, clip: visible, indent: indent + "  ")
      out += "]}"
    case .text(let run):
      let line = Rect(
        origin: Point(x: .zero, y: -run.ascent), size: Size(width: run.width, height: run.ascent + run.descent))
      let box = here.apply(line)
      guard clip.touches(box), run.fill.alpha > 0 else { return false }
      open("text", placed.role, box)
      let name = Int(run.font.index) < fonts.count ? fonts[Int(run.font.index)].name : "?"
      out += ", \"text\": \(quoted(run.text)), \"font\": \(quoted(name)), \"size\": \(number(run.size * here.scale))"
      out += ", \"fill\": \"\(run.fill.hex)\", \"baseline\": \(number(here.apply(Point.zero).y))"
      if here.rotation != 0 { out += ", \"rotate\": \(rounded(here.rotation))" }
      write(placed.datum, here)
      out += "}"
    case .shape(let shape):
      guard shape.isVisible, let box = here.boundingBox(of: shape), clip.touches(box) else { return false }
      switch shape.kind {
      case .rect(_, let radius):
        open("rect", placed.role, box)
        if radius > .zero { out += ", \"radius\": \(number(radius * here.scale))" }
      case .path: open("path", placed.role, box)
      case .symbol(let symbol, _):
        open("symbol", placed.role, box)
        out += ", \"shape\": \"\(symbol.rawValue)\""
      case .drawnSymbol:
        open("symbol", placed.role, box)
        out += ", \"shape\": \"path\""
      }
      if let fill = shape.fill, fill.alpha > 0 { out += ", \"fill\": \"\(fill.hex)\"" }
      if let stroke = shape.stroke, stroke.color.alpha > 0 {
        out += ", \"stroke\": \"\(stroke.color.hex)\", \"strokeWidth\": \(number(stroke.width * here.scale))"
        if !stroke.dash.isEmpty {
          out += ", \"dash\": [\(stroke.dash.map { number($0 * here.scale) }.joined(separator: ", "))]"
          if stroke.dashOffset != .zero { out += ", \"dashOffset\": \(number(stroke.dashOffset * here.scale))" }
        }
        if stroke.cap != .butt { out += ", \"cap\": \(quoted(stroke.cap.rawValue))" }
        if stroke.join != .miter { out += ", \"join\": \(quoted(stroke.join.rawValue))" }
      }
      write(placed.datum, here)
      out += "}"
    case .image(_, let size):
      let box = here.apply(Rect(origin: .zero, size: size))
      guard clip.touches(box) else { return false }
      open("image", placed.role, box)
      out += "}"
    case .link(let destination, let size):
      open("link", placed.role, here.apply(Rect(origin: .zero, size: size)))
      switch destination {
      case .anchor(let name): out += ", \"anchor\": \(quoted(name))}"
      case .uri(let uri): out += ", \"uri\": \(quoted(uri))}"
      case .unprinted(let name): out += ", \"unprinted\": \(quoted(name))}"
      }
    }
    return true
  }

  mutating func write(_ datum: DatumReference?, _ here: Transform) {
    guard let datum else { return }
    for (key, value) in [("datum", datum.datum), ("value", datum.value), ("series", datum.series)] {
      if let value { out += ", \"\(key)\": \(quoted(value))" }
    }
    if let angle = datum.angle { out += ", \"angle\": \(rounded(angle))" }
    if datum.places.isEmpty { return }
    out += ", \"points\": ["
    for (index, place) in datum.places.enumerated() {
      let at = here.apply(place.at)
      out += "\(index == 0 ? "" : ", "){\"datum\": \(quoted(place.datum))"
      if let value = place.value { out += ", \"value\": \(quoted(value))" }
      out += ", \"x\": \(number(at.x)), \"y\": \(number(at.y))}"
    }
    out += "]"
  }

  mutating func open(_ type: String, _ role: Role, _ box: Rect) {
    out += "{\"type\": \"\(type)\", \"role\": \"\(role.rawValue)\", \"x\": \(number(box.minX)), \"y\": \(number(box.minY))"
    out += ", \"w\": \(number(box.size.width)), \"h\": \(number(box.size.height))"
  }

  func number(_ length: Length) -> String { rounded(length.points) }
}

/// A number rounded to two decimals, halves away from zero, trailing zeros dropped; never an exponent or `-0`.
func rounded(_ value: Double) -> String {
  let hundredths = (value * 100).rounded()
  guard Swift.abs(hundredths) < 1e15 else { return hundredths < 0 ? "-10000000000000" : "10000000000000" }
  let scaled = Int(hundredths)
  let sign = scaled < 0 ? "-" : ""
  let (whole, part) = scaled.magnitude.quotientAndRemainder(dividingBy: 100)
  if part == 0 { return "\(sign)\(whole)" }
  if part % 10 == 0 { return "\(sign)\(whole).\(part / 10)" }
  return "\(sign)\(whole).\(part < 10 ? "0" : "")\(part)"
}

/// A JSON string literal (RFC 8259).
func quoted(_ text: String) -> String {
  var out = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": out += "\\\""
    case "\\": out += "\\\\"
    case "\n": out += "\\n"
    case "\r": out += "\\r"
    case "\t": out += "\\t"
    case "\u{0}"..."\u{1F}":
      let digits = Array("0123456789abcdef")
      out += "\\u00\(digits[Int(scalar.value >> 4)])\(digits[Int(scalar.value & 15)])"
    default: out.unicodeScalars.append(scalar)
    }
  }
  return out + "\""
}

extension Shape {
  var isVisible: Bool { fill.map { $0.alpha > 0 } == true || stroke.map { $0.color.alpha > 0 } == true }
}

extension Rect {
  func intersection(_ other: Rect) -> Rect? {
    let x0 = max(minX, other.minX)
    let y0 = max(minY, other.minY)
    let x1 = min(maxX, other.maxX)
    let y1 = min(maxY, other.maxY)
    guard x0 <= x1, y0 <= y1 else { return nil }
    return Rect(origin: Point(x: x0, y: y0), size: Size(width: x1 - x0, height: y1 - y0))
  }

  /// As ``intersects(_:)``, but a line or a point without extent counts where it lies on or in the box.
  func touches(_ other: Rect) -> Bool { intersection(other) != nil }
}

extension Transform {
  /// Mean scale factor: √|det|.
  var scale: Double { Swift.abs(a * d - b * c).squareRoot() }

  /// Clockwise turn in degrees, from -180 to 180; 0 for upright.
  var rotation: Double {
    if Swift.abs(b) < 1e-9 { return a < 0 ? 180 : 0 }
    if Swift.abs(a) < 1e-9 { return b > 0 ? 90 : -90 }
    return arcTangent(b, a) * 180 / .pi
  }

  func boundingBox(of shape: Shape) -> Rect? {
    switch shape.kind {
    case .rect, .symbol, .drawnSymbol: apply(shape.bounds)
    case .path(let path): self.isTranslation ? path.bounds?.offset(by: Point(tx, ty)) : path.transformed(by: self).bounds
    }
  }

  var isTranslation: Bool { a == 1 && b == 0 && c == 0 && d == 1 }
}

/// The angle of the point (`x`, `y`) in radians, from -π to π, by the series of Abramowitz & Stegun 4.4.42 after the argument is halved
/// twice; exact to 1e-9, and the same bits everywhere.
private func arcTangent(_ y: Double, _ x: Double) -> Double {
  func positive(_ t: Double) -> Double {
    // atan t = 2·atan(t / (1 + √(1 + t²)))
    let halved = t / (1 + (1 + t * t).squareRoot())
    let quartered = halved / (1 + (1 + halved * halved).squareRoot())
    let square = quartered * quartered
    var sum = 0.0
    var term = quartered
    for k in 0..<14 {
      sum += term / Double(2 * k + 1) * (k % 2 == 0 ? 1 : -1)
      term *= square
    }
    return 4 * sum
  }
  let angle = Swift.abs(y) <= Swift.abs(x) ? positive(Swift.abs(y / x)) : .pi / 2 - positive(Swift.abs(x / y))
  let upper = x < 0 ? .pi - angle : angle
  return y < 0 ? -upper : upper
}
