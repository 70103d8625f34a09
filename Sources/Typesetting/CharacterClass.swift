import Scene

/// What a character is to Chinese line composition (CLREQ, "Categories of characters and marks").
enum CharacterClass: UInt8 {
  /// Ideographs and what is set like them: kana, hangul, full-width letters, circled numbers.
  case han
  /// Letters, figures and marks of alphabetic text.
  case latin
  case space
  /// Opening brackets and quotation marks.
  case opening
  case closing
  /// ， 、 ； ：
  case pause
  /// 。 ？ ！
  case stop
  /// ·
  case interpunct
  /// — … and their like, which stand in pairs.
  case dash
  /// ～ – - between Chinese characters.
  case connector
  case solidus
  /// Signs that take the width the font gives them and no gap beside them: ℃, →, ■.
  case symbol
  /// Without a glyph: zero-width space, joiners, line ends, and what no other program understands.
  case invisible
  /// Continues the character before it.
  case combining

  /// Marks that a full-width font draws on half of their box.
  var isFullWidthMark: Bool {
    switch self {
    case .opening, .closing, .pause, .stop: true
    default: false
    }
  }
}

/// Whether a character is Chinese or alphabetic on its own, or belongs to what surrounds it.
enum Side: UInt8 { case han, latin, ambiguous }

/// The side of a character without regard to its neighbours.
func side(of scalar: Unicode.Scalar) -> Side {
  switch scalar.value {
  case 0x21...0x7E: .latin
  case 0xB7, 0x2010...0x2027, 0x2030...0x203E, 0x2047...0x2049, 0x22EF, 0x2E3A...0x2E3B: .ambiguous
  case 0xA7, 0xB0, 0xB1, 0xD7, 0xF7, 0x2190...0x21FF, 0x2200...0x22FF: .ambiguous
  case 0x00...0x20, 0x7F...0x10FF: .latin
  case 0x1100...0x11FF: .han
  case 0x1200...0x20FF: .latin
  case 0x2100...0x2BFF: .han
  case 0x2C00...0x2E7F: .latin
  case 0x2E80...0xA4CF: .han
  case 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFE10...0xFE1F, 0xFE30...0xFE6F, 0xFF00...0xFFEF: .han
  case 0x1F000...0x1FAFF, 0x20000...0x3FFFF: .han
  default: .latin
  }
}

/// The class of a character that was found to stand on the Chinese side.
func hanClass(of scalar: Unicode.Scalar) -> CharacterClass {
  guard scalar.isExchangeable else { return .invisible }
  return switch scalar.value {
  case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x3FFFF: .han
  case 0x201C, 0x2018, 0x300C, 0x300E, 0xFF08, 0x3008, 0x300A, 0x3010, 0x3016, 0x3014, 0xFF3B, 0xFF5B, 0x301D, 0xFF5F,
    0x3018, 0x301A:
    .opening
  case 0x201D, 0x2019, 0x300D, 0x300F, 0xFF09, 0x3009, 0x300B, 0x3011, 0x3017, 0x3015, 0xFF3D, 0xFF5D, 0x301E, 0x301F,
    0xFF60, 0x3019, 0x301B:
    .closing
  case 0x3001, 0xFF0C, 0xFF1B, 0xFF1A: .pause
  case 0x3002, 0xFF0E, 0xFF01, 0xFF1F, 0x203C, 0x2047...0x2049: .stop
  case 0xB7, 0x30FB, 0x2027: .interpunct
  case 0x2014, 0x2015, 0x2026, 0x22EF, 0x2E3A, 0x2E3B: .dash
  case 0xFF5E, 0x301C, 0x2013, 0x2D, 0x2010, 0x2011: .connector
  case 0x2F, 0xFF0F: .solidus
  case 0x3000: .space
  case 0x302A...0x302F, 0x3099, 0x309A, 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF: .combining
  case 0x2100...0x214F, 0x2190...0x245F, 0x2500...0x2BFF, 0xA7, 0xB0...0xB1, 0xD7, 0xF7, 0x2030...0x203E,
    0xFF0B, 0xFF1C...0xFF1E:
    .symbol
  default: .han
  }
}

/// The class of a character that was found to stand on the alphabetic side.
func latinClass(of scalar: Unicode.Scalar) -> CharacterClass {
  guard scalar.isExchangeable else { return .invisible }
  return switch scalar.value {
  case 0x21...0x7E: .latin
  case 0x20, 0x09, 0xA0, 0x2000...0x200A, 0x202F, 0x205F: .space
  case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x2064, 0xFEFF: .invisible
  case 0x0300...0x036F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x200C...0x200D, 0x20D0...0x20FF, 0xFE00...0xFE0F,
    0xE0100...0xE01EF:
    .combining
  default: .latin
  }
}
