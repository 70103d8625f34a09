import Diagnostics
import Fonts
import Geometry
import Scene
import Typesetting

/// Sets the texts of one figure in the theme's faces and sizes.
struct ChartText {
  enum Face { case regular, medium, bold }
  enum Kind { case title, subtitle, label, labelStrong, value, source, kpiFigure, kpiUnit, kpiLabel, kpiNote }

  let typesetter: Typesetter
  let theme: ChartTheme
  let language: Language

  func size(_ kind: Kind) -> ChartTheme.TypeSize {
    switch kind {
    case .title: theme.title
    case .subtitle: theme.subtitle
    case .label, .labelStrong: theme.label
    case .value: theme.value
    case .source: theme.source
    case .kpiFigure: theme.kpiFigure
    // 45 % of the figure (VISUAL: "KPI card").
    case .kpiUnit: .init((theme.kpiFigure.size * 0.45 * 2).rounded() / 2, theme.kpiFigure.leading)
    case .kpiLabel: theme.kpiLabel
    case .kpiNote: theme.kpiNote
    }
  }

  func style(_ kind: Kind, _ color: Color? = nil) -> TextStyle {
    let palette = theme.palette
    let (face, standard): (Face, Color) =
      switch kind {
      case .title: (.bold, palette.ink)
      case .subtitle: (.regular, palette.ink2)
      case .label: (.regular, palette.ink2)
      case .labelStrong: (.medium, palette.ink)
      case .value: (.medium, palette.ink)
      case .source: (.regular, palette.ink3)
      case .kpiFigure: (.bold, palette.brand)
      case .kpiUnit: (.medium, palette.brand)
      case .kpiLabel: (.medium, palette.ink2)
      case .kpiNote: (.regular, palette.ink3)
      }
    return TextStyle(
      font: font(face), size: .pt(size(kind).size), fill: color ?? standard, language: language,
      tabularFigures: kind != .title && kind != .subtitle && kind != .source)
  }

  private func font(_ face: Face) -> FontID {
    let key =
      switch face {
      case .regular: "regular"
      case .medium: "medium"
      case .bold: "bold"
      }
    let library = typesetter.fonts
    return theme.fonts[key].flatMap { library.font(named: $0) } ?? FontID(0)
  }

  /// One line at its natural width.
  func line(_ text: String, _ kind: Kind, _ color: Color? = nil) -> Line {
    typesetter.label(text, style(kind, color))
  }

  func width(_ text: String, _ kind: Kind) -> Double { line(text, kind).width.points }

  /// Lines of at most `width`; titles are evened out.
  func lines(
    _ text: String, _ kind: Kind, width: Double, _ color: Color? = nil, align: ParagraphStyle.Alignment = .start
  ) -> [Line] {
    guard !text.isEmpty else { return [] }
    let style = ParagraphStyle(
      leading: .pt(size(kind).leading), alignment: align, hyphenation: false,
      minimumLastLine: 2, balanced: kind == .title)
    func set(_ text: String) -> [Line] {
      typesetter.paragraph(styled(text, self.style(kind, color)), style: style, width: .pt(max(1, width))).value
    }
    let lines = set(text)
    guard kind == .title, lines.count == 2, let parts = broken(text, kind, width: width) else { return lines }
    return parts.flatMap(set)
  }

  /// A text whose numbers are not parted from the unit that follows.
  private func styled(_ text: String, _ style: TextStyle) -> StyledText {
    var result = StyledText()
    var plain = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    func isFigure(_ scalar: Unicode.Scalar) -> Bool {
      ("0"..."9").contains(scalar) || scalar == "." || scalar == "," || scalar == "%"
    }
    let units: Set<Unicode.Scalar> = Set("万亿萬億千百元件家倍年月日位单項项个個次笔筆人名种種场場成所".unicodeScalars)
    var i = 0
    while i < scalars.count {
      guard ("0"..."9").contains(scalars[i]) else {
        plain.append(scalars[i])
        i += 1
        continue
      }
      var end = i
      while end < scalars.count, isFigure(scalars[end]) { end += 1 }
      var length = 0
      while end < scalars.count, length < 3, units.contains(scalars[end]) { (end, length) = (end + 1, length + 1) }
      if !plain.isEmpty { result.append(String(plain), style) }
      plain = .init()
      result.append(String(String.UnicodeScalarView(scalars[i..<end])), style, noBreak: true)
      i = end
    }
    if !plain.isEmpty { result.append(String(plain), style) }
    return result
  }

  /// A text in two parts, each fitting its line, parted after the mark nearest the middle; nil where there is none.
  private func broken(_ text: String, _ kind: Kind, width limit: Double) -> [String]? {
    let scalars = Array(text.unicodeScalars)
    let marks: Set<Unicode.Scalar> = ["，", "；", "：", "、", ",", ";"]
    let places = scalars.indices.dropLast().filter {
      // A figure stays with what is before it, and a unit sign begins no line.
      marks.contains(scalars[$0]) && !("0"..."9").contains(scalars[$0 + 1]) && !"%‰％℃".unicodeScalars.contains(scalars[$0 + 1])
    }
    let halves = places.sorted { (abs(2 * $0 - scalars.count), $0) < (abs(2 * $1 - scalars.count), $1) }.map { place in
      [scalars[...place], scalars[(place + 1)...]].map { String(String.UnicodeScalarView($0)) }
    }
    return halves.first { $0.allSatisfy { width($0, kind) <= limit } }
  }
}
