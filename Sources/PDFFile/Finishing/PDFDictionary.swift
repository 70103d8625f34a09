/// A dictionary of a PDF file, its entries in the order in which they stand there (PDF 32000-1, 7.3.7).
package struct PDFDictionary: Sendable, ExpressibleByDictionaryLiteral {
  private var entries: [(key: ArraySlice<UInt8>, value: PDFValue)] = []

  package init() {}

  /// - Parameter entries: keys without their slash.
  package init(dictionaryLiteral entries: (StaticString, PDFValue)...) {
    for (key, value) in entries { self[key] = value }
  }

  /// Nil for what is no dictionary.
  init?(reading value: ArraySlice<UInt8>) {
    guard value.starts(with: "<<".utf8), value.suffix(2).elementsEqual(">>".utf8), value.count >= 4 else { return nil }
    var scanner = PDFScanner(value.dropFirst(2).dropLast(2))
    entries.reserveCapacity(6)
    while let key = scanner.value() {
      guard key.first == UInt8(ascii: "/"), let value = scanner.value() else { return nil }
      entries.append((key.dropFirst(), PDFValue(bytes: value)))
    }
  }

  /// - Parameter key: without its slash.
  package subscript(key: StaticString) -> PDFValue? {
    get { place(of: key).map { entries[$0].value } }
    set {
      switch (place(of: key), newValue) {
      case (let place?, let value?): entries[place].value = value
      case (let place?, nil): entries.remove(at: place)
      case (nil, let value?): key.withUTF8Buffer { unsafe entries.append((Array($0)[...], value)) }
      case (nil, nil): break
      }
    }
  }

  /// Keys without their slash, in the order in which they stand there.
  package var items: [(key: ArraySlice<UInt8>, value: PDFValue)] { entries }

  private func place(of key: StaticString) -> Int? {
    key.withUTF8Buffer { name in
      entries.firstIndex { unsafe $0.key.count == name.count && $0.key.elementsEqual(name) }
    }
  }

  package var bytes: [UInt8] {
    var out = Array("<<".utf8)
    for (key, value) in entries {
      out.append(UInt8(ascii: "/"))
      out += key
      if let first = value.bytes.first, isRegular(first) { out.append(UInt8(ascii: " ")) }
      out += value.bytes
    }
    out += Array(">>".utf8)
    return out
  }
}
