/// A packet of metadata taken apart (ISO 16684-1): each property as it is written, and what stands around them.
struct XMPPacket {
  private(set) var properties: [(name: String, text: String)] = []
  private(set) var rest = ""

  init(_ bytes: [UInt8]) {
    var tags = XMPTags(bytes)
    // Open elements within a description; nil outside.
    var depth: Int?
    var start = 0
    var name = ""
    var end = 0
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    while let tag = tags.next() {
      guard let level = depth else {
        if tag.kind == .opening, tag.name == "rdf:Description" { depth = 0 }
        continue
      }
      if level == 0, tag.kind != .closing {
        rest += text(end..<tag.range.lowerBound)
        (start, name) = (tag.range.lowerBound, tag.name)
      }
      switch tag.kind {
      case .opening: depth = level + 1
      case .closing: depth = level == 0 ? nil : level - 1
      case .whole: break
      }
      if depth == 0 {
        properties.append((name, text(start..<tag.range.upperBound)))
        end = tag.range.upperBound
      }
    }
    rest += text(end..<bytes.count)
  }
}

/// The tags of elements in XML, one after the other; what is neither is passed over.
private struct XMPTags {
  enum Kind { case opening, closing, whole }
  struct Tag {
    var range: Range<Int>
    var name: String
    var kind: Kind
  }
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> Tag? {
    while let start = bytes[at...].firstIndex(of: UInt8(ascii: "<")), let end = bytes[start...].firstIndex(of: UInt8(ascii: ">")) {
      at = end + 1
      let inner = bytes[(start + 1)..<end]
      guard let first = inner.first, first != UInt8(ascii: "?"), first != UInt8(ascii: "!") else { continue }
      let isClosing = first == UInt8(ascii: "/")
      let name = (isClosing ? inner.dropFirst() : inner).prefix { $0 > 32 && $0 != UInt8(ascii: "/") }
      let kind: Kind = isClosing ? .closing : inner.last == UInt8(ascii: "/") ? .whole : .opening
      return Tag(range: start..<at, name: String(decoding: name, as: UTF8.self), kind: kind)
    }
    return nil
  }
}
