import Geometry
import Scene

/// A run of a line with its place.
struct PlacedRun {
  var run: TextRun
  var origin: Point

  /// Whether `next` goes on where this run ends: same baseline, no gap wider than a space. What stands further apart, such
  /// as labels of an axis, is not one line to a reader.
  func continues(in next: PlacedRun) -> Bool {
    let gap = next.origin.x - origin.x - run.width
    return next.origin.y == origin.y && gap.points > -0.3 * run.size.points && gap.points < 0.6 * run.size.points
  }
}

extension SVGWriter {
  /// Runs that continue each other as one `text` element: every cluster has its place, so that a line is as wide as it was
  /// set with whatever font the reader has, and the text is found and copied as written.
  mutating func draw(line runs: [PlacedRun]) {
    let pieces = runs.flatMap { placed in
      placed.run.fill.alpha == 0 || placed.run.text.isEmpty
        ? [] : textPieces(placed.run, at: placed.origin).map { (style(of: placed.run), $0) }
    }
    guard let (first, lead) = pieces.first else { return }
    body += "<text\(first)"
    if pieces.count == 1 {
      body += "\(lead.position)>\(xmlText(lead.text))"
    } else {
      body += ">"
      for (style, piece) in pieces {
        body += "<tspan\(style == first ? "" : style)\(piece.position)>\(xmlText(piece.text))</tspan>"
      }
    }
    body += "</text>\n"
  }

  /// All attributes are written, black too: a span would take over those of the line's first run.
  private mutating func style(of run: TextRun) -> String {
    var out = " class=\"\(fontClass(run.font))\" font-size=\"\(run.size.svg)\" fill=\"\(run.fill.withAlpha(255).hex)\""
    if run.fill.alpha != 255 { out += " fill-opacity=\"\(svgNumber(Double(run.fill.alpha) / 255, decimals: 3))\"" }
    if run.language != options.language { out += " xml:lang=\"\(run.language.tag)\"" }
    return out
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
