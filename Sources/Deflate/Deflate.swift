import CDeflate

/// The bytes as a zlib stream (RFC 1950) by libdeflate. The same bytes give the same stream with the same libdeflate.
///
/// - Parameter level: libdeflate's, 1 (fast) to 12 (small).
package func deflated(_ bytes: [UInt8], level: Int32) -> [UInt8] {
  guard let compressor = unsafe libdeflate_alloc_compressor(level) else { preconditionFailure("out of memory") }
  defer { unsafe libdeflate_free_compressor(compressor) }
  let bound = unsafe libdeflate_zlib_compress_bound(compressor, bytes.count)
  return unsafe [UInt8](unsafeUninitializedCapacity: bound) { out, count in
    unsafe count = bytes.withUnsafeBytes { input in
      unsafe libdeflate_zlib_compress(compressor, input.baseAddress, input.count, out.baseAddress, out.count)
    }
  }
}

/// What a zlib stream holds; nil when it is damaged or holds more than the limit.
package func inflated(_ stream: ArraySlice<UInt8>, limit: Int) -> [UInt8]? {
  guard let decompressor = unsafe libdeflate_alloc_decompressor() else { preconditionFailure("out of memory") }
  defer { unsafe libdeflate_free_decompressor(decompressor) }
  // The format does not say how much there is.
  var capacity = min(max(stream.count * 8, 4096), limit)
  while true {
    var status = LIBDEFLATE_BAD_DATA
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { out, count in
      unsafe stream.withUnsafeBytes { input in
        unsafe status = libdeflate_zlib_decompress(
          decompressor, input.baseAddress, input.count, out.baseAddress, out.count, &count)
      }
      if status != LIBDEFLATE_SUCCESS { count = 0 }
    }
    if status == LIBDEFLATE_SUCCESS { return bytes }
    guard status == LIBDEFLATE_INSUFFICIENT_SPACE, capacity < limit else { return nil }
    capacity = min(capacity * 4, limit)
  }
}

/// CRC-32 as of RFC 1952, 8.
package func crc32(_ bytes: ArraySlice<UInt8>) -> UInt32 {
  unsafe bytes.withUnsafeBytes { unsafe libdeflate_crc32(0, $0.baseAddress, $0.count) }
}

/// Adler-32 as of RFC 1950, 8.2; of what follows bytes with the checksum `before`.
package func adler32(_ bytes: ArraySlice<UInt8>, after before: UInt32 = 1) -> UInt32 {
  unsafe bytes.withUnsafeBytes { unsafe libdeflate_adler32(before, $0.baseAddress, $0.count) }
}
