extension FontFile {
  /// A face cut to some of its glyphs, which keep their numbers: for a library that reads all outlines of a face before it draws
  /// the first one.
  ///
  /// Only CID-keyed faces are cut. They are those of Chinese, with tens of thousands of glyphs; others are small. The tables of shaping
  /// are left out and the character map is empty, since what is drawn is glyphs.
  ///
  /// - Parameter glyphs: whether a glyph is kept, by its number; beyond the end none is. Glyph 0 always is.
  /// - Returns: the bytes of a font file with this one face; nil where it is not CID-keyed, or lies in another order than fonts do.
  package static func cutFace(of path: String, face: Int, keeping glyphs: [Bool]) -> [UInt8]? {
    do { return try FontFile(path: path).cut(face: face, keeping: glyphs) } catch { return nil }
  }

  private func cut(face index: Int, keeping glyphs: [Bool]) -> [UInt8]? {
    guard let faces, faces.indices.contains(index), let all = tables(ofFace: faces[index]) else { return nil }
    var parts: [(name: String, bytes: [UInt8])] = []
    for table in all.sorted(by: { $0.name < $1.name }) where drawnTables.contains(table.name) {
      guard let bytes = unsafe bytes(table.start..<table.end) else { return nil }
      if table.name == "CFF " {
        guard let cut = unsafe CompactFontFormat(bytes)?.cut(keeping: glyphs) else { return nil }
        parts.append((table.name, cut))
      } else {
        unsafe parts.append((table.name, Array(bytes)))
      }
    }
    guard parts.contains(where: { $0.name == "CFF " }) else { return nil }
    parts.append(("cmap", emptyCharacterMap))
    return fontFile(parts.sorted { $0.name < $1.name })
  }
}

/// What drawing and embedding read; `OS/2`, `name` and `post` have the weight and the names that a PDF notes.
private let drawnTables: Set = ["CFF ", "OS/2", "head", "hhea", "hmtx", "maxp", "name", "post"]

/// A character map that maps none (OpenType, "cmap": one table of format 12 without groups). Without any, FreeType makes one of the
/// names of all glyphs, takes a CID for the number of a name, and cairo walks it for every glyph that it embeds.
private let emptyCharacterMap: [UInt8] = {
  var out: [UInt8] = []
  // Version 0, one table: platform 3, encoding 10, 12 bytes on.
  for number in [0, 1, 3, 10] { append(number, size: 2, to: &out) }
  append(12, size: 4, to: &out)
  for number in [12, 0] { append(number, size: 2, to: &out) }
  // Its length, no language, no groups.
  for number in [16, 0, 0] { append(number, size: 4, to: &out) }
  return out
}()

/// A file of tables in order of their names (OpenType, "Organization of an OpenType Font"). Checksums are zero: the file stays
/// in memory.
private func fontFile(_ tables: [(name: String, bytes: [UInt8])]) -> [UInt8] {
  let power = Int.bitWidth - 1 - tables.count.leadingZeroBitCount
  let range = 16 << power
  var out = Array("OTTO".utf8)
  for number in [tables.count, range, power, tables.count * 16 - range] { append(number, size: 2, to: &out) }
  var start = out.count + 16 * tables.count
  for table in tables {
    out += Array(table.name.utf8) + [0, 0, 0, 0]
    append(start, size: 4, to: &out)
    append(table.bytes.count, size: 4, to: &out)
    start += (table.bytes.count + 3) & ~3
  }
  out.reserveCapacity(start)
  for table in tables {
    out += table.bytes
    while out.count & 3 != 0 { out.append(0) }
  }
  return out
}

/// Appends a big-endian number of `size` bytes.
func append(_ number: Int, size: Int, to out: inout [UInt8]) {
  for byte in (0..<size).reversed() { out.append(UInt8(truncatingIfNeeded: number >> (8 * byte))) }
}
