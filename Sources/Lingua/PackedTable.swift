import Diagnostics

/// A binary table of `language/`, as a script of `Scripts/` wrote it: numbered sections of 8-, 16- or 32-bit
/// numbers, little-endian, guarded by a checksum, so that nothing is parsed at start. The form is told in
/// `Scripts/packed_table.py`.
struct PackedTable {
  private let bytes: [UInt8]
  private let sections: [Range<Int>]
  private let document: String

  /// - Parameters:
  ///   - kind: the four letters of the table wanted.
  ///   - document: the file, for findings.
  /// - Throws: `language.damaged` when the bytes are not such a table, or not as they were written.
  init(_ bytes: [UInt8], kind: String, document: String) throws(Diagnostic) {
    self.bytes = bytes
    self.document = document
    guard bytes.count >= 16, bytes.count % 4 == 0, bytes[0..<8].elementsEqual("WPT1\(kind)".utf8),
      Self.number(bytes, at: 8) == Self.checksum(bytes)
    else { throw Self.damaged(document) }
    var sections: [Range<Int>] = []
    let count = Int(Self.number(bytes, at: 12))
    guard count <= (bytes.count - 16) / 4 else { throw Self.damaged(document) }
    var start = 16 + 4 * count
    for index in 0..<count {
      let length = Int(Self.number(bytes, at: 16 + 4 * index))
      guard length <= bytes.count - start else { throw Self.damaged(document) }
      sections.append(start..<(start + length))
      start += (length + 3) / 4 * 4
    }
    self.sections = sections
  }

  /// A section of 32-bit numbers.
  func words(_ section: Int) throws(Diagnostic) -> [UInt32] { try copy(section) }
  /// A section of 16-bit numbers.
  func halfWords(_ section: Int) throws(Diagnostic) -> [UInt16] { try copy(section) }
  func octets(_ section: Int) throws(Diagnostic) -> [UInt8] { try copy(section) }

  /// The finding about a table that is not what it should be.
  var damage: Diagnostic { Self.damaged(document) }

  private func copy<Number: FixedWidthInteger>(_ section: Int) throws(Diagnostic) -> [Number] {
    let width = MemoryLayout<Number>.size
    guard sections.indices.contains(section), sections[section].count % width == 0 else { throw damage }
    let range = sections[section]
    let count = range.count / width
    return unsafe [Number](unsafeUninitializedCapacity: count) { numbers, filled in
      unsafe bytes.withUnsafeBytes { bytes in
        unsafe UnsafeMutableRawBufferPointer(numbers).copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[range]))
      }
      filled = count
    }
  }

  private static func number(_ bytes: [UInt8], at place: Int) -> UInt32 {
    UInt32(bytes[place]) | UInt32(bytes[place + 1]) << 8 | UInt32(bytes[place + 2]) << 16 | UInt32(bytes[place + 3]) << 24
  }

  /// FNV-1a over the words after the checksum.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0x811C_9DC5
    unsafe bytes.withUnsafeBytes { bytes in
      for place in stride(from: 12, to: bytes.count, by: 4) {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)
        sum = (sum ^ word) &* 0x0100_0193
      }
    }
    return sum
  }

  private static func damaged(_ document: String) -> Diagnostic {
    .error(
      "language.damaged", "the table is damaged or of another version", at: SourceSpan(document: document),
      hint: "take the file from the project again, or make it with the script in Scripts that bears its name")
  }
}
