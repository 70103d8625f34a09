import Scene
import Typesetting

/// The text in its form for print, scalar for scalar, so that offsets stay.
func printForm(_ scalars: [Unicode.Scalar], _ language: Language) -> [Unicode.Scalar] {
  let text = String(String.UnicodeScalarView(scalars))
  let printed = Array(printForm(of: text, language: language).unicodeScalars)
  return printed.count == scalars.count ? printed : scalars
}
