import PDFFile

/// Writes the pages' labels as ranges that count in digits or Roman numbers; cairo knows digits only.
func setPageLabels(_ labels: [String], in file: inout CairoFile) {
  guard labels.contains(where: { !$0.isEmpty }) else { return }
  var entries: [PDFValue] = []
  var expected: PageLabel?
  for (index, text) in labels.enumerated() {
    let label = PageLabel(text)
    if label != expected {
      var range = PDFDictionary()
      if let style = label.style {
        range["S"] = .name(style.rawValue)
        if label.number != 1 { range["St"] = .integer(label.number) }
      }
      if !label.prefix.isEmpty { range["P"] = .text(label.prefix) }
      entries += [.integer(index), .dictionary(range)]
    }
    expected = label.next
  }
  if let cairos = file[file.rootNumber]["PageLabels"]?.reference { file.remove(cairos) }
  file[file.rootNumber]["PageLabels"] = .reference(file.add(["Nums": .array(entries)]))
}

/// A label as PDF counts it: a prefix and a number in a style (PDF 32000-1, 12.4.2).
package struct PageLabel: Hashable {
  package enum Style: String, Hashable {
    case decimal = "D"
    case upperRoman = "R"
    case lowerRoman = "r"
  }
  package private(set) var prefix = ""
  package private(set) var style: Style?
  package private(set) var number = 1

  package init(_ text: String) {
    if let value = PageLabel.roman(text.uppercased()), text == text.lowercased() || text == text.uppercased() {
      style = text == text.lowercased() ? .lowerRoman : .upperRoman
      number = value
      return
    }
    let digits = text.utf8.reversed().prefix { $0 >= 0x30 && $0 <= 0x39 }.count
    let head = String(text.unicodeScalars.dropLast(digits))
    let tail = String(text.unicodeScalars.suffix(digits))
    if let value = Int(tail), value > 0, String(value) == tail {
      prefix = head
      style = .decimal
      number = value
    } else {
      prefix = text
    }
  }

  /// What the next page has when it needs no entry of its own; nil after a label that does not count.
  var next: PageLabel? {
    guard style != nil else { return nil }
    var copy = self
    copy.number += 1
    return copy
  }

  /// The value of a well-formed Roman number in capitals, 1 to 3999.
  static func roman(_ text: String) -> Int? {
    let steps: [(String, Int)] = [
      ("M", 1000), ("CM", 900), ("D", 500), ("CD", 400), ("C", 100), ("XC", 90), ("L", 50), ("XL", 40), ("X", 10),
      ("IX", 9), ("V", 5), ("IV", 4), ("I", 1),
    ]
    var rest = text[...]
    var value = 0
    for (letters, amount) in steps {
      var times = 0
      while rest.hasPrefix(letters), times < (letters.count == 1 && "MCXI".contains(letters) ? 3 : 1) {
        rest = rest.dropFirst(letters.count)
        value += amount
        times += 1
      }
    }
    return rest.isEmpty && value > 0 ? value : nil
  }
}
