/// Which classes may not stand at a line's edge (CLREQ, "Prohibition rules for line start and line end"; GB/T 15834-2011, 5.1).
extension CharacterClass {
  /// Marks whose place is ruled here and not by UAX #14, where Chinese text is set.
  var isChineseMark: Bool {
    switch self {
    case .opening, .closing, .pause, .stop, .interpunct, .dash, .connector, .solidus: true
    default: false
    }
  }

  func mayStartLine(_ level: ParagraphStyle.ProhibitionLevel) -> Bool {
    switch self {
    case .closing, .pause, .stop, .interpunct, .connector, .solidus: level == .none
    case .dash: level != .strict
    default: true
    }
  }

  func mayEndLine(_ level: ParagraphStyle.ProhibitionLevel) -> Bool {
    switch self {
    case .opening: level == .none
    case .solidus: level == .none || level == .basic
    default: true
    }
  }
}
