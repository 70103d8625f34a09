/// Rows of texts parted by a separator (RFC 4180): cells with separators, quotes or line ends stand in double quotes, a
/// quote inside is written twice; CR, LF and CRLF end a row. Blanks belong to their cell.
struct DelimitedText {
  private(set) var rows: [[String]] = []
  /// The line that each row begins on, from 1.
  private(set) var lines: [Int] = []
  /// The line of a quoted cell that has no end.
  private(set) var openQuote: Int?

  /// Linear. Empty lines are no rows.
  init(_ text: String, separator: UInt8) {
    var bytes = Array(text.utf8)[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    var here = bytes.startIndex
    let end = bytes.endIndex
    var line = 1
    let quote = UInt8(ascii: "\"")
    while here < end {
      let firstLine = line
      var cells: [String] = []
      var isRowOpen = true
      while isRowOpen {
        if here < end, bytes[here] == quote {
          var cell: [UInt8] = []
          let opened = line
          here += 1
          var isOpen = true
          while here < end, isOpen {
            let byte = bytes[here]
            if byte == quote {
              if here + 1 < end, bytes[here + 1] == quote {
                cell.append(quote)
                here += 1
              } else {
                isOpen = false
              }
            } else {
              if byte == 0x0A { line += 1 }
              cell.append(byte)
            }
            here += 1
          }
          if isOpen { openQuote = openQuote ?? opened }
          // What stands behind the closing quote belongs to the cell.
          while here < end, bytes[here] != separator, bytes[here] != 0x0A, bytes[here] != 0x0D {
            cell.append(bytes[here])
            here += 1
          }
          cells.append(String(decoding: cell, as: UTF8.self))
        } else {
          let start = here
          while here < end, bytes[here] != separator, bytes[here] != 0x0A, bytes[here] != 0x0D { here += 1 }
          cells.append(String(decoding: bytes[start..<here], as: UTF8.self))
        }
        if here < end, bytes[here] == separator {
          here += 1
        } else {
          isRowOpen = false
          if here < end {
            if bytes[here] == 0x0D, here + 1 < end, bytes[here + 1] == 0x0A { here += 1 }
            here += 1
            line += 1
          }
        }
      }
      if cells == [""] { continue }
      rows.append(cells)
      lines.append(firstLine)
    }
  }
}
