import Geometry
import Scene
import Typesetting

extension Line {
  /// The spaces between neighbouring ideographs, in em, in reading order.
  var hanGaps: [Double] {
    var gaps: [Double] = []
    var last: (isHan: Bool, advance: Double)?
    for placed in frame.items {
      guard case .text(let run) = placed.item else { continue }
      let scalars = Array(run.text.unicodeScalars)
      for glyph in run.glyphs {
        let scalar = scalars[Int(glyph.cluster)]
        let isHan = (0x4E00...0x9FFF).contains(scalar.value)
        if isHan, let last, last.isHan { gaps.append(last.advance - 1) }
        last = (isHan, Double(glyph.advance))
      }
    }
    return gaps
  }
}
