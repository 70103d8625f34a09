import Fonts
import Geometry
import Scene

/// Turns a stretch of items into a line of placed text runs. Positions in points from the line's left edge.
struct LineSetter {
  let text: ShapedText
  let source: StyledText
  let items: ParagraphItems
  let fonts: FontLibrary

  /// A line's content before it is aligned.
  struct Content {
    var runs: [PlacedRun] = []
    var width = 0.0
    var text = ""
  }

  /// A text run with its place and, for decoration, its span.
  struct PlacedRun {
    var run: TextRun
    var x: Double
    var span: Int
    /// From the first character that is no space to the end of the last one, without the space behind it; empty where there are
    /// only spaces.
    var ink: Range<Double>
    /// The middle of each ideograph that carries an emphasis dot.
    var dots: [Double]
  }

  /// Sets the items of `range`, which begins with a box.
  /// - Parameter hyphenated: whether a hyphen follows the last box.
  func content(
    _ range: Range<Int>, _ adjustment: LineAdjustment = .natural, from x0: Double = 0, hyphenated: Bool = false
  ) -> Content {
    var content = Content()
    var x = x0
    var open: Int32 = -1
    var glyphs: [Glyph] = []
    var scalars = String.UnicodeScalarView()
    var scalarCount = 0
    var runStart = x0
    var dots: [Double] = []
    var ink: Range<Double>?

    func close() {
      guard open >= 0, !glyphs.isEmpty else { return }
      content.text.unicodeScalars.append(contentsOf: scalars)
      content.runs.append(placedRun(Int(open), String(scalars), glyphs, from: runStart, to: x, ink: ink ?? x..<x, dots: dots))
      glyphs = []
      scalars = .init()
      scalarCount = 0
      dots = []
      ink = nil
    }
    func add(_ unit: Int, width: Double?) {
      let (u, next) = (text.units[unit], text.units[unit + 1])
      if u.kind == .invisible { return }
      if u.run != open {
        close()
        open = u.run
        runStart = x
      }
      let size = text.runs[Int(u.run)].size
      for g in Int(u.glyph)..<Int(next.glyph) {
        let glyph = text.glyphs[g]
        glyphs.append(
          Glyph(
            id: glyph.id, advance: width == nil ? glyph.advance : 0, dx: glyph.dx, dy: glyph.dy,
            cluster: UInt32(scalarCount)))
      }
      if let width, !glyphs.isEmpty { glyphs[glyphs.count - 1].advance = Float(width / size) }
      if u.kind == .han {
        let style = source.spans[text.runs[Int(u.run)].span].style
        if style.emphasisDots { dots.append(x + (u.width - style.tracking.value * size) / 2) }
      }
      if u.kind != .space { ink = (ink?.lowerBound ?? x)..<x + u.width }
      for s in Int(u.scalar)..<Int(next.scalar) {
        scalars.append(text.scalars[s])
        scalarCount += 1
      }
      x += width ?? u.width
    }

    for i in range {
      let item = items.items[i]
      switch item.kind {
      case .box: for unit in items.units(of: i) { add(unit, width: nil) }
      case .glue:
        let width = adjustment.width(of: item, tier: items.tiers[i])
        let units = items.units(of: i)
        if units.isEmpty {
          if let last = glyphs.indices.last { glyphs[last].advance += Float(width / text.runs[Int(open)].size) }
          x += width
        } else {
          for unit in units { add(unit, width: width / Double(units.count)) }
        }
      case .penalty: break
      }
    }
    if hyphenated, open >= 0, let hyphen = fonts.typeface(text.runs[Int(open)].font).hyphen {
      glyphs.append(Glyph(id: hyphen.glyph, advance: hyphen.advance, cluster: UInt32(scalarCount)))
      scalars.append("-")
      x += Double(hyphen.advance) * text.runs[Int(open)].size
      ink = (ink?.lowerBound ?? x)..<x
    }
    close()
    content.width = x
    return content
  }

  private func placedRun(
    _ index: Int, _ string: String, _ glyphs: [Glyph], from start: Double, to end: Double, ink: Range<Double>,
    dots: [Double]
  ) -> PlacedRun {
    let run = text.runs[index]
    let style = source.spans[run.span].style
    let metrics = fonts.typeface(style.font).metrics
    return PlacedRun(
      run: TextRun(
        text: string, font: run.font, size: .pt(run.size), fill: style.fill, glyphs: glyphs, width: .pt(end - start),
        ascent: style.size * metrics.ascent, descent: style.size * metrics.descent, language: style.language),
      x: start, span: run.span, ink: ink, dots: dots)
  }

  /// Places a line's content in a frame of `width`, moved right by `shift`.
  func line(_ content: Content, ratio: Double, width: Length, leading: Length?, shift: Double) -> Line {
    var ascent = Length.zero
    var descent = Length.zero
    for placed in content.runs {
      let raise = raise(of: placed)
      ascent = max(ascent, placed.run.ascent + raise)
      descent = max(descent, placed.run.descent - raise)
    }
    let height = leading ?? ascent + descent
    let baseline = ascent + (height - ascent - descent) / 2
    var frame = Frame(size: Size(width: width, height: height), baseline: baseline)
    for placed in content.runs {
      let origin = Point(x: .pt(placed.x + shift), y: baseline - raise(of: placed))
      frame.place(.text(placed.run), at: origin, role: .body)
    }
    decorate(content, into: &frame, shift: shift)
    return Line(
      frame: frame, width: .pt(content.width), ratio: ratio, text: content.text.trimmingSpaces(), ascent: ascent,
      descent: descent)
  }

  func raise(of placed: PlacedRun) -> Length {
    let style = source.spans[placed.span].style
    return style.baselineShift.at(style.size)
  }

}

extension Typeface {
  /// The glyph printed where a word is parted, with its advance in em.
  var hyphen: (glyph: UInt16, advance: Float)? { glyph(for: "-").map { ($0, advance(of: $0)) } }
}

extension String {
  func trimmingSpaces() -> String {
    var view = unicodeScalars[...]
    while let first = view.first, first == " " || first == "\u{3000}" { view.removeFirst() }
    while let last = view.last, last == " " || last == "\u{3000}" { view.removeLast() }
    return String(view)
  }
}
