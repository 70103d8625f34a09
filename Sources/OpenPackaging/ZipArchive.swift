import CLateLibraries
import CZip
import Diagnostics

/// A zip archive of files in their order (libzip), all of the first moment that zip knows. Pictures are stored, the rest is deflated.
///
/// - Throws: `output.full` where memory does not suffice; `library.missing`.
func zipArchive(_ files: [(name: String, bytes: [UInt8])]) throws(Diagnostic) -> [UInt8] {
  guard late_library_zip() else { throw .missingLibrary("libzip", package: "libzip4") }
  let full = Diagnostic.error("output.full", "the document does not fit into memory")
  guard let buffer = unsafe zip_source_buffer_create(nil, 0, 0, nil) else { throw full }
  unsafe zip_source_keep(buffer)
  defer { unsafe zip_source_free(buffer) }
  guard let archive = unsafe zip_open_from_source(buffer, Int32(ZIP_TRUNCATE), nil) else {
    unsafe zip_source_free(buffer)
    throw full
  }
  for (name, bytes) in files {
    guard unsafe add(bytes, named: name, to: archive) else {
      unsafe zip_discard(archive)
      throw full
    }
  }
  guard unsafe zip_close(archive) == 0 else {
    unsafe zip_discard(archive)
    throw full
  }
  guard let out = unsafe contents(of: buffer) else { throw full }
  return out
}

@unsafe private func add(_ bytes: [UInt8], named name: String, to archive: OpaquePointer) -> Bool {
  // libzip reads its sources when the archive is closed, and frees them.
  let copy = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 1), alignment: 1)
  unsafe bytes.withUnsafeBytes { unsafe copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: $0.count) }
  guard let source = unsafe zip_source_buffer(archive, copy, UInt64(bytes.count), 1) else {
    unsafe copy.deallocate()
    return false
  }
  let place = unsafe zip_file_add(archive, name, source, UInt32(ZIP_FL_ENC_UTF_8))
  guard place >= 0 else {
    unsafe zip_source_free(source)
    return false
  }
  let isPicture = name.hasSuffix(".png")
  unsafe zip_set_file_compression(archive, UInt64(place), isPicture ? Int32(ZIP_CM_STORE) : Int32(ZIP_CM_DEFLATE), isPicture ? 0 : 4)
  // 1980-01-01 in the bits of MS-DOS.
  return unsafe zip_file_set_dostime(archive, UInt64(place), 0, 1 << 5 | 1, 0) == 0
}

@unsafe private func contents(of buffer: OpaquePointer) -> [UInt8]? {
  var state = unsafe zip_stat_t()
  unsafe zip_stat_init(&state)
  guard unsafe zip_source_stat(buffer, &state) == 0, unsafe zip_source_open(buffer) == 0 else { return nil }
  defer { unsafe zip_source_close(buffer) }
  let count = unsafe Int(clamping: state.size)
  var out = [UInt8](repeating: 0, count: count)
  var filled = 0
  while filled < count {
    let read = unsafe out.withUnsafeMutableBytes { bytes -> Int64 in
      guard let start = bytes.baseAddress else { return 0 }
      return unsafe zip_source_read(buffer, start + filled, UInt64(count - filled))
    }
    guard read > 0 else { return nil }
    filled += Int(read)
  }
  return out
}
