import Diagnostics

/// Plain and quoted scalars (YAML 1.2 §7.3).
extension YAMLParser {
  /// Whether a plain scalar can begin here: no indicator, or `-`, `?`, `:` with something behind.
  func isPlainStart(isInFlow: Bool) -> Bool {
    if cursor.isAtEnd { return false }
    switch cursor.byte {
    case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
      return !isBlankOrEnd(after: 1) && !(isInFlow && isFlowMark(cursor.byte(after: 1)))
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: ">"),
      UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"), 0x20, 0x09,
      0x0A, 0x0D:
      return false
    default: return true
    }
  }

  /// A scalar without quotes; further lines are folded in, as far as they are indented deeper than `indent`.
  mutating func plain(isText: Bool, indent: Int, isInFlow: Bool) throws(Diagnostic) -> Node {
    guard isPlainStart(isInFlow: isInFlow) else { throw notPlain() }
    let start = cursor.mark
    let first = plainLine(isInFlow: isInFlow)
    guard nextPlainLine(indent: indent, isInFlow: isInFlow) != nil else {
      let text = cursor.text(first)
      plainText = text
      return Node(isText ? .string(text) : coreSchemaValue(ofPlain: text), at: span(from: start))
    }
    var text = Array(cursor.bytes[first])
    while let (next, breaks) = nextPlainLine(indent: indent, isInFlow: isInFlow) {
      cursor = next
      text += breaks == 1 ? [0x20] : [UInt8](repeating: 0x0A, count: breaks - 1)
      text += cursor.bytes[plainLine(isInFlow: isInFlow)]
    }
    let string = String(decoding: text, as: UTF8.self)
    plainText = string
    return Node(isText ? .string(string) : coreSchemaValue(ofPlain: string), at: span(from: start))
  }

  private func notPlain() -> Diagnostic {
    let scalar = cursor.scalar.map { "“\($0)”" } ?? "nothing"
    return problem("a text without quotes cannot begin with \(scalar)", hint: "put it in quotes")
  }

  /// The part of a plain scalar on this line, without the blanks at its end; the cursor stands behind it.
  private mutating func plainLine(isInFlow: Bool) -> Range<Int> {
    let start = cursor.at
    var last = start
    while !cursor.isAtEnd {
      let byte = cursor.byte
      if byte == UInt8(ascii: ":") {
        if isBlankOrEnd(after: 1) || isInFlow && isFlowMark(cursor.byte(after: 1)) { break }
      } else if isBlank(byte) {
        cursor.at += 1
        continue
      } else if isBreak(byte) || isInFlow && isFlowMark(byte) || isAtComment && cursor.at > start {
        break
      }
      cursor.step()
      last = cursor.at
    }
    // Only blanks were passed since.
    cursor.at = last
    end = cursor.offset
    return start..<cursor.at
  }

  /// The next line that belongs to a plain scalar, and the line breaks before it.
  private func nextPlainLine(indent: Int, isInFlow: Bool) -> (TextCursor, breaks: Int)? {
    guard isBreak(cursor.byte(after: blanksAhead)) else { return nil }
    var probe = self
    probe.skipBlanks()
    var breaks = 0
    while probe.isBreak(probe.cursor.byte) {
      probe.cursor.breakLine()
      breaks += 1
      while probe.cursor.byte == 0x20 { probe.cursor.at += 1 }
      let depth = probe.column
      probe.skipBlanks()
      if probe.isBreak(probe.cursor.byte) { continue }
      if probe.cursor.isAtEnd || !isInFlow && depth <= indent || probe.cursor.byte == UInt8(ascii: "#") { return nil }
    }
    if probe.isAtAnyMarker { return nil }
    if isInFlow {
      if probe.isFlowMark(probe.cursor.byte) { return nil }
      if probe.cursor.byte == UInt8(ascii: ":"),
        probe.isBlankOrEnd(after: 1) || probe.isFlowMark(probe.cursor.byte(after: 1))
      {
        return nil
      }
    } else if probe.isAt(UInt8(ascii: ":")) {
      return nil
    }
    return (probe.cursor, breaks)
  }

  /// A scalar in single or double quotes; line breaks are folded.
  mutating func quoted() throws(Diagnostic) -> Node {
    let start = cursor.mark
    let quote = cursor.byte
    cursor.at += 1
    let first = cursor.at
    // Most have one line and no escape: then the text stands as it is.
    while !cursor.isAtEnd, cursor.byte != quote, cursor.byte != UInt8(ascii: "\\"), !isBreak(cursor.byte) {
      cursor.step()
    }
    if cursor.byte == quote, cursor.byte(after: 1) != quote || quote == UInt8(ascii: "\"") {
      cursor.at += 1
      end = cursor.offset
      return Node(.string(cursor.text(first..<cursor.at - 1)), at: span(from: start))
    }
    var text = Array(cursor.bytes[first..<cursor.at])
    // Up to here nothing may be trimmed: an escape made it.
    var kept = 0
    while true {
      guard !cursor.isAtEnd else {
        throw .error("yaml.syntax", "the quotes have no end", at: cursor.span(from: start))
      }
      let byte = cursor.byte
      if byte == quote {
        cursor.at += 1
        guard quote == UInt8(ascii: "'"), cursor.byte == quote else { break }
        cursor.at += 1
        text.append(quote)
      } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        text += try escape()
        kept = text.count
      } else if isBreak(byte) {
        while text.count > kept, let last = text.last, isBlank(last) { text.removeLast() }
        text += try foldedBreaks()
        kept = text.count
      } else {
        text.append(byte)
        cursor.step()
      }
    }
    end = cursor.offset
    return Node(.string(String(decoding: text, as: UTF8.self)), at: span(from: start))
  }

  /// One line break becomes a blank, further ones stay; blanks before the next line's text are dropped.
  private mutating func foldedBreaks() throws(Diagnostic) -> [UInt8] {
    var breaks = 0
    while isBreak(cursor.byte) {
      cursor.breakLine()
      breaks += 1
      if isAtAnyMarker { throw unexpected("the end of the quotes") }
      skipBlanks()
    }
    return breaks == 1 ? [0x20] : [UInt8](repeating: 0x0A, count: breaks - 1)
  }

  /// From the backslash on (§5.7).
  private mutating func escape() throws(Diagnostic) -> [UInt8] {
    cursor.at += 1
    let byte = cursor.byte
    if isBreak(byte) {
      cursor.breakLine()
      skipBlanks()
      var breaks: [UInt8] = []
      while isBreak(cursor.byte) {
        cursor.breakLine()
        breaks.append(0x0A)
        skipBlanks()
      }
      return breaks
    }
    let scalar: Unicode.Scalar
    switch byte {
    case UInt8(ascii: "0"): scalar = "\0"
    case UInt8(ascii: "a"): scalar = "\u{7}"
    case UInt8(ascii: "b"): scalar = "\u{8}"
    case UInt8(ascii: "t"), 0x09: scalar = "\t"
    case UInt8(ascii: "n"): scalar = "\n"
    case UInt8(ascii: "v"): scalar = "\u{B}"
    case UInt8(ascii: "f"): scalar = "\u{C}"
    case UInt8(ascii: "r"): scalar = "\r"
    case UInt8(ascii: "e"): scalar = "\u{1B}"
    case UInt8(ascii: " "), UInt8(ascii: "\""), UInt8(ascii: "/"), UInt8(ascii: "\\"): scalar = Unicode.Scalar(byte)
    case UInt8(ascii: "N"): scalar = "\u{85}"
    case UInt8(ascii: "_"): scalar = "\u{A0}"
    case UInt8(ascii: "L"): scalar = "\u{2028}"
    case UInt8(ascii: "P"): scalar = "\u{2029}"
    case UInt8(ascii: "x"): scalar = try hexadecimal(2)
    case UInt8(ascii: "u"): scalar = try hexadecimal(4)
    case UInt8(ascii: "U"): scalar = try hexadecimal(8)
    default: throw unexpected("an escape behind “\\”")
    }
    cursor.at += 1
    return Array(String(scalar).utf8)
  }

  /// The digits behind `x`, `u` or `U`; the cursor stands on the last.
  private mutating func hexadecimal(_ count: Int) throws(Diagnostic) -> Unicode.Scalar {
    let start = cursor.mark
    var value: UInt32 = 0
    for _ in 0..<count {
      cursor.at += 1
      guard let digit = cursor.scalar.flatMap({ $0.isASCII ? Character($0).hexDigitValue : nil }) else {
        throw unexpected("\(count) hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw .error("yaml.syntax", "no such character", at: cursor.span(from: start))
    }
    return scalar
  }
}
