import CHarfBuzz

/// What a face says of itself in its `name` and `OS/2` tables. Borrows the face: not to be kept.
@safe struct FaceTables {
  private let face: OpaquePointer

  init(face: OpaquePointer) { unsafe self.face = face }

  /// The family that holds all weights (name 16, else 1), in English where the font has several languages.
  var family: String { name(16) ?? name(1) ?? "" }

  /// usWeightClass, 1 to 1000; 400 when there is no OS/2 table.
  var weight: Int { word(at: 4).map { Int($0) }.flatMap { (1...1000).contains($0) ? $0 : nil } ?? 400 }

  /// sTypoAscender and sTypoDescender (negative below the baseline) in design units.
  var typographicExtent: (ascender: Int, descender: Int)? {
    guard let up = word(at: 68), let down = word(at: 70) else { return nil }
    return (Int(Int16(bitPattern: up)), Int(Int16(bitPattern: down)))
  }

  private func name(_ id: hb_ot_name_id_t) -> String? {
    var buffer = [CChar](repeating: 0, count: 128)
    var size = UInt32(buffer.count)
    let language = unsafe hb_language_from_string("en", -1)
    let length = unsafe hb_ot_name_get_utf8(face, id, language, &size, &buffer)
    guard length > 0 else { return nil }
    return String(decoding: buffer.prefix(Int(size)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// A big-endian number of the OS/2 table.
  private func word(at offset: Int) -> UInt16? {
    let tag: hb_tag_t = 0x4F53_2F32  // OS/2
    guard let table = unsafe hb_face_reference_table(face, tag) else { return nil }
    defer { unsafe hb_blob_destroy(table) }
    var length: UInt32 = 0
    guard let data = unsafe hb_blob_get_data(table, &length), offset + 2 <= Int(length) else { return nil }
    return unsafe UInt16(UInt8(bitPattern: data[offset])) << 8 | UInt16(UInt8(bitPattern: data[offset + 1]))
  }
}
