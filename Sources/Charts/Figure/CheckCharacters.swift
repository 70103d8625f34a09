import Diagnostics
import Scene
import Typesetting

/// `font.missing-glyph` for each different character of a chart's texts that no font has: a box is drawn in its place.
func checkCharacters(of root: SceneGroup, at span: SourceSpan?) -> [Diagnostic] {
  var seen: Set<Unicode.Scalar> = []
  var found: [Diagnostic] = []
  func look(_ group: SceneGroup) {
    for item in group.back + group.marks + group.front {
      guard case .text(let set, _, _, _) = item.content else { continue }
      for placed in set.line.frame.items {
        guard case .text(let run) = placed.item else { continue }
        for var finding in missingGlyphDiagnostics(run, seen: &seen) {
          finding.span = span
          found.append(finding)
        }
      }
    }
    for child in group.children { look(child) }
  }
  look(root)
  return found
}
