@testable import Documents

/// A zip archive of parts that are not compressed (APPNOTE 6.3): parts can be changed without a compressor.
func storedArchive(_ parts: [(name: String, bytes: [UInt8])], flags: UInt16 = 0, statedSize: UInt32? = nil) -> [UInt8] {
  var out: [UInt8] = []
  var directory: [UInt8] = []
  func number(_ value: some FixedWidthInteger, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) } }
  for part in parts {
    let name = Array(part.name.utf8)
    let size = number(part.bytes.count, 4) + number(statedSize.map(Int.init) ?? part.bytes.count, 4)
    let common = number(flags, 2) + number(0, 2) + number(0, 4) + number(crc32(part.bytes), 4) + size + number(name.count, 2) + number(0, 2)
    directory +=
      number(0x0201_4B50, 4) + number(20, 2) + number(20, 2) + common + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4)
      + number(out.count, 4) + name
    out += number(0x0403_4B50, 4) + number(20, 2) + common + name + part.bytes
  }
  let start = out.count
  out += directory
  out +=
    number(0x0605_4B50, 4) + number(0, 4) + number(parts.count, 2) + number(parts.count, 2) + number(directory.count, 4) + number(start, 4)
    + number(0, 2)
  return out
}

/// The parts of an archive, unpacked.
func parts(of bytes: [UInt8]) throws -> [(name: String, bytes: [UInt8])] {
  let archive = try ZipArchive(bytes, document: "fixture")
  return try archive.names.map { ($0, try archive.part($0) ?? []) }
}

private let crcTable: [UInt32] = (0..<256).map { byte in
  (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
}

private func crc32(_ bytes: [UInt8]) -> UInt32 {
  ~bytes.reduce(~UInt32(0)) { crcTable[Int(($0 ^ UInt32($1)) & 0xFF)] ^ ($0 >> 8) }
}
