package import Geometry

/// Where the cells of a column stand so that their decimal points, or the last digits of whole numbers, are under each other.
package struct DecimalColumn: Hashable, Sendable {
  /// For each cell the distance of its left edge from that of the column.
  package var offsets: [Length]
  /// Of the widest row, from the leftmost left edge to the rightmost right edge.
  package var width: Length
}

extension Typesetter {
  /// Aligns cells on the decimal point. A cell without digits (— or …) ends where whole numbers end.
  ///
  /// Set `style.tabularFigures`, or columns of one width do not line up digit by digit.
  package func decimalColumn(_ cells: [String], style: TextStyle) -> DecimalColumn {
    var whole: [Length] = []
    var full: [Length] = []
    for cell in cells {
      let scalars = Array(cell.unicodeScalars)
      var head = String.UnicodeScalarView()
      head.append(contentsOf: scalars[..<endOfWholePart(scalars)])
      full.append(label(cell, style).width)
      whole.append(head.count == scalars.count ? full[full.count - 1] : label(String(head), style).width)
    }
    let edge = whole.max() ?? .zero
    let offsets = whole.map { edge - $0 }
    return DecimalColumn(offsets: offsets, width: zip(offsets, full).map { $0 + $1 }.max() ?? .zero)
  }
}

/// The offset behind the digits before the decimal point; the end where there is no digit.
package func endOfWholePart(_ scalars: [Unicode.Scalar]) -> Int {
  func isDigit(_ i: Int) -> Bool { i < scalars.count && (0x30...0x39).contains(scalars[i].value) }
  guard var i = scalars.indices.first(where: isDigit) else { return scalars.count }
  while isDigit(i) || i < scalars.count && scalars[i] == "," && isDigit(i + 1) { i += 1 }
  return i
}
