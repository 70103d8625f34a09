extension Unicode.Scalar {
  /// Whether other programs can know what the character means: no control code but white space, no private-use character, no
  /// noncharacter (Unicode 17, §23.5 and §23.7). PDF, XML and cairo refuse the others, or print nothing for them.
  package var isExchangeable: Bool {
    switch value {
    case 0x09, 0x0A, 0x0C, 0x0D, 0x85: true
    case 0x00...0x1F, 0x7F...0x9F, 0xE000...0xF8FF, 0xFDD0...0xFDEF, 0xF0000...0x10FFFF: false
    default: value & 0xFFFE != 0xFFFE
    }
  }
}

extension String {
  /// Without the characters that mean nothing elsewhere.
  package var exchangeable: String {
    guard unicodeScalars.contains(where: { !$0.isExchangeable }) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.filter(\.isExchangeable)))
  }
}
