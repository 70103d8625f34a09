package import Diagnostics

/// What `inspect breaks` prints: each boundary of `text` by untailored UAX #14, ÷ where a line may end and × where not. A line
/// feed ends a text, so each input line has an output line that begins with × and ends with ÷.
///
/// - Parameter hex: whether each line of `text` is a list of hexadecimal code points, and the answer has the form of
///   LineBreakTest (`× 0023 × 200B ÷ 4E2D ÷`).
/// - Throws: `breaks.hex` for what is no code point.
package func inspectBreaks(_ text: String, hex: Bool) throws(Diagnostic) -> String {
  if hex { return try inspectBreaks(hex: text) }
  var lines = text.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "\n" }.map { Array($0) }
  if lines.last?.isEmpty == true { lines.removeLast() }
  var out = String.UnicodeScalarView()
  for scalars in lines {
    let breaks = lineBreaks(scalars)
    for (i, scalar) in scalars.enumerated() {
      out.append(breaks[i] == .prohibited ? "×" : "÷")
      out.append(scalar)
    }
    if !scalars.isEmpty { out.append("÷") }
    out.append("\n")
  }
  return String(out)
}

/// Each line of code points in the form of LineBreakTest; empty lines stay empty.
package func inspectBreaks(hex text: String) throws(Diagnostic) -> String {
  var out = ""
  var number = 0
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    number += 1
    let words = line.split { $0 == " " || $0 == "\t" || $0 == "\r" }
    if words.isEmpty {
      out += "\n"
      continue
    }
    var scalars: [Unicode.Scalar] = []
    for word in words where word != "÷" && word != "×" {
      guard word.count <= 6, let code = UInt32(word, radix: 16), let scalar = Unicode.Scalar(code) else {
        throw .error("breaks.hex", "“\(word)” in line \(number) is no hexadecimal code point")
      }
      scalars.append(scalar)
    }
    let breaks = lineBreaks(scalars)
    for (i, word) in words.filter({ $0 != "÷" && $0 != "×" }).enumerated() {
      out += (breaks[i] == .prohibited ? "× " : "÷ ") + word + " "
    }
    out += scalars.isEmpty ? "\n" : "÷\n"
  }
  if text.hasSuffix("\n") || text.isEmpty { out.removeLast() }
  return out
}
