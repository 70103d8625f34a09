import CCairo
import Diagnostics
import Geometry
import Scene

extension PDFWriter {
  /// Draws a frame whose top left corner is at `origin` in the coordinates at hand.
  ///
  /// - Parameter link: what everything in the frame is seen through.
  mutating func draw(_ frame: Frame, at origin: Point, link outer: TagStack.Link?) throws(Diagnostic) {
    let isInLeaf = tags.isInLeafElement
    let linking = isInLeaf || outer != nil ? nil : LinkRuns(frame)
    if isInLeaf, !tags.isInLink, let runs = LinkRuns(frame) {
      // What is seen of a figure is one whole; what leads from it stands behind it, named by the text that leads there.
      postponedLinks += makeLinks(runs, at: origin)
    }
    let links = linking.map { runs in makeLinks(runs, at: origin) } ?? []
    for (index, placed) in frame.items.enumerated() {
      var link = outer
      if let linking, linking.runOfItem[index] >= 0 { link = links[linking.runOfItem[index]] }
      let at = origin + placed.origin
      switch placed.item {
      case .text(let run):
        guard run.isVisible, run.isOn(pageSize, at: at, toPage) else { continue }
        tags.prepare(.text, link: link, on: canvas)
        try show(run, at: at)
      case .shape(let shape):
        guard shape.isVisible else { continue }
        // What fills a page makes cairo forget all that was recorded before, the begin of a tag too, and then stumble over its
        // end. The ground of a figure is no part of its element, so it comes before the tag.
        if placed.role != .background || !tags.isInLeafElement { tags.prepare(.graphics, link: link, on: canvas) }
        canvas.draw(shape, x: at.x.points, y: at.y.points)
      case .image(let id, let size):
        tags.prepare(.graphics, link: link, on: canvas)
        try images.draw(id, size: size, x: at.x.points, y: at.y.points, on: &canvas)
      case .group(let group): try draw(group, role: placed.role, at: at, link: link)
      case .anchor(let name): place(name, at: toPage.apply(at))
      case .link: continue
      }
    }
    if let linking {
      for run in linking.bare { tags.addBareLink(links[run], on: canvas) }
    }
  }

  private mutating func draw(_ group: Group, role: Role, at origin: Point, link: TagStack.Link?) throws(Diagnostic) {
    guard group.transform.isInvertible else { return }
    let outer = toPage
    let isPlain = group.transform == .identity && group.clip == nil
    if !isPlain {
      canvas.save()
      toPage = group.transform.then(.translation(origin)).then(toPage)
      canvas.transform(group.transform.then(.translation(origin)))
      if let clip = group.clip { canvas.clip(clip) }
    }
    let inside = isPlain ? origin : .zero
    let element = tags.isInLeafElement ? nil : element(of: group, role: role, at: inside)
    if let element { tags.enter(element) }
    try draw(group.frame, at: inside, link: element == nil ? link : nil)
    if element != nil {
      tags.leave(on: canvas)
      let links = postponedLinks
      postponedLinks.removeAll()
      for link in links { tags.addBareLink(link, on: canvas) }
    }
    if !isPlain {
      canvas.restore()
      toPage = outer
    }
  }

  /// The structure element a group stands for; nil for a group that only groups. A figure without a description is
  /// described by its text; without text too it is decoration.
  private mutating func element(of group: Group, role: Role, at origin: Point) -> TagStack.Element? {
    let box = toPage.apply(Rect(origin: origin, size: group.frame.size))
    guard let tag = group.tag else {
      guard let alt = group.alt else { return nil }
      linkCount += 1
      var row = StructureRow(.figure)
      row.element = .figure
      row.alt = alt.exchangeable
      row.box = pdfBox(box)
      return TagStack.Element(row: row, id: -linkCount, isContainer: false)
    }
    var alt = group.alt ?? ""
    if tag.element == .figure, alt.isEmpty {
      alt = LinkRuns.text(of: group.frame)
      if alt.isEmpty, !group.frame.holdsImages { return nil }
    }
    var row = StructureRow(StructureName(tag.element))
    row.id = tag.id
    row.element = tag.element
    row.language = tag.language
    if tag.element == .figure {
      row.alt = alt.exchangeable
      row.box = pdfBox(box)
    }
    var element = TagStack.Element(row: row, id: tag.id, isContainer: scan.containers.contains(tag.id))
    if tag.element == .link {
      if let (destination, areas) = LinkRuns.only(in: group.frame) {
        element.row.contents = LinkRuns.text(of: group.frame).exchangeable
        places.use(destination)
        element.attributes = TagAttributes.link(
          to: destination, areas: areas.map { toPage.apply($0.offset(by: origin)) })
      } else {
        element.row.name = .span
      }
    }
    return element
  }

