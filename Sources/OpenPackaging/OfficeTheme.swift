package import Geometry

/// The colours and faces that a document's styles refer to, so that an office can change them at one place (ECMA-376 Part 1, 20.1.6).
package struct OfficeTheme: Sendable {
  /// The names of the scheme, in its order.
  package enum Slot: String, CaseIterable, Sendable {
    case dark1 = "dk1"
    case light1 = "lt1"
    case dark2 = "dk2"
    case light2 = "lt2"
    case accent1, accent2, accent3, accent4, accent5, accent6
    case link = "hlink"
    case visitedLink = "folHlink"
  }
  package var name: String
  package var colors: [(slot: Slot, color: Color)]
  /// The family of headings, and that of running text.
  package var headings: String
  package var body: String

  /// The scheme of a theme of pages.
  ///
  /// - Parameters:
  ///   - last: the name of the colour in the sixth place, which documents and slides use for other things.
  ///   - color: the theme's colours by name.
  package init(name: String, headings: String, body: String, last: String, color: (String) -> Color) {
    self.name = name
    let names = ["ink", "white", "ink-2", "tint", "brand", "c2", "c3", "c4", "c5", last, "brand", "brand"]
    colors = zip(Slot.allCases, names).map { ($0, color($1)) }
    self.headings = headings
    self.body = body
  }

  package var xml: String {
    var out = "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"\(escaped(name))\"><a:themeElements>"
    out += "<a:clrScheme name=\"\(escaped(name))\">"
    for (slot, color) in colors { out += "<a:\(slot.rawValue)><a:srgbClr val=\"\(color.digits)\"/></a:\(slot.rawValue)>" }
    out += "</a:clrScheme><a:fontScheme name=\"\(escaped(name))\">"
    for (role, family) in [("majorFont", headings), ("minorFont", body)] {
      let face = escaped(family)
      out += "<a:\(role)><a:latin typeface=\"\(face)\"/><a:ea typeface=\"\(face)\"/><a:cs typeface=\"\"/>"
      for script in ["Hans", "Hant"] { out += "<a:font script=\"\(script)\" typeface=\"\(face)\"/>" }
      out += "</a:\(role)>"
    }
    out += "</a:fontScheme><a:fmtScheme name=\"\(escaped(name))\">"
    // The scheme asks for three of each; nothing refers to them.
    let fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>"
    out += "<a:fillStyleLst>\(fill)\(fill)\(fill)</a:fillStyleLst><a:lnStyleLst>"
    for width in [6350, 12_700, 19_050] { out += "<a:ln w=\"\(width)\">\(fill)</a:ln>" }
    out += "</a:lnStyleLst><a:effectStyleLst>"
    for _ in 0..<3 { out += "<a:effectStyle><a:effectLst/></a:effectStyle>" }
    return out + "</a:effectStyleLst><a:bgFillStyleLst>\(fill)\(fill)\(fill)</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
  }
}
