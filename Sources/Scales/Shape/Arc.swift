/// A sector of a ring: a pie slice where the inner radius is 0. Angles in radians clockwise from twelve o'clock.
package struct Arc: Hashable, Sendable {
  package var innerRadius: Double
  package var outerRadius: Double
  package var startAngle: Double
  package var endAngle: Double
  /// The gap to the neighbours, measured at ``padRadius``.
  package var padAngle: Double
  /// The root of the radii's squares when nil.
  package var padRadius: Double?
  package var cornerRadius: Double

  package init(
    innerRadius: Double = 0, outerRadius: Double, startAngle: Double, endAngle: Double, padAngle: Double = 0,
    padRadius: Double? = nil, cornerRadius: Double = 0
  ) {
    self.innerRadius = innerRadius
    self.outerRadius = outerRadius
    self.startAngle = startAngle
    self.endAngle = endAngle
    self.padAngle = padAngle
    self.padRadius = padRadius
    self.cornerRadius = cornerRadius
  }

  /// A piece of the outline about the centre (0, 0), y downwards; the outline is to be closed.
  package enum Piece: Hashable, Sendable {
    case move(Double, Double)
    case line(Double, Double)
    /// A circular arc between two angles from the x axis clockwise, turned by `isCounterclockwise`; a line leads to its
    /// start.
    case arc(x: Double, y: Double, radius: Double, from: Double, to: Double, isCounterclockwise: Bool)
  }

  private static let epsilon = 1e-12

  /// The middle of the sector, for labels.
  package var centroid: (x: Double, y: Double) {
    let radius = (innerRadius + outerRadius) / 2
    let angle = (startAngle + endAngle) / 2 - .pi / 2
    return (cosine(angle) * radius, sine(angle) * radius)
  }

  /// The outline with its gaps and rounded corners (the construction of d3-shape).
  package var outline: [Piece] {
    let (inner, outer) = (min(innerRadius, outerRadius), max(innerRadius, outerRadius))
    let (a0, a1) = (startAngle - .pi / 2, endAngle - .pi / 2)
    let span = abs(a1 - a0)
    let isClockwise = a1 > a0
    guard outer > Self.epsilon else { return [.move(0, 0)] }
    func at(_ radius: Double, _ angle: Double) -> CurvePoint { (radius * cosine(angle), radius * sine(angle)) }
    func about(_ radius: Double, _ from: Double, _ to: Double, _ isCounterclockwise: Bool) -> Piece {
      .arc(x: 0, y: 0, radius: radius, from: from, to: to, isCounterclockwise: isCounterclockwise)
    }
    if span > 2 * .pi - Self.epsilon {
      let start = at(outer, a0)
      var path: [Piece] = [.move(start.x, start.y), about(outer, a0, a1, !isClockwise)]
      if inner > Self.epsilon {
        let back = at(inner, a1)
        path += [.move(back.x, back.y), about(inner, a1, a0, isClockwise)]
      }
      return path
    }
    // Angles and spans of the outer and inner rim once the gaps are taken off.
    var (outerStart, outerEnd, innerStart, innerEnd) = (a0, a1, a0, a1)
    var (innerSpan, outerSpan) = (span, span)
    let halfPad = padAngle / 2
    let padded = halfPad > Self.epsilon ? padRadius ?? (inner * inner + outer * outer).squareRoot() : 0
    if padded > Self.epsilon {
      func off(_ radius: Double) -> Double { arcSine(min(1, max(-1, padded / radius * sine(halfPad)))) }
      func shrunk(_ span: inout Double, _ start: inout Double, _ end: inout Double, _ gap: Double) {
        span -= gap * 2
        if span > Self.epsilon {
          start += isClockwise ? gap : -gap
          end -= isClockwise ? gap : -gap
        } else {
          span = 0
          start = (a0 + a1) / 2
          end = start
        }
      }
      shrunk(&innerSpan, &innerStart, &innerEnd, inner > 0 ? off(inner) : .pi)
      shrunk(&outerSpan, &outerStart, &outerEnd, off(outer))
    }
    let (p01, p11) = (at(outer, outerStart), at(outer, outerEnd))
    let (p00, p10) = (at(inner, innerStart), at(inner, innerEnd))
    let corner = min(abs(outer - inner) / 2, cornerRadius)
    var (innerCorner, outerCorner) = (corner, corner)
    if corner > Self.epsilon, span < .pi {
      if let apex = crossing(p01, p00, p11, p10) {
        let (u, v) = ((p01.x - apex.x, p01.y - apex.y), (p11.x - apex.x, p11.y - apex.y))
        let cosineOfApex =
          (u.0 * v.0 + u.1 * v.1) / ((u.0 * u.0 + u.1 * u.1).squareRoot() * (v.0 * v.0 + v.1 * v.1).squareRoot())
        let k = 1 / sine(arcCosine(min(1, max(-1, cosineOfApex))) / 2)
        let distance = (apex.x * apex.x + apex.y * apex.y).squareRoot()
        innerCorner = min(corner, (inner - distance) / (k - 1))
        outerCorner = min(corner, (outer - distance) / (k + 1))
      } else {
        (innerCorner, outerCorner) = (0, 0)
      }
    }
    func rim(
      _ t0: Corner, _ t1: Corner, radius: Double, corner size: Double, isInner: Bool
    ) -> [Piece] {
      func round(_ t: Corner, _ from: CurvePoint, _ to: CurvePoint) -> Piece {
        .arc(
          x: t.center.x, y: t.center.y, radius: size, from: arcTangent(from.y, from.x), to: arcTangent(to.y, to.x),
          isCounterclockwise: !isClockwise)
      }
      if size < corner { return [round(t0, t0.side, t1.side)] }
      return [
        round(t0, t0.side, t0.rim),
        about(
          radius, arcTangent(t0.center.y + t0.rim.y, t0.center.x + t0.rim.x),
          arcTangent(t1.center.y + t1.rim.y, t1.center.x + t1.rim.x), isInner ? isClockwise : !isClockwise),
        round(t1, t1.rim, t1.side),
      ]
    }
    var path: [Piece] = []
    if outerSpan <= Self.epsilon {
      path.append(.move(p01.x, p01.y))
    } else if outerCorner > Self.epsilon {
      let t0 = Corner(p00, p01, outer, outerCorner, isClockwise)
      let t1 = Corner(p11, p10, outer, outerCorner, isClockwise)
      path.append(.move(t0.center.x + t0.side.x, t0.center.y + t0.side.y))
      path += rim(t0, t1, radius: outer, corner: outerCorner, isInner: false)
    } else {
      path += [.move(p01.x, p01.y), about(outer, outerStart, outerEnd, !isClockwise)]
    }
    if inner <= Self.epsilon || innerSpan <= Self.epsilon {
      path.append(.line(p10.x, p10.y))
    } else if innerCorner > Self.epsilon {
      let t0 = Corner(p10, p11, inner, -innerCorner, isClockwise)
      let t1 = Corner(p01, p00, inner, -innerCorner, isClockwise)
      path.append(.line(t0.center.x + t0.side.x, t0.center.y + t0.side.y))
      path += rim(t0, t1, radius: inner, corner: innerCorner, isInner: true)
    } else {
      path.append(about(inner, innerEnd, innerStart, isClockwise))
    }
    return path
  }
}

