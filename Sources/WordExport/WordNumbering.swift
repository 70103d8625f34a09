import Geometry
import Report

/// The numbers and bullets of lists: one scheme of each kind, and for each numbered list an own count.
struct WordNumbering {
  /// The first number of each numbered list, in order.
  private var starts: [Int] = []

  private static let chapters = 1
  static let bullets = 2

  /// The id of a list that begins at a number.
  mutating func ordered(from start: Int) -> Int {
    starts.append(start)
    return starts.count + Self.bullets
  }

  static let chapterNumber = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"\(chapters)\"/></w:numPr>"

  static func item(_ list: Int, level: Int) -> String {
    "<w:numPr><w:ilvl w:val=\"\(min(8, level))\"/><w:numId w:val=\"\(list)\"/></w:numPr>"
  }

  /// How far the text of a level stands from the margin, in twips.
  static func indent(level: Int) -> Int { 420 * (level + 1) }

  func xml(_ styles: WordStyles) -> String {
    let brand = styles.color("brand")
    func level(_ number: Int, _ format: String, _ text: String, _ look: String, _ place: String, suffix: String = "tab") -> String {
      "<w:lvl w:ilvl=\"\(number)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(format)\"/><w:suff w:val=\"\(suffix)\"/><w:lvlText w:val=\"\(text)\"/><w:lvlJc w:val=\"left\"/>"
        + "<w:pPr>\(place)</w:pPr><w:rPr>\(look)</w:rPr></w:lvl>"
    }
    func hanging(_ number: Int) -> String { "<w:ind w:left=\"\(Self.indent(level: number))\" w:hanging=\"420\"/>" }
    var out = "<w:numbering \(wordNamespaces)>"
    let onBand = styles.manuscript.theme.furniture.number == .band
    out += "<w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"singleLevel\"/>"
    out += level(
      0, "decimalZero", "%1\u{2002}", styles.color(onBand ? "white" : "c2"), "<w:ind w:left=\"0\" w:firstLine=\"0\"/>", suffix: "nothing")
    out += "</w:abstractNum><w:abstractNum w:abstractNumId=\"1\"><w:multiLevelType w:val=\"hybridMultilevel\"/>"
    for number in 0...8 { out += level(number, "bullet", number == 0 ? "•" : "–", styles.fonts(.callout) + brand, hanging(number)) }
    out += "</w:abstractNum><w:abstractNum w:abstractNumId=\"2\"><w:multiLevelType w:val=\"hybridMultilevel\"/>"
    for number in 0...8 { out += level(number, "decimal", "%\(number + 1).", brand, hanging(number)) }
    out += "</w:abstractNum>"
    out += "<w:num w:numId=\"\(Self.chapters)\"><w:abstractNumId w:val=\"0\"/></w:num>"
    out += "<w:num w:numId=\"\(Self.bullets)\"><w:abstractNumId w:val=\"1\"/></w:num>"
    for (index, start) in starts.enumerated() {
      out += "<w:num w:numId=\"\(index + 1 + Self.bullets)\"><w:abstractNumId w:val=\"2\"/>"
      for number in 0...8 { out += "<w:lvlOverride w:ilvl=\"\(number)\"><w:startOverride w:val=\"\(start)\"/></w:lvlOverride>" }
      out += "</w:num>"
    }
    return out + "</w:numbering>"
  }
}
