import Deflate
package import Diagnostics
import Digest

/// The objects of a file that cairo wrote, to be changed and added to. cairo writes a table of all objects, gives each stream
/// its length as an object of its own, and encrypts nothing; files of others may not be read so.
package struct CairoFile: Sendable {
  /// What stands under a number.
  enum Object: Sendable {
    case none
    /// As cairo wrote it: where it stands in the file.
    case drawn(Range<Int>)
    case drawnStream(PDFDictionary, Range<Int>)
    case value(PDFValue)
    case dictionary(PDFDictionary)
    /// Compressed already if the dictionary says so.
    case stream(PDFDictionary, [UInt8])
  }

  let bytes: [UInt8]
  /// By number; the first is no object's.
  private(set) var objects: [Object]
  package let rootNumber: Int
  /// The document information, an object of its own.
  package var infoNumber: Int

  /// - Throws: `pdf.cairo` when the bytes are not what cairo writes.
  package init(reading bytes: [UInt8]) throws(Diagnostic) {
    self.bytes = bytes
    let table = try CrossReferences(of: bytes)
    guard let root = table.trailer["Root"]?.reference, let info = table.trailer["Info"]?.reference else {
      throw unreadable("it has no catalog")
    }
    rootNumber = root
    infoNumber = info
    objects = table.objects.map { $0.map { .drawn($0) } ?? .none }
    try readStreams()
  }

  /// Streams say their length by an object, which nothing else needs.
  private mutating func readStreams() throws(Diagnostic) {
    var lengths: [Int] = []
    for (number, object) in objects.enumerated() {
      guard case .drawn(let range) = object, bytes[range].suffix(9).elementsEqual("endstream".utf8) else { continue }
      var scanner = PDFScanner(bytes[range])
      guard let head = scanner.value(), var dictionary = PDFDictionary(reading: head), let length = dictionary["Length"] else {
        throw unreadable("stream \(number) has no dictionary")
      }
      scanner.skipSpace()
      let start = scanner.at + "stream\n".utf8.count
      guard let count = length.integer ?? length.reference.flatMap({ self.value($0)?.integer }), count >= 0,
        start + count <= range.upperBound
      else { throw unreadable("stream \(number) has no length") }
      if let object = length.reference { lengths.append(object) }
      dictionary["Length"] = nil
      objects[number] = .drawnStream(dictionary, start..<start + count)
    }
    for number in lengths { objects[number] = .none }
  }

  // MARK: Reading and changing

  package var numbers: Range<Int> { 1..<objects.count }

  /// A value that is neither a stream nor changed as a dictionary; nil when there is none.
  package func value(_ number: Int) -> PDFValue? {
    guard objects.indices.contains(number) else { return nil }
    return switch objects[number] {
    case .drawn(let range): PDFValue(bytes: bytes[range])
    case .value(let value): value
    case .dictionary(let dictionary): .dictionary(dictionary)
    case .none, .drawnStream, .stream: nil
    }
  }

  /// The value, or what it refers to.
  package func resolved(_ value: PDFValue?) -> PDFValue? { value?.reference.map { self.value($0) } ?? value }

  /// The dictionary under a number, or that of the stream there; without entries where there is none. What is set is kept.
  package subscript(number: Int) -> PDFDictionary {
    get {
      guard objects.indices.contains(number) else { return PDFDictionary() }
      return switch objects[number] {
      case .dictionary(let dictionary), .drawnStream(let dictionary, _), .stream(let dictionary, _): dictionary
      case .drawn(let range): PDFDictionary(reading: bytes[range]) ?? PDFDictionary()
      case .value(let value): value.dictionary ?? PDFDictionary()
      case .none: PDFDictionary()
      }
    }
    set {
      guard objects.indices.contains(number) else { return }
      objects[number] =
        switch objects[number] {
        case .drawnStream(_, let range): .drawnStream(newValue, range)
        case .stream(_, let data): .stream(newValue, data)
        case .none, .drawn, .value, .dictionary: .dictionary(newValue)
        }
    }
  }

  package func isStream(_ number: Int) -> Bool {
    guard objects.indices.contains(number) else { return false }
    return switch objects[number] {
    case .drawnStream, .stream: true
    case .none, .drawn, .value, .dictionary: false
    }
  }

  /// What a stream holds, whether cairo wrote it or it was put in; nil when there is none or it is damaged.
  package func content(ofStream number: Int) -> [UInt8]? {
    guard let packed = packedContent(ofStream: number) else { return nil }
    guard let filter = self[number]["Filter"] else { return Array(packed) }
    return filter.isName("FlateDecode") ? inflated(packed, limit: largestContent) : nil
  }

  func digest(ofStream number: Int) -> StreamDigest? {
    if let content = content(ofStream: number) { return StreamDigest(digest: sha256(content), isUnpacked: true) }
    return packedContent(ofStream: number).map { StreamDigest(digest: sha256(Array($0)), isUnpacked: false) }
  }

  private func packedContent(ofStream number: Int) -> ArraySlice<UInt8>? {
    guard objects.indices.contains(number) else { return nil }
    return switch objects[number] {
    case .drawnStream(_, let range): bytes[range]
    case .stream(_, let data): data[...]
    case .none, .drawn, .value, .dictionary: nil
    }
  }

  package mutating func add(_ value: PDFValue) -> Int { append(.value(value)) }
  package mutating func add(_ dictionary: PDFDictionary) -> Int { append(.dictionary(dictionary)) }
  package mutating func add(stream: StreamData, _ dictionary: PDFDictionary) -> Int {
    let number = append(.none)
    set(number, stream, dictionary)
    return number
  }
  package mutating func set(_ number: Int, _ value: PDFValue) {
    if objects.indices.contains(number) { objects[number] = .value(value) }
  }
  package mutating func set(_ number: Int, _ stream: StreamData, _ dictionary: PDFDictionary) {
    guard objects.indices.contains(number) else { return }
    var dictionary = dictionary
    dictionary["Filter"] = stream.isPacked ? .name("FlateDecode") : nil
    objects[number] = .stream(dictionary, stream.bytes)
  }
  package mutating func remove(_ number: Int) {
    if objects.indices.contains(number) { objects[number] = .none }
  }

  private mutating func append(_ object: Object) -> Int {
    objects.append(object)
    return objects.count - 1
  }
}

/// The data of a stream as it is written.
package struct StreamData: Sendable {
  let bytes: [UInt8]
  let isPacked: Bool

  /// As it is, so that searching the file finds it.
  package static func plain(_ content: [UInt8]) -> StreamData { StreamData(bytes: content, isPacked: false) }

  /// Packed where that saves anything.
  package static func packed(_ content: [UInt8]) -> StreamData {
    let packed = deflated(content, level: 6)
    return packed.count < content.count ? StreamData(bytes: packed, isPacked: true) : plain(content)
  }
}

/// Of one page's content stream.
private let largestContent = 1 << 30

func unreadable(_ why: String) -> Diagnostic { .error("pdf.cairo", "cannot read back the PDF that cairo wrote: \(why)") }
