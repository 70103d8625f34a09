import CDeflate

/// The rows of a drawing as a zlib stream (RFC 1950), for pictures of which many rows are like the one above: a general compressor
/// looks at each byte of the paper too.
func drawingStream(_ rows: FilteredRows) -> [UInt8] {
  // Deflate with a window of 32 KiB; the second byte makes the first a multiple of 31.
  var writer = DeflateWriter(after: [0x78, 0x5E])
  var tokens: [DeflateToken] = []
  // A block for so many tokens: letters and lines further down have other frequencies.
  let most = 16_384
  tokens.reserveCapacity(most)
  let checksum = unsafe rows.bytes.withUnsafeBytes { bytes -> UInt32 in
    let matcher = unsafe RowMatcher(bytes, rowLength: rows.rowLength, pixelLength: rows.channels)
    matcher.tokens { token in
      if tokens.count == most {
        writer.block(tokens, isLast: false)
        tokens.removeAll(keepingCapacity: true)
      }
      tokens.append(token)
    }
    return unsafe libdeflate_adler32(1, bytes.baseAddress, bytes.count)
  }
  writer.block(tokens, isLast: true)
  return writer.finished(with: [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: checksum >> $0) })
}
