/// A place of the file that reads otherwise than it is written: a tag or an emphasis mark as nothing, `&amp;` as &, a line end
/// inside a paragraph as a blank.
package struct SourceEdit: Hashable, Sendable {
  /// Code points of the file; not empty.
  package var range: Range<Int>
  /// What is read instead; nothing when it is empty.
  package var text: [Unicode.Scalar]

  package init(_ range: Range<Int>, _ text: [Unicode.Scalar] = []) {
    self.range = range
    self.text = text
  }
}

extension [Unicode.Scalar] {
  /// The text of a range as it reads, with the offset each scalar has in the file; a scalar of a replacement has the offset
  /// at which what it replaces begins.
  ///
  /// - Parameter edits: ascending and without overlap.
  func reading(_ range: Range<Int>, _ edits: [SourceEdit]) -> (scalars: [Unicode.Scalar], offsets: [Int]) {
    if edits.isEmpty { return (Array(self[range]), [Int](range)) }
    var text: [Unicode.Scalar] = []
    var offsets: [Int] = []
    text.reserveCapacity(range.count)
    offsets.reserveCapacity(range.count)
    func copy(upTo end: Int, from start: Int) {
      guard start < end else { return }
      text += self[start..<end]
      offsets += start..<end
    }
    var offset = range.lowerBound
    for edit in edits where edit.range.upperBound > offset && edit.range.lowerBound < range.upperBound {
      copy(upTo: edit.range.lowerBound, from: offset)
      for scalar in edit.text {
        text.append(scalar)
        offsets.append(edit.range.lowerBound)
      }
      offset = Swift.min(edit.range.upperBound, range.upperBound)
    }
    copy(upTo: range.upperBound, from: offset)
    return (text, offsets)
  }

  /// The edit that makes the run of line ends and blanks at `start` read as a blank, or as nothing between ideographs.
  func joint(at start: Int, limit: Int) -> SourceEdit {
    var low = start
    while low > 0, self[low - 1].isBlank { low -= 1 }
    var end = start
    while end < limit, self[end].isBlank || self[end].isLineEnd { end += 1 }
    let isWithinChinese = low > 0 && end < limit && self[low - 1].joinsWithoutBlank && self[end].joinsWithoutBlank
    return SourceEdit(start..<end, isWithinChinese ? [] : [" "])
  }
}

extension Unicode.Scalar {
  /// Ideographs and full-width marks: no blank is read between two lines of them.
  fileprivate var joinsWithoutBlank: Bool { isHan || (0x3001...0x303F).contains(value) || (0xFF00...0xFFEF).contains(value) }
}
