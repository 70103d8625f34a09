import CCairo
import Diagnostics
import Scene

/// cairo's view of an export's faces.
@safe struct FontFaces: ~Copyable {
  private var cache: FaceCache
  private var fontFaces: [OpaquePointer?]
  private var glyphCounts: [Int]
  /// The fonts in which boxes are shown, by the font that lacks the character and the character.
  private var boxFonts: [Boxed: FontID] = [:]
  private struct Boxed: Hashable {
    var font: FontID
    var character: Unicode.Scalar
  }

  /// - Parameter drawn: the glyphs that will be drawn; nil where that is not known yet.
  init(_ resources: [FontResource], drawn: DrawnGlyphs?) {
    cache = FaceCache(resources, drawn: drawn)
    unsafe fontFaces = Array(repeating: nil, count: resources.count)
    glyphCounts = Array(repeating: 0, count: resources.count)
  }
  deinit {
    for index in unsafe fontFaces.indices { unsafe cairo_font_face_destroy(fontFaces[index]) }
  }

  /// The face to set on a context; owned by this value.
  mutating func fontFace(_ id: FontID) throws(Diagnostic) -> OpaquePointer {
    let index = Int(id.index)
    if unsafe index < fontFaces.count, let face = unsafe fontFaces[index] { return unsafe face }
    let loaded = try cache.face(id)
    let flags = Int32(FT_LOAD_NO_HINTING)
    guard let face = unsafe cairo_ft_font_face_create_for_ft_face(loaded.raw, flags) else {
      throw .error("font.cairo", "cairo cannot use font number \(index)")
    }
    // cairo's caches may outlive this export, so the FreeType face is handed over with the cairo face.
    let owner = unsafe Unmanaged.passRetained(loaded)
    let status = unsafe cairo_font_face_set_user_data(face, ownerKey, owner.toOpaque()) { pointer in
      guard let pointer = unsafe pointer else { return }
      unsafe Unmanaged<LoadedFace>.fromOpaque(pointer).release()
    }
    guard status == CAIRO_STATUS_SUCCESS else {
      unsafe owner.release()
      unsafe cairo_font_face_destroy(face)
      throw .error("font.cairo", "cairo cannot use font number \(index)")
    }
    unsafe fontFaces[index] = face
    glyphCounts[index] = loaded.glyphCount
    return unsafe face
  }

  /// The font for the box that stands in place of a character: for the first of a font's the font, then one more of that file each,
  /// as long as they are few.
  mutating func boxFont(of font: FontID, for character: Unicode.Scalar) -> FontID {
    if let known = boxFonts[Boxed(font: font, character: character)] { return known }
    let isFirst = !boxFonts.keys.contains { $0.font == font }
    var own = font
    if !isFirst, boxFonts.count < Self.mostBoxFonts, let copy = cache.add(anotherOf: font) {
      own = copy
      unsafe fontFaces.append(nil)
      glyphCounts.append(0)
    }
    boxFonts[Boxed(font: font, character: character)] = own
    return own
  }

  /// A text of many characters that no font has is no text to be read in the file.
  private static let mostBoxFonts = 16

  /// How many glyphs a face has; 0 before it was first asked for.
  func glyphCount(_ id: FontID) -> Int { glyphCounts.indices.contains(Int(id.index)) ? glyphCounts[Int(id.index)] : 0 }
}

/// cairo knows user data by the address of its key.
private nonisolated(unsafe) let ownerKey = UnsafeMutablePointer<cairo_user_data_key_t>.allocate(capacity: 1)
