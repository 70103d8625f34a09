package import Diagnostics
package import Scene

/// One warning for each different character that no font has, at its first place, or that cannot be exchanged.
func missingGlyphDiagnostics(_ text: ShapedText) -> [Diagnostic] {
  var seen: Set<Unicode.Scalar> = []
  var found: [Diagnostic] = []
  for scalar in text.scalars where !scalar.isExchangeable && seen.insert(scalar).inserted {
    found.append(.warning("text.character", "\(code(scalar)) is no character of text: it is left out"))
  }
  for offset in text.missing where seen.insert(text.scalars[offset]).inserted {
    found.append(missingGlyph(text.scalars, offset, at: "character \(offset + 1) of the paragraph, "))
  }
  return found
}

/// One warning for each different character of a drawn text that no font has: a box stands in its place.
///
/// - Parameter seen: characters that are not told once more.
package func missingGlyphDiagnostics(_ run: TextRun, seen: inout Set<Unicode.Scalar>) -> [Diagnostic] {
  guard run.glyphs.contains(where: { $0.id == 0 }) else { return [] }
  let scalars = Array(run.text.unicodeScalars)
  var found: [Diagnostic] = []
  for glyph in run.glyphs where glyph.id == 0 {
    let offset = Int(glyph.cluster)
    guard scalars.indices.contains(offset), seen.insert(scalars[offset]).inserted else { continue }
    found.append(missingGlyph(scalars, offset, at: ""))
  }
  return found
}

private func missingGlyph(_ scalars: [Unicode.Scalar], _ offset: Int, at place: String) -> Diagnostic {
  let around = scalars[max(0, offset - 8)..<min(scalars.count, offset + 9)]
  var context = String.UnicodeScalarView()
  context.append(contentsOf: around)
  return .warning(
    "font.missing-glyph",
    "no font has a glyph for “\(Character(scalars[offset]))” (\(code(scalars[offset]))), \(place)in “\(String(context))”",
    hint: "add a font that has it with --font-dir")
}

private func code(_ scalar: Unicode.Scalar) -> String {
  let hex = String(scalar.value, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
}
