import Diagnostics
import Fonts
import Geometry
import Scene
import Typesetting

/// Line breaking alone and the whole way from text to placed lines; sizes are characters, so that size over time is the speed.
///
/// - Parameter text: set again and again, as paragraphs of some 400 characters and as one of 200,000.
func typesettingBenchmarks(_ fonts: FontLibrary, text: String) throws -> [Benchmark] {
  guard let body = fonts.font(named: "serif-regular") else {
    throw Diagnostic.error("font.missing", "there is no serif-regular among the fonts")
  }
  let typesetter = Typesetter(fonts: fonts)
  let style = TextStyle(font: body, size: .pt(10.5))
  let paragraph = ParagraphStyle(leading: .pt(18))
  let width = Length.pt(10.5 * 44)
  let short = StyledText(repeated(text, characters: 400), style)
  let long = StyledText(repeated(text, characters: 200_000), style)
  let scalars = Array(long.plainText.unicodeScalars)
  let items = typesetter.items(of: long, style: paragraph)
  return [
    Benchmark(name: "break-opportunities") { lineBreaks(scalars).count - 1 },
    Benchmark(name: "break-lines") {
      let broken = optimalBreaks(items, width: width.points, parameters: BreakParameters(tolerance: 800))
      return broken == nil ? 0 : scalars.count
    },
    Benchmark(name: "set-paragraphs") {
      for _ in 0..<500 { _ = typesetter.paragraph(short, style: paragraph, width: width) }
      return 500 * short.plainText.unicodeScalars.count
    },
    Benchmark(name: "set-one-paragraph") {
      _ = typesetter.paragraph(long, style: paragraph, width: width)
      return scalars.count
    },
  ]
}

/// The text without its line ends, over and over.
private func repeated(_ text: String, characters: Int) -> String {
  let once = Array(text.unicodeScalars).filter { $0 != "\n" && $0 != "\r" && $0.value != 0xFEFF }
  guard !once.isEmpty else { return "" }
  var result = String.UnicodeScalarView()
  for i in 0..<characters { result.append(once[i % once.count]) }
  return String(result)
}
