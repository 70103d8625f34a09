import Diagnostics

/// The table at the end of a file (PDF 32000-1, 7.5.4), in one section as cairo writes it.
struct CrossReferences {
  /// Where the value of each object stands, without `obj` and `endobj`; nil for numbers that are free.
  private(set) var objects: [Range<Int>?]
  private(set) var trailer: PDFDictionary

  /// - Throws: `pdf.cairo`.
  init(of bytes: [UInt8]) throws(Diagnostic) {
    guard let mark = lastPlace(of: "startxref", in: bytes[...]) else { throw unreadable("it has no table of objects") }
    var tail = PDFScanner(bytes[(mark + "startxref".utf8.count)...])
    guard let place = tail.value().flatMap({ PDFValue(bytes: $0).integer }), bytes.indices.contains(place) else {
      throw unreadable("it has no table of objects")
    }
    var scanner = PDFScanner(bytes[place..<mark])
    func number() -> Int? { scanner.value().flatMap { PDFValue(bytes: $0).integer } }
    guard scanner.value()?.elementsEqual("xref".utf8) == true, number() == 0, let count = number(), count > 0,
      count * entryLength <= mark - place
    else { throw unreadable("its table of objects is damaged") }
    scanner.skipSpace()
    let entries = scanner.at
    guard entries + count * entryLength <= mark else { throw unreadable("its table of objects is damaged") }
    var starts: [(number: Int, at: Int)] = []
    starts.reserveCapacity(count)
    for number in 0..<count {
      let entry = entries + number * entryLength
      guard bytes[entry + 17] == UInt8(ascii: "n") else { continue }
      let at = bytes[entry..<entry + 10].reduce(0) { $0 * 10 + Int($1 & 15) }
      guard at < place else { throw unreadable("object \(number) is not there") }
      starts.append((number, at))
    }
    objects = Array(repeating: nil, count: count)
    starts.sort { $0.at < $1.at }
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1].at : place
      objects[start.number] = try CrossReferences.value(of: start.number, in: bytes, start.at..<end)
    }
    var rest = PDFScanner(bytes[(entries + count * entryLength)..<mark])
    guard rest.value()?.elementsEqual("trailer".utf8) == true, let dictionary = rest.value().flatMap(PDFDictionary.init) else {
      throw unreadable("it has no trailer")
    }
    trailer = dictionary
  }

  private static func value(of number: Int, in bytes: [UInt8], _ range: Range<Int>) throws(Diagnostic) -> Range<Int> {
    let head = "\(number) 0 obj\n".utf8
    guard bytes[range].starts(with: head), var end = lastPlace(of: "endobj", in: bytes[range]) else {
      throw unreadable("object \(number) is damaged")
    }
    var start = range.lowerBound + head.count
    while start < end, bytes[start] == 10 || bytes[start] == 32 { start += 1 }
    while end > start, bytes[end - 1] == 10 || bytes[end - 1] == 32 { end -= 1 }
    return start..<end
  }
}

/// Bytes of an entry.
private let entryLength = 20

private func lastPlace(of word: String, in bytes: ArraySlice<UInt8>) -> Int? {
  let word = Array(word.utf8)
  var at = bytes.endIndex - word.count
  while at >= bytes.startIndex {
    if bytes[at..<at + word.count].elementsEqual(word) { return at }
    at -= 1
  }
  return nil
}
