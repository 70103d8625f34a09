/// A text for comparison: simplified characters, ASCII in lower case and half width, without spaces and quotation marks.
/// Held as UTF-8, because comparing and hashing Chinese `String`s normalizes them each time.
package struct Folded: Hashable, Sendable {
  package let utf8: [UInt8]

  package init(_ text: String) {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A: out.append(UInt8(scalar.value + 0x20))
      case 0x20, 0x09, 0x0A, 0x0D, 0x22: continue
      case 0..<0x80: out.append(UInt8(scalar.value))
      case 0xFF21...0xFF3A: out.append(UInt8(scalar.value - 0xFF21 + 0x61))
      case 0xFF01...0xFF5E: out.append(UInt8(scalar.value - 0xFEE0))
      case 0xA0, 0x3000, 0x201C, 0x201D, 0x2018, 0x2019, 0x300C, 0x300D: continue
      default: out.append(contentsOf: UTF8.encode(simplified(scalar)) ?? UTF8.encodedReplacementCharacter)
      }
    }
    utf8 = out
  }

  init(utf8: [UInt8]) { self.utf8 = utf8 }

  package static let empty = Folded(utf8: [])
  package static let nation = Folded("全国")
  package static let world = Folded("全球")

  package var text: String { String(decoding: utf8, as: UTF8.self) }
  package var isEmpty: Bool { utf8.isEmpty }
  /// Code points.
  package var count: Int { utf8.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } }
  package var lastScalar: Unicode.Scalar? { text.unicodeScalars.last }

  package func hasPrefix(_ other: Folded) -> Bool { utf8.starts(with: other.utf8) }
  package func hasSuffix(_ other: Folded) -> Bool {
    utf8.count >= other.utf8.count && utf8[(utf8.count - other.utf8.count)...].elementsEqual(other.utf8)
  }
  package func contains(_ other: Folded) -> Bool { utf8.holds(other.utf8) }

  /// Without a prefix or suffix of that length.
  func dropFirst(_ part: Folded) -> Folded { Folded(utf8: Array(utf8.dropFirst(part.utf8.count))) }
  func dropLast(_ part: Folded) -> Folded { Folded(utf8: Array(utf8.dropLast(part.utf8.count))) }
}

extension [UInt8] {
  /// Whether `other` stands in it; the empty one does.
  func holds(_ other: [UInt8]) -> Bool {
    guard let first = other.first else { return true }
    guard count >= other.count else { return false }
    var index = 0
    let end = count - other.count
    while index <= end {
      if self[index] == first, self[index..<index + other.count].elementsEqual(other) { return true }
      index += 1
    }
    return false
  }
}

/// The bigrams of a text, sorted, for its likeness to others.
package struct Bigrams: Sendable {
  private let pairs: [UInt64]

  package init(_ text: Folded) {
    var last: UInt64 = 0
    var found: [UInt64] = []
    for scalar in text.text.unicodeScalars {
      if last != 0 { found.append(last << 32 | UInt64(scalar.value)) }
      last = UInt64(scalar.value)
    }
    pairs = found.sorted()
  }

  /// The bigrams as a set: a repeated one differs by its count.
  var counted: [UInt64] {
    var last: UInt64?
    var count: UInt64 = 0
    return pairs.map { pair in
      count = pair == last ? min(count + 1, 1023) : 0
      last = pair
      return pair | count << 21
    }
  }

  /// Dice coefficient, 0 to 1.
  package func resemblance(to other: Bigrams) -> Double {
    guard !pairs.isEmpty, !other.pairs.isEmpty else { return 0 }
    return Double(2 * shared(with: other)) / Double(pairs.count + other.pairs.count)
  }

  /// How much of the shorter text stands in the longer, 0 to 1; 0 for texts under five characters.
  package func overlap(with other: Bigrams) -> Double {
    let shorter = min(pairs.count, other.pairs.count)
    return shorter < 4 ? 0 : Double(shared(with: other)) / Double(shorter)
  }

  private func shared(with other: Bigrams) -> Int {
    var (i, j, shared) = (0, 0, 0)
    while i < pairs.count, j < other.pairs.count {
      if pairs[i] == other.pairs[j] {
        (i, j, shared) = (i + 1, j + 1, shared + 1)
      } else if pairs[i] < other.pairs[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return shared
  }
}
