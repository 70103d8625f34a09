import Markdown
import Scene

/// Decides what a line end of the source means where it has no meaning of its own: nothing beside Chinese, where words are not
/// parted by blanks, else a blank.
struct LineJoining {
  let language: Language
  /// The last two characters printed.
  private var last: (before: Unicode.Scalar?, at: Unicode.Scalar?) = (nil, nil)
  private var isPending = false

  init(_ language: Language) { self.language = language }

  mutating func lineEnd() { isPending = true }

  /// The text as printed behind what came before it.
  mutating func joined(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.first else { return text }
    let second = scalars.dropFirst().first
    let needsBlank = isPending && !isChinese(last.at, last.before) && !isChinese(first, second) && last.at != nil
    isPending = false
    if let end = scalars.last { last = (scalars.dropLast().last ?? last.at, end) }
    return needsBlank ? " " + text : text
  }

  /// A forced line end, or a part of another kind such as a note mark.
  mutating func interrupt(isLineEnd: Bool = false) {
    if isLineEnd { last = (nil, nil) }
  }

  /// Marks that both scripts use are Chinese beside Chinese: “，” after 你好, not after Hello.
  private func isChinese(_ scalar: Unicode.Scalar?, _ neighbour: Unicode.Scalar?) -> Bool {
    guard let scalar, language.isChinese else { return false }
    if isHan(scalar) { return true }
    switch scalar.value {
    case 0x2014, 0x2018...0x201D, 0x2026, 0xB7: return neighbour.map(isHan) ?? false
    default: return false
    }
  }

  private func isHan(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2460...0x24FF, 0x2E80...0xA4CF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
