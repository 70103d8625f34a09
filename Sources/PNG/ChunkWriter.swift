import Deflate

/// The container of a PNG file: signature, then chunks of length, name, data and CRC (PNG, 5.2 and 5.3).
struct ChunkWriter {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  private(set) var bytes: [UInt8]

  /// - Parameter bytes: a file that is to be gone on with.
  init(_ bytes: [UInt8] = signature) { self.bytes = bytes }

  mutating func chunk(_ name: String, _ data: [UInt8]) {
    bytes += bigEndian(data.count)
    let start = bytes.count
    bytes += Array(name.utf8)
    bytes += data
    bytes += bigEndian(Int(crc32(bytes[start...])))
  }
}

func bigEndian(_ value: Int) -> [UInt8] {
  let v = UInt32(truncatingIfNeeded: value)
  return [UInt8(v >> 24), UInt8(v >> 16 & 255), UInt8(v >> 8 & 255), UInt8(v & 255)]
}
