import Fonts
import Geometry
import Scene

/// A paragraph's glyphs with what line breaking has to know of them. Widths in points.
struct ShapedText {
  /// Glyphs of one face and size.
  struct Run {
    var span: Int
    var font: FontID
    var size: Double
  }

  /// The smallest part that is set as a whole: the characters and glyphs of one cluster.
  struct Unit {
    var scalar: Int32
    var glyph: Int32
    var run: Int32
    var kind: CharacterClass
    /// Without the blanks of a full-width mark.
    var width: Double
    /// Blank in the mark's box before and after its ink, in points; not part of `width`.
    var blankBefore: Float = 0
    var blankAfter: Float = 0
    /// A note mark or an index: it keeps close to what stands before it.
    var isRaised = false
  }

  var scalars: [Unicode.Scalar] = []
  var runs: [Run] = []
  var glyphs: [ShapedGlyph] = []
  /// In reading order; one more at the end holds the end of scalars and glyphs.
  var units: [Unit] = []
  /// Offsets of characters that no font has.
  var missing: [Int] = []
}

/// Shapes an itemised text. A face is asked for the whole run first; only where it lacks a glyph is the run cut by coverage.
struct TextShaper: ~Copyable {
  let fonts: FontLibrary
  private var shaper = Shaper()

  init(fonts: FontLibrary) { self.fonts = fonts }

  mutating func shape(_ text: StyledText, _ itemized: ItemizedText) -> ShapedText {
    var result = ShapedText()
    result.scalars = itemized.scalars
    result.glyphs.reserveCapacity(itemized.scalars.count + 8)
    result.units.reserveCapacity(itemized.scalars.count + 8)
    for run in itemized.runs {
      let style = text.spans[run.span].style
      let companion = run.script == .latin ? style.latin : nil
      let start = result.glyphs.count
      shape(run, itemized.scalars, in: companion ?? style.font, style, into: &result.glyphs)
      if (start..<result.glyphs.count).contains(where: { isMissing(result.glyphs[$0], itemized) }) {
        result.glyphs.removeSubrange(start...)
        shapeByCoverage(run, itemized, style, into: &result)
      } else {
        let size = style.size.points * (companion == nil ? 1 : style.latinScale)
        result.runs.append(.init(span: run.span, font: companion ?? style.font, size: size))
        appendUnits(from: start, run, itemized, style, into: &result)
      }
    }
    result.units.append(
      .init(
        scalar: Int32(result.scalars.count), glyph: Int32(result.glyphs.count), run: Int32(result.runs.count),
        kind: .invisible, width: 0))
    return result
  }

  private func isMissing(_ glyph: ShapedGlyph, _ text: ItemizedText) -> Bool {
    glyph.id == 0 && text.classes[Int(glyph.cluster)] != .invisible
  }

  private mutating func shape(
    _ run: ItemizedText.Run, _ scalars: [Unicode.Scalar], in font: FontID, _ style: TextStyle,
    into glyphs: inout [ShapedGlyph]
  ) {
    shaper.shape(
      scalars, run.scalars, in: fonts.typeface(font),
      ShapingStyle(script: run.script, language: style.language, tabularFigures: style.tabularFigures), into: &glyphs)
  }

  private mutating func shapeByCoverage(
    _ run: ItemizedText.Run, _ text: ItemizedText, _ style: TextStyle, into result: inout ShapedText
  ) {
    let companion = run.script == .latin ? style.latin : nil
    let preferred = (companion.map { [$0] } ?? []) + [style.font] + style.fallback
    var start = run.scalars.lowerBound
    var current = preferred[0]
    func close(at end: Int, _ self: inout TextShaper, _ result: inout ShapedText) {
      guard end > start else { return }
      let part = ItemizedText.Run(scalars: start..<end, span: run.span, script: run.script)
      let first = result.glyphs.count
      self.shape(part, text.scalars, in: current, style, into: &result.glyphs)
      let size = style.size.points * (current == companion ? style.latinScale : 1)
      result.runs.append(.init(span: run.span, font: current, size: size))
      for glyph in result.glyphs[first...] where self.isMissing(glyph, text) {
        result.missing.append(Int(glyph.cluster))
      }
      self.appendUnits(from: first, part, text, style, into: &result)
      start = end
    }
    for i in run.scalars {
      if text.classes[i] == .combining || text.classes[i] == .invisible { continue }
      let font = fonts.font(covering: text.scalars[i], preferred: preferred) ?? preferred[0]
      if font != current {
        close(at: i, &self, &result)
        current = font
      }
    }
    close(at: run.scalars.upperBound, &self, &result)
  }

  /// Cuts the glyphs from `start` on into units and takes the blanks off full-width marks.
  private mutating func appendUnits(
    from start: Int, _ run: ItemizedText.Run, _ text: ItemizedText, _ style: TextStyle, into result: inout ShapedText
  ) {
    let index = Int32(result.runs.count - 1)
    let (font, size) = (result.runs[Int(index)].font, result.runs[Int(index)].size)
    let tracking = Float(style.tracking.value)
    var g = start
    while g < result.glyphs.count {
      let cluster = result.glyphs[g].cluster
      var end = g
      var advance: Float = 0
      while end < result.glyphs.count, result.glyphs[end].cluster == cluster {
        advance += result.glyphs[end].advance
        end += 1
      }
      let kind = text.classes[Int(cluster)]
      if kind == .invisible {
        for i in g..<end { result.glyphs[i].advance = 0 }
        advance = 0
      }
      var unit = ShapedText.Unit(scalar: cluster, glyph: Int32(g), run: index, kind: kind, width: 0)
      unit.isRaised = style.baselineShift.value != 0
      if kind.isFullWidthMark, advance > 0.9 {
        let blank = trim(of: text.scalars[Int(cluster)], kind, font, style.language)
        unit.blankBefore = blank.left * Float(size)
        unit.blankAfter = blank.right * Float(size)
        result.glyphs[g].dx -= blank.left
        result.glyphs[g].advance -= blank.left + blank.right
        advance -= blank.left + blank.right
      } else if kind == .interpunct || kind == .solidus || kind == .connector && advance < 0.9 {
        // Half an em, the ink in its middle (CLREQ, GB style; GB/T 15834-2011 4.13, 5.1).
        result.glyphs[g].dx += (0.5 - advance) / 2
        result.glyphs[g].advance = 0.5
        advance = 0.5
      }
      if tracking != 0, kind != .invisible {
        result.glyphs[end - 1].advance += tracking
        advance += tracking
      }
      unit.width = Double(advance) * size
      result.units.append(unit)
      g = end
    }
  }

  /// The blanks of a mark by the font's own data, else by its class: marks at the left of their box, brackets at their inner side.
  private func trim(
    of mark: Unicode.Scalar, _ kind: CharacterClass, _ font: FontID, _ language: Language
  ) -> PunctuationTrim {
    let known = fonts.typeface(font).trim(of: mark, language: language)
    return known ?? (kind == .opening ? PunctuationTrim(left: 0.5, right: 0) : PunctuationTrim(left: 0, right: 0.5))
  }
}
