import Digest

/// The identifier of a file (PDF 32000-1, 14.4): the first half of the SHA-256 of its bytes, in which zeros stand in its place. Who reads the
/// file can tell whether a byte of it is another one.
enum FileIdentifier {
  private static let zeros = String(repeating: "0", count: 32)
  /// As an entry of the trailer, before it is known.
  static let blank = PDFValue(syntax: "[<\(zeros)><\(zeros)>]")

  static func identified(_ bytes: [UInt8]) -> [UInt8] {
    guard let places = places(in: bytes) else { return bytes }
    return filled(bytes, with: sha256(bytes).prefix(32).utf8, at: places)
  }

  /// The two places where it stands, in the last trailer.
  private static func places(in bytes: [UInt8]) -> [Range<Int>]? {
    let head = Array("/ID[<".utf8)
    let length = head.count + 2 * zeros.utf8.count + 2
    var at = bytes.count - length
    while at >= 0 {
      if bytes[at] == head[0], bytes[at..<at + head.count].elementsEqual(head) {
        let first = at + head.count
        let second = first + zeros.utf8.count + 2
        return [first..<first + zeros.utf8.count, second..<second + zeros.utf8.count]
      }
      at -= 1
    }
    return nil
  }

  private static func filled(_ bytes: [UInt8], with digits: some Collection<UInt8>, at places: [Range<Int>]) -> [UInt8] {
    var bytes = bytes
    for place in places { bytes.replaceSubrange(place, with: digits) }
    return bytes
  }

  /// Whether the bytes are those that their identifier was made of.
  static func fits(_ bytes: [UInt8]) -> Bool {
    guard let places = places(in: bytes) else { return false }
    let digits = sha256(filled(bytes, with: zeros.utf8, at: places)).prefix(32).utf8
    return places.allSatisfy { bytes[$0].elementsEqual(digits) }
  }
}
