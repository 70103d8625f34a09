import Geometry
import OpenPackaging
import Report
import Scene

/// Master, layouts and notes: where titles and texts stand and how they look, in the theme's colours and faces.
struct SlideTemplates {
  let manuscript: Manuscript
  let design: SlideDesign
  private let xml: SlideXML

  init(_ manuscript: Manuscript, design: SlideDesign) {
    self.manuscript = manuscript
    self.design = design
    xml = SlideXML(design: design)
  }

  var theme: OfficeTheme {
    OfficeTheme(
      name: manuscript.theme.name, headings: manuscript.family(of: .tableBody), body: manuscript.family(of: .body), last: "rule",
      color: manuscript.color)
  }

  /// The scheme's face of titles: that of running text where the theme sets its chapters in it.
  private var titleFont: String { manuscript.family(of: .chapter) == manuscript.family(of: .body) ? "mn" : "mj" }

  private func level(_ number: Int, size: Length, color: String, isBold: Bool, font: String) -> String {
    "<a:lvl\(number)pPr marL=\"0\" indent=\"0\" algn=\"l\"><a:lnSpc><a:spcPct val=\"120000\"/></a:lnSpc><a:buNone/><a:defRPr sz=\"\(design.typeSize(size))\" b=\"\(isBold ? 1 : 0)\"><a:solidFill><a:schemeClr val=\"\(color)\"/></a:solidFill><a:latin typeface=\"+\(font)-lt\"/><a:ea typeface=\"+\(font)-ea\"/></a:defRPr></a:lvl\(number)pPr>"
  }

  func master(layoutIDs: String) -> String {
    let title = xml.placeholder(
      2, "Title", "type=\"title\"", box: design.title, paragraphs: "<a:p><a:r><a:rPr lang=\"en-US\"/><a:t>Title</a:t></a:r></a:p>")
    let body = xml.placeholder(
      3, "Text", "type=\"body\" idx=\"1\"", box: design.content, paragraphs: "<a:p><a:r><a:rPr lang=\"en-US\"/><a:t>Text</a:t></a:r></a:p>")
    var out =
      "<p:sldMaster \(slideNamespaces)><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>"
    let rule = xml.box(6, "Rule", Rect(design.margin.points, 63, 31, 1.5), .init(fill: "accent1"))
    out += shapeTree(anchored(title, "b") + body + rule + footer(id: 4) + number(id: 5, text: "‹#›")) + "</p:cSld>"
    out +=
      "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/>"
    out += "<p:sldLayoutIdLst>\(layoutIDs)</p:sldLayoutIdLst><p:hf hdr=\"0\" dt=\"0\"/><p:txStyles><p:titleStyle>"
    let isBold = (manuscript.theme.styles[.chapter]?.weight ?? 700) >= 600
    out += level(1, size: .pt(15.5), color: "accent1", isBold: isBold, font: titleFont) + "</p:titleStyle><p:bodyStyle>"
    for number in 1...9 { out += level(number, size: .pt(10.5), color: "tx1", isBold: false, font: "mn") }
    out += "</p:bodyStyle><p:otherStyle>"
    for number in 1...9 { out += level(number, size: .pt(10.5), color: "tx1", isBold: false, font: "mn") }
    return out + "</p:otherStyle></p:txStyles></p:sldMaster>"
  }

  /// With its text at the box's foot or middle.
  private func anchored(_ shape: String, _ anchor: String) -> String {
    shape.replacing(
      "<a:bodyPr/>", with: "<a:bodyPr lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"\(anchor)\"><a:normAutofit/></a:bodyPr>")
  }

  private func footer(id: Int) -> String {
    let look =
      "<a:p><a:pPr algn=\"l\"/><a:r><a:rPr lang=\"\(manuscript.language.tag)\" sz=\"\(design.typeSize(.pt(6)))\"><a:solidFill><a:schemeClr val=\"tx2\"/></a:solidFill><a:latin typeface=\"+mj-lt\"/><a:ea typeface=\"+mj-ea\"/></a:rPr><a:t>\(escaped(manuscript.source.title))</a:t></a:r></a:p>"
    return anchored(
      xml.placeholder(
        id, "Footer", "type=\"ftr\" sz=\"quarter\" idx=\"11\"",
        box: Rect(design.margin.points, design.size.height.points - 18, design.width.points * 0.8, 11), paragraphs: look), "ctr")
  }

  private func number(id: Int, text: String) -> String {
    let look =
      "<a:p><a:pPr algn=\"r\"/><a:fld id=\"{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}\" type=\"slidenum\"><a:rPr lang=\"\(manuscript.language.tag)\" sz=\"\(design.typeSize(.pt(6)))\"><a:solidFill><a:schemeClr val=\"tx2\"/></a:solidFill><a:latin typeface=\"+mj-lt\"/></a:rPr><a:t>\(text)</a:t></a:fld></a:p>"
    return anchored(
      xml.placeholder(
        id, "Number", "type=\"sldNum\" sz=\"quarter\" idx=\"12\"",
        box: Rect(design.size.width.points - design.margin.points - 60, design.size.height.points - 18, 60, 11), paragraphs: look), "ctr")
  }

