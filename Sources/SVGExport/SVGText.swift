import Geometry
import Scene

extension SVGWriter {
  /// A run as one `text` element: every cluster has its place, so that a line is as wide as it was set with whatever font
  /// the reader has, and the text is found and copied as written.
  mutating func draw(_ run: TextRun, at origin: Point) {
    guard run.fill.alpha > 0, !run.text.isEmpty else { return }
    let pieces = textPieces(run, at: origin)
    guard !pieces.isEmpty else { return }
    body += "<text class=\"\(fontClass(run.font))\" font-size=\"\(run.size.svg)\"\(paint("fill", run.fill))"
    if run.language != options.language { body += " xml:lang=\"\(run.language.tag)\"" }
    if pieces.count == 1 {
      body += "\(pieces[0].position)>\(xmlText(pieces[0].text))"
    } else {
      body += ">"
      for piece in pieces { body += "<tspan\(piece.position)>\(xmlText(piece.text))</tspan>" }
    }
    body += "</text>\n"
  }
}

/// A part of a run whose characters have a place each, or, where several characters share a glyph, one place together.
private struct TextPiece {
  var text: String
  var xs: [Double]
  var ys: [Double]

  var position: String {
    let out = " x=\"" + xs.map { svgNumber($0) }.joined(separator: " ") + "\" y=\""
    let level = ys.allSatisfy { $0 == ys[0] }
    return out + (level ? [ys[0]] : ys).map { svgNumber($0) }.joined(separator: " ") + "\""
  }
}

private func textPieces(_ run: TextRun, at origin: Point) -> [TextPiece] {
  let scalars = Array(run.text.unicodeScalars)
  let size = run.size.points
  var places: [(start: Int, x: Double, y: Double)] = []
  var pen = origin.x.points
  for glyph in run.glyphs {
    let start = min(Int(glyph.cluster), scalars.count)
    if start < scalars.count, places.last.map({ start > $0.start }) ?? true {
      places.append((start, pen + Double(glyph.dx) * size, origin.y.points + Double(glyph.dy) * size))
    }
    pen += Double(glyph.advance) * size
  }
  guard !places.isEmpty else { return [] }
  places[0].start = 0
  var pieces: [TextPiece] = []
  var isOpen = false
  for (index, place) in places.enumerated() {
    let end = index + 1 < places.count ? places[index + 1].start : scalars.count
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[place.start..<end])
    // Readers differ in how many places a character outside the basic plane takes, so it closes its piece.
    let isSimple = end - place.start == 1 && scalars[place.start].value < 0x10000
    if isSimple, isOpen {
      pieces[pieces.count - 1].text += String(text)
      pieces[pieces.count - 1].xs.append(place.x)
      pieces[pieces.count - 1].ys.append(place.y)
    } else {
      pieces.append(TextPiece(text: String(text), xs: [place.x], ys: [place.y]))
    }
    isOpen = isSimple
  }
  return pieces
}
