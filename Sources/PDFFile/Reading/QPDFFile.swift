import CLateLibraries
import CQPDF
package import Diagnostics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Sole owner of a PDF file held by libqpdf, and of the bytes it was read from, which libqpdf does not copy.
@safe package struct QPDFFile: ~Copyable {
  private let raw: qpdf_data
  private let input: UnsafeMutableBufferPointer<CChar>

  /// - Throws: `pdf.qpdf`, `library.missing`.
  package static func reading(_ bytes: [UInt8]) throws(Diagnostic) -> QPDFFile {
    guard late_library_qpdf() else { throw .missingLibrary("libqpdf", package: "libqpdf29") }
    guard let data = unsafe qpdf_init() else { preconditionFailure("out of memory") }
    let file = unsafe QPDFFile(holding: data, bytes)
    let status = unsafe qpdf_read_memory(file.raw, "report", file.input.baseAddress, UInt64(file.input.count), nil)
    if status & errorBit != 0 { throw file.problem("read") }
    return file
  }

  private init(holding data: qpdf_data, _ bytes: [UInt8]) {
    let input = UnsafeMutableBufferPointer<CChar>.allocate(capacity: bytes.count)
    for (index, byte) in bytes.enumerated() { unsafe input[index] = CChar(bitPattern: byte) }
    unsafe raw = data
    unsafe self.input = unsafe input
    // Else messages go to standard error.
    unsafe qpdf_silence_errors(data)
    unsafe qpdf_set_suppress_warnings(data, QPDF_TRUE)
  }
  deinit {
    // One that nobody asked for would be told on standard error.
    if unsafe qpdf_has_error(raw) != 0 { _ = unsafe qpdf_get_error(raw) }
    var data: qpdf_data? = unsafe raw
    unsafe qpdf_cleanup(&data)
    unsafe input.deallocate()
  }

  private func problem(_ what: String) -> Diagnostic {
    var text = "unknown error"
    if unsafe qpdf_has_error(raw) != 0, let error = unsafe qpdf_get_error(raw),
      let full = unsafe qpdf_get_error_full_text(raw, error)
    {
      text = unsafe String(cString: full)
    }
    return .error("pdf.qpdf", "cannot \(what) the PDF: \(text)")
  }
}

/// libqpdf's status bits: 1 for warnings, 2 for errors.
private let errorBit: QPDF_ERROR_CODE = 2

/// An object of the file; valid until ``QPDFFile/releaseAll()``.
package struct PDFObject: Hashable {
  fileprivate let handle: qpdf_oh
}

extension QPDFFile {
  package var root: PDFObject { PDFObject(handle: unsafe qpdf_get_root(raw)) }
  package var trailer: PDFObject { PDFObject(handle: unsafe qpdf_get_trailer(raw)) }

  /// Handles pile up; call between steps. No object got before may be used after it.
  package func releaseAll() { unsafe qpdf_oh_release_all(raw) }

  package func object(numbered id: Int32) -> PDFObject { PDFObject(handle: unsafe qpdf_get_object_by_id(raw, id, 0)) }

  package var pages: [PDFObject] {
    let count = unsafe qpdf_get_num_pages(raw)
    return (0..<max(0, count)).map { PDFObject(handle: unsafe qpdf_get_page_n(raw, Int($0))) }
  }

  // MARK: Reading

