import Articles
import Indicators
import Lingua

/// A line without figures, whose first row says whether those it rules are further in, or items of a list: it ends before the next that is not.
struct SectionReach {
  let indent: Int
  var isDeeper: Bool?

  mutating func ends(before row: TableRow) -> Bool {
    let isIn = row.indent > indent || row.isListed
    if isDeeper == nil { isDeeper = isIn }
    return isDeeper == true && !isIn
  }
}

/// A line without figures that ends with a colon, and how far in the rows below it begin.
struct SectionOwner {
  let indent: Int
  var isDeeper: Bool?

  init?(_ line: TableRow) {
    guard let last = line.label.unicodeScalars.last, last.halfWidth == ":", !line.isWithin else { return nil }
    indent = line.indent
  }

  /// Rows further in than the line; all, where the first is not.
  mutating func owns(_ row: TableRow) -> Bool {
    let isIn = row.indent > indent
    if isDeeper == nil { isDeeper = isIn }
    return isIn || isDeeper == false
  }
}
