/// How the points of a line are joined; the raw values are Vega's names.
package enum Curve: String, Hashable, Sendable, CaseIterable {
  case linear
  case linearClosed = "linear-closed"
  /// Level runs that jump half-way between two points, at the second, or at the first.
  case step
  case stepBefore = "step-before"
  case stepAfter = "step-after"
  /// Smooth over x (or y), and never above or below its neighbours (Steffen 1990).
  case monotone
  case monotoneY = "monotone-y"
  /// A cubic spline with continuous curvature through all points, straight at its ends.
  case natural
  /// Cubic B-splines, which the points pull without being touched; closed, or without their ends.
  case basis
  case basisOpen = "basis-open"
  case basisClosed = "basis-closed"
  /// A B-spline drawn towards the straight line between its ends, by the tension.
  case bundle
  /// Cubic Hermite splines with tangents between the neighbours, by the tension.
  case cardinal
  case cardinalOpen = "cardinal-open"
  case cardinalClosed = "cardinal-closed"
  /// As cardinal, with tangents that heed how far apart the points stand (Yuksel et al. 2011), by the tension.
  case catmullRom = "catmull-rom"
  case catmullRomOpen = "catmull-rom-open"
  case catmullRomClosed = "catmull-rom-closed"

  /// Whether the line comes back to its start and the path is to be closed.
  package var isClosed: Bool {
    switch self {
    case .linearClosed, .basisClosed, .cardinalClosed, .catmullRomClosed: true
    default: false
    }
  }

  /// The curve for the same points walked backwards.
  package var reversed: Curve {
    switch self {
    case .stepBefore: .stepAfter
    case .stepAfter: .stepBefore
    default: self
    }
  }

  /// Of bundle (1 is the plain spline), cardinal (0 is loose) and catmull-rom (0 is uniform, 1 chordal).
  package var defaultTension: Double {
    switch self {
    case .bundle: 0.85
    case .catmullRom, .catmullRomOpen, .catmullRomClosed: 0.5
    default: 0
    }
  }
}

/// A piece of a drawn path in plain numbers; the first of a line is its start.
package enum CurveSegment: Hashable, Sendable {
  case move(Double, Double)
  case line(Double, Double)
  case cubic(Double, Double, Double, Double, Double, Double)
}

/// The path through (or along) `points`, as d3-shape draws it.
///
/// - Parameter tension: as in ``Curve/defaultTension``.
package func curve(_ points: [(x: Double, y: Double)], _ kind: Curve, tension: Double? = nil) -> [CurveSegment] {
  let tension = tension ?? kind.defaultTension
  guard let first = points.first else { return [] }
  switch kind {
  case .linear, .linearClosed: return [.move(first.x, first.y)] + points.dropFirst().map { .line($0.x, $0.y) }
  case .step, .stepBefore, .stepAfter: return steps(points, kind)
  case .monotone: return monotone(points)
  case .monotoneY: return monotone(points.map { ($0.y, $0.x) }).map(\.transposed)
  case .natural: return naturalSpline(points)
  case .basis: return basisSpline(points)
  case .basisOpen: return openBasisSpline(points)
  case .basisClosed: return closedBasisSpline(points)
  case .bundle: return basisSpline(straightened(points, by: 1 - tension))
  case .cardinal, .cardinalOpen, .cardinalClosed: return splines(points, kind, tangents: .cardinal(tension))
  case .catmullRom, .catmullRomOpen, .catmullRomClosed:
    return splines(points, kind, tangents: tension == 0 ? .cardinal(0) : .catmullRom(tension))
  }
}

/// The outline of an area: the upper line forwards, then the lower one backwards; to be closed.
package func areaOutline(
  upper: [(x: Double, y: Double)], lower: [(x: Double, y: Double)], _ kind: Curve, tension: Double? = nil
) -> [CurveSegment] {
  let back = curve(lower.reversed(), kind.reversed, tension: tension).map { segment in
    if case .move(let x, let y) = segment { CurveSegment.line(x, y) } else { segment }
  }
  return curve(upper, kind, tension: tension) + back
}

extension CurveSegment {
  var transposed: CurveSegment {
    switch self {
    case .move(let x, let y): .move(y, x)
    case .line(let x, let y): .line(y, x)
    case .cubic(let a, let b, let c, let d, let e, let f): .cubic(b, a, d, c, f, e)
    }
  }
}

private func steps(_ points: [(x: Double, y: Double)], _ kind: Curve) -> [CurveSegment] {
  var path: [CurveSegment] = [.move(points[0].x, points[0].y)]
  for (a, b) in zip(points, points.dropFirst()) {
    switch kind {
    case .stepBefore: path += [.line(a.x, b.y), .line(b.x, b.y)]
    case .stepAfter: path += [.line(b.x, a.y), .line(b.x, b.y)]
    default:
      let middle = (a.x + b.x) / 2
      path += [.line(middle, a.y), .line(middle, b.y)]
    }
  }
  if kind == .step, points.count > 1, let last = points.last { path.append(.line(last.x, last.y)) }
  return path
}