/// Where the lines a–b and c–d cross; nil when they are parallel.
private func crossing(_ a: CurvePoint, _ b: CurvePoint, _ c: CurvePoint, _ d: CurvePoint) -> CurvePoint? {
  let (u, v) = ((b.x - a.x, b.y - a.y), (d.x - c.x, d.y - c.y))
  let determinant = v.1 * u.0 - v.0 * u.1
  guard determinant * determinant >= 1e-12 else { return nil }
  let t = (v.0 * (a.y - c.y) - v.1 * (a.x - c.x)) / determinant
  return (a.x + t * u.0, a.y + t * u.1)
}

/// The circle that rounds the corner between a side and the rim; touching points are relative to its centre.
private struct Corner {
  var center: CurvePoint
  var side: CurvePoint
  var rim: CurvePoint

  /// - Parameters:
  ///   - from, to: the side; `to` lies on the rim.
  ///   - size: negative for the inner rim, whose corners lie outside it.
  init(_ from: CurvePoint, _ to: CurvePoint, _ radius: Double, _ size: Double, _ isClockwise: Bool) {
    let (dx, dy) = (from.x - to.x, from.y - to.y)
    let scale = (isClockwise ? size : -size) / (dx * dx + dy * dy).squareRoot()
    let offset: CurvePoint = (scale * dy, -scale * dx)
    // The side moved inwards by the size; the centre lies on it, at the distance radius − size from the middle.
    let (a, b): (CurvePoint, CurvePoint) = ((from.x + offset.x, from.y + offset.y), (to.x + offset.x, to.y + offset.y))
    let middle: CurvePoint = ((a.x + b.x) / 2, (a.y + b.y) / 2)
    let (ux, uy) = (b.x - a.x, b.y - a.y)
    let length = ux * ux + uy * uy
    let distance = radius - size
    let cross = a.x * b.y - b.x * a.y
    let root = (uy < 0 ? -1 : 1) * max(0, distance * distance * length - cross * cross).squareRoot()
    let one: CurvePoint = ((cross * uy - ux * root) / length, (-cross * ux - uy * root) / length)
    let two: CurvePoint = ((cross * uy + ux * root) / length, (-cross * ux + uy * root) / length)
    func gap(_ p: CurvePoint) -> Double { (p.x - middle.x) * (p.x - middle.x) + (p.y - middle.y) * (p.y - middle.y) }
    center = gap(one) > gap(two) ? two : one
    side = (-offset.x, -offset.y)
    rim = (center.x * (radius / distance - 1), center.y * (radius / distance - 1))
  }
}
