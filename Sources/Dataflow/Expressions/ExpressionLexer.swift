import Diagnostics

/// Words of an expression, by the grammar of ECMAScript literals and punctuators.
struct ExpressionLexer {
  enum Token: Hashable {
    case number(Double)
    case text(String)
    case name(String)
    case pattern(source: String, flags: String)
    case sign(String)
    case end
  }

  private let text: String
  private let span: SourceSpan?
  private let scalars: [Unicode.Scalar]
  private var here = 0
  /// Where the last token began.
  private(set) var tokenStart = 0
  /// Whether a `/` would divide here; otherwise it begins a pattern.
  private var afterValue = false

  init(_ text: String, at span: SourceSpan?) {
    self.text = text
    self.span = span
    scalars = Array(text.unicodeScalars)
  }

  func problem(_ what: String, at place: Int? = nil) -> Diagnostic {
    let shown = scalars.count > 80 ? String(text.unicodeScalars.prefix(80)) + "…" : text
    return .error("expression.syntax", "\(what) at character \((place ?? tokenStart) + 1) of “\(shown)”", at: span)
  }

  var length: Int { scalars.count }

  mutating func next() throws(Diagnostic) -> Token {
    while here < scalars.count, scalars[here].properties.isWhitespace { here += 1 }
    tokenStart = here
    let token = try read()
    switch token {
    case .number, .text, .name, .pattern: afterValue = true
    case .sign(let sign): afterValue = sign == ")" || sign == "]" || sign == "}"
    case .end: break
    }
    return token
  }

  private func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
    here + ahead < scalars.count ? scalars[here + ahead] : nil
  }

  private static let signs: [[String]] = [
    [">>>", "===", "!=="], ["==", "!=", "<=", ">=", "<<", ">>", "&&", "||"],
    [
      "+", "-", "*", "/", "%", "<", ">", "!", "~", "&", "|", "^", "?", ":", ",", ".", "(", ")", "[", "]", "{", "}",
    ],
  ]

  private mutating func read() throws(Diagnostic) -> Token {
    guard let first = peek() else { return .end }
    if isDigit(first) || (first == "." && peek(1).map(isDigit) == true) { return try number() }
    if first == "'" || first == "\"" { return .text(try quoted(by: first)) }
    if isNameStart(first) {
      let start = here
      while let scalar = peek(), isNameStart(scalar) || isDigit(scalar) || scalar.properties.isIDContinue { here += 1 }
      return .name(string(start..<here))
    }
    if first == "/", !afterValue { return try pattern() }
    for group in Self.signs {
      let size = group[0].unicodeScalars.count
      guard here + size <= scalars.count else { continue }
      let candidate = string(here..<here + size)
      if group.contains(candidate) {
        here += size
        return .sign(candidate)
      }
    }
    throw problem("“\(Character(first))” is not understood")
  }

  private func string(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
  private func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar == "$" || scalar.properties.isIDStart
  }

  private mutating func number() throws(Diagnostic) -> Token {
    let start = here
    if peek() == "0", let mark = peek(1), "xXbBoO".unicodeScalars.contains(mark) {
      here += 2
      while let scalar = peek(), scalar.properties.isASCIIHexDigit { here += 1 }
    } else {
      while let scalar = peek(), isDigit(scalar) { here += 1 }
      if peek() == "." {
        here += 1
        while let scalar = peek(), isDigit(scalar) { here += 1 }
      }
      if let mark = peek(), mark == "e" || mark == "E" {
        here += 1
        if let sign = peek(), sign == "+" || sign == "-" { here += 1 }
        while let scalar = peek(), isDigit(scalar) { here += 1 }
      }
    }
    let value = numberOfText(string(start..<here))
    if value.isNaN || peek().map(isNameStart) == true { throw problem("a number is not complete") }
    return .number(value)
  }

  private mutating func quoted(by mark: Unicode.Scalar) throws(Diagnostic) -> String {
    here += 1
    var out = String.UnicodeScalarView()
    while let scalar = peek() {
      here += 1
      if scalar == mark { return String(out) }
      guard scalar == "\\" else {
        out.append(scalar)
        continue
      }
      guard let escaped = peek() else { break }
      here += 1
      switch escaped {
      case "n": out.append("\n")
      case "t": out.append("\t")
      case "r": out.append("\r")
      case "b": out.append("\u{8}")
      case "f": out.append("\u{C}")
      case "v": out.append("\u{B}")
      case "0": out.append("\0")
      case "x": out.append(try hexadecimal(2))
      case "u": out.append(try hexadecimal(4))
      default: out.append(escaped)
      }
    }
    throw problem("the text has no end")
  }

  private mutating func hexadecimal(_ digits: Int) throws(Diagnostic) -> Unicode.Scalar {
    guard here + digits <= scalars.count, let value = UInt32(string(here..<here + digits), radix: 16) else {
      throw problem("\(digits) hexadecimal digits expected", at: here)
    }
    here += digits
    if (0xD800..<0xDC00).contains(value), peek() == "\\", peek(1) == "u", here + 6 <= scalars.count,
      let low = UInt32(string(here + 2..<here + 6), radix: 16), (0xDC00..<0xE000).contains(low)
    {
      here += 6
      return Unicode.Scalar(0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
    }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  private mutating func pattern() throws(Diagnostic) -> Token {
    here += 1
    let start = here
    var isInClass = false
    while let scalar = peek(), scalar != "/" || isInClass {
      if scalar == "\\" { here += 1 } else if scalar == "[" { isInClass = true } else if scalar == "]" { isInClass = false }
      here += 1
    }
    guard peek() == "/" else { throw problem("the pattern has no end") }
    let source = string(start..<here)
    here += 1
    let flags = here
    while let scalar = peek(), isNameStart(scalar) { here += 1 }
    return .pattern(source: source, flags: string(flags..<here))
  }
}
