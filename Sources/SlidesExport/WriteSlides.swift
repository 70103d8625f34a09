package import Diagnostics
import Geometry
package import OpenPackaging
package import Report
import Scene

/// A manuscript as a presentation (ECMA-376, PresentationML): a slide for each figure, with its headline as title, its data as a native
/// table and its source on the page of notes; text and tables on slides of their own.
///
/// - Parameters:
///   - pictures: of ``Manuscript/pictures``, one for each.
///   - program: what made it.
///   - data: one element of XML with its namespace, kept inside for other programs.
/// - Throws: `output.full`.
package func slides(
  _ manuscript: Manuscript, pictures: [MediaPicture], program: (name: String, version: String), data: (xml: String, namespace: String)?
) throws(Diagnostic) -> Warned<[UInt8]> {
  var writer = SlidesWriter(manuscript)
  writer.writeSlides()
  var parts = SlideParts(manuscript, design: writer.design, pictures: pictures)
  parts.write(writer.slides)
  parts.package.addProperties(manuscript.info, program: program)
  if let data { parts.package.addData(data.xml, namespace: data.namespace, owner: "ppt/presentation.xml") }
  return Warned(try parts.package.bytes(), writer.findings)
}

/// The parts of a presentation: master, layouts, slides and pages of notes.
private struct SlideParts {
  let manuscript: Manuscript
  let design: SlideDesign
  let pictures: [MediaPicture]
  var package = OfficePackage()
  private let templates: SlideTemplates
  private static let type = "application/vnd.openxmlformats-officedocument.presentationml."

  init(_ manuscript: Manuscript, design: SlideDesign, pictures: [MediaPicture]) {
    self.manuscript = manuscript
    self.design = design
    self.pictures = pictures
    templates = SlideTemplates(manuscript, design: design)
  }

  private static func slide(_ number: Int) -> String { "ppt/slides/slide\(number).xml" }

  mutating func write(_ slides: [SlidesWriter.Slide]) {
    let main = "ppt/presentation.xml"
    _ = package.relate("", to: main, "officeDocument")
    let master = package.relate(main, to: "ppt/slideMasters/slideMaster1.xml", "slideMaster")
    writeMaster()
    let hasNotes = slides.contains { !$0.notes.isEmpty }
    var presentation =
      "<p:presentation \(slideNamespaces)><p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"\(master)\"/></p:sldMasterIdLst>"
    if hasNotes {
      writeNotesMaster()
      presentation +=
        "<p:notesMasterIdLst><p:notesMasterId r:id=\"\(package.relate(main, to: "ppt/notesMasters/notesMaster1.xml", "notesMaster"))\"/></p:notesMasterIdLst>"
    }
    var slideOfAnchor: [String: Int] = [:]
    for (index, slide) in slides.enumerated() {
      for anchor in slide.anchors where slideOfAnchor[anchor] == nil { slideOfAnchor[anchor] = index + 1 }
    }
    presentation += "<p:sldIdLst>"
    var shown: Set<Int> = []
    for (index, slide) in slides.enumerated() {
      write(slide, number: index + 1, slideOfAnchor)
      shown.formUnion(slide.pictures)
      presentation += "<p:sldId id=\"\(256 + index)\" r:id=\"\(package.relate(main, to: Self.slide(index + 1), "slide"))\"/>"
    }
    presentation +=
      "</p:sldIdLst><p:sldSz cx=\"\(design.emu(design.size.width))\" cy=\"\(design.emu(design.size.height))\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/></p:presentation>"
    package.add(main, Self.type + "presentation.main+xml", presentation)
    for (number, picture) in pictures.enumerated() where shown.contains(number) { package.add(picture, number: number, in: "ppt") }
  }

  private mutating func writeMaster() {
    let master = "ppt/slideMasters/slideMaster1.xml"
    var ids = ""
    for (index, layout) in templates.layouts.enumerated() {
      let name = "ppt/slideLayouts/slideLayout\(index + 1).xml"
      package.add(name, Self.type + "slideLayout+xml", layout)
      ids += "<p:sldLayoutId id=\"\(2_147_483_649 + index)\" r:id=\"\(package.relate(master, to: name, "slideLayout"))\"/>"
      _ = package.relate(name, to: master, "slideMaster")
    }
    package.add(master, Self.type + "slideMaster+xml", templates.master(layoutIDs: ids))
    _ = package.relate(master, to: "ppt/theme/theme1.xml", "theme")
    package.add("ppt/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml", templates.theme.xml)
  }

  private mutating func writeNotesMaster() {
    let master = "ppt/notesMasters/notesMaster1.xml"
    package.add(master, Self.type + "notesMaster+xml", templates.notesMaster)
    _ = package.relate(master, to: "ppt/theme/theme2.xml", "theme")
    package.add("ppt/theme/theme2.xml", "application/vnd.openxmlformats-officedocument.theme+xml", templates.theme.xml)
  }

  private mutating func write(_ slide: SlidesWriter.Slide, number: Int, _ slideOfAnchor: [String: Int]) {
    let part = Self.slide(number)
    _ = package.relate(part, to: "ppt/slideLayouts/slideLayout\(slide.kind.rawValue).xml", "slideLayout")
    var shapes = replaceSigns(in: slide.shapes, SlidesWriter.pictureSign) { sign in
      guard let place = Int(sign), slide.pictures.indices.contains(place) else { return "" }
      let picture = slide.pictures[place]
      let isVector = manuscript.pictures.indices.contains(picture) && manuscript.pictures[picture].isVector
      return package.blip(picture, isVector: isVector, in: "ppt", shownBy: part)
    }
    shapes = replaceSigns(in: shapes, SlidesWriter.linkSign) { sign in
      guard let target = slideOfAnchor[decoded(sign)] else { return "" }
      return "<a:hlinkClick r:id=\"\(package.relate(part, to: Self.slide(target), "slide"))\" action=\"ppaction://hlinksldjump\"/>"
    }
    shapes = replaceSigns(in: shapes, SlidesWriter.addressSign) { sign in
      "<a:hlinkClick r:id=\"\(package.relate(part, to: decoded(sign), "hyperlink", isExternal: true))\"/>"
    }
    if slide.kind != .cover { shapes += templates.furniture(id: slide.nextID, language: manuscript.language) }
    package.add(
      part, Self.type + "slide+xml",
      "<p:sld \(slideNamespaces)><p:cSld>\(shapeTree(shapes))</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>")
    guard !slide.notes.isEmpty else { return }
    let notes = "ppt/notesSlides/notesSlide\(number).xml"
    _ = package.relate(part, to: notes, "notesSlide")
    _ = package.relate(notes, to: "ppt/notesMasters/notesMaster1.xml", "notesMaster")
    _ = package.relate(notes, to: part, "slide")
    package.add(notes, Self.type + "notesSlide+xml", templates.notes(slide.notes, language: manuscript.language))
  }

  /// What stands between two signs, replaced.
  private func replaceSigns(in text: String, _ sign: String, _ make: (String) -> String) -> String {
    guard text.contains(sign) else { return text }
    return text.split(separator: sign, omittingEmptySubsequences: false).enumerated().map { place, part in
      place % 2 == 0 ? String(part) : make(String(part))
    }.joined()
  }

  private func decoded(_ sign: String) -> String {
    String(decoding: sign.split(separator: ".").compactMap { UInt8($0, radix: 16) }, as: UTF8.self)
  }
}

let slideNamespaces =
  "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
  + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
  + " xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\""

func shapeTree(_ shapes: String) -> String {
  "<p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>\(shapes)</p:spTree>"
}
