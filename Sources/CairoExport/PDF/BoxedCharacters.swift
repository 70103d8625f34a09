import Geometry
import Scene

/// A part of a run: glyphs of its font, or the box (glyph 0) that stands in place of one character.
struct BoxedPiece {
  var run: TextRun
  /// How far to the right of the run's origin it begins.
  var x: Length
  /// What the box stands for.
  var boxed: Unicode.Scalar?
}

extension TextRun {
  /// cairo gives a glyph of a font one character and wraps further ones into marked content that some readers lose. The boxes of
  /// characters that the font lacks are all the same glyph, so each comes apart from its neighbours, to be shown in a font of its own.
  func partedAtBoxes() -> [BoxedPiece] {
    let scalars = Array(text.unicodeScalars)
    var pieces: [BoxedPiece] = []
    var x = Length.zero
    var start = 0
    while start < glyphs.count {
      var end = start + 1
      func isBox(_ index: Int) -> Bool { glyphs[index].id == 0 }
      // A box with what else stands for its character; or all up to the next box.
      while end < glyphs.count, glyphs[end].cluster == glyphs[end - 1].cluster || !isBox(start) && !isBox(end) { end += 1 }
      let from = start == 0 ? 0 : min(Int(glyphs[start].cluster), scalars.count)
      let to = end == glyphs.count ? scalars.count : max(from, min(Int(glyphs[end].cluster), scalars.count))
      var run = self
      run.text = String(String.UnicodeScalarView(scalars[from..<to]))
      run.glyphs = glyphs[start..<end].map { glyph in
        var glyph = glyph
        glyph.cluster -= min(glyph.cluster, UInt32(from))
        return glyph
      }
      run.width = glyphs[start..<end].reduce(.zero) { $0 + size * Double($1.advance) }
      pieces.append(BoxedPiece(run: run, x: x, boxed: isBox(start) && from < to ? scalars[from] : nil))
      x = x + run.width
      start = end
    }
    return pieces
  }
}
