package import Diagnostics

/// The pixels of a picture, lent in bands of rows, so that what is drawn need not lie in memory whole.
package protocol PixelRows: Sendable {
  var width: Int { get }
  var height: Int { get }
  /// Whether all pixels are known to be opaque.
  var isOpaque: Bool { get }
  /// How many rows are best lent at a time.
  var bandHeight: Int { get }

  /// Lends the pixels of some rows: red, green, blue, alpha in turn, alpha not multiplied in. Several threads ask at once, and for the same
  /// rows more than once.
  ///
  /// - Parameter rows: not empty, within the picture.
  func withRows<Result>(_ rows: Range<Int>, _ body: (UnsafeRawBufferPointer) -> Result) throws(Diagnostic) -> Result
}

extension PixelRows {
  /// The rows in bands, from the top.
  func bands(of rows: Range<Int>) -> [Range<Int>] {
    stride(from: rows.lowerBound, to: rows.upperBound, by: max(1, bandHeight)).map { $0..<min($0 + max(1, bandHeight), rows.upperBound) }
  }
}

/// Pixels that lie in memory anyhow.
@safe package struct HeldPixels: PixelRows {
  /// Only read, so that several threads may.
  private nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
  package let width: Int
  package let height: Int
  package let isOpaque: Bool
  package var bandHeight: Int { height }

  /// - Parameter bytes: `4 · width · height` of them, valid as long as they are asked for.
  package init(_ bytes: UnsafeRawBufferPointer, width: Int, isOpaque: Bool) {
    unsafe self.bytes = unsafe bytes
    self.width = width
    self.isOpaque = isOpaque
    height = bytes.count / 4 / width
  }

  package func withRows<Result>(_ rows: Range<Int>, _ body: (UnsafeRawBufferPointer) -> Result) throws(Diagnostic) -> Result {
    unsafe body(UnsafeRawBufferPointer(rebasing: bytes[4 * width * rows.lowerBound..<4 * width * rows.upperBound]))
  }
}
