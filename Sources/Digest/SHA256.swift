/// The digest of a file's bytes after FIPS 180-4, §6.2, as 64 lower-case hexadecimal digits.
package func sha256(_ bytes: [UInt8]) -> String {
  var hash: SIMD8<UInt32> = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  let whole = bytes.count / 64 * 64
  mix(bytes, until: whole, into: &hash)
  var rest = Array(bytes[whole...])
  rest.append(0x80)
  while rest.count % 64 != 56 { rest.append(0) }
  for shift in stride(from: 56, through: 0, by: -8) { rest.append(UInt8(truncatingIfNeeded: (bytes.count * 8) >> shift)) }
  mix(rest, until: rest.count, into: &hash)
  return (0..<8).map { place in
    let digits = String(hash[place], radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }.joined()
}

/// Takes whole blocks of 64 bytes into the digest.
private func mix(_ bytes: [UInt8], until end: Int, into hash: inout SIMD8<UInt32>) {
  unsafe bytes.withUnsafeBytes { bytes in
    for start in stride(from: 0, to: end, by: 64) { unsafe mix(UnsafeRawBufferPointer(rebasing: bytes[start..<start + 64]), into: &hash) }
  }
}

private func mix(_ block: UnsafeRawBufferPointer, into hash: inout SIMD8<UInt32>) {
  var words = InlineArray<64, UInt32>(repeating: 0)
  for i in 0..<16 { words[i] = unsafe UInt32(bigEndian: block.loadUnaligned(fromByteOffset: 4 * i, as: UInt32.self)) }
  for i in 16..<64 {
    let (low, high) = (words[i - 15], words[i - 2])
    words[i] =
      words[i - 16] &+ (rotated(low, 7) ^ rotated(low, 18) ^ low >> 3) &+ words[i - 7]
      &+ (rotated(high, 17) ^ rotated(high, 19) ^ high >> 10)
  }
  var (a, b, c, d, e, f, g, h) = (hash[0], hash[1], hash[2], hash[3], hash[4], hash[5], hash[6], hash[7])
  // Eight steps at a time: the names move on where the standard moves the words.
  for i in stride(from: 0, to: 64, by: 8) {
    step(a, b, c, &d, e, f, g, &h, words[i] &+ constants[i])
    step(h, a, b, &c, d, e, f, &g, words[i + 1] &+ constants[i + 1])
    step(g, h, a, &b, c, d, e, &f, words[i + 2] &+ constants[i + 2])
    step(f, g, h, &a, b, c, d, &e, words[i + 3] &+ constants[i + 3])
    step(e, f, g, &h, a, b, c, &d, words[i + 4] &+ constants[i + 4])
    step(d, e, f, &g, h, a, b, &c, words[i + 5] &+ constants[i + 5])
    step(c, d, e, &f, g, h, a, &b, words[i + 6] &+ constants[i + 6])
    step(b, c, d, &e, f, g, h, &a, words[i + 7] &+ constants[i + 7])
  }
  hash = hash &+ SIMD8(a, b, c, d, e, f, g, h)
}

/// One of the 64 steps; `d` and `h` become the next `e` and `a`.
@inline(__always)
private func step(
  _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32, _ word: UInt32
) {
  let choice = e & f ^ ~e & g
  let majority = a & b ^ a & c ^ b & c
  let first = h &+ (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) &+ choice &+ word
  d = d &+ first
  h = first &+ (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) &+ majority
}

private func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 { word &>> count | word &<< (32 &- count) }

/// The first 32 bits of the fractional parts of the cube roots of the first 64 primes (§4.2.2).
private let constants: InlineArray<64, UInt32> = [
  0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5, 0xd807_aa98,
  0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786,
  0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8,
  0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13,
  0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819,
  0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a,
  0x5b9c_ca4f, 0x682e_6ff3, 0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
  0xc671_78f2,
]
