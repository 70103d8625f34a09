import Glibc

/// A picture's pixels as numbers, red in the lowest byte, alpha in the highest; valid while the bytes they lie in are.
@safe struct PackedPixels: Sendable {
  /// Only read, so that several threads may.
  private nonisolated(unsafe) let start: UnsafeRawPointer
  let count: Int

  /// - Parameter bytes: red, green, blue, alpha in turn; not empty.
  init(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress else { preconditionFailure("a picture has pixels") }
    unsafe self.start = unsafe start
    count = bytes.count / 4
  }

  /// - Precondition: `0 <= index < count`, not checked: this is the innermost loop.
  subscript(index: Int) -> UInt32 {
    unsafe UInt32(littleEndian: start.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self))
  }

  /// Whether row `y` has the same pixels as the one above it.
  func repeatsRow(_ y: Int, width: Int) -> Bool {
    let (row, length) = (y * width * 4, width * 4)
    return unsafe memcmp(start + row, start + (row - length), length) == 0
  }

  var isOpaque: Bool {
    var all: UInt32 = .max
    for index in 0..<count { all &= self[index] }
    return all >> 24 == 255
  }
}
