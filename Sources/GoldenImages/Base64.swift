/// The Base64 alphabet of RFC 4648 §4, padded.
func base64(_ bytes: [UInt8]) -> String {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var out: [UInt8] = []
  out.reserveCapacity((bytes.count + 2) / 3 * 4)
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let rest = bytes.count - start
    let word =
      Int(bytes[start]) << 16 | (rest > 1 ? Int(bytes[start + 1]) << 8 : 0) | (rest > 2 ? Int(bytes[start + 2]) : 0)
    out.append(alphabet[word >> 18])
    out.append(alphabet[word >> 12 & 63])
    out.append(rest > 1 ? alphabet[word >> 6 & 63] : UInt8(ascii: "="))
    out.append(rest > 2 ? alphabet[word & 63] : UInt8(ascii: "="))
  }
  return String(decoding: out, as: UTF8.self)
}
