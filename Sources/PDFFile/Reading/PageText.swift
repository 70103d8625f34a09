/// Reads the text that a page's content draws, by the Unicode values its fonts give their codes (PDF 32000-1, 9.10).
struct PageTextReader {
  /// By the object number of the font.
  private var fonts: [Int: CodeMap] = [:]

  /// What is drawn, in the order in which it is drawn, without white space and what is never seen.
  mutating func text(ofPage page: PDFObject, in file: borrowing QPDFFile) -> String {
    var out: [Unicode.Scalar] = []
    read(file.content(ofPage: page), resources: file.get(page, "/Resources"), in: file, into: &out, depth: 0)
    var text = ""
    text.unicodeScalars.append(contentsOf: out)
    return text
  }

  /// - Parameter depth: of form objects within form objects.
  private mutating func read(
    _ content: [UInt8], resources: PDFObject, in file: borrowing QPDFFile, into out: inout [Unicode.Scalar], depth: Int
  ) {
    var lexer = ContentLexer(content)
    var operands: [Range<Int>] = []
    var font: CodeMap?
    // Open marked content; one with a text of its own says it instead of its glyphs.
    var marked: [Bool] = []
    while let token = lexer.next() {
      guard token.isOperator else {
        operands.append(token.range)
        continue
      }
      switch String(decoding: content[token.range], as: UTF8.self) {
      case "Tf": font = operands.first.flatMap { codes(named: content[$0], resources, file) }
      case "Tj", "'", "\"", "TJ":
        guard !marked.contains(true), let font else { break }
        for range in operands { font.read(content[range], into: &out) }
      case "BDC":
        let actual = actualText(operands, content)
        if let actual, !marked.contains(true) { out += actual.filter(\.isSeen) }
        marked.append(actual != nil)
      case "BMC": marked.append(false)
      case "EMC": _ = marked.popLast()
      case "Do":
        guard depth < 12, let name = operands.last else { break }
        let form = file.get(file.get(resources, "/XObject"), String(decoding: content[name], as: UTF8.self))
        let dictionary = file.isStream(form) ? file.dictionary(of: form) : form
        guard file.isName(file.get(dictionary, "/Subtype"), "/Form"), let inner = file.data(of: form) else { break }
        let own = file.get(dictionary, "/Resources")
        read(inner, resources: file.isDictionary(own) ? own : resources, in: file, into: &out, depth: depth + 1)
      default: break
      }
      operands.removeAll(keepingCapacity: true)
    }
  }

  private mutating func codes(named name: ArraySlice<UInt8>, _ resources: PDFObject, _ file: borrowing QPDFFile)
    -> CodeMap?
  {
    let font = file.get(file.get(resources, "/Font"), String(decoding: name, as: UTF8.self))
    let number = file.objectNumber(font)
    if number > 0, let known = fonts[number] { return known }
    guard let map = file.data(of: file.get(font, "/ToUnicode")) else { return nil }
    let codes = CodeMap(reading: map)
    if number > 0 { fonts[number] = codes }
    return codes
  }

  private func actualText(_ operands: [Range<Int>], _ content: [UInt8]) -> [Unicode.Scalar]? {
    guard let key = operands.firstIndex(where: { content[$0].elementsEqual("/ActualText".utf8) }),
      key + 1 < operands.count
    else { return nil }
    return scalars(ofUTF16: hexBytes(content[operands[key + 1]]).drop { $0 == 0xFE || $0 == 0xFF })
  }
}

/// A font's codes as Unicode: the part of a ToUnicode CMap that cairo writes, `bfchar` and `bfrange`.
struct CodeMap {
  private var values: [Int: [Unicode.Scalar]] = [:]
  /// Bytes of a code.
  private var width = 2

  init(reading map: [UInt8]) {
    var lexer = ContentLexer(map)
    var operands: [Range<Int>] = []
    while let token = lexer.next() {
      guard token.isOperator else {
        operands.append(token.range)
        continue
      }
      let strings = operands.filter { map[$0].first == UInt8(ascii: "<") }.map { hexBytes(map[$0]) }
      switch String(decoding: map[token.range], as: UTF8.self) {
      case "endcodespacerange": if let first = strings.first, !first.isEmpty { width = first.count }
      case "endbfchar":
        for index in stride(from: 0, to: strings.count - 1, by: 2) {
          values[number(strings[index])] = scalars(ofUTF16: strings[index + 1][...])
        }
      case "endbfrange":
        for index in stride(from: 0, to: strings.count - 2, by: 3) {
          let (first, last) = (number(strings[index]), number(strings[index + 1]))
          guard let start = scalars(ofUTF16: strings[index + 2][...]).first, first <= last, last - first < 65_536 else {
            continue
          }
          for code in first...last {
            values[code] = Unicode.Scalar(start.value + UInt32(code - first)).map { [$0] }
          }
        }
      default: break
      }
      operands.removeAll(keepingCapacity: true)
    }
  }

  /// Adds the text of one string operand, hexadecimal or literal; anything else adds nothing.
  func read(_ operand: ArraySlice<UInt8>, into out: inout [Unicode.Scalar]) {
    let bytes: [UInt8]
    switch operand.first {
    case UInt8(ascii: "<"): bytes = hexBytes(operand)
    case UInt8(ascii: "("): bytes = literalBytes(operand)
    default: return
    }
    for start in stride(from: 0, to: bytes.count - width + 1, by: width) {
      guard let text = values[number(Array(bytes[start..<start + width]))] else {
        out.append("\u{FFFD}")
        continue
      }
      out += text.filter(\.isSeen)
    }
  }
}

private func number(_ bytes: [UInt8]) -> Int { bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) } }

private func scalars(ofUTF16 bytes: ArraySlice<UInt8>) -> [Unicode.Scalar] {
  var units: [UInt16] = []
  var rest = bytes
  while let high = rest.popFirst(), let low = rest.popFirst() { units.append(UInt16(high) << 8 | UInt16(low)) }
  return Array(String(decoding: units, as: UTF16.self).unicodeScalars)
}

extension Unicode.Scalar {
  /// Neither White_Space nor Default_Ignorable_Code_Point of Unicode.
  fileprivate var isSeen: Bool { !properties.isWhitespace && !properties.isDefaultIgnorableCodePoint }
}
