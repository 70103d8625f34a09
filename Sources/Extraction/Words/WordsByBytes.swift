/// Words are compared byte by byte: texts and word lists are in one form, half-width and simplified where they are Chinese. The
/// standard library, whose members these stand for within this module, goes through Chinese strings grapheme by grapheme and
/// normalises them, which was half of the time that reading took.
extension String {
  func hasPrefix(_ words: String) -> Bool {
    utf8.count >= words.utf8.count && utf8.starts(with: words.utf8)
  }

  func hasSuffix(_ words: String) -> Bool {
    let excess = utf8.count - words.utf8.count
    return excess >= 0 && utf8.dropFirst(excess).elementsEqual(words.utf8)
  }

  func contains(_ words: String) -> Bool { offset(of: words) != nil }

  func firstRange(of words: String) -> Range<Index>? {
    guard let offset = offset(of: words) else { return nil }
    let start = utf8.index(startIndex, offsetBy: offset)
    return start..<utf8.index(start, offsetBy: words.utf8.count)
  }

  /// In bytes; nil where the words do not occur.
  private func offset(of words: String) -> Int? {
    var (text, words) = (self, words)
    return text.withUTF8 { text in
      words.withUTF8 { words in
        guard let first = unsafe words.first, let last = unsafe words.last else { return 0 }
        let end = words.count - 1
        var start = 0
        while start + end < text.count {
          // The last byte of a Chinese character tells it from others, the first does not.
          if unsafe text[start + end] == last, unsafe text[start] == first,
            unsafe words.elementsEqual(UnsafeBufferPointer(rebasing: text[start...(start + end)]))
          {
            return start
          }
          start += 1
        }
        return nil
      }
    }
  }
}
