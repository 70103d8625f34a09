import Geometry
import Scene

/// A part of a run that is shown in one font and reads back as its text.
struct ReadablePiece {
  var run: TextRun
  /// How far to the right of the run's origin it begins.
  var x: Length
  /// The run's own font, or the same once more.
  var font: FontID
  /// False for glyphs that stand for no character: they are drawn as outlines.
  var isText: Bool
}

extension TextRun {
  /// Parts a run where glyphs need fonts of their own (``FontFaces/font(showing:of:as:)``), mostly nowhere.
  ///
  /// A cluster of several glyphs is parted too, for cairo would say its text in marked content within the tagged one, which some readers
  /// lose: each glyph takes a character, the last the rest.
  func partedToRead(in faces: inout FontFaces) -> [ReadablePiece] {
    let scalars = Array(text.unicodeScalars)
    var parts: [Part] = []
    var start = 0
    while start < glyphs.count {
      var end = start + 1
      while end < glyphs.count, glyphs[end].cluster <= glyphs[start].cluster { end += 1 }
      let from = start == 0 ? 0 : min(Int(glyphs[start].cluster), scalars.count)
      let to = end == glyphs.count ? scalars.count : max(from, min(Int(glyphs[end].cluster), scalars.count))
      for place in start..<end {
        let own = min(to, from + place - start)
        let text = own..<(place == end - 1 ? to : min(to, own + 1))
        let known = text.isEmpty ? nil : faces.font(showing: glyphs[place].id, of: font, as: scalars[text])
        let part = Part(
          glyphs: place..<place + 1, text: text, font: known ?? font, isText: !text.isEmpty, isAlone: known == nil && !text.isEmpty)
        if let last = parts.indices.last, parts[last].joins(part) {
          parts[last].glyphs = parts[last].glyphs.lowerBound..<place + 1
          parts[last].text = parts[last].text.lowerBound..<text.upperBound
          parts[last].isSplit = parts[last].isSplit || place > start
        } else {
          parts.append(part)
          parts[parts.count - 1].isSplit = place > start
        }
      }
      start = end
    }
    if parts.count == 1, !parts[0].isSplit { return [ReadablePiece(run: self, x: .zero, font: parts[0].font, isText: parts[0].isText)] }
    return pieces(parts, of: scalars)
  }

  private struct Part {
    var glyphs: Range<Int>
    var text: Range<Int>
    var font: FontID
    var isText: Bool
    /// Whether cairo will put it into marked content of its own.
    var isAlone: Bool
    /// Whether a cluster was parted in it, so that the glyphs' clusters hold no longer.
    var isSplit = false

    func joins(_ next: Part) -> Bool { font == next.font && isText == next.isText && !isAlone && !next.isAlone }
  }

  private func pieces(_ parts: [Part], of scalars: [Unicode.Scalar]) -> [ReadablePiece] {
    var x = Length.zero
    return parts.map { part in
      var run = self
      run.text = String(String.UnicodeScalarView(scalars[part.text]))
      run.glyphs = Array(glyphs[part.glyphs])
      renumber(&run.glyphs, part)
      run.width = run.glyphs.reduce(.zero) { $0 + size * Double($1.advance) }
      defer { x = x + run.width }
      return ReadablePiece(run: run, x: x, font: part.font, isText: part.isText)
    }
  }

  /// Clusters from the beginning of the part's text.
  private func renumber(_ glyphs: inout [Glyph], _ part: Part) {
    var above: UInt32?
    var next = UInt32(0)
    for place in glyphs.indices {
      let cluster = glyphs[place].cluster
      // A further glyph of a cluster has the character behind.
      next = above == cluster ? next + 1 : cluster - min(cluster, UInt32(part.text.lowerBound))
      above = cluster
      glyphs[place].cluster = next
    }
  }
}
