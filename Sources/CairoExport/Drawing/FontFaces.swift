import CCairo
import Diagnostics
import Scene

/// cairo's view of an export's faces.
@safe struct FontFaces: ~Copyable {
  private var cache: FaceCache
  private var fontFaces: [OpaquePointer?]
  private var glyphCounts: [Int]
  /// The text that each glyph of a font has there.
  private var texts: [Shown: [Unicode.Scalar]] = [:]
  private struct Shown: Hashable {
    var font: FontID
    var glyph: UInt16
  }
  /// The fonts in which glyphs have other texts.
  private var others: [Reading: FontID] = [:]
  private struct Reading: Hashable {
    var shown: Shown
    var text: [Unicode.Scalar]
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

  /// The font in which a glyph reads as a text. A glyph of a font has one text, and cairo says others in marked content, which some readers
  /// lose within tagged content. So the second box of characters that a font lacks, a hyphen in place of another dash, a character and its
  /// compatibility form have their glyph in the same font once more, which has no other glyph.
  ///
  /// - Returns: nil where there are too many.
  mutating func font(showing glyph: UInt16, of font: FontID, as text: ArraySlice<Unicode.Scalar>) -> FontID? {
    let shown = Shown(font: font, glyph: glyph)
    guard let known = texts[shown] else {
      texts[shown] = Array(text)
      return font
    }
    if known.elementsEqual(text) { return font }
    let reading = Reading(shown: shown, text: Array(text))
    if let other = others[reading] { return other }
    guard others.count < Self.mostOthers, let other = cache.add(anotherOf: font, glyph: glyph) else { return nil }
    unsafe fontFaces.append(nil)
    glyphCounts.append(0)
    others[reading] = other
    return other
  }

  /// A text of many characters that no font has is no text to be read in the file.
  private static let mostOthers = 500

  /// How many glyphs a face has; 0 before it was first asked for.
  func glyphCount(_ id: FontID) -> Int { glyphCounts.indices.contains(Int(id.index)) ? glyphCounts[Int(id.index)] : 0 }
}

/// cairo knows user data by the address of its key.
private nonisolated(unsafe) let ownerKey = UnsafeMutablePointer<cairo_user_data_key_t>.allocate(capacity: 1)
