import Geometry
import OpenPackaging
import Report
import Scene

/// Charts and pictures with their captions.
extension WordWriter {
  mutating func write(_ figure: ChartFigure, width: Length) { body += content { $0.append(figure, width: width) } }

  /// Figures of equal width side by side.
  mutating func write(_ figures: [ChartFigure]) {
    guard !figures.isEmpty else { return }
    let width = page.width(cellsOf: figures.count)
    var cells: [WordCell] = []
    for figure in figures {
      if !cells.isEmpty { cells.append(.gap(page.gutter)) }
      var cell = WordCell(width: width)
      cell.content = content { $0.append(figure, width: width) }
      cells.append(cell)
    }
    write(rows: [cells])
  }

  /// Caption, what is measured, picture, notes and source.
  mutating func append(_ figure: ChartFigure, width: Length) {
    guard let drawn = manuscript.drawn(figure), let number = manuscript.figures.firstIndex(where: { $0.picture == drawn.picture }) else {
      return
    }
    if drawn.label != nil || drawn.title != nil {
      body += caption(
        label: drawn.label, title: drawn.title ?? "", anchor: drawn.anchor, style: drawn.label == nil ? "FigureTitle" : "Caption")
    }
    if let subtitle = drawn.subtitle { body += paragraph("FigureSubtitle", run(printed(subtitle))) }
    let isFollowed = !drawn.notes.isEmpty || !drawn.source.isEmpty || !drawn.tables.isEmpty
    let picture = picture(drawn.picture, size: drawn.size, within: width, alternative: drawn.alternative, title: drawn.title)
    // A figure without a caption is its own anchor.
    let isAnchor = drawn.label == nil && drawn.title == nil
    body += paragraph("Figure", isAnchor ? marked(drawn.anchor, picture) : picture, isFollowed ? "<w:keepNext/>" : "")
    for note in drawn.notes { body += paragraph("FigureNote", run(printed(note))) }
    var foot = run(printed(drawn.source.joined(separator: " ")))
    if !drawn.tables.isEmpty {
      let link =
        "<w:hyperlink w:anchor=\"\(bookmark(Self.dataAnchor(number)))\">\(run(manuscript.vocabulary.figureData, "<w:rStyle w:val=\"Hyperlink\"/>"))</w:hyperlink>"
      foot += (foot.isEmpty ? "" : run("　")) + link
    }
    if !foot.isEmpty { body += paragraph("FigureNote", foot) }
    body += space(manuscript.layout.baseline / 2)
  }

  /// `图2-1　…`: the number as a field, with a sequence for each chapter, so that all programs count alike.
  mutating func caption(label: String?, title: String, anchor: String?, style: String = "Caption") -> String {
    guard let label else { return paragraph(style, marked(anchor, run(printed(title)))) }
    let digits = String(label.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
    let word = label.hasPrefix(manuscript.vocabulary.table("", 0).filter { !$0.isNumber }) ? "Table" : "Figure"
    let number =
      !digits.isEmpty
      ? run(String(label.dropLast(digits.count))) + field("SEQ \(word)\(chapter + 1) \\* ARABIC", result: digits) : run(label)
    return paragraph(style, marked(anchor, number) + run("　" + printed(title)))
  }

  mutating func write(_ picture: ReportPicture, width: Length) {
    guard let place = manuscript.picture(picture) else { return }
    // As large as it is by itself, within three fifths of the page.
    let natural = picture.size
    let room = (page.size.height - page.margins.top - page.margins.bottom) * 0.6
    let scale = min(1, width / natural.width, room / natural.height)
    let size = Size(width: natural.width * scale, height: natural.height * scale)
    let label = picture.anchor.flatMap { manuscript.labels[$0] }
    let hasCaption = label != nil || picture.title != nil
    let drawing = self.picture(place, size: size, within: width, alternative: picture.alt, title: picture.title)
    body += paragraph(
      "Figure", hasCaption ? drawing : marked(picture.anchor, drawing), (hasCaption ? "<w:keepNext/>" : "") + "<w:jc w:val=\"center\"/>")
    if hasCaption {
      let caption = caption(
        label: label, title: picture.title ?? picture.alt, anchor: picture.anchor, style: label == nil ? "FigureSubtitle" : "Caption")
      body += caption.replacing("</w:pPr>", with: "<w:keepNext w:val=\"0\"/><w:jc w:val=\"center\"/></w:pPr>", maxReplacements: 1)
    }
  }

  /// An inline picture, no wider than its place.
  mutating func picture(_ place: Int, size: Size, within width: Length, alternative: String?, title: String? = nil) -> String {
    let scale = min(1, width / size.width)
    let shown = Size(width: size.width * scale, height: size.height * scale)
    return
      "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"\(shown.width.emu)\" cy=\"\(shown.height.emu)\"/>"
      + graphic(place, size: shown, alternative: alternative, title: title) + "</wp:inline></w:drawing></w:r>"
  }

  /// The pictogram of a chapter, at the right end of its heading; it floats, so that the contents do not show it.
  mutating func chapterPictogram(_ name: String?) -> String {
    guard let place = manuscript.pictogram(name, on: .chapter) else { return "" }
    let side = Length.pt(36)
    let size = Size(width: side, height: side)
    return
      "<w:r><w:drawing><wp:anchor distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\" simplePos=\"0\" relativeHeight=\"1\" behindDoc=\"0\" locked=\"0\" layoutInCell=\"1\" allowOverlap=\"1\">"
      + "<wp:simplePos x=\"0\" y=\"0\"/><wp:positionH relativeFrom=\"margin\"><wp:align>right</wp:align></wp:positionH>"
      + "<wp:positionV relativeFrom=\"paragraph\"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx=\"\(side.emu)\" cy=\"\(side.emu)\"/><wp:wrapNone/>"
      + graphic(place, size: size, alternative: nil) + "</wp:anchor></w:drawing></w:r>"
  }

  /// - Parameter alternative: nil for a decoration, which no one is told of.
  private mutating func graphic(_ place: Int, size: Size, alternative: String?, title: String? = nil) -> String {
    shown.insert(place)
    let number = nextDrawing()
    let isVector = manuscript.pictures.indices.contains(place) && manuscript.pictures[place].isVector
    let blip = package.blip(place, isVector: isVector, in: "word", shownBy: Self.main)
    var properties = "<wp:docPr id=\"\(number)\" name=\"Picture \(number)\""
    if let alternative {
      properties += " descr=\"\(escaped(alternative))\"" + (title.map { " title=\"\(escaped($0))\"" } ?? "") + "/>"
    } else {
      properties +=
        "><a:extLst><a:ext uri=\"{C183D7F6-B498-43B3-948B-1728B52AA6E4}\"><adec:decorative xmlns:adec=\"http://schemas.microsoft.com/office/drawing/2017/decorative\" val=\"1\"/></a:ext></a:extLst></wp:docPr>"
    }
    return properties + "<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr>"
      + "<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr><pic:cNvPr id=\"\(number)\" name=\"Picture \(number)\"/><pic:cNvPicPr/></pic:nvPicPr>"
      + "<pic:blipFill>\(blip)<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
      + "<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"\(size.width.emu)\" cy=\"\(size.height.emu)\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>"
  }
}
