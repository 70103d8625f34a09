/// The 64-bit FNV-1a hash of a text's UTF-8 bytes (Fowler, Noll and Vo): the same in every run, for ids that are written to files.
func fnv1a(_ text: String) -> UInt64 {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  return hash
}
