package import Diagnostics
package import Geometry

/// What `inspect lines` prints: for each set line its text, TAB, its stretch (+) or shrink (−, written `-`) ratio with four
/// decimals, TAB, its width in points with three. Each line of `text` is a paragraph; between two stands an empty line.
package func inspectLines(
  _ text: String, typesetter: Typesetter, style: TextStyle, paragraph: ParagraphStyle, width: Length
) -> Warned<String> {
  var blocks: [String] = []
  var diagnostics: [Diagnostic] = []
  var source = text.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "\n" }.map { Array($0) }
  if source.last?.isEmpty == true { source.removeLast() }
  for scalars in source {
    var content = String.UnicodeScalarView()
    content.append(contentsOf: scalars.last == "\r" ? scalars.dropLast() : scalars[...])
    let set = typesetter.paragraph(StyledText(String(content), style), style: paragraph, width: width)
    diagnostics += set.diagnostics
    blocks.append(
      set.value.map { line in
        "\(line.text)\t\(signed(line.ratio, decimals: 4))\t\(fixed(line.width.points, decimals: 3))\n"
      }.joined())
  }
  return Warned(blocks.joined(separator: "\n"), diagnostics)
}

/// A number with a sign, also for zero.
private func signed(_ value: Double, decimals: Int) -> String {
  let text = fixed(abs(value), decimals: decimals)
  let isZero = text.allSatisfy { $0 == "0" || $0 == "." }
  return (value < 0 && !isZero ? "-" : "+") + text
}

/// A number ≥ 0 with a fixed count of decimals, halves away from zero.
private func fixed(_ value: Double, decimals: Int) -> String {
  var scale = 1.0
  for _ in 0..<decimals { scale *= 10 }
  let digits = String(Int(min(max(0, value * scale), 9e15).rounded()))
  let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
  return padded.dropLast(decimals) + "." + padded.suffix(decimals)
}
