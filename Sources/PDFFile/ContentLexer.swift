/// Splits a content stream of cairo's into operands and operators (PDF 32000-1, 7.2 and 7.8.2).
package struct ContentLexer {
  package struct Token {
    package var range: Range<Int>
    package var isOperator: Bool
  }

  private let bytes: [UInt8]
  private var at = 0

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Nil at the end.
  package mutating func next() -> Token? {
    while at < bytes.count {
      let start = at
      switch bytes[at] {
      case 0, 9, 10, 12, 13, 32: at += 1
      case UInt8(ascii: "%"): skip { $0 != 10 && $0 != 13 }
      case UInt8(ascii: "("):
        at = endOfString(in: bytes, from: at)
        return Token(range: start..<at, isOperator: false)
      case UInt8(ascii: "<"):
        // A hexadecimal string, or the first half of a dictionary's brackets.
        at += 1
        if at < bytes.count, bytes[at] != UInt8(ascii: "<") { skip { $0 != UInt8(ascii: ">") } }
        at = min(at + 1, bytes.count)
        return Token(range: start..<at, isOperator: false)
      case UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
        UInt8(ascii: ")"):
        at += 1
        return Token(range: start..<at, isOperator: false)
      case UInt8(ascii: "/"):
        at += 1
        skip(while: isRegular)
        return Token(range: start..<at, isOperator: false)
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        skip(while: isRegular)
        return Token(range: start..<at, isOperator: false)
      default:
        skip(while: isRegular)
        if at == start { at += 1 }
        let word = packed(bytes[start..<at])
        if word == Word.true || word == Word.false || word == Word.null {
          return Token(range: start..<at, isOperator: false)
        }
        if word == Word.imageData { skipImageData() }
        return Token(range: start..<at, isOperator: true)
      }
    }
    return nil
  }

  package func operation(_ token: Token) -> ContentOperator {
    switch packed(bytes[token.range]) {
    case Word.beginMarkedWithProperties, Word.beginMarked: .beginMarked
    case Word.endMarked: .endMarked
    case Word.save, Word.restore: .saveOrRestore
    case Word.moveTo, Word.rectangle, Word.beginText, Word.drawObject, Word.shade, Word.beginImage: .paints
    default: .other
    }
  }

  private mutating func skip(while holds: (UInt8) -> Bool) {
    while at < bytes.count, holds(bytes[at]) { at += 1 }
  }

  /// The data of an inline image, up to `EI` between white space.
  private mutating func skipImageData() {
    while at + 3 < bytes.count {
      if !isRegular(bytes[at]), bytes[at + 1] == UInt8(ascii: "E"), bytes[at + 2] == UInt8(ascii: "I"),
        !isRegular(bytes[at + 3])
      {
        return
      }
      at += 1
    }
  }
}

/// Up to eight bytes as one number; 0 for longer words, which are no operators.
private func packed(_ bytes: some Collection<UInt8>) -> UInt64 {
  bytes.count > 8 ? 0 : bytes.reduce(0) { $0 << 8 | UInt64($1) }
}

private enum Word {
  static let beginMarkedWithProperties = packed("BDC".utf8)
  static let beginMarked = packed("BMC".utf8)
  static let endMarked = packed("EMC".utf8)
  static let beginText = packed("BT".utf8)
  static let beginImage = packed("BI".utf8)
  static let imageData = packed("ID".utf8)
  static let drawObject = packed("Do".utf8)
  static let shade = packed("sh".utf8)
  static let rectangle = packed("re".utf8)
  static let moveTo = packed("m".utf8)
  static let save = packed("q".utf8)
  static let restore = packed("Q".utf8)
  static let `true` = packed("true".utf8)
  static let `false` = packed("false".utf8)
  static let null = packed("null".utf8)
}

/// What an operator means for marked content.
package enum ContentOperator {
  case beginMarked, endMarked, saveOrRestore
  /// Begins something that paints, or paints.
  case paints
  case other
}