  package func isDictionary(_ o: PDFObject) -> Bool { unsafe qpdf_oh_is_dictionary(raw, o.handle) != 0 }
  package func isArray(_ o: PDFObject) -> Bool { unsafe qpdf_oh_is_array(raw, o.handle) != 0 }
  package func isStream(_ o: PDFObject) -> Bool { unsafe qpdf_oh_is_stream(raw, o.handle) != 0 }
  package func isIndirect(_ o: PDFObject) -> Bool { unsafe qpdf_oh_is_indirect(raw, o.handle) != 0 }
  package func has(_ o: PDFObject, _ key: String) -> Bool { unsafe qpdf_oh_has_key(raw, o.handle, key) != 0 }
  package func isName(_ o: PDFObject, _ name: String) -> Bool { unsafe qpdf_oh_is_name_and_equals(raw, o.handle, name) != 0 }
  /// The null object when there is no such key.
  package func get(_ o: PDFObject, _ key: String) -> PDFObject {
    PDFObject(handle: unsafe qpdf_oh_get_key_if_dict(raw, o.handle, key))
  }
  package func dictionary(of stream: PDFObject) -> PDFObject { PDFObject(handle: unsafe qpdf_oh_get_dict(raw, stream.handle)) }
  package func count(_ array: PDFObject) -> Int { Int(unsafe qpdf_oh_get_array_n_items(raw, array.handle)) }
  package func item(_ array: PDFObject, _ index: Int) -> PDFObject {
    PDFObject(handle: unsafe qpdf_oh_get_array_item(raw, array.handle, Int32(index)))
  }
  package func items(_ array: PDFObject) -> [PDFObject] { (0..<count(array)).map { item(array, $0) } }
  package func objectNumber(_ o: PDFObject) -> Int { Int(unsafe qpdf_oh_get_object_id(raw, o.handle)) }
  package func int(_ o: PDFObject) -> Int? {
    var value: Int64 = 0
    return unsafe qpdf_oh_get_value_as_longlong(raw, o.handle, &value) != 0 ? Int(value) : nil
  }
  /// With its slash; nil when it is no name.
  package func name(_ o: PDFObject) -> String? {
    guard unsafe qpdf_oh_is_name(raw, o.handle) != 0, let name = unsafe qpdf_oh_get_name(raw, o.handle) else {
      return nil
    }
    return unsafe String(cString: name)
  }

  /// The text of a string object; nil when it is none.
  package func string(_ o: PDFObject) -> String? {
    guard unsafe qpdf_oh_is_string(raw, o.handle) != 0, let text = unsafe qpdf_oh_get_utf8_value(raw, o.handle) else {
      return nil
    }
    return unsafe String(cString: text)
  }
  /// The keys of a dictionary with their slashes, sorted; libqpdf has one iterator, so they are collected first.
  package func keys(_ o: PDFObject) -> [String] {
    guard isDictionary(o) else { return [] }
    var keys: [String] = []
    unsafe qpdf_oh_begin_dict_key_iter(raw, o.handle)
    while unsafe qpdf_oh_dict_more_keys(raw) != 0 {
      if let key = unsafe qpdf_oh_dict_next_key(raw) { unsafe keys.append(String(cString: key)) }
    }
    return keys
  }
  /// As it would be written, itself and not a reference to it.
  package func syntax(of o: PDFObject) -> PDFValue {
    guard let text = unsafe qpdf_oh_unparse_resolved(raw, o.handle) else { return PDFValue(syntax: "null") }
    // Its strings may hold bytes that are no UTF-8, but no zeros.
    return unsafe PDFValue(bytes: Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))[...])
  }
  /// The decoded bytes of a stream; nil where they cannot be decoded.
  package func data(of stream: PDFObject) -> [UInt8]? { unpacked(stream)?.bytes }

  /// The bytes of a stream, unpacked where that loses nothing; nil where they cannot be.
  func unpacked(_ stream: PDFObject) -> (bytes: [UInt8], isUnpacked: Bool)? {
    guard isStream(stream) else { return nil }
    var data: UnsafeMutablePointer<UInt8>?
    var count = 0
    var isDecoded = QPDF_FALSE
    let status = unsafe qpdf_oh_get_stream_data(raw, stream.handle, qpdf_dl_generalized, &isDecoded, &data, &count)
    guard status & errorBit == 0 else { return nil }
    let isUnpacked = isDecoded != 0
    guard let data = unsafe data else { return count == 0 ? ([], isUnpacked) : nil }
    defer { unsafe free(data) }
    return (unsafe Array(UnsafeBufferPointer(start: data, count: count)), isUnpacked)
  }

  /// All content streams of a page, decoded and joined.
  package func content(ofPage page: PDFObject) -> [UInt8] {
    var data: UnsafeMutablePointer<UInt8>?
    var count = 0
    guard unsafe qpdf_oh_get_page_content_data(raw, page.handle, &data, &count) & errorBit == 0, let data = unsafe data
    else { return [] }
    defer { unsafe free(data) }
    return unsafe Array(UnsafeBufferPointer(start: data, count: count))
  }
}
