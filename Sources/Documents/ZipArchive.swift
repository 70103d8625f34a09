import CLateLibraries
import CZip
package import Diagnostics

/// The parts of a zip archive, read from memory one by one (libzip). Nothing is written to disk, no path is followed.
@safe package final class ZipArchive {
  private let archive: OpaquePointer
  package let names: [String]
  private let document: String
  private var indices: [String: UInt64] = [:]
  private var read = 0

  /// Parts of an office document, each and all together, unpacked; larger ones are no documents that a person wrote.
  static let largestPart = 256 << 20
  static let largestTotal = 512 << 20
  static let mostParts = 10_000

  /// - Throws: `document.damaged`, `document.limit`, `library.missing`.
  package init(_ bytes: [UInt8], document: String) throws(Diagnostic) {
    guard late_library_zip() else { throw .missingLibrary("libzip", package: "libzip4") }
    self.document = document
    let damaged = Diagnostic.error(
      "document.damaged", "the document is cut off or damaged", at: SourceSpan(document: document),
      hint: "save it again, or send the original")
    let copy = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 1), alignment: 1)
    unsafe bytes.withUnsafeBytes { unsafe copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: $0.count) }
    // libzip frees the copy with the source.
    guard let source = unsafe zip_source_buffer_create(copy, UInt64(bytes.count), 1, nil) else {
      unsafe copy.deallocate()
      throw damaged
    }
    guard let archive = unsafe zip_open_from_source(source, Int32(ZIP_RDONLY), nil) else {
      unsafe zip_source_free(source)
      throw damaged
    }
    unsafe self.archive = archive
    let count = unsafe zip_get_num_entries(archive, 0)
    var names: [String] = []
    for index in 0..<UInt64(max(0, min(count, Int64(Self.mostParts)))) {
      guard let name = unsafe zip_get_name(archive, index, 0) else { continue }
      let text = unsafe String(cString: name)
      names.append(text)
      indices[text] = index
    }
    self.names = names
    guard count <= Self.mostParts else {
      throw .error(
        "document.limit", "the archive has \(count) parts; at most \(Self.mostParts) are read", at: SourceSpan(document: document))
    }
  }

  deinit { unsafe zip_discard(archive) }

  /// A part unpacked; nil where there is none of that name.
  ///
  /// - Throws: `document.damaged`, `document.encrypted`, `document.limit`.
  package func part(_ name: String) throws(Diagnostic) -> [UInt8]? {
    guard let index = indices[name] else { return nil }
    let span = SourceSpan(document: document)
    var state = unsafe zip_stat_t()
    unsafe zip_stat_init(&state)
    guard unsafe zip_stat_index(archive, index, 0, &state) == 0 else { throw damaged(name) }
    if unsafe state.encryption_method != UInt16(ZIP_EM_NONE) {
      throw .error("document.encrypted", "“\(name)” is encrypted", at: span, hint: "save the document without a password")
    }
    let size = unsafe Int(clamping: state.size)
    guard size <= Self.largestPart, read + size <= Self.largestTotal else {
      throw .error(
        "document.limit", "“\(name)” unpacks to \(size >> 20) MiB; at most \(Self.largestPart >> 20) MiB are read", at: span,
        hint: "remove pictures and unused sheets")
    }
    guard let file = unsafe zip_fopen_index(archive, index, 0) else { throw damaged(name) }
    defer { unsafe zip_fclose(file) }
    // The size stated may be a lie: no more than it is read, and what falls short is damage.
    var out = [UInt8](repeating: 0, count: size)
    var filled = 0
    while filled < size {
      let count = unsafe out.withUnsafeMutableBytes { buffer -> Int64 in
        guard let start = buffer.baseAddress else { return 0 }
        return unsafe zip_fread(file, start + filled, UInt64(size - filled))
      }
      guard count > 0 else { throw damaged(name) }
      filled += Int(count)
    }
    read += size
    return out
  }

  private func damaged(_ name: String) -> Diagnostic {
    .error(
      "document.damaged", "“\(name)” of the document is damaged", at: SourceSpan(document: document),
      hint: "save it again, or send the original")
  }
}
