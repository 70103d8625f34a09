import Diagnostics
import Geometry
import Scales
package import Scene
import Typesetting

extension BuiltChart {
  /// The chart as a frame, its top left corner at the origin.
  ///
  /// - Parameter isTransparent: leaves the background out.
  package func draw(isTransparent: Bool = false) -> Frame {
    var frame = Frame(size: size)
    if !isTransparent, let background, background.alpha > 0 {
      frame.place(.shape(Shape(.rect(size, radius: .zero), fill: background)), at: .zero, role: .background)
    }
    if scale == 1 {
      draw(root, at: (0, 0), links, into: &frame)
    } else {
      var design = Frame(size: Size(size.width.points / scale, size.height.points / scale))
      draw(root, at: (0, 0), links, into: &design)
      frame.place(.group(Group(frame: design, transform: .scaling(scale, scale))), at: .zero, role: .figure)
    }
    return frame
  }

  private func draw(_ group: SceneGroup, at origin: (x: Double, y: Double), _ links: ChartLinks, into frame: inout Frame) {
    let place = (x: origin.x + group.x, y: origin.y + group.y)
    if group.scale != 1 {
      var inner = Frame(size: Size(max(0, group.width), max(0, group.height)))
      var plain = group
      (plain.x, plain.y, plain.scale) = (0, 0, 1)
      draw(plain, at: (0, 0), links, into: &inner)
      frame.place(.group(Group(frame: inner, transform: .scaling(group.scale, group.scale))), at: Point(place.x, place.y), role: .figure)
      return
    }
    if group.clips {
      var inner = Frame(size: Size(max(0, group.width), max(0, group.height)))
      for item in group.back + group.marks + group.front { draw(item, at: (0, 0), links, into: &inner) }
      frame.place(
        .group(Group(frame: inner, clip: Rect(0, 0, max(0, group.width), max(0, group.height)))), at: Point(place.x, place.y),
        role: .figure)
      return
    }
    for item in group.back { draw(item, at: place, links, into: &frame) }
    for item in group.marks { draw(item, at: place, links, into: &frame) }
    for child in group.children { draw(child, at: place, links, into: &frame) }
    for item in group.front { draw(item, at: place, links, into: &frame) }
  }

  private func draw(_ item: SceneItem, at place: (x: Double, y: Double), _ links: ChartLinks, into frame: inout Frame) {
    let shift = Point(place.x, place.y)
    if let destination = links.destination(of: item) {
      let area = item.bounds.moved(place.x, place.y)
      // Nothing is seen of it: it is no further mark.
      frame.place(.link(destination, Size(area.width, area.height)), at: Point(area.x1, area.y1), role: .decoration)
    }
    switch item.content {
    case .shape(let shape, let at):
      if shape.fill == nil && shape.stroke == nil { return }
      frame.place(.shape(shape), at: at + shift, role: item.role, datum: item.datum)
    case .image(let id, let size, let at): frame.place(.image(id, size), at: at + shift, role: item.role, datum: item.datum)
    case .text(let set, let at, let anchor, let angle):
      if angle.truncatingRemainder(dividingBy: 360) == 0 {
        for placed in joinedRuns(set.line.frame.items) {
          let corner = Point(x: at.x + shift.x, y: at.y + shift.y - set.line.frame.baseline)
          frame.place(placed.item, at: placed.origin + corner, role: item.role, datum: item.datum)
        }
        return
      }
      // Turned about the anchor.
      var inner = Frame(size: .zero)
      for placed in joinedRuns(set.line.frame.items) {
        let corner = Point(x: at.x - anchor.x, y: at.y - anchor.y - set.line.frame.baseline)
        inner.place(placed.item, at: placed.origin + corner, role: item.role, datum: item.datum)
      }
      frame.place(.group(Group(frame: inner, transform: .turn(angle))), at: anchor + shift, role: item.role)
    }
  }
}

/// Neighbouring runs of one face and size as one: a label is one text for who copies it.
private func joinedRuns(_ items: [Placed]) -> [Placed] {
  var joined: [Placed] = []
  for placed in items {
    if case .text(let next) = placed.item, let last = joined.last, case .text(var run) = last.item, run.font == next.font,
      run.size == next.size, run.fill == next.fill, run.language == next.language, last.origin.y == placed.origin.y, !run.glyphs.isEmpty
    {
      let size = run.size.points
      let gap = placed.origin.x - last.origin.x - run.width
      run.glyphs[run.glyphs.count - 1].advance += Float(gap.points / max(size, 0.001))
      let count = UInt32(run.text.unicodeScalars.count)
      run.glyphs += next.glyphs.map { glyph in
        var glyph = glyph
        glyph.cluster += count
        return glyph
      }
      run.text += next.text
      run.width = placed.origin.x - last.origin.x + next.width
      joined[joined.count - 1].item = .text(run)
    } else {
      joined.append(placed)
    }
  }
  return joined
}

extension Transform {
  /// A turn by degrees clockwise; quarter turns are exact.
  static func turn(_ degrees: Double) -> Transform {
    let whole = (degrees.truncatingRemainder(dividingBy: 360) + 360).truncatingRemainder(dividingBy: 360)
    switch whole {
    case 0: return .identity
    case 90: return Transform(a: 0, b: 1, c: -1, d: 0, tx: 0, ty: 0)
    case 180: return Transform(a: -1, b: 0, c: 0, d: -1, tx: 0, ty: 0)
    case 270: return Transform(a: 0, b: -1, c: 1, d: 0, tx: 0, ty: 0)
    default:
      let radians = whole * .pi / 180
      let (s, c) = (sine(radians), cosine(radians))
      return Transform(a: c, b: s, c: -s, d: c, tx: 0, ty: 0)
    }
  }
}
