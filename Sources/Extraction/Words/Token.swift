import Articles
import Indicators

/// A number with its unit.
struct QuantityExpression: Hashable, Sendable {
  var numeral: Numeral
  /// Unit as written, multiplier included, 余 and 多 left out.
  var unit: String
  var kind: MeasureKind?
  /// 余, 多 or 几 stands in it.
  var isOpen: Bool
  /// 第 stands before it.
  var isOrdinal: Bool
  /// 前 stands before it: 前五.
  var isTop: Bool = false
  /// + or - stands before it.
  var hasSign = false
  /// A colon joins it to another number: 19.8:41.5:38.7.
  var isRatioMember = false
  /// Written with a sign in front: $ € ¥.
  var currency: Bool = false

  /// Whether there is no unit at all.
  var isBare: Bool { unit.isEmpty }
}

enum Punctuation: Hashable, Sendable {
  case comma, enumeration, semicolon, colon, stop, open, close, quoteOpen, quoteClose, titleOpen, titleClose, dash, range, ratio, other
}

struct Token: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    indirect case quantity(QuantityExpression)
    indirect case time(TimeExpression)
    indirect case place(NamedPlace)
    case word(Word)
    /// A run of ideographs that no list knows: the stuff of names.
    case text
    /// Latin letters, model numbers, 5G.
    case latin
    case punctuation(Punctuation)
  }
  var kind: Kind
  /// Offsets into the text of the block.
  var range: Range<Int>

  var classes: WordClass {
    if case .word(let word) = kind { return word.classes }
    return []
  }
  var word: Word? {
    if case .word(let word) = kind { return word }
    return nil
  }
  var quantity: QuantityExpression? {
    if case .quantity(let quantity) = kind { return quantity }
    return nil
  }
  var time: TimeExpression? {
    if case .time(let time) = kind { return time }
    return nil
  }
  var place: NamedPlace? {
    if case .place(let place) = kind { return place }
    return nil
  }
  var punctuation: Punctuation? {
    if case .punctuation(let punctuation) = kind { return punctuation }
    return nil
  }
  func has(_ classes: WordClass) -> Bool { !self.classes.isDisjoint(with: classes) }
}
