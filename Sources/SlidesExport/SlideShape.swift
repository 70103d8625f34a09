import Geometry
import OpenPackaging

/// The XML of what stands on slides (ECMA-376, PresentationML and DrawingML).
struct SlideXML {
  let design: SlideDesign

  func transform(_ box: Rect, prefix: String = "a") -> String {
    "<\(prefix):xfrm><a:off x=\"\(design.emu(box.minX))\" y=\"\(design.emu(box.minY))\"/><a:ext cx=\"\(design.emu(box.size.width))\" cy=\"\(design.emu(box.size.height))\"/></\(prefix):xfrm>"
  }

  /// A box of text in a place of the layout.
  ///
  /// - Parameter kind: such as `type="title"`.
  func placeholder(_ id: Int, _ name: String, _ kind: String, box: Rect? = nil, paragraphs: String, shrink: Double? = nil) -> String {
    let properties = box.map { "<p:spPr>\(transform($0))</p:spPr>" } ?? "<p:spPr/>"
    let fit = shrink.map { "<a:bodyPr><a:normAutofit fontScale=\"\(Int($0 * 100_000))\"/></a:bodyPr>" } ?? "<a:bodyPr/>"
    return
      "<p:sp><p:nvSpPr><p:cNvPr id=\"\(id)\" name=\"\(name) \(id)\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph \(kind)/></p:nvPr></p:nvSpPr>"
      + "\(properties)<p:txBody>\(fit)<a:lstStyle/>\(paragraphs.isEmpty ? "<a:p/>" : paragraphs)</p:txBody></p:sp>"
  }

  struct Look {
    /// A colour scheme's slot.
    var fill: String?
    var anchor = "t"
    var padding = Length.zero
    var description: String?
  }

  func box(_ id: Int, _ name: String, _ box: Rect, _ look: Look = Look(), paragraphs: String = "") -> String {
    let description = look.description.map { " descr=\"\(escaped($0))\"" } ?? ""
    let fill = look.fill.map { "<a:solidFill><a:schemeClr val=\"\($0)\"/></a:solidFill>" } ?? "<a:noFill/>"
    let inset = design.emu(look.padding)
    let isText = !paragraphs.isEmpty
    return
      "<p:sp><p:nvSpPr><p:cNvPr id=\"\(id)\" name=\"\(name) \(id)\"\(description)/><p:cNvSpPr\(isText && look.fill == nil ? " txBox=\"1\"" : "")/><p:nvPr/></p:nvSpPr>"
      + "<p:spPr>\(transform(box))<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>\(fill)<a:ln><a:noFill/></a:ln></p:spPr>"
      + "<p:txBody><a:bodyPr wrap=\"square\" lIns=\"\(inset)\" tIns=\"\(inset)\" rIns=\"\(inset)\" bIns=\"\(inset)\" anchor=\"\(look.anchor)\"><a:noAutofit/></a:bodyPr><a:lstStyle/>\(isText ? paragraphs : "<a:p/>")</p:txBody></p:sp>"
  }

  /// - Parameter description: nil for a decoration.
  func picture(_ id: Int, blip: String, _ box: Rect, description: String?) -> String {
    var properties = "<p:cNvPr id=\"\(id)\" name=\"Picture \(id)\""
    if let description {
      properties += " descr=\"\(escaped(description))\"/>"
    } else {
      properties +=
        "><a:extLst><a:ext uri=\"{C183D7F6-B498-43B3-948B-1728B52AA6E4}\"><adec:decorative xmlns:adec=\"http://schemas.microsoft.com/office/drawing/2017/decorative\" val=\"1\"/></a:ext></a:extLst></p:cNvPr>"
    }
    return "<p:pic><p:nvPicPr>\(properties)<p:cNvPicPr><a:picLocks noChangeAspect=\"1\"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>"
      + "<p:blipFill>\(blip)<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>\(transform(box))<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:pic>"
  }

  struct TableCell {
    var paragraphs: String
    var isHead = false
    var isTinted = false
    var isLast = false
  }

  func table(_ id: Int, _ box: Rect, widths: [Length], rows: [(height: Length, cells: [TableCell])], title: String) -> String {
    var out =
      "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"\(id)\" name=\"Table \(id)\" descr=\"\(escaped(title))\"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp=\"1\"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>"
    out +=
      transform(box, prefix: "p")
      + "<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/table\"><a:tbl><a:tblPr firstRow=\"1\"/><a:tblGrid>"
    for width in widths { out += "<a:gridCol w=\"\(design.emu(width))\"/>" }
    out += "</a:tblGrid>"
    for (height, cells) in rows {
      out += "<a:tr h=\"\(design.emu(height))\">"
      for cell in cells {
        out += "<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>\(cell.paragraphs)</a:txBody>"
        let (x, y) = (design.emu(.pt(4)), design.emu(.pt(2)))
        out +=
          "<a:tcPr marL=\"\(x)\" marR=\"\(x)\" marT=\"\(y)\" marB=\"\(y)\" anchor=\"ctr\"><a:lnL w=\"0\"><a:noFill/></a:lnL><a:lnR w=\"0\"><a:noFill/></a:lnR>"
        out += cell.isHead ? line("lnT", 1.2) + line("lnB", 0.6) : (cell.isLast ? line("lnB", 1.2) : "<a:lnB w=\"0\"><a:noFill/></a:lnB>")
        out += (cell.isTinted ? "<a:solidFill><a:schemeClr val=\"bg2\"/></a:solidFill>" : "<a:noFill/>") + "</a:tcPr></a:tc>"
      }
      out += "</a:tr>"
    }
    return out + "</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
  }

  private func line(_ name: String, _ width: Double) -> String {
    "<a:\(name) w=\"\(Int(width * 12_700))\"><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill></a:\(name)>"
  }
}
