/// Where Chinese text needs help with emphasis.
///
/// CommonMark (§6.2) lets `**` close only after a letter, or before white space or punctuation: in `**重点：**后面` and
/// `写**“引号”**字`, where words are not parted by blanks, the marks would stay in print. CJK-friendly emphasis (the amendment
/// of markdown-cjk-friendly) lets them open and close beside Chinese characters too. cmark does not know it, so a marker
/// that counts as a letter is put between the mark and the punctuation; it is taken away again from all that cmark returns.
struct EmphasisMarkers {
  /// A private-use character that the text does not hold; nil where there is nothing to mark.
  let marker: Unicode.Scalar?
  /// The code points before which a marker stands, ascending.
  let places: [Int]

  init(_ scalars: [Unicode.Scalar], from start: Int) {
    var places: [Int] = []
    var hasOpened = false
    var isLineBlank = true
    var at = start
    while at < scalars.count {
      let mark = scalars[at]
      if mark == "\n" || mark == "\r" {
        if isLineBlank { hasOpened = false }
        isLineBlank = true
      } else if mark != " " && mark != "\t" {
        isLineBlank = false
      }
      guard mark == "*" || mark == "~" else {
        at += mark == "\\" ? 2 : 1
        continue
      }
      let first = at
      while at < scalars.count, scalars[at] == mark { at += 1 }
      guard mark == "*" || at - first == 2 else { continue }
      let before = Neighbour(scalars, first - 1, beyond: first - 2, from: start)
      let after = Neighbour(scalars, at, beyond: at + 1, from: start)
      if hasOpened, before.isPunctuation, after.isLetter, before.isChinese || after.isChinese { places.append(first) }
      if after.isPunctuation, before.isLetter, after.isChinese || before.isChinese { places.append(at) }
      hasOpened = true
    }
    self.places = places
    guard !places.isEmpty else {
      marker = nil
      return
    }
    let present = Set(scalars.lazy.filter { (0xE000...0xF8FF).contains($0.value) })
    marker = (0xE000...0xF8FF).lazy.compactMap { Unicode.Scalar(UInt32($0)) }.first { !present.contains($0) }
  }

  /// What stands beside a run of marks.
  private struct Neighbour {
    var isLetter = false
    var isPunctuation = false
    var isChinese = false

    /// - Parameter beyond: the character on its other side, which says whether “ ” ‘ ’ — … are Chinese.
    init(_ scalars: [Unicode.Scalar], _ at: Int, beyond: Int, from start: Int) {
      guard at >= start, at < scalars.count else { return }
      let scalar = scalars[at]
      if scalar.properties.isWhitespace { return }
      isPunctuation = scalar.isPunctuation
      isLetter = !isPunctuation
      isChinese = scalar.isChinese
      if !isChinese, scalar.isSharedMark, beyond >= start, beyond < scalars.count { isChinese = scalars[beyond].isChinese }
    }
  }
}

extension Unicode.Scalar {
  /// Ideographs, kana, bopomofo, hangul, Chinese marks and full-width forms.
  var isChinese: Bool {
    switch value {
    case 0x1100...0x11FF, 0x2E80...0xA4CF, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF,
      0x1B000...0x1B16F, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// “ ” ‘ ’ — …, which Chinese and English write alike.
  var isSharedMark: Bool {
    switch value {
    case 0x2014, 0x2018...0x201D, 0x2026: true
    default: false
    }
  }

  /// As CommonMark §2.1 has it: ASCII punctuation and the Unicode categories P.
  fileprivate var isPunctuation: Bool {
    if value < 0x80 {
      return (0x21...0x2F).contains(value) || (0x3A...0x40).contains(value) || (0x5B...0x60).contains(value)
        || (0x7B...0x7E).contains(value)
    }
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
      .otherPunctuation:
      return true
    default: return false
    }
  }
}
