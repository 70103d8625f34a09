import Geometry
import Scene

/// The sheet that a page is printed on and then cut to its size: grounds go beyond the cut, and marks show where it is.
struct PressSheet {
  private(set) var frame: Frame
  /// Where the page lies on the sheet; nil where the sheet is the page.
  private(set) var cut: Page.Cut?

  /// - Parameter bleed: how far grounds that reach an edge of the page go beyond it.
  init(_ page: Frame, bleed: Length, hasCropMarks: Bool) {
    guard bleed > .zero || hasCropMarks else {
      frame = page
      return
    }
    // Marks stand clear of the bleed, so that none is left on a page that is cut a little too large.
    let gap = max(bleed, PressSheet.leastGap)
    let room = hasCropMarks ? gap + PressSheet.markLength : bleed
    let size = Size(width: page.size.width + room * 2, height: page.size.height + room * 2)
    let trim = Rect(origin: Point(x: room, y: room), size: page.size)
    frame = Frame(size: size, baseline: page.baseline)
    frame.merge(page.bleeding(over: Rect(origin: .zero, size: page.size), by: bleed), at: trim.origin)
    if hasCropMarks { drawCropMarks(around: trim, gap: gap) }
    cut = Page.Cut(trim: trim, bleed: trim.inset(by: Insets(all: .zero - bleed)))
  }

  /// 6 points are what printers ask for at least.
  private static let leastGap = Length.pt(6)
  private static let markLength = Length.pt(18)

  /// Two hairlines at each corner, in line with the edges.
  private mutating func drawCropMarks(around trim: Rect, gap: Length) {
    func line(from: Point, to: Point) {
      var path = Path()
      path.move(to: .zero)
      path.line(to: to - from)
      frame.place(
        .shape(Shape(.path(path), stroke: Stroke(.black, width: .pt(0.25)))), at: from, role: .decoration)
    }
    let reach = gap + PressSheet.markLength
    for x in [trim.minX, trim.maxX] {
      line(from: Point(x: x, y: trim.minY - reach), to: Point(x: x, y: trim.minY - gap))
      line(from: Point(x: x, y: trim.maxY + gap), to: Point(x: x, y: trim.maxY + reach))
    }
    for y in [trim.minY, trim.maxY] {
      line(from: Point(x: trim.minX - reach, y: y), to: Point(x: trim.minX - gap, y: y))
      line(from: Point(x: trim.maxX + gap, y: y), to: Point(x: trim.maxX + reach, y: y))
    }
  }
}

extension Frame {
  /// Filled rectangles that reach an edge of `page`, which is in the coordinates of the frame, go beyond it.
  fileprivate func bleeding(over page: Rect, by bleed: Length) -> Frame {
    guard bleed > .zero else { return self }
    var copy = Frame(size: size, baseline: baseline)
    for placed in items {
      var (item, origin) = (placed.item, placed.origin)
      switch item {
      case .shape(var shape):
        if case .rect(let size, let radius) = shape.kind, shape.fill != nil, shape.stroke == nil {
          let old = Rect(origin: origin, size: size)
          let new = old.reaching(beyond: page, by: bleed)
          if new != old {
            shape.kind = .rect(new.size, radius: radius)
            (item, origin) = (.shape(shape), new.origin)
          }
        }
      case .group(var group) where group.transform == .identity && group.clip == nil:
        group.frame = group.frame.bleeding(over: page.offset(by: .zero - origin), by: bleed)
        item = .group(group)
      default: break
      }
      copy.place(item, at: origin, role: placed.role, datum: placed.datum)
    }
    return copy
  }
}

extension Rect {
  /// Each side that lies on a side of `page`, or beyond it, is moved out to `bleed` beyond that.
  fileprivate func reaching(beyond page: Rect, by bleed: Length) -> Rect {
    let slack = Length.pt(0.05)
    let left = minX <= page.minX + slack ? min(minX, page.minX - bleed) : minX
    let right = maxX >= page.maxX - slack ? max(maxX, page.maxX + bleed) : maxX
    let top = minY <= page.minY + slack ? min(minY, page.minY - bleed) : minY
    let bottom = maxY >= page.maxY - slack ? max(maxY, page.maxY + bleed) : maxY
    return Rect(origin: Point(x: left, y: top), size: Size(width: right - left, height: bottom - top))
  }
}
