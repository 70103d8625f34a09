/// A value of a PDF file, as the bytes that write it (PDF 32000-1, 7.3).
package struct PDFValue: Sendable {
  package let bytes: ArraySlice<UInt8>

  package init(bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  // MARK: Making

  /// - Parameter source: PDF syntax of our own making; text of the user goes through ``text(_:)``.
  package init(syntax source: String) { bytes = Array(source.utf8)[...] }
  package static func integer(_ value: Int) -> PDFValue { PDFValue(syntax: String(value)) }
  /// A real number of at most three places (7.3.3).
  package static func real(_ value: Double) -> PDFValue {
    let thousandths = Int((min(max(value, -1e9), 1e9) * 1000).rounded())
    let (whole, rest) = thousandths.magnitude.quotientAndRemainder(dividingBy: 1000)
    let digits = String(String(1000 + rest).dropFirst())
    return PDFValue(syntax: (thousandths < 0 ? "-" : "") + "\(whole)" + (rest == 0 ? "" : "." + digits))
  }
  package static func reference(_ number: Int) -> PDFValue { PDFValue(syntax: "\(number) 0 R") }

  /// A name object; what may not stand in one is escaped (7.3.5).
  ///
  /// - Parameter name: without its slash.
  package static func name(_ name: String) -> PDFValue {
    var out: [UInt8] = [UInt8(ascii: "/")]
    for byte in name.utf8 {
      if isRegular(byte), byte > 0x20, byte < 0x7F, byte != UInt8(ascii: "#") {
        out.append(byte)
      } else {
        let digits = Array("0123456789ABCDEF".utf8)
        out += [UInt8(ascii: "#"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return PDFValue(bytes: out[...])
  }

  /// A text string: ASCII as it is, else UTF-16 with its mark (7.9.2.2).
  package static func text(_ text: String) -> PDFValue {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return string(Array(text.utf8)) }
    return string([0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] })
  }

  /// A literal string (7.3.4.2).
  private static func string(_ bytes: [UInt8]) -> PDFValue {
    var out: [UInt8] = [UInt8(ascii: "(")]
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"): out += [UInt8(ascii: "\\"), byte]
      // An end of line in any form would be read as a line feed.
      case 13: out += Array("\\r".utf8)
      default: out.append(byte)
      }
    }
    out.append(UInt8(ascii: ")"))
    return PDFValue(bytes: out[...])
  }

  package static func array(_ items: [PDFValue]) -> PDFValue {
    PDFValue(bytes: [UInt8(ascii: "[")] + items.map(\.bytes).joined(separator: [UInt8(ascii: " ")]) + [UInt8(ascii: "]")])
  }

  package static func dictionary(_ dictionary: PDFDictionary) -> PDFValue { PDFValue(bytes: dictionary.bytes[...]) }

  // MARK: Reading

  package var integer: Int? {
    guard bytes.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: "-") }) else { return nil }
    return Int(String(decoding: bytes, as: UTF8.self))
  }

  /// The number of the object that is referred to.
  package var reference: Int? {
    guard bytes.last == UInt8(ascii: "R"), let first = bytes.first, isDigit(first) else { return nil }
    var number = 0
    for byte in bytes {
      guard isDigit(byte) else { break }
      let (shifted, isTooLarge) = number.multipliedReportingOverflow(by: 10)
      guard !isTooLarge else { return nil }
      number = shifted + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }

  package func isName(_ name: StaticString) -> Bool {
    guard bytes.first == UInt8(ascii: "/") else { return false }
    return name.withUTF8Buffer { unsafe bytes.dropFirst().elementsEqual($0) }
  }

  /// The items of an array; nil for anything else.
  package var items: [PDFValue]? {
    guard bytes.first == UInt8(ascii: "["), bytes.last == UInt8(ascii: "]") else { return nil }
    var scanner = PDFScanner(bytes.dropFirst().dropLast())
    var items: [PDFValue] = []
    while let item = scanner.value() { items.append(PDFValue(bytes: item)) }
    return items
  }

  package var dictionary: PDFDictionary? { PDFDictionary(reading: bytes) }
}
