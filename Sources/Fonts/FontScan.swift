import CHarfBuzz
import Diagnostics
import FoundationEssentials
import Scene

/// The fonts of one folder, in the order of their file names; faces of a collection in their order.
///
/// A face of a single font is named after its file (`sans-regular`), a face of a collection after file and index
/// (`NotoSansCJK-Regular#2`).
/// - Throws: `font.directory` when the folder cannot be read.
func fontResources(inDirectory directory: String) throws(Diagnostic) -> [FontResource] {
  let names: [String]
  do {
    names = try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
  } catch {
    throw .error("font.directory", "the font folder “\(directory)” cannot be read")
  }
  var found: [FontResource] = []
  for name in names {
    guard let dot = name.lastIndex(of: "."), ["otf", "ttf", "ttc"].contains(name[dot...].dropFirst().lowercased())
    else {
      continue
    }
    let path = directory.hasSuffix("/") ? directory + name : directory + "/" + name
    found += faces(inFile: path, stem: String(name[..<dot]))
  }
  return found
}

/// The faces of a file; empty when it is no font.
private func faces(inFile path: String, stem: String) -> [FontResource] {
  guard let blob = unsafe hb_blob_create_from_file_or_fail(path) else { return [] }
  defer { unsafe hb_blob_destroy(blob) }
  let count = unsafe hb_face_count(blob)
  return (0..<count).compactMap { index in
    guard let face = unsafe hb_face_create(blob, index) else { return nil }
    defer { unsafe hb_face_destroy(face) }
    let tables = unsafe FaceTables(face: face)
    return FontResource(
      name: count == 1 ? stem : "\(stem)#\(index)", path: path, faceIndex: Int(index), family: tables.family,
      weight: tables.weight)
  }
}
