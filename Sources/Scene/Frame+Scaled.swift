import Geometry

extension Frame {
  /// The frame enlarged about its top left corner: places, sizes of type, widths of strokes, transforms alike.
  ///
  /// - Parameter factor: above 0.
  public func scaled(by factor: Double) -> Frame {
    guard factor != 1 else { return self }
    var copy = Frame(size: size.scaled(factor), baseline: baseline * factor)
    for placed in items {
      let origin = Point(x: placed.origin.x * factor, y: placed.origin.y * factor)
      copy.place(placed.item.scaled(factor), at: origin, role: placed.role, datum: placed.datum)
    }
    return copy
  }
}

extension Size {
  fileprivate func scaled(_ factor: Double) -> Size { Size(width: width * factor, height: height * factor) }
}

extension Rect {
  func scaled(_ factor: Double) -> Rect {
    Rect(origin: Point(x: minX * factor, y: minY * factor), size: size.scaled(factor))
  }
}

extension Item {
  fileprivate func scaled(_ factor: Double) -> Item {
    switch self {
    case .anchor: self
    case .link(let destination, let size): .link(destination, size.scaled(factor))
    case .image(let image, let size): .image(image, size.scaled(factor))
    case .text(let run): .text(run.scaled(factor))
    case .shape(let shape): .shape(shape.scaled(factor))
    case .group(let group): .group(group.scaled(factor))
    }
  }
}

extension TextRun {
  fileprivate func scaled(_ factor: Double) -> TextRun {
    // Glyphs are fractions of the size.
    var copy = self
    copy.size = size * factor
    copy.width = width * factor
    copy.ascent = ascent * factor
    copy.descent = descent * factor
    return copy
  }
}

extension Shape {
  fileprivate func scaled(_ factor: Double) -> Shape {
    var copy = self
    switch kind {
    case .rect(let size, let radius): copy.kind = .rect(size.scaled(factor), radius: radius * factor)
    case .path(let path): copy.kind = .path(path.transformed(by: .scaling(factor, factor)))
    case .drawnSymbol(let path): copy.kind = .drawnSymbol(path.transformed(by: .scaling(factor, factor)))
    case .symbol(let symbol, let diameter): copy.kind = .symbol(symbol, diameter: diameter * factor)
    }
    if let stroke {
      copy.stroke = Stroke(
        stroke.color, width: stroke.width * factor, dash: stroke.dash.map { $0 * factor },
        dashOffset: stroke.dashOffset * factor, cap: stroke.cap, join: stroke.join)
    }
    return copy
  }
}

extension Group {
  fileprivate func scaled(_ factor: Double) -> Group {
    var copy = self
    copy.frame = frame.scaled(by: factor)
    copy.transform.tx *= factor
    copy.transform.ty *= factor
    copy.clip = clip.map { $0.scaled(factor) }
    return copy
  }
}