  /// The report's title and the number at the foot of a slide.
  func furniture(id: Int, language: Language) -> String { footer(id: id) + number(id: id + 1, text: "‹#›") }

  /// Cover, opening of a chapter, text, and a title alone: in the order of ``SlidesWriter/Slide/Kind``.
  var layouts: [String] {
    func layout(_ type: String, _ name: String, _ shapes: String, showsMaster: Bool = true) -> String {
      "<p:sldLayout \(slideNamespaces) type=\"\(type)\" preserve=\"1\"\(showsMaster ? "" : " showMasterSp=\"0\"")><p:cSld name=\"\(name)\">\(shapeTree(shapes))</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    }
    func sized(_ shape: String, _ size: Length, _ color: String? = nil, bold: Bool = false) -> String {
      let fill = color.map { "<a:solidFill><a:schemeClr val=\"\($0)\"/></a:solidFill>" } ?? ""
      return shape.replacing(
        "<a:lstStyle/>",
        with:
          "<a:lstStyle><a:lvl1pPr marL=\"0\" indent=\"0\"><a:buNone/><a:defRPr sz=\"\(design.typeSize(size))\" b=\"\(bold ? 1 : 0)\">\(fill)<a:latin typeface=\"+\(titleFont)-lt\"/><a:ea typeface=\"+\(titleFont)-ea\"/></a:defRPr></a:lvl1pPr></a:lstStyle>"
      )
    }
    func prompt(_ text: String) -> String { "<a:p><a:r><a:rPr lang=\"en-US\"/><a:t>\(text)</a:t></a:r></a:p>" }
    let foot = footer(id: 8) + number(id: 9, text: "‹#›")
    let left = design.margin.points
    let wide = design.width.points
    let isBold = (manuscript.theme.styles[.coverTitle]?.weight ?? 700) >= 600
    let coverTitle = sized(
      anchored(xml.placeholder(2, "Title", "type=\"ctrTitle\"", box: Rect(left, 34, wide, 78), paragraphs: prompt("Title")), "b"), .pt(27),
      "bg1", bold: isBold)
    let coverSubtitle = sized(
      anchored(
        xml.placeholder(3, "Subtitle", "type=\"subTitle\" idx=\"1\"", box: Rect(left, 118, wide, 30), paragraphs: prompt("Subtitle")), "t"),
      .pt(13), "bg1")
    let chapterTitle = sized(
      anchored(xml.placeholder(2, "Title", "type=\"title\"", box: Rect(left, 60, wide - 70, 84), paragraphs: prompt("Title")), "b"),
      .pt(24), "accent1", bold: isBold)
    let chapterText = sized(
      anchored(xml.placeholder(3, "Text", "type=\"body\" idx=\"1\"", box: Rect(left, 162, wide, 100), paragraphs: prompt("Text")), "t"),
      .pt(12.5), "tx2")
    let rule = xml.box(6, "Rule", Rect(left, 150, 54, 2.25), .init(fill: "accent1"))
    let title = xml.placeholder(2, "Title", "type=\"title\"", paragraphs: prompt("Title"))
    let text = anchored(xml.placeholder(3, "Text", "type=\"body\" idx=\"1\"", box: design.content, paragraphs: prompt("Text")), "t")
    return [
      layout("title", "Title Slide", coverTitle + coverSubtitle, showsMaster: false),
      layout("secHead", "Section Header", chapterTitle + chapterText + rule + foot, showsMaster: false),
      layout("obj", "Title and Content", title + text + foot), layout("titleOnly", "Title Only", title + foot),
    ]
  }

  // MARK: Notes

  private func notesShapes(_ paragraphs: String) -> String {
    let picture =
      "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"sldImg\"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"685800\" y=\"685800\"/><a:ext cx=\"5486400\" cy=\"3086100\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:sp>"
    return picture
      + "<p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"Notes\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"body\" idx=\"1\"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"685800\" y=\"4114800\"/><a:ext cx=\"5486400\" cy=\"4343400\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>\(paragraphs)</p:txBody></p:sp>"
  }

  var notesMaster: String {
    var out =
      "<p:notesMaster \(slideNamespaces)><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>\(shapeTree(notesShapes("<a:p/>")))</p:cSld>"
    out +=
      "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/>"
    out +=
      "<p:notesStyle><a:lvl1pPr><a:defRPr sz=\"1200\"><a:latin typeface=\"+mn-lt\"/><a:ea typeface=\"+mn-ea\"/></a:defRPr></a:lvl1pPr></p:notesStyle>"
    return out + "</p:notesMaster>"
  }

  func notes(_ lines: [String], language: Language) -> String {
    let paragraphs = lines.flatMap { $0.split(separator: "\n") }.map {
      "<a:p><a:r><a:rPr lang=\"\(language.tag)\"/><a:t>\(escaped(String($0)))</a:t></a:r></a:p>"
    }.joined()
    return
      "<p:notes \(slideNamespaces)><p:cSld>\(shapeTree(notesShapes(paragraphs)))</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
  }
}
