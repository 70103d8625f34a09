import Diagnostics
import Geometry
import PDFFile
import Scene

/// How a printed sheet is cut, in PDF's coordinates (ISO 32000-1, 14.11.2).
struct PageBoxes {
  var trim: PDFValue
  var bleed: PDFValue

  /// - Parameter height: of the sheet, from whose foot PDF counts.
  init(_ cut: Page.Cut, height: Length) {
    func box(_ rect: Rect) -> PDFValue {
      .array([rect.minX, height - rect.maxY, rect.maxX, height - rect.minY].map { .real($0.points) })
    }
    trim = box(cut.trim)
    bleed = box(cut.bleed)
  }
}

func setPageBoxes(_ boxes: [PageBoxes?], in file: inout CairoFile) {
  for (page, boxes) in zip(file.pageNumbers, boxes) {
    guard let boxes else { continue }
    file[page]["BleedBox"] = boxes.bleed
    file[page]["TrimBox"] = boxes.trim
  }
}

/// Of a file without a standard.
///
/// - Throws: `pdf.cairo`.
func addingPageBoxes(_ boxes: [PageBoxes?], to bytes: [UInt8]) throws(Diagnostic) -> [UInt8] {
  var file = try CairoFile(reading: bytes)
  setPageBoxes(boxes, in: &file)
  return file.written()
}
