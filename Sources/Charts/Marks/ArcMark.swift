import Dataflow
import Diagnostics
package import Geometry
import Grammar
import Scales
import Scene
import StructuredData

extension UnitEncoder {
  /// Arcs: sectors of rings about a centre; angles in radians clockwise from the top.
  mutating func arcs() -> [SceneItem] {
    let paint = MarkPaint(self)
    let (xs, ys) = (point(.x), point(.y))
    let angles = polarSpan(.theta, whole: Span(start: 0, end: 2 * .pi))
    let radii = polarSpan(.radius, whole: Span(start: 0, end: min(size.width, size.height) / 2))
    let inner = numbers("innerRadius")
    let outer = numbers("outerRadius")
    let pad = numbers("padAngle")
    let corner = numbers("cornerRadius")
    if let theta = unit.encoding[.theta], theta.isField, theta.type == .quantitative, unit.encoding[.theta2] == nil {
      let values = column(theta.path())
      let missing = drawnRows.filter { values[$0].scaled <= 0 }.count
      if missing > 0 {
        findings.append(
          .warning("mark.arc-empty", "\(missing) of \(drawnRows.count) parts are zero or less and are not seen", at: theta.span))
      }
    }
    let hasRadius = unit.encoding[.radius] != nil || unit.properties["radius"] != nil
    let hasRadius2 = unit.encoding[.radius2] != nil || unit.properties["radius2"] != nil
    return drawnRows.compactMap { row in
      guard let x = xs(row), let y = ys(row), let angle = angles(row), let radius = radii(row) else { return nil }
      let far = hasRadius ? radius.end : outer(row) ?? radius.end
      let near = hasRadius2 || (hasRadius && radius.start != 0) ? radius.start : inner(row) ?? radius.start
      let path = sector(
        x: x, y: y, inner: max(0, min(near, far)), outer: max(near, far), from: angle.start, to: angle.end, corner: corner(row) ?? 0,
        pad: pad(row) ?? 0)
      return pathItem(
        path, fill: paint.fill(row), stroke: paint.stroke(row), row: row, angle: abs(angle.end - angle.start) * 180 / .pi)
    }
  }

  /// The angle or radius from start to end.
  func polarSpan(_ channel: Channel, whole: Span) -> (Int) -> Span? {
    let second = channel.second ?? channel
    let offset = numbers(channel.rawValue + "Offset")
    let secondOffset = numbers(second.rawValue + "Offset")
    func shifted(_ span: @escaping (Int) -> Span?) -> (Int) -> Span? {
      { row in span(row).map { Span(start: $0.start + (secondOffset(row) ?? 0), end: $0.end + (offset(row) ?? 0)) } }
    }
    guard let definition = unit.encoding[channel] else {
      let fixed = unit.properties[channel.rawValue].map { numbers(of: $0) }
      let fixedSecond = unit.properties[second.rawValue].map { numbers(of: $0) }
      return shifted { row in Span(start: fixedSecond?(row) ?? whole.start, end: fixed?(row) ?? whole.end) }
    }
    if let value = definition.value {
      let end = numbers(of: value)
      let start = unit.encoding[second]?.value.map { numbers(of: $0) }
      return shifted { row in end(row).map { Span(start: start?(row) ?? whole.start, end: $0) } }
    }
    guard let scale = scales[channel] else {
      // Without a scale the data are angles and radii.
      guard definition.isField || definition.datum != nil else { return { _ in whole } }
      let (ends, starts) = (plainNumbers(definition), unit.encoding[second].map { plainNumbers($0) })
      return shifted { row in
        guard let end = ends(row) else { return nil }
        guard let starts else { return Span(start: whole.start, end: end) }
        return starts(row).map { Span(start: end, end: $0) }
      }
    }
    if let stack = unit.stack, stack.fieldChannel == channel {
      let (start, end) = (column(definition.path(suffix: "start")), column(definition.path(suffix: "end")))
      return { row in
        guard let a = scale.number(start[row]), let b = scale.number(end[row]) else { return nil }
        let shift = offset(row) ?? 0
        return Span(start: a + shift, end: b + shift)
      }
    }
    let values = column(definition.path())
    if scale.type == .band {
      return shifted { row in scale.bandStart(values[row]).map { Span(start: $0, end: $0 + scale.bandwidth) } }
    }
    if definition.hasBinParameters {
      let ends = column(definition.timeUnitEnd)
      return shifted { row in
        guard let a = scale.number(values[row]), let b = scale.number(ends[row]) else { return nil }
        return Span(start: a, end: b)
      }
    }
    let base = zeroOrEdge(scale) ?? whole.start
    if let secondDefinition = unit.encoding[second] {
      let ends = secondDefinition.isField ? column(secondDefinition.path()) : nil
      let fixed = secondDefinition.value?.double ?? secondDefinition.datum.flatMap { scale.number(resolver.value($0)) }
      let datum = definition.datum.map { resolver.value($0) }
      return shifted { row in
        guard let b = scale.number(datum ?? values[row]) else { return nil }
        return Span(start: ends.flatMap { scale.number($0[row]) } ?? fixed ?? base, end: b)
      }
    }
    let datum = definition.datum.map { resolver.value($0) }
    return shifted { row in scale.number(datum ?? values[row]).map { Span(start: base, end: $0) } }
  }
}

