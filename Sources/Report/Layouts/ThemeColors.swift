import Diagnostics
import Geometry
import Scales
import StructuredData

/// What a theme's colours must hold: text of 4.5 : 1 on white, marks of 3 : 1 (WCAG 2.1, 1.4.3 and 1.4.11), and marks that stay apart for
/// readers who do not see one of the three primary colours.
func colorFindings(_ colors: [(key: Spanned<String>, value: Color)], at span: SourceSpan) -> [Diagnostic] {
  var findings: [Diagnostic] = []
  func color(_ name: String) -> (key: Spanned<String>, value: Color)? { colors.first { $0.key.value == name } }
  func demand(_ names: [String], _ ratio: Double) {
    for name in names {
      guard let entry = color(name) else { continue }
      let contrast = entry.value.contrast(with: .white)
      guard contrast < ratio else { continue }
      findings.append(
        .error(
          "theme.contrast", "“\(name)” has a contrast of \(tenths(contrast)) : 1 on white, less than \(tenths(ratio)) : 1",
          at: entry.key.span, hint: "make it darker"))
    }
  }
  // A fall is printed in c3.
  demand(["ink", "ink-2", "ink-3", "brand", "c3"], 4.5)
  demand(["c2", "c4", "c5", "c0"], 3)
  let marks = ["brand", "c2", "c3", "c4", "c5", "c0"].compactMap(color)
  for (i, first) in marks.enumerated() {
    for second in marks[(i + 1)...] {
      for vision in ColorVision.allCases {
        let distance = vision.seen(first.value).distance(to: vision.seen(second.value))
        guard distance < leastDistance else { continue }
        findings.append(
          .error(
            "theme.colors-alike",
            "“\(first.key.value)” and “\(second.key.value)” are \(tenths(distance)) apart for \(vision.rawValue), less than \(tenths(leastDistance))",
            at: second.key.span, hint: "change the lightness of one of them"))
        break
      }
    }
  }
  return findings
}

/// CIEDE2000.
private let leastDistance = 10.0

private func tenths(_ value: Double) -> String { NumberFormat(".1f")?(value) ?? "\(value)" }
