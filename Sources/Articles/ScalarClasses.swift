extension Unicode.Scalar {
  /// An ideograph of the unified blocks, or 〇.
  @inlinable public var isHan: Bool {
    (0x4E00...0x9FFF).contains(value) || (0x3400...0x4DBF).contains(value) || value == 0x3007
      || (0x20000...0x3134F).contains(value)
  }

  /// ASCII or full-width digit.
  @inlinable public var isDigit: Bool { (48...57).contains(value) || (0xFF10...0xFF19).contains(value) }

  /// A letter of ASCII, Latin-1 or Latin Extended.
  @inlinable public var isLatinLetter: Bool {
    (65...90).contains(value) || (97...122).contains(value) || (0xC0...0x24F).contains(value)
  }

  /// Any space, no-break and ideographic ones included, but no line end.
  @inlinable public var isBlank: Bool {
    value == 32 || value == 9 || value == 0xA0 || value == 0x3000 || value == 0xFEFF || value == 0x200B
      || (0x2000...0x200A).contains(value) || value == 0x202F
  }

  /// LF, CR, NEL or one of the two separators of Unicode.
  @inlinable public var isLineEnd: Bool { value == 10 || value == 13 || value == 0x2028 || value == 0x2029 || value == 0x85 }

  /// Full-width ASCII as ASCII; everything else as it is.
  @inlinable public var halfWidth: Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(value) else { return self }
    return Unicode.Scalar(value - 0xFEE0) ?? self
  }
}

extension StringProtocol {
  /// Without blanks at either end.
  package var trimmed: String {
    var scalars = Array(unicodeScalars)[...]
    while scalars.first?.isBlank ?? false { scalars.removeFirst() }
    while scalars.last?.isBlank ?? false { scalars.removeLast() }
    return String(scalars: scalars)
  }
}

/// A line of the file without its line end.
struct TextLine: Hashable {
  /// Outer blanks cut off.
  var range: Range<Int>
  /// Blanks at its start.
  var indent: Int
}

/// All lines in order, empty ones with an empty range.
func textLines(_ scalars: [Unicode.Scalar]) -> [TextLine] {
  var lines: [TextLine] = []
  var start = 0
  func close(at end: Int) {
    var low = start
    var high = end
    while low < high, scalars[low].isBlank { low += 1 }
    while high > low, scalars[high - 1].isBlank { high -= 1 }
    lines.append(TextLine(range: low..<high, indent: low - start))
  }
  var index = 0
  while index < scalars.count {
    if scalars[index].isLineEnd {
      close(at: index)
      if scalars[index] == "\r", index + 1 < scalars.count, scalars[index + 1] == "\n" { index += 1 }
      start = index + 1
    }
    index += 1
  }
  if start < scalars.count { close(at: scalars.count) }
  return lines
}
