import CCairo
import Diagnostics
import Geometry
import Scene

/// Sole owner of a PDF surface that writes into memory.
@safe struct PDFSurface: ~Copyable {
  let raw: OpaquePointer
  private let sink: ByteSink

  init() throws(Diagnostic) {
    let sink = ByteSink()
    self.sink = sink
    let surface = unsafe cairo_pdf_surface_create_for_stream(
      { closure, data, count in
        guard let closure = unsafe closure else { return CAIRO_STATUS_WRITE_ERROR }
        let sink = unsafe Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
        unsafe sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
        return CAIRO_STATUS_SUCCESS
      }, Unmanaged.passUnretained(sink).toOpaque(), 595, 842)
    guard let surface = unsafe surface else { preconditionFailure("out of memory") }
    unsafe raw = surface
    try unsafe checkCairo(cairo_surface_status(surface), "begin the PDF")
  }
  deinit {
    // A context may still hold the surface and would write into the sink after its end.
    unsafe cairo_surface_finish(raw)
    unsafe cairo_surface_destroy(raw)
  }

  func setPage(size: Size, label: String) {
    unsafe cairo_pdf_surface_set_size(raw, size.width.points, size.height.points)
    if !label.isEmpty { unsafe cairo_pdf_surface_set_page_label(raw, label.exchangeable) }
  }

  func setMetadata(_ kind: cairo_pdf_metadata_t, _ value: String?) {
    if let value, !value.isEmpty { unsafe cairo_pdf_surface_set_metadata(raw, kind, value.exchangeable) }
  }

  /// - Returns: the number that children name as their parent; 0 stands for the root.
  func addOutline(_ title: String, to destination: String, under parent: Int32) -> Int32 {
    unsafe cairo_pdf_surface_add_outline(
      raw, parent, title.exchangeable, "dest='\(destination)'", parent == 0 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : .init(0))
  }

  /// - Throws: `cairo.failed`; failures of a page show only now.
  consuming func finish() throws(Diagnostic) -> [UInt8] {
    unsafe cairo_surface_finish(raw)
    try unsafe checkCairo(cairo_surface_status(raw), "finish the PDF")
    return sink.bytes
  }
}

/// Where cairo's bytes go.
private final class ByteSink {
  var bytes: [UInt8] = []
}
