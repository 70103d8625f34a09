package import Geometry
import Scales

/// Reads path data of SVG 1.1 (§8.3); nil when it is none. Lengths are as written.
package func svgPath(_ text: String) -> Path? {
  var scanner = PathScanner(Array(text.unicodeScalars))
  var path = Path()
  var here = (x: 0.0, y: 0.0)
  var start = here
  var control: (x: Double, y: Double)?
  var command: Unicode.Scalar = " "
  func point(_ p: (x: Double, y: Double)) -> Point { Point(p.x, p.y) }
  while !scanner.isAtEnd {
    if let next = scanner.command() { command = next } else if command == " " { return nil }
    let isRelative = command.properties.isLowercase
    let base: (x: Double, y: Double) = isRelative ? here : (0, 0)
    func pair() -> (x: Double, y: Double)? {
      guard let x = scanner.number(), let y = scanner.number() else { return nil }
      return (base.x + x, base.y + y)
    }
    var nextControl: (x: Double, y: Double)?
    switch command.properties.uppercaseMapping {
    case "M":
      guard let p = pair() else { return nil }
      path.move(to: point(p))
      (here, start) = (p, p)
      command = isRelative ? "l" : "L"
    case "L":
      guard let p = pair() else { return nil }
      path.line(to: point(p))
      here = p
    case "H":
      guard let x = scanner.number() else { return nil }
      here.x = base.x + x
      path.line(to: point(here))
    case "V":
      guard let y = scanner.number() else { return nil }
      here.y = base.y + y
      path.line(to: point(here))
    case "C":
      guard let a = pair(), let b = pair(), let p = pair() else { return nil }
      path.cubic(point(a), point(b), to: point(p))
      nextControl = b
      here = p
    case "S":
      guard let b = pair(), let p = pair() else { return nil }
      let a = control.map { (x: 2 * here.x - $0.x, y: 2 * here.y - $0.y) } ?? here
      path.cubic(point(a), point(b), to: point(p))
      nextControl = b
      here = p
    case "Q":
      guard let q = pair(), let p = pair() else { return nil }
      let a = (x: here.x + 2 / 3 * (q.x - here.x), y: here.y + 2 / 3 * (q.y - here.y))
      let b = (x: p.x + 2 / 3 * (q.x - p.x), y: p.y + 2 / 3 * (q.y - p.y))
      path.cubic(point(a), point(b), to: point(p))
      here = p
    case "A":
      guard let rx = scanner.number(), let ry = scanner.number(), let turn = scanner.number(), let large = scanner.flag(),
        let sweep = scanner.flag(), let p = pair()
      else { return nil }
      appendArc(from: here, to: p, rx: rx, ry: ry, rotation: turn, large: large, sweep: sweep, to: &path)
      here = p
    case "Z":
      path.close()
      here = start
      if !scanner.isAtEnd, !scanner.isAtCommand { return nil }
    default: return nil
    }
    control = nextControl
  }
  return path.bounds == nil ? nil : path
}

private struct PathScanner {
  let scalars: [Unicode.Scalar]
  var index = 0
  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    skip()
  }
  var isAtEnd: Bool { index >= scalars.count }
  var isAtCommand: Bool { !isAtEnd && scalars[index] != "e" && isLetter(scalars[index]) }
  mutating func skip() {
    while index < scalars.count, scalars[index] == "," || isBlank(scalars[index]) { index += 1 }
  }
  private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) : scalar.properties.isAlphabetic
  }
  private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? scalar == " " || (9...13).contains(scalar.value) : scalar.properties.isWhitespace
  }
  mutating func command() -> Unicode.Scalar? {
    guard isAtCommand else { return nil }
    defer {
      index += 1
      skip()
    }
    return scalars[index]
  }
  mutating func flag() -> Bool? {
    guard !isAtEnd, scalars[index] == "0" || scalars[index] == "1" else { return nil }
    let value = scalars[index] == "1"
    index += 1
    skip()
    return value
  }
  mutating func number() -> Double? {
    let first = index
    if index < scalars.count, scalars[index] == "-" || scalars[index] == "+" { index += 1 }
    var seenDot = false
    while index < scalars.count {
      let c = scalars[index]
      if ("0"..."9").contains(c) {
        index += 1
      } else if c == ".", !seenDot {
        seenDot = true
        index += 1
      } else if c == "e" || c == "E" {
        index += 1
        if index < scalars.count, scalars[index] == "-" || scalars[index] == "+" { index += 1 }
      } else {
        break
      }
    }
    // SVG allows a point without a digit on one of its sides.
    var digits: [UInt8] = []
    for place in first..<index {
      let isPoint = scalars[place] == "."
      if isPoint, place == first || scalars[place - 1] == "-" { digits.append(UInt8(ascii: "0")) }
      digits.append(UInt8(ascii: scalars[place]))
      if isPoint, place == index - 1 { digits.append(UInt8(ascii: "0")) }
    }
    guard let value = Double(String(decoding: digits, as: UTF8.self)), value.isFinite else { return nil }
    skip()
    return value
  }
}

/// An elliptical arc as cubic curves (SVG 1.1, F.6).
private func appendArc(
  from a: (x: Double, y: Double), to b: (x: Double, y: Double), rx: Double, ry: Double, rotation: Double, large: Bool,
  sweep: Bool, to path: inout Path
) {
  var (rx, ry) = (abs(rx), abs(ry))
  guard rx > 0, ry > 0, a != b else {
    path.line(to: Point(b.x, b.y))
    return
  }
  let phi = rotation * .pi / 180
  let (s, c) = (sine(phi), cosine(phi))
  let (dx, dy) = ((a.x - b.x) / 2, (a.y - b.y) / 2)
  let (x1, y1) = (c * dx + s * dy, -s * dx + c * dy)
  let lambda = x1 * x1 / (rx * rx) + y1 * y1 / (ry * ry)
  if lambda > 1 {
    rx *= lambda.squareRoot()
    ry *= lambda.squareRoot()
  }
  let numerator = rx * rx * ry * ry - rx * rx * y1 * y1 - ry * ry * x1 * x1
  let factor = max(0, numerator / (rx * rx * y1 * y1 + ry * ry * x1 * x1)).squareRoot() * (large == sweep ? -1 : 1)
  let (cx1, cy1) = (factor * rx * y1 / ry, -factor * ry * x1 / rx)
  let (cx, cy) = (c * cx1 - s * cy1 + (a.x + b.x) / 2, s * cx1 + c * cy1 + (a.y + b.y) / 2)
  let start = arcTangent((y1 - cy1) / ry, (x1 - cx1) / rx)
  var sweepAngle = arcTangent((-y1 - cy1) / ry, (-x1 - cx1) / rx) - start
  if sweep, sweepAngle < 0 { sweepAngle += 2 * .pi }
  if !sweep, sweepAngle > 0 { sweepAngle -= 2 * .pi }
  let pieces = max(1, Int((abs(sweepAngle) / (.pi / 2)).rounded(.up)))
  let step = sweepAngle / Double(pieces)
  let k = 4 / 3 * sine(step / 4) / cosine(step / 4)
  func at(_ x: Double, _ y: Double) -> Point { Point(cx + c * rx * x - s * ry * y, cy + s * rx * x + c * ry * y) }
  for piece in 0..<pieces {
    let (t0, t1) = (start + Double(piece) * step, start + Double(piece + 1) * step)
    path.cubic(
      at(cosine(t0) - k * sine(t0), sine(t0) + k * cosine(t0)), at(cosine(t1) + k * sine(t1), sine(t1) - k * cosine(t1)),
      to: at(cosine(t1), sine(t1)))
  }
}
