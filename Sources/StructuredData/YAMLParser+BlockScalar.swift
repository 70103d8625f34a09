import Diagnostics

/// Literal and folded block scalars (YAML 1.2 §8.1).
extension YAMLParser {
  private enum Chomping { case strip, clip, keep }

  /// From `|` or `>` to the line behind the scalar.
  mutating func blockScalar(indent: Int) throws(Diagnostic) -> Node {
    let start = cursor.mark
    let isFolded = cursor.byte == UInt8(ascii: ">")
    cursor.at += 1
    let (chomping, explicit) = try header()
    end = cursor.offset
    if !cursor.isAtEnd { cursor.breakLine() }
    // Without an explicit indentation the first line that is not empty tells it.
    let depth: Int
    if let explicit { depth = max(indent, 0) + explicit } else { depth = try foundIndentation(beyond: indent) }

    var text: [UInt8] = []
    /// Line breaks since the last line with text.
    var breaks = 0
    var wasIndentedFurther = false
    var isFirst = true
    while !cursor.isAtEnd {
      let lineStart = cursor
      while column < depth, cursor.byte == 0x20 { cursor.at += 1 }
      if isBreak(cursor.byte) {
        cursor.breakLine()
        breaks += 1
        continue
      }
      guard column >= depth, !cursor.isAtEnd, !isAtAnyMarker else {
        if !cursor.isAtEnd { cursor = lineStart }
        break
      }
      let isIndentedFurther = isBlank(cursor.byte)
      if isFirst {
        text += [UInt8](repeating: 0x0A, count: breaks)
      } else if isFolded, !isIndentedFurther, !wasIndentedFurther {
        text += breaks == 1 ? [0x20] : [UInt8](repeating: 0x0A, count: breaks - 1)
      } else {
        text += [UInt8](repeating: 0x0A, count: breaks)
      }
      isFirst = false
      wasIndentedFurther = isIndentedFurther
      let first = cursor.at
      skipLine()
      text += cursor.bytes[first..<cursor.at]
      end = cursor.offset
      breaks = 0
      if !cursor.isAtEnd {
        cursor.breakLine()
        breaks = 1
      }
    }
    switch chomping {
    case .strip: break
    case .clip: if breaks > 0, !isFirst { text.append(0x0A) }
    case .keep: text += [UInt8](repeating: 0x0A, count: breaks)
    }
    return Node(.string(String(decoding: text, as: UTF8.self)), at: span(from: start))
  }

  /// `+` or `-` and an indentation from 1 to 9, in any order, then nothing but a comment.
  private mutating func header() throws(Diagnostic) -> (Chomping, indentation: Int?) {
    var chomping = Chomping.clip
    var indentation: Int?
    for _ in 0..<2 {
      switch cursor.byte {
      case UInt8(ascii: "+") where chomping == .clip: chomping = .keep
      case UInt8(ascii: "-") where chomping == .clip: chomping = .strip
      case UInt8(ascii: "1")...UInt8(ascii: "9") where indentation == nil: indentation = Int(cursor.byte) - 48
      default: continue
      }
      cursor.at += 1
    }
    let headerEnd = cursor.offset
    try expectLineEnd()
    skipLine()
    end = headerEnd
    return (chomping, indentation)
  }

  /// The blanks before the first line with text, at least one more than `indent`; empty lines may have no more.
  private func foundIndentation(beyond indent: Int) throws(Diagnostic) -> Int {
    var probe = self
    var deepest = 0
    while true {
      while probe.cursor.byte == 0x20 { probe.cursor.at += 1 }
      deepest = max(deepest, probe.column)
      guard probe.isBreak(probe.cursor.byte) else { break }
      probe.cursor.breakLine()
    }
    if probe.cursor.byte == 0x09, probe.column <= max(indent, 0), !probe.cursor.isAtEnd {
      throw .error("yaml.indent", "a tab cannot indent", at: probe.here, hint: "use blanks")
    }
    return max(deepest, indent + 1, 1)
  }
}
