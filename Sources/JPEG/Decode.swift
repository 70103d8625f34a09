import CTurboJPEG
package import Diagnostics

/// A picture as pixels, rows from the top, RGBA; turned as its camera says.
package struct JPEGImage: Hashable, Sendable {
  package var width: Int
  package var height: Int
  package var pixels: [UInt8]
}

/// Reads a JPEG file, baseline or progressive, in grey or colour.
///
/// - Parameters:
///   - document: what messages call the file.
///   - side: the greatest width or height.
///   - pixels: the most of them; a small file may claim a huge picture.
/// - Throws: `jpeg.signature` (another format), `jpeg.damaged`, `jpeg.too-large`.
package func decodeJPEG(_ bytes: [UInt8], document: String, side: Int, pixels: Int) throws(Diagnostic) -> JPEGImage {
  let span = SourceSpan(document: document)
  guard bytes.starts(with: [0xFF, 0xD8, 0xFF]) else { throw .error("jpeg.signature", "this is not a JPEG file", at: span) }
  let decoder = try Decoder(span)
  let size = try decoder.size(of: bytes)
  guard size.width <= side, size.height <= side, size.width * size.height <= pixels else {
    throw .error(
      "jpeg.too-large", "the picture has \(size.width) × \(size.height) pixels", at: span,
      hint: "at most \(pixels) pixels and \(side) a side are read")
  }
  let image = JPEGImage(width: size.width, height: size.height, pixels: try decoder.pixels(of: bytes, size))
  return image.turned(exifOrientation(of: bytes))
}

/// Sole owner of one decompressor.
@safe private struct Decoder: ~Copyable {
  private let handle: tjhandle
  private let span: SourceSpan

  init(_ span: SourceSpan) throws(Diagnostic) {
    self.span = span
    guard let handle = unsafe tjInitDecompress() else { throw .error("jpeg.damaged", "the JPEG decoder cannot be started", at: span) }
    unsafe self.handle = handle
  }
  deinit { _ = unsafe tjDestroy(handle) }

  func size(of bytes: [UInt8]) throws(Diagnostic) -> (width: Int, height: Int) {
    var (width, height, subsampling, colours): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    let status = unsafe bytes.withUnsafeBufferPointer { input in
      unsafe tjDecompressHeader3(handle, input.baseAddress, UInt(input.count), &width, &height, &subsampling, &colours)
    }
    guard status == 0, width > 0, height > 0 else { throw problem }
    return (Int(width), Int(height))
  }

  func pixels(of bytes: [UInt8], _ size: (width: Int, height: Int)) throws(Diagnostic) -> [UInt8] {
    var status: Int32 = -1
    let count = size.width * size.height * 4
    let pixels = unsafe [UInt8](unsafeUninitializedCapacity: count) { out, filled in
      status = unsafe bytes.withUnsafeBufferPointer { input in
        unsafe tjDecompress2(
          handle, input.baseAddress, UInt(input.count), out.baseAddress, Int32(size.width), 0, Int32(size.height),
          Int32(TJPF_RGBA.rawValue), TJFLAG_ACCURATEDCT)
      }
      filled = status == 0 ? count : 0
    }
    guard status == 0 else { throw problem }
    return pixels
  }

  private var problem: Diagnostic {
    let reason = unsafe tjGetErrorStr2(handle).map { unsafe String(cString: $0) } ?? "it cannot be read"
    return .error("jpeg.damaged", "the JPEG file is damaged: \(reason)", at: span)
  }
}
