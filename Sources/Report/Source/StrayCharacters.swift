package import Diagnostics
import Scene

/// Characters that cannot be exchanged: noncharacters, private-use ones and control codes, each place of the text once. They are
/// left out of pages, as no font and no reader knows what they mean (Unicode 17, §23.5 and §23.7).
package func strayCharacters(in text: [Unicode.Scalar], document: String) -> [Diagnostic] {
  var counts: [UInt32: Int] = [:]
  var firsts: [(scalar: Unicode.Scalar, at: Int)] = []
  for (i, scalar) in text.enumerated() where !scalar.isExchangeable {
    counts[scalar.value, default: 0] += 1
    if counts[scalar.value] == 1 { firsts.append((scalar, i)) }
  }
  guard !firsts.isEmpty else { return [] }
  let lines = LineTable(text)
  return firsts.prefix(20).map { scalar, at in
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    let times = (counts[scalar.value] ?? 1) > 1 ? " (\(counts[scalar.value] ?? 1) times)" : ""
    return .warning(
      "text.character", "\(code) is no character of text\(times): it is left out",
      at: SourceSpan(document: document, range: at..<at + 1, start: lines.position(of: at)))
  }
}
