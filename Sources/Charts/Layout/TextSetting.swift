import Dataflow
import Diagnostics
import Fonts
import Geometry
import Grammar
import Scales
import Scene
import StructuredData
import Typesetting

/// A set line of text with its measures in pixels.
struct SetText: Sendable {
  var line: Line
  var width: Double { line.width.points }
  var ascent: Double { line.ascent.points }
  var descent: Double { line.descent.points }
  var text: String { line.text }
}

/// How a text looks.
struct TextLook: Hashable, Sendable {
  var size = 10.0
  var weight = 400
  var family: String?
  var color = Color.black

  /// What stands for the rest of a text that is cut.
  var ellipsis = "…"

  /// Reads `font`, `fontSize`, `fontWeight` with a prefix (`label`, `title`, …).
  init(_ properties: Properties, prefix: String, color fallback: Color = .black) {
    func key(_ name: String) -> String {
      prefix.isEmpty ? name : prefix + name.prefix(1).uppercased() + name.dropFirst()
    }
    size = properties.number(key("fontSize")) ?? 10
    family = properties.text(key("font"))
    weight = Self.weight(properties[key("fontWeight")])
    if prefix.isEmpty, let own = properties.text("ellipsis") { ellipsis = own }
    color = properties.color(key("color")) ?? fallback
  }
  init(size: Double, weight: Int = 400, family: String? = nil, color: Color = .black) {
    self.size = size
    self.weight = weight
    self.family = family
    self.color = color
  }

  static func weight(_ node: Node?) -> Int {
    if let number = node?.double ?? node?.string.flatMap(Double.init) { return Int(max(1, min(1000, number))) }
    switch node?.string {
    case "bold", "bolder": return 700
    case "lighter": return 300
    default: return 400
    }
  }
}

enum TextAlign: String { case left, center, right }
enum TextBaseline: String {
  case top, middle, bottom, alphabetic
  case lineTop = "line-top"
  case lineBottom = "line-bottom"
}

/// Sets texts with the fonts of the run.
struct TextSetter: Sendable {
  let typesetter: Typesetter
  let language: Language
  /// The family of texts that name none.
  let family: String?
  /// Whether months and days are named in the texts' language, not in English as Vega-Lite does.
  var speaksLanguage = false

  func set(_ text: String, _ look: TextLook) -> SetText {
    return SetText(line: typesetter.label(text, style(look, of: text)))
  }

  /// The names of months and days in the texts' language.
  var timeLocale: TimeLocale {
    guard speaksLanguage, language != .english else { return .english }
    return language == .simplifiedChinese ? .simplifiedChinese : .traditionalChinese
  }

  /// The text in lines of at most `width`, broken where a line may end.
  func wrapped(_ text: String, _ look: TextLook, width: Double) -> [String] {
    paragraph(text, look, width: width, lineHeight: look.size * 1.2).map(\.text)
  }

  /// Set lines of at most `width`; they end between Chinese words where these have room.
  func paragraph(_ text: String, _ look: TextLook, width: Double, lineHeight: Double) -> [Line] {
    guard !text.isEmpty else { return [] }
    let style = ParagraphStyle(
      leading: .pt(max(1, lineHeight)), alignment: .start, hyphenation: false, minimumLastLine: 2, balanced: true)
    let styled = StyledText(text, self.style(look, of: text))
    func lines(_ text: StyledText) -> [Line] { typesetter.paragraph(text, style: style, width: .pt(max(1, width))).value }
    let words = language.isChinese ? typesetter.words : nil
    return typesetter.paragraphs.lines(of: styled, width: .pt(width), leading: style.leading, keepsWords: words != nil) {
      if let words, typesetter.label(styled).width.points > width {
        let kept = lines(styled.keepingWords(words))
        if kept.allSatisfy({ $0.width.points <= width }) { return kept }
      }
      return lines(styled)
    }
  }

  /// A text is set in one face: that of the first family named which has all its characters, else of the first there is.
  private func style(_ look: TextLook, of text: String) -> TextStyle {
    let fonts = typesetter.fonts
    let named = (look.family ?? family).map { fonts.fonts(families: $0, weight: look.weight) } ?? []
    let covering =
      named.count < 2
      ? nil
      : named.first { id in
        text.unicodeScalars.allSatisfy { fonts.typeface(id).covers($0) }
      }
    let font =
      covering ?? named.first
      ?? fonts.font(named: look.weight >= 600 ? "sans-bold" : look.weight >= 500 ? "sans-medium" : "sans-regular")
      ?? FontID(0)
    return TextStyle(font: font, size: .pt(max(0.1, look.size)), fill: look.color, language: language)
  }

