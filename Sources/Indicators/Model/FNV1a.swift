/// The 64-bit FNV-1a hash of a text's UTF-8 bytes (Fowler, Noll and Vo): the same in every run, for ids that are written to files.
func fnv1a(_ text: String) -> UInt64 {
  var text = text
  return text.withUTF8 { bytes in
    unsafe bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
