import Diagnostics
import Foundation

/// Reads a whole file; `-` is standard input.
///
/// - Throws: `input.missing`, `input.directory`, `input.unreadable`.
func readFile(_ path: String) throws(Diagnostic) -> [UInt8] {
  if path == "-" {
    do { return [UInt8](try FileHandle.standardInput.readToEnd() ?? Data()) } catch {
      throw .error("input.unreadable", "standard input cannot be read")
    }
  }
  if let bytes = plainBytes(path) { return bytes }
  let span = SourceSpan(document: path)
  var isDirectory = false
  guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
    let near = nearestName(to: fileName(path), among: siblings(of: path))
    throw .error("input.missing", "there is no such file", at: span, hint: near.map { "did you mean “\($0)”?" })
  }
  if isDirectory {
    throw .error("input.directory", "this is a folder, not a file", at: span, hint: "name the files in it")
  }
  // A pipe, which has no length.
  guard let handle = FileHandle(forReadingAtPath: path), let data = try? handle.readToEnd() ?? Data() else {
    throw .error("input.unreadable", "the file cannot be read", at: span, hint: "look at its permissions")
  }
  return [UInt8](data)
}

/// The bytes of a regular file, read to where they stay; nil for all else, and where it cannot be read.
private func plainBytes(_ path: String) -> [UInt8]? {
  let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { return nil }
  defer { close(file) }
  var state = stat()
  guard unsafe fstat(file, &state) == 0, state.st_mode & S_IFMT == S_IFREG else { return nil }
  let size = Int(state.st_size)
  var isWhole = false
  let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
    guard let start = buffer.baseAddress else { return }
    // To its end, which a file that is written meanwhile may have elsewhere than its length said: such a one is no plain file.
    while count <= size {
      let got = unsafe read(file, start + count, size + 1 - count)
      guard got > 0 else {
        isWhole = got == 0
        return
      }
      count += got
    }
  }
  return isWhole ? bytes : nil
}

/// Reads a data file: UTF-8, with or without a byte order mark.
///
/// - Throws: what ``readFile(_:)`` throws, and `input.encoding` at the first byte that is not UTF-8.
func readText(_ path: String) throws(Diagnostic) -> String {
  try decoded(readFile(path), of: path)
}

/// The text of a file in UTF-8.
///
/// - Throws: `input.encoding` at the first byte that is not UTF-8.
func decoded(_ bytes: [UInt8], of path: String) throws(Diagnostic) -> String {
  if let text = String(validating: bytes, as: UTF8.self) { return text }
  var decoder = UTF8()
  var rest = bytes.makeIterator()
  var good: [Unicode.Scalar] = []
  while case .scalarValue(let scalar) = decoder.decode(&rest) { good.append(scalar) }
  throw .error(
    "input.encoding", "the file is not UTF-8",
    at: SourceSpan(
      document: path, range: good.count..<good.count, start: LineTable(good).position(of: good.count)),
    hint: "save it as UTF-8")
}

/// Writes files whole or not at all; `-` is standard output.
///
/// - Parameter inputs: files that no output may replace.
/// - Throws: `output.is-input`, `output.unwritable`, `output.full`.
func writeFiles(_ files: [(path: String, bytes: [UInt8])], over inputs: [String] = []) throws(Diagnostic) {
  var out = OutputFiles(inputs: inputs)
  for file in files where file.path != "-" { try out.stage(file.bytes, for: file.path) }
  try out.putInPlace()
  for file in files where file.path == "-" { try writeToStandardOutput(file.bytes) }
}

/// Writes a file whole or not at all, made and written piece by piece; `-` is standard output.
///
/// - Throws: as ``writeFiles(_:over:)``, and what `produce` throws.
func writeFile(_ path: String, over inputs: [String] = [], _ produce: Producer) throws(Diagnostic) {
  if path == "-" { return try produce(writeToStandardOutput) }
  var out = OutputFiles(inputs: inputs)
  try out.stage(for: path, produce)
  try out.putInPlace()
}

private func writeToStandardOutput(_ bytes: [UInt8]) throws(Diagnostic) {
  do { try FileHandle.standardOutput.write(contentsOf: Data(bytes)) } catch {
    throw .error("output.unwritable", "standard output cannot be written")
  }
}

func makeFolder(_ path: String) throws(Diagnostic) {
  do { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) } catch {
    throw .error("output.unwritable", "the folder cannot be made", at: SourceSpan(document: path))
  }
}

func fileName(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

func folderName(_ path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// `path` as seen from the folder of `file`.
func resolve(_ path: String, besides file: String) -> String {
  path.hasPrefix("/") || !file.contains("/") ? path : folderName(file) + "/" + path
}

func siblings(of path: String) -> [String] {
  ((try? FileManager.default.contentsOfDirectory(atPath: folderName(path))) ?? []).sorted()
}