  func width(_ text: String, _ look: TextLook) -> Double { set(text, look).width }

  /// The text, cut with an ellipsis where it is wider than `limit` pixels.
  func limited(_ text: String, _ look: TextLook, limit: Double?, ellipsis: String = "…") -> String {
    guard let limit, limit > 0, width(text, look) > limit else { return text }
    return cut(text, look, limit: limit, ellipsis: ellipsis)
  }

  private func cut(_ text: String, _ look: TextLook, limit: Double, ellipsis: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var low = 0
    var high = scalars.count
    let room = limit - width(ellipsis, look)
    while low < high {
      let middle = (low + high + 1) / 2
      if width(String(String.UnicodeScalarView(scalars[..<middle])), look) <= room { low = middle } else { high = middle - 1 }
    }
    return String(String.UnicodeScalarView(scalars[..<low])) + ellipsis
  }

  /// One or several lines about an anchor.
  ///
  /// - Parameter angle: in degrees clockwise, about the anchor.
  /// - Returns: the items, and the box around all of them; none where the place is beyond all numbers.
  func place(
    _ lines: [String], _ look: TextLook, x: Double, y: Double, align: TextAlign = .left,
    baseline: TextBaseline = .alphabetic, angle: Double = 0, dx: Double = 0, dy: Double = 0, limit: Double? = nil,
    lineHeight: Double? = nil, role: Role, opacity: Double = 1, datum: DatumReference? = nil
  ) -> (items: [SceneItem], bounds: Box) {
    var look = look
    look.color = look.color.withOpacity(opacity)
    var items: [SceneItem] = []
    var bounds = Box()
    let step = lineHeight ?? look.size + 2
    guard [x, y, angle, dx, dy, step].allSatisfy(\.isFinite) else { return ([], bounds) }
    // Vega's offsets of baselines: middle is 0.3 em above the baseline, top 0.79, bottom 0.21 below.
    let shift: Double =
      switch baseline {
      case .top: 0.79 * look.size
      case .middle: 0.30 * look.size
      case .bottom: -0.21 * look.size
      case .alphabetic: 0
      case .lineTop: 0.29 * look.size + 0.5 * step
      case .lineBottom: 0.29 * look.size - 0.5 * step
      }
    // A block of lines hangs below a top baseline, is centred about a middle one and stands on a bottom one.
    let extra = Double(max(0, lines.count - 1)) * step
    let first =
      switch baseline {
      case .middle: -extra / 2
      case .bottom, .lineBottom: -extra
      default: 0.0
      }
    let radians = angle.truncatingRemainder(dividingBy: 360) * .pi / 180
    let turn = (sin: sine(radians), cos: cosine(radians))
    func turned(_ px: Double, _ py: Double) -> (Double, Double) {
      let (rx, ry) = (px - x, py - y)
      return (x + rx * turn.cos - ry * turn.sin, y + rx * turn.sin + ry * turn.cos)
    }
    for (index, text) in lines.enumerated() where !text.isEmpty {
      var set = set(text, look)
      if let limit, limit > 0, set.width > limit { set = self.set(cut(text, look, limit: limit, ellipsis: look.ellipsis), look) }
      var left = x + dx
      switch align {
      case .left: break
      case .center: left -= set.width / 2
      case .right: left -= set.width
      }
      let base = y + dy + shift + first + Double(index) * step
      var box = Box()
      for corner in [
        (left, base - 0.8 * look.size), (left + set.width, base - 0.8 * look.size), (left, base + 0.2 * look.size),
        (left + set.width, base + 0.2 * look.size),
      ] {
        let (cx, cy) = angle == 0 ? corner : turned(corner.0, corner.1)
        box.add(cx, cy)
      }
      guard left.isFinite, base.isFinite else { continue }
      bounds.union(box)
      items.append(
        SceneItem(
          content: .text(set, at: Point(left, base), anchor: Point(x, y), angle: angle), bounds: box, role: role,
          datum: datum))
    }
    return (items, bounds)
  }
}

extension StringProtocol {
  var trimmingBlanks: String {
    var scalars = Array(unicodeScalars)[...]
    while scalars.first == " " { scalars.removeFirst() }
    while scalars.last == " " { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars))
  }
}

extension Color {
  func withOpacity(_ opacity: Double) -> Color {
    opacity >= 1 ? self : withAlpha(UInt8(max(0, min(255, Double(alpha) * max(0, opacity) + 0.5))))
  }
}
