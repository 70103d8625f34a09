import CCairo
import Diagnostics
import Fonts
import Scene
import Synchronization

/// The faces of one export, each opened when its first glyph is drawn. Not shared between threads.
struct FaceCache: ~Copyable {
  private var resources: [FontResource]
  /// What will be drawn, where that is known: faces are cut to it.
  private let drawn: DrawnGlyphs?
  private var faces: [LoadedFace?]
  private var library: FreeTypeLibrary?
  /// The only glyph of fonts that were added.
  private var only: [FontID: UInt16] = [:]

  init(_ resources: [FontResource], drawn: DrawnGlyphs? = nil) {
    self.resources = resources
    self.drawn = drawn
    faces = Array(repeating: nil, count: resources.count)
  }

  /// The same font once more, under a number that nothing but one glyph is drawn in, and with that glyph alone where faces are cut.
  ///
  /// - Returns: nil for a font that the document does not have, or where numbers are used up.
  mutating func add(anotherOf font: FontID, glyph: UInt16) -> FontID? {
    guard resources.indices.contains(Int(font.index)), resources.count < Int(UInt16.max) else { return nil }
    resources.append(resources[Int(font.index)])
    faces.append(nil)
    let added = FontID(UInt16(resources.count - 1))
    only[added] = glyph
    return added
  }

  /// - Throws: `font.unknown` for a number outside the document's list, `font.unloadable`.
  mutating func face(_ id: FontID) throws(Diagnostic) -> LoadedFace {
    let index = Int(id.index)
    guard faces.indices.contains(index) else {
      throw .error("font.unknown", "the document has no font number \(index)")
    }
    if let face = faces[index] { return face }
    let library: FreeTypeLibrary
    if let known = self.library {
      library = known
    } else {
      library = try FreeTypeLibrary()
      self.library = library
    }
    let face = try LoadedFace(resources[index], keeping: drawn.map { glyphs(of: id, $0) }, in: library)
    faces[index] = face
    return face
  }

  private func glyphs(of id: FontID, _ drawn: DrawnGlyphs) -> [Bool] {
    guard let glyph = only[id] else { return drawn.glyphs(of: id) }
    return Array(repeating: false, count: Int(glyph)) + [true]
  }
}

/// One FreeType library. FreeType asks for a lock around opening and closing faces of one library; cairo keeps fonts in a
/// cache of the process and may close a face from another thread, long after the export.
@safe final class FreeTypeLibrary: @unchecked Sendable {
  private let raw: FT_Library
  private let lock = Mutex(())

  init() throws(Diagnostic) {
    var library: FT_Library?
    guard unsafe FT_Init_FreeType(&library) == 0, let library = unsafe library else {
      throw .error("font.freetype", "FreeType cannot be started")
    }
    unsafe raw = library
    // The environment (FREETYPE_PROPERTIES) could turn stem darkening on, which changes every pixel of a text.
    var off: FT_Bool = 1
    _ = unsafe FT_Property_Set(library, "cff", "no-stem-darkening", &off)
  }
  deinit { _ = unsafe FT_Done_FreeType(raw) }

  func open(_ path: String, index: Int) -> FT_Face? {
    unsafe lock.withLock { _ in
      var face: FT_Face?
      guard unsafe FT_New_Face(raw, path, index, &face) == 0 else { return nil }
      return unsafe face
    }
  }

  /// - Parameter bytes: have to last as long as the face.
  func open(_ bytes: UnsafeBufferPointer<UInt8>) -> FT_Face? {
    // As a number, since a pointer may not go into the closure of a lock.
    let address = UInt(bitPattern: bytes.baseAddress)
    return unsafe lock.withLock { _ in
      var face: FT_Face?
      guard unsafe FT_New_Memory_Face(raw, UnsafePointer(bitPattern: address), FT_Long(bytes.count), 0, &face) == 0 else { return nil }
      return unsafe face
    }
  }

  func close(_ face: FT_Face) {
    _ = lock.withLock { _ in unsafe FT_Done_Face(face) }
  }
}

/// A FreeType face with its library; closed when the last owner (this export, or cairo's font cache) lets go.
@safe final class LoadedFace {
  let raw: FT_Face
  private let library: FreeTypeLibrary
  /// The file that the face was cut to.
  private let cut: UnsafeMutableBufferPointer<UInt8>?
  let unitsPerEm: Double
  let glyphCount: Int

  /// - Parameter glyphs: those that will be drawn, by their number; nil for all. cairo reads the outlines of a face whole, several
  ///   times, so it gets a face that has no others.
  init(_ resource: FontResource, keeping glyphs: [Bool]?, in library: FreeTypeLibrary) throws(Diagnostic) {
    var cut: UnsafeMutableBufferPointer<UInt8>?
    var opened: FT_Face?
    if let bytes = glyphs.flatMap({ FontFile.cutFace(of: resource.path, face: resource.faceIndex, keeping: $0) }) {
      let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
      _ = unsafe memory.initialize(fromContentsOf: bytes)
      unsafe opened = library.open(UnsafeBufferPointer(memory))
      if unsafe opened == nil { unsafe memory.deallocate() } else { unsafe cut = memory }
    }
    if unsafe opened == nil { unsafe opened = library.open(resource.path, index: resource.faceIndex) }
    guard let face = unsafe opened else {
      throw .error(
        "font.unloadable", "the font “\(resource.name)” cannot be read",
        at: SourceSpan(document: resource.path), hint: "is it a font file, and is face \(resource.faceIndex) in it?")
    }
    unsafe raw = face
    self.library = library
    unsafe self.cut = cut
    unitsPerEm = unsafe Double(max(1, face.pointee.units_per_EM))
    glyphCount = unsafe face.pointee.num_glyphs
  }
  deinit {
    unsafe library.close(raw)
    unsafe cut?.deallocate()
  }
}
