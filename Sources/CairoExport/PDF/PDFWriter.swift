import CCairo
package import Diagnostics
import Geometry
package import Scene

/// Writes a finished document as PDF. The same document gives the same bytes.
///
/// - Parameter seal: one of the attachments, whose bytes tell what the file is.
/// - Throws: `pdf.no-pages`, `pdf.page-size`, `link.target` and `outline.target` (a place no page has), `font.…`,
///   `image.…`.
package func writePDF(_ document: PagedDocument, options: PDFOptions = PDFOptions(), seal: Seal? = nil) throws(Diagnostic) -> [UInt8] {
  var writer = try PDFWriter(
    info: document.info, fonts: document.fonts, images: document.images, pages: document.pages, options: options)
  for page in document.pages { try writer.add(page) }
  return try writer.finish(outline: document.outline, attachments: document.attachments, seal: seal)
}

/// Writes a PDF page by page.
struct PDFWriter: ~Copyable {
  let surface: PDFSurface
  var canvas: Canvas
  var faces: FontFaces
  var images: ImageSurfaces
  var glyphs = GlyphBuffer()
  var tags = TagStack()
  var scan = StructureScan()
  var places = NamedPlaces()
  var pageSize = Size.zero
  /// Maps the coordinates drawn in to the page's.
  var toPage = Transform.identity
  /// Links met inside a figure, which may not have children.
  var postponedLinks: [TagStack.Link] = []
  var linkCount = 0
  private var pageLabels: [String] = []
  private var pageBoxes: [PageBoxes?] = []
  private let info: DocumentInfo
  private let options: PDFOptions

  /// - Parameter pages: those to come. Their structure is read first, since a paragraph may go on over a page break, or have a link
  ///   only on a later page; and their glyphs, which is all that the faces will have.
  init(info: DocumentInfo, fonts: [FontResource], images: [ImageResource], pages: [Page], options: PDFOptions)
    throws(Diagnostic)
  {
    let surface = try PDFSurface()
    setMetadata(info, creator: options.creator, on: surface)
    unsafe canvas = Canvas(on: surface.raw)
    self.surface = surface
    self.info = info
    self.options = options
    faces = FontFaces(fonts, drawn: DrawnGlyphs(on: pages))
    self.images = ImageSurfaces(images)
    for page in pages { scan.read(page.frame) }
  }

  /// Draws one of the pages.
  mutating func add(_ page: Page) throws(Diagnostic) {
    let size = page.frame.size
    guard size.width > .zero, size.height > .zero, size.width <= largestSide, size.height <= largestSide else {
      throw .error(
        "pdf.page-size",
        "page \(page.number) has \(size.width.points) × \(size.height.points) points; a PDF page has 1 to 14400 a side")
    }
    pageSize = size
    surface.setPage(size: size, label: page.label)
    try draw(page.frame, at: .zero, link: nil)
    tags.endLeaf(on: canvas)
    unsafe cairo_show_page(canvas.raw)
    canvas.checkBalance()
    try canvas.check("draw page \(page.number)")
    pageLabels.append(page.label)
    pageBoxes.append(page.cut.map { PageBoxes($0, height: size.height) })
  }

  consuming func finish(outline: [OutlineEntry], attachments: [Attachment] = [], seal: Seal? = nil) throws(Diagnostic) -> [UInt8] {
    guard !pageLabels.isEmpty else { throw .error("pdf.no-pages", "the document has no pages") }
    tags.endAll(on: canvas)
    try places.checkLinks()
    try addOutline(outline, places: places, to: surface)
    try canvas.check("write the PDF")
    let context = StandardContext(
      info: info, options: options, attachments: options.standard == .a3a ? attachments : [], seal: seal, rows: tags.rows,
      pageLabels: pageLabels, pageBoxes: pageBoxes)
    let bytes = try surface.finish()
    guard options.standard == .none else { return try applyStandard(context, to: bytes) }
    return pageBoxes.contains { $0 != nil } ? try addingPageBoxes(pageBoxes, to: bytes) : bytes
  }
}

/// The limit of PDF 1.7, annex C.
private let largestSide = Length.pt(14_400)