  private mutating func makeLinks(_ runs: LinkRuns, at origin: Point) -> [TagStack.Link] {
    runs.runs.map { run in
      link(to: run.destination, areas: run.areas.map { $0.offset(by: origin) }, text: run.text)
    }
  }

  private mutating func link(to destination: Destination, areas: [Rect], text: String) -> TagStack.Link {
    places.use(destination)
    linkCount += 1
    let target =
      switch destination {
      case .anchor(let name), .unprinted(let name): name
      case .uri(let uri): uri
      }
    return TagStack.Link(
      serial: linkCount, attributes: TagAttributes.link(to: destination, areas: areas.map { toPage.apply($0) }),
      contents: (text.isEmpty ? target : text).exchangeable)
  }

  private mutating func place(_ name: String, at point: Point) {
    guard places.define(name) else { return }
    let attributes = TagAttributes.destination(name, at: point)
    canvas.beginTag("cairo.dest", attributes)
    canvas.endTag("cairo.dest")
  }

  private mutating func show(_ run: TextRun, at origin: Point) throws(Diagnostic) {
    canvas.setColor(run.fill)
    var run = run
    // No-break and thin spaces share the glyph of a space; which of them it was matters to the setting of lines only.
    if run.text.unicodeScalars.contains(where: \.isSpaceOfType) {
      run.text = String(String.UnicodeScalarView(run.text.unicodeScalars.map { $0.isSpaceOfType ? " " : $0 }))
    }
    for piece in run.partedToRead(in: &faces) {
      try show(piece, at: Point(x: origin.x + piece.x, y: origin.y))
    }
  }

  private mutating func show(_ piece: ReadablePiece, at origin: Point) throws(Diagnostic) {
    let run = piece.run
    try canvas.setFont(piece.font, size: run.size.points, from: &faces)
    glyphs.place(run, x: origin.x.points, y: origin.y.points, glyphCount: faces.glyphCount(piece.font))
    guard piece.isText else { return canvas.fillOutlines(of: glyphs) }
    var text = run.text
    text.withUTF8 { bytes in
      unsafe glyphs.cluster(run, bytes: bytes)
      unsafe canvas.show(glyphs, bytes: bytes)
    }
  }

  private func pdfBox(_ rect: Rect) -> [Double] {
    let height = pageSize.height.points
    return [rect.minX.points, height - rect.maxY.points, rect.maxX.points, height - rect.minY.points]
  }
}

extension Canvas {
  func show(_ buffer: borrowing GlyphBuffer, bytes: UnsafeBufferPointer<UInt8>) {
    unsafe bytes.withMemoryRebound(to: CChar.self) { text in
      unsafe cairo_show_text_glyphs(
        raw, text.baseAddress, Int32(text.count), buffer.glyphs, Int32(buffer.glyphs.count), buffer.clusters,
        Int32(buffer.clusters.count), .init(0))
    }
  }

  /// Glyphs as shapes, which no reader takes for text.
  func fillOutlines(of buffer: borrowing GlyphBuffer) {
    unsafe cairo_glyph_path(raw, buffer.glyphs, Int32(buffer.glyphs.count))
    unsafe cairo_fill(raw)
  }
}

extension Unicode.Scalar {
  /// A blank of another width or behaviour than the space: no-break, en to hair, narrow no-break.
  fileprivate var isSpaceOfType: Bool { value == 0xA0 || (0x2002...0x200A).contains(value) || value == 0x202F }
}

extension Frame {
  /// A picture needs words even where the scene gives none.
  fileprivate var holdsImages: Bool {
    items.contains { placed in
      switch placed.item {
      case .image: true
      case .group(let group): group.frame.holdsImages
      default: false
      }
    }
  }
}

extension Shape {
  var isVisible: Bool {
    fill.map { $0.alpha > 0 } == true || stroke.map { $0.color.alpha > 0 && $0.width > .zero } == true
  }
}