extension UnitEncoder {
  /// What a channel without a scale says of each row, as a number.
  private func plainNumbers(_ definition: ChannelDefinition) -> (Int) -> Double? {
    if let value = definition.value { return numbers(of: value) }
    if let datum = definition.datum {
      let number = resolver.value(datum).finiteNumber
      return { _ in number }
    }
    let values = column(definition.path())
    return { row in values[row].finiteNumber }
  }
}

/// A sector as a path; corners are rounded by short curves.
///
/// - Parameter pad: the angle between neighbours, as a gap of one width from the inner to the outer edge (d3-shape's `padAngle`).
package func sector(
  x: Double, y: Double, inner: Double, outer: Double, from: Double, to: Double, corner: Double, pad: Double = 0
) -> Path {
  var path = Path()
  var (start, end) = (from - .pi / 2, to - .pi / 2)
  var (innerStart, innerEnd) = (start, end)
  if pad > 0, inner >= 0, outer > 0, abs(to - from) < 2 * .pi - 1e-9 {
    let reach = (inner * inner + outer * outer).squareRoot()
    let side: Double = to < from ? -1 : 1
    func gap(_ radius: Double) -> Double { radius <= 0 ? 0 : arcSine(max(-1, min(1, reach / radius * sine(pad / 2)))) }
    let (far, near) = (min(gap(outer), abs(to - from) / 2), min(gap(inner), abs(to - from) / 2))
    start += side * far
    end -= side * far
    innerStart += side * near
    innerEnd -= side * near
  }
  func at(_ radius: Double, _ angle: Double) -> Point { Point(x + radius * cosine(angle), y + radius * sine(angle)) }
  guard outer > 0, [x, y, inner, outer, from, to].allSatisfy(\.isFinite) else { return path }
  let isWhole = abs(to - from) >= 2 * .pi - 1e-9
  let rounding = isWhole ? 0 : max(0, min(corner, (outer - inner) / 2, abs(to - from) * outer / 2))
  let turn = rounding / outer * (to < from ? -1 : 1)
  let innerRounding = inner > 0 ? min(rounding, abs(to - from) * inner / 2) : 0
  let innerTurn = inner > 0 ? innerRounding / inner * (to < from ? -1 : 1) : 0
  path.move(to: at(outer, start + turn))
  appendCircle(&path, x, y, outer, start + turn, end - turn)
  if rounding > 0 { path.cubic(at(outer, end), at(outer, end), to: at(outer - rounding, end)) }
  if inner > 0 {
    if isWhole {
      path.close()
      path.move(to: at(inner, innerEnd))
      appendCircle(&path, x, y, inner, innerEnd, innerStart)
    } else {
      path.line(to: at(inner + innerRounding, innerEnd))
      if innerRounding > 0 { path.cubic(at(inner, innerEnd), at(inner, innerEnd), to: at(inner, innerEnd - innerTurn)) }
      appendCircle(&path, x, y, inner, innerEnd - innerTurn, innerStart + innerTurn)
      if innerRounding > 0 { path.cubic(at(inner, innerStart), at(inner, innerStart), to: at(inner + innerRounding, innerStart)) }
    }
  } else if !isWhole {
    path.line(to: Point(x, y))
  }
  if rounding > 0 {
    path.line(to: at(outer - rounding, start))
    path.cubic(at(outer, start), at(outer, start), to: at(outer, start + turn))
  }
  path.close()
  return path
}

/// Goes on along a circle from one angle to another, clockwise when they rise; begins with a line to the first point.
private func appendCircle(_ path: inout Path, _ x: Double, _ y: Double, _ radius: Double, _ from: Double, _ to: Double) {
  // More than some turns draw no more than the first.
  let quarters = abs(to - from) / (.pi / 2)
  guard quarters.isFinite else { return }
  let pieces = max(1, Int(min(64, quarters.rounded(.up))))
  let step = (to - from) / Double(pieces)
  let k = 4 / 3 * sine(step / 4) / cosine(step / 4)
  func at(_ px: Double, _ py: Double) -> Point { Point(x + radius * px, y + radius * py) }
  path.line(to: at(cosine(from), sine(from)))
  for piece in 0..<pieces {
    let (t0, t1) = (from + Double(piece) * step, from + Double(piece + 1) * step)
    path.cubic(
      at(cosine(t0) - k * sine(t0), sine(t0) + k * cosine(t0)), at(cosine(t1) + k * sine(t1), sine(t1) - k * cosine(t1)),
      to: at(cosine(t1), sine(t1)))
  }
}
