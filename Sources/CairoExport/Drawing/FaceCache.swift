import CCairo
import Diagnostics
import Scene
import Synchronization

/// The faces of one export, each opened when its first glyph is drawn. Not shared between threads.
struct FaceCache: ~Copyable {
  private let resources: [FontResource]
  private var faces: [LoadedFace?]
  private var library: FreeTypeLibrary?

  init(_ resources: [FontResource]) {
    self.resources = resources
    faces = Array(repeating: nil, count: resources.count)
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
    let face = try LoadedFace(resources[index], in: library)
    faces[index] = face
    return face
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

  func close(_ face: FT_Face) {
    _ = lock.withLock { _ in unsafe FT_Done_Face(face) }
  }
}

/// A FreeType face with its library; closed when the last owner (this export, or cairo's font cache) lets go.
@safe final class LoadedFace {
  let raw: FT_Face
  private let library: FreeTypeLibrary
  let unitsPerEm: Double
  let glyphCount: Int

  init(_ resource: FontResource, in library: FreeTypeLibrary) throws(Diagnostic) {
    guard let face = unsafe library.open(resource.path, index: resource.faceIndex) else {
      throw .error(
        "font.unloadable", "the font “\(resource.name)” cannot be read",
        at: SourceSpan(document: resource.path), hint: "is it a font file, and is face \(resource.faceIndex) in it?")
    }
    unsafe raw = face
    self.library = library
    unitsPerEm = unsafe Double(max(1, face.pointee.units_per_EM))
    glyphCount = unsafe face.pointee.num_glyphs
  }
  deinit { unsafe library.close(raw) }
}
