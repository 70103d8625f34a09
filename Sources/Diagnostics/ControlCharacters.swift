extension StringProtocol {
  /// The text with its control characters written out (`\u{1B}`), as it may stand in a line on a terminal: what an input holds neither
  /// colours nor moves what stands around it, ends its line, nor turns its direction.
  ///
  /// - Parameter keeping: the ones that stay.
  package func showingControls(keeping kept: Set<Unicode.Scalar> = []) -> String {
    guard unicodeScalars.contains(where: { $0.isControl && !kept.contains($0) }) else { return String(self) }
    var out = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar.isControl, !kept.contains(scalar) {
        out.append(contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
      } else {
        out.append(scalar)
      }
    }
    return String(out)
  }
}

extension Unicode.Scalar {
  /// Controls of C0 and C1, DEL, ends of lines and paragraphs, and what turns the direction of writing.
  fileprivate var isControl: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
