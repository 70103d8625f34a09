import Diagnostics
import Scene

/// One warning for each different character that no font has, at its first place, or that cannot be exchanged.
func missingGlyphDiagnostics(_ text: ShapedText) -> [Diagnostic] {
  var seen: Set<Unicode.Scalar> = []
  var found: [Diagnostic] = []
  func code(_ scalar: Unicode.Scalar) -> String {
    let hex = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
  }
  for scalar in text.scalars where !scalar.isExchangeable && seen.insert(scalar).inserted {
    found.append(.warning("text.character", "\(code(scalar)) is no character of text: it is left out"))
  }
  for offset in text.missing where seen.insert(text.scalars[offset]).inserted {
    let scalar = text.scalars[offset]
    let around = text.scalars[max(0, offset - 8)..<min(text.scalars.count, offset + 9)]
    var context = String.UnicodeScalarView()
    context.append(contentsOf: around)
    found.append(
      .warning(
        "font.missing-glyph",
        "no font has a glyph for “\(Character(scalar))” (\(code(scalar))), character \(offset + 1) of the paragraph, in “\(String(context))”",
        hint: "add a font that has it with --font-dir"))
  }
  return found
}
