public import Geometry

/// A line drawn along a path.
public struct Stroke: Hashable, Sendable {
  /// How the ends of a line look, as in PDF and SVG.
  public enum Cap: String, Hashable, Sendable {
    /// Ends at its last point.
    case butt
    /// Ends in a half circle about its last point.
    case round
    /// Ends half its width beyond its last point.
    case square
  }
  /// How its corners look, as in PDF and SVG.
  public enum Join: String, Hashable, Sendable {
    /// The outer edges meet.
    case miter
    /// A circle about the corner.
    case round
    /// The corner is cut off.
    case bevel
  }

  /// The colour, opacity included.
  public var color: Color
  /// Half of it lies on each side of the path.
  public var width: Length
  /// Lengths of dashes and gaps in turn; empty for a solid line.
  public var dash: [Length]
  /// How far into its dashes a line begins.
  public var dashOffset: Length
  /// The look of its ends and of those of dashes.
  public var cap: Cap
  /// The look of its corners.
  public var join: Join

  /// A line; a solid one with straight ends unless said otherwise.
  public init(
    _ color: Color, width: Length, dash: [Length] = [], dashOffset: Length = .zero, cap: Cap = .butt, join: Join = .miter
  ) {
    self.color = color
    self.width = width
    self.dash = dash
    self.dashOffset = dashOffset
    self.cap = cap
    self.join = join
  }
}

/// Filled and stroked geometry; coordinates are relative to the placed item's origin.
public struct Shape: Hashable, Sendable {
  /// The geometry of a shape.
  public enum Kind: Hashable, Sendable {
    /// A box from the origin; the radius rounds its corners.
    case rect(Size, radius: Length)
    /// Any outline.
    case path(Path)
    /// A point's symbol, drawn around the origin: `diameter` is its extent.
    case symbol(Symbol, diameter: Length)
    /// A point's symbol of an outline of its own, about the origin, which is where the point lies.
    case drawnSymbol(Path)
  }
  /// Symbols that stand for points, as Vega-Lite names them.
  public enum Symbol: String, Hashable, Sendable, CaseIterable {
    /// Symbols of equal extent about their centre.
    case circle, square, diamond, cross
    /// Points up.
    case triangleUp = "triangle-up"
    /// Points down.
    case triangleDown = "triangle-down"
    /// Points left.
    case triangleLeft = "triangle-left"
    /// Points right.
    case triangleRight = "triangle-right"
    /// A line from left to right, without a fill.
    case stroke
  }

  /// The geometry.
  public var kind: Kind
  /// The colour within; none is filled without.
  public var fill: Color?
  /// The line along the outline; none is drawn without.
  public var stroke: Stroke?

  /// A shape by its geometry and paint.
  public init(_ kind: Kind, fill: Color? = nil, stroke: Stroke? = nil) {
    self.kind = kind
    self.fill = fill
    self.stroke = stroke
  }

  /// The geometry's box relative to the item's origin, stroke not counted.
  public var bounds: Rect {
    switch kind {
    case .rect(let size, _): Rect(origin: .zero, size: size)
    case .path(let path): path.bounds ?? Rect(origin: .zero, size: .zero)
    case .symbol(_, let d): Rect(origin: Point(x: -d / 2, y: -d / 2), size: Size(width: d, height: d))
    case .drawnSymbol(let path): path.reach
    }
  }

  /// The outline to fill and stroke, relative to the item's origin.
  public var outline: Path {
    switch kind {
    case .rect(let size, let radius):
      radius > .zero
        ? .roundedRect(Rect(origin: .zero, size: size), radius: radius) : .rect(Rect(origin: .zero, size: size))
    case .path(let path), .drawnSymbol(let path): path
    case .symbol(let symbol, let d): symbol.outline(diameter: d)
    }
  }
}

extension Path {
  /// The least box about the origin that holds the path.
  fileprivate var reach: Rect {
    guard let bounds else { return Rect(origin: .zero, size: .zero) }
    let width = max(abs(bounds.minX), abs(bounds.maxX))
    let height = max(abs(bounds.minY), abs(bounds.maxY))
    return Rect(origin: Point(x: -width, y: -height), size: Size(width: width * 2, height: height * 2))
  }
}

extension Shape.Symbol {
  func outline(diameter d: Length) -> Path {
    let r = d.points / 2
    func polygon(_ points: [(Double, Double)]) -> Path {
      var path = Path.polyline(points.map { Point($0.0 * r, $0.1 * r) })
      path.close()
      return path
    }
    switch self {
    case .circle: return .circle(center: .zero, radius: d / 2)
    case .square: return polygon([(-1, -1), (1, -1), (1, 1), (-1, 1)])
    case .diamond: return polygon([(0, -1), (1, 0), (0, 1), (-1, 0)])
    case .triangleUp: return polygon([(0, -1), (1, 1), (-1, 1)])
    case .triangleDown: return polygon([(-1, -1), (1, -1), (0, 1)])
    case .triangleLeft: return polygon([(-1, 0), (1, -1), (1, 1)])
    case .triangleRight: return polygon([(1, 0), (-1, 1), (-1, -1)])
    case .stroke: return .polyline([Point(-r, 0), Point(r, 0)])
    case .cross:
      let a = 1.0 / 3
      return polygon([
        (-a, -1), (a, -1), (a, -a), (1, -a), (1, a), (a, a), (a, 1), (-a, 1), (-a, a), (-1, a), (-1, -a), (-a, -a),
      ])
    }
  }
}
