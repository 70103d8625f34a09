import Geometry
import OpenPackaging
import Report
import Scene

/// A look of text on slides.
struct SlideLook {
  /// In lengths of the design; nil: as the place of the layout has it.
  var size: Length?
  /// A slot of the colour scheme.
  var color: String?
  var isBold = false
  /// `l`, `ctr` or `r`.
  var alignment = "l"
  /// Level of a list, counted from 0; nil for a paragraph.
  var level: Int?
  /// The number of an item; nil for a bullet.
  var number: Int?
  var usesHeadingFont = false
  var spaceBefore = Length.zero
}

extension SlidesWriter {
  func paragraph(_ pieces: [TextPiece], _ look: SlideLook = SlideLook()) -> String {
    var properties = "<a:pPr algn=\"\(look.alignment)\""
    var bullet = "<a:buNone/>"
    if let level = look.level {
      let step = design.emu(.pt(14))
      properties += " marL=\"\(step * (level + 1))\" indent=\"-\(step)\" lvl=\"\(min(8, level))\""
      bullet =
        look.number.map { "<a:buFont typeface=\"+mj-lt\"/><a:buAutoNum type=\"arabicPeriod\" startAt=\"\(max(1, min(32_767, $0)))\"/>" }
        ?? "<a:buChar char=\"\(level == 0 ? "•" : "–")\"/>"
    } else {
      properties += " marL=\"0\" indent=\"0\""
    }
    properties += ">"
    if look.spaceBefore > .zero { properties += "<a:spcBef><a:spcPts val=\"\(design.typeSize(look.spaceBefore))\"/></a:spcBef>" }
    return "<a:p>\(properties)\(bullet)</a:pPr>" + pieces.map { run($0, look) }.joined() + "</a:p>"
  }

  func paragraph(_ text: String, _ look: SlideLook = SlideLook()) -> String { paragraph([TextPiece(printed(text))], look) }

  func printed(_ text: String) -> String { read([.text(text)]).map(\.text).joined() }

  func run(_ piece: TextPiece, _ look: SlideLook) -> String {
    let text: String
    var piece = piece
    switch piece.content {
    case .lineBreak: return "<a:br/>"
    case .note(_, let mark):
      text = mark
      piece.height = .raised
    case .text(let own): text = own
    }
    guard !text.isEmpty else { return "" }
    let isItalic = piece.isEmphasised && !manuscript.language.isChinese
    var out = "<a:r><a:rPr lang=\"\(manuscript.language.tag)\""
    if let size = look.size { out += " sz=\"\(design.typeSize(size))\"" }
    if look.isBold || piece.isStrong || piece.isEmphasised && !isItalic { out += " b=\"1\"" }
    if isItalic { out += " i=\"1\"" }
    if piece.isStruck { out += " strike=\"sngStrike\"" }
    switch piece.height {
    case .normal: break
    case .raised: out += " baseline=\"30000\""
    case .lowered: out += " baseline=\"-25000\""
    }
    out += ">"
    let color = piece.isMarked ? "accent1" : look.color
    if let color { out += "<a:solidFill><a:schemeClr val=\"\(color)\"/></a:solidFill>" }
    if piece.isMarked { out += "<a:highlight><a:srgbClr val=\"\(manuscript.color("highlight").digits)\"/></a:highlight>" }
    let font = look.usesHeadingFont || piece.isCode ? "mj" : "mn"
    if look.size != nil { out += "<a:latin typeface=\"+\(font)-lt\"/><a:ea typeface=\"+\(font)-ea\"/>" }
    out += link(piece.link)
    return out + "</a:rPr><a:t>\(escaped(text.replacing("\n", with: " ")))</a:t></a:r>"
  }

  /// A link to an address, or to the slide of an anchor, which is known when all slides are.
  private func link(_ destination: Destination?) -> String {
    switch destination {
    case nil, .unprinted: ""
    case .anchor(let name): Self.linkSign + name.utf8.map { String($0, radix: 16) }.joined(separator: ".") + Self.linkSign
    case .uri(let uri): Self.addressSign + uri.utf8.map { String($0, radix: 16) }.joined(separator: ".") + Self.addressSign
    }
  }

  static let linkSign = "\u{1}"
  static let addressSign = "\u{2}"

  /// Texts on one line, or a line each where they are too long for it, in the largest type at which they fit a box.
  func fitted(_ texts: [String], in box: Size, from largest: Length, to smallest: Length) -> (lines: [String], size: Length) {
    let texts = texts.filter { !$0.isEmpty }
    guard !texts.isEmpty else { return ([], largest) }
    let line = texts.joined(separator: "　")
    if lines(line, size: largest, width: box.width) == 1 { return ([line], largest) }
    var size = largest
    while size > smallest {
      size = size - .pt(0.5)
      if lines(line, size: size, width: box.width) == 1 { return ([line], size) }
      if fits(texts, size, box) { return (texts, size) }
    }
    return ([line], smallest)
  }

  private func fits(_ texts: [String], _ size: Length, _ box: Size) -> Bool {
    size * 1.2 * texts.reduce(0) { $0 + lines($1, size: size, width: box.width) } <= box.height
  }

  /// About how many lines a text takes.
  func lines(_ text: String, size: Length, width: Length) -> Double {
    let room = max(4, width / size)
    return text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { $0 + max(1, (ems(String($1)) / room).rounded(.up)) }
  }
}
