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
  func lines(_ text: String, _ kind: Kind, width: Double, _ color: Color? = nil, align: ParagraphStyle.Alignment = .start) -> [Line] {
    guard !text.isEmpty else { return [] }
    let style = ParagraphStyle(
      leading: .pt(size(kind).leading), alignment: align, hyphenation: false,
      minimumLastLine: 2, balanced: kind == .title)
    return typesetter.paragraph(StyledText(text, self.style(kind, color)), style: style, width: .pt(max(1, width))).value
  }
}
