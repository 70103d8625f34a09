import AllCores
import Digest

/// The objects of a file by their numbers, whoever wrote or reads it.
package protocol PDFObjects: ~Copyable {
  /// What stands under a number, of a stream its dictionary; nil where there is nothing.
  func syntax(_ number: Int) -> PDFValue?
  /// Nil for what is no stream.
  func digest(ofStream number: Int) -> StreamDigest?
  /// What a stream holds, unpacked.
  func content(ofStream number: Int) -> [UInt8]?
}

/// The SHA-256 of what a stream holds.
package struct StreamDigest {
  var digest: String
  /// Whether that is what was packed; else it is the packed data, of a picture in JPEG for one.
  var isUnpacked: Bool
}

extension PDFObjects where Self: ~Copyable {
  /// The dictionary under a number, or that of the stream there; without entries where there is none.
  func dictionary(_ number: Int) -> PDFDictionary { syntax(number)?.dictionary ?? PDFDictionary() }

  /// The value, or what it refers to.
  func resolved(_ value: PDFValue?) -> PDFValue? { value?.reference.map { syntax($0) } ?? value }
}

/// A file that cairo wrote and that is about to be written.
struct CairoObjects: PDFObjects {
  private let file: CairoFile
  private let streams: [StreamDigest?]

  /// - Parameter unread: streams whose content is not asked for.
  init(_ file: CairoFile, besides unread: Set<Int>) {
    self.file = file
    let numbers = Array(file.numbers)
    streams = [nil] + onAllCores(numbers.count) { unread.contains(numbers[$0]) ? nil : file.digest(ofStream: numbers[$0]) }
  }

  func syntax(_ number: Int) -> PDFValue? { file.isStream(number) ? .dictionary(file[number]) : file.value(number) }
  func content(ofStream number: Int) -> [UInt8]? { file.content(ofStream: number) }
  func digest(ofStream number: Int) -> StreamDigest? { streams.indices.contains(number) ? streams[number] : nil }
}

extension QPDFFile: PDFObjects {
  package func syntax(_ number: Int) -> PDFValue? {
    guard let number = Int32(exactly: number), number > 0 else { return nil }
    let object = object(numbered: number)
    let syntax = syntax(of: isStream(object) ? dictionary(of: object) : object)
    return syntax.bytes.elementsEqual("null".utf8) ? nil : syntax
  }

  package func digest(ofStream number: Int) -> StreamDigest? {
    guard let number = Int32(exactly: number), number > 0 else { return nil }
    let stream = object(numbered: number)
    guard isStream(stream) else { return nil }
    guard let content = unpacked(stream) else { return StreamDigest(digest: "damaged", isUnpacked: true) }
    return StreamDigest(digest: sha256(content.bytes), isUnpacked: content.isUnpacked)
  }

  package func content(ofStream number: Int) -> [UInt8]? {
    guard let number = Int32(exactly: number), number > 0 else { return nil }
    return data(of: object(numbered: number))
  }
}
