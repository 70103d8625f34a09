import Diagnostics
import FoundationEssentials
import Glibc
import Scene

/// The fonts of one folder, in the order of their file names; faces of a collection in their order.
///
/// A face of a single font is named after its file (`sans-regular`), a face of a collection after file and index
/// (`NotoSansCJK-Regular#2`).
/// - Throws: `font.directory` when the folder cannot be read, `font.damaged` for a file in it that is no whole font, `font.lost`
///   for one that the folder's `SHA256SUMS` names and that is not there.
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
    found += try faces(inFile: path, stem: String(name[..<dot]))
  }
  for name in listedFonts(inDirectory: directory) where !names.contains(name) {
    throw .error(
      "font.lost", "the font file “\(directory)/\(name)” is missing", at: SourceSpan(document: "\(directory)/\(name)"),
      hint: "the folder's SHA256SUMS names it: put it back, or install again")
  }
  return found
}

/// The files that a folder says it has, a line each: the digest, two blanks, the name. Nothing without such a list.
private func listedFonts(inDirectory directory: String) -> [String] {
  let list = directory + "/SHA256SUMS"
  guard isRegularFile(list), let data = FileManager.default.contents(atPath: list) else { return [] }
  return String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap { line in
    line.split(separator: " ", maxSplits: 1).last.map { String($0.drop { $0 == " " || $0 == "*" }) }
  }
}

/// Links are followed.
private func isRegularFile(_ path: String) -> Bool {
  var found = stat()
  return unsafe stat(path, &found) == 0 && found.st_mode & S_IFMT == S_IFREG
}

/// The faces of a file.
private func faces(inFile path: String, stem: String) throws(Diagnostic) -> [FontResource] {
  func unusable(_ fault: String) -> Diagnostic {
    .error("font.damaged", "the font “\(path)” cannot be used: \(fault)", at: SourceSpan(document: path))
  }
  // A pipe would be waited for.
  guard isRegularFile(path) else { throw unusable("it is no regular file") }
  let file: FontFile
  do { file = try FontFile(path: path) } catch { throw unusable("the file cannot be read") }
  if let fault = file.faultOfOrder { throw unusable(fault) }
  let faces = file.describedFaces
  return faces.enumerated().map { index, face in
    FontResource(
      name: faces.count == 1 ? stem : "\(stem)#\(index)", path: path, faceIndex: index, family: face.family, weight: face.weight)
  }
}
