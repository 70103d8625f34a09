package import Diagnostics
package import Fonts
package import Geometry
import PageLayout
package import Pictograms
package import Scene
package import Typesetting

/// A theme's type styles bound to font files.
package struct Styles: Sendable {
  package let theme: Theme
  package let language: Language
  package var typesetter: Typesetter
  /// Finds one by its name in `icons/`.
  package var pictograms: @Sendable (String) -> Pictogram? = { _ in nil }
  /// The theme's logo, read.
  package var logo: LoadedLogo?
  /// Places of the report that is set, to which marks may lead.
  package private(set) var anchors: Set<String> = []
  /// `font.weight` for each weight that stands in for one the theme asks for.
  package let findings: [Diagnostic]
  private let fonts: [TypeRole: FontID]
  private let heavy: [TypeRole: FontID]
  private let fallback: [FontID]

  /// - Throws: `font.missing` for each family that no font folder has.
  package init(_ theme: Theme, fonts library: FontLibrary, language: Language) throws(Diagnostics) {
    var found: [TypeRole: FontID] = [:]
    var heavy: [TypeRole: FontID] = [:]
    var problems: [Diagnostic] = []
    var missing: Set<String> = []
    var findings: [Diagnostic] = []
    for role in TypeRole.allCases {
      guard let style = theme.styles[role] else { continue }
      let family = theme.families.first { $0.name == style.font }?.family ?? style.font
      if let id = library.font(family: family, weight: style.weight) {
        found[role] = id
        let weight = library.resources[Int(id.index)].weight
        if weight != style.weight {
          let finding = Diagnostic.warning(
            "font.weight", "“\(family)” has no weight \(style.weight), which theme “\(theme.name)” asks for: \(weight) stands in",
            hint: "add a font of that weight with --font-dir")
          if !findings.contains(finding) { findings.append(finding) }
        }
        heavy[role] = library.font(family: family, weight: min(900, style.weight + 300)) ?? id
      } else if missing.insert(family).inserted {
        problems.append(
          .error(
            "font.missing", "no font folder has the family “\(family)” of theme “\(theme.name)”",
            hint: nearestName(to: family, among: library.names).map { "did you mean “\($0)”?" }
              ?? "add its folder with --font-dir"))
      }
    }
    guard problems.isEmpty else { throw Diagnostics(problems) }
    self.theme = theme
    self.findings = findings
    self.language = language
    typesetter = Typesetter(fonts: library)
    fonts = found
    self.heavy = heavy
    // Any shipped face may lend a character that the asked-for one lacks.
    fallback = library.resources.indices.compactMap { UInt16(exactly: $0).map(FontID.init) }
  }

  /// - Parameter anchors: places of a report.
  func leading(to anchors: Set<String>) -> Styles {
    var copy = self
    copy.anchors = anchors
    return copy
  }

  package func text(_ role: TypeRole, color: Color? = nil) -> TextStyle {
    let style = theme.styles[role]
    return TextStyle(
      font: fonts[role] ?? FontID(0), size: style?.size ?? .pt(10), fill: color ?? theme.color(style?.color ?? "ink"),
      fallback: fallback, language: language, tabularFigures: style?.tabular ?? false)
  }

  /// The face for emphasis within a text of this role.
  package func heavier(_ role: TypeRole) -> FontID { heavy[role] ?? fonts[role] ?? FontID(0) }

  package func size(_ role: TypeRole) -> Length { theme.styles[role]?.size ?? .pt(10) }
  package func leading(_ role: TypeRole) -> Length { theme.styles[role]?.leading ?? .pt(15) }

  /// English words are parted where lines are to be of one length, and in cells of tables; in titles and labels they are not.
  package func paragraph(
    _ role: TypeRole, alignment: ParagraphStyle.Alignment = .start, balanced: Bool = false
  ) -> ParagraphStyle {
    ParagraphStyle(
      leading: leading(role), alignment: alignment, firstLineIndent: theme.styles[role]?.indent ?? Em(0),
      hyphenation: alignment == .justified || role == .tableBody || role == .tableHead, balanced: balanced)
  }

  package func color(_ name: String) -> Color { theme.color(name) }

  package func pictogram(_ name: String?) -> Pictogram? { name.flatMap(pictograms) }
}
