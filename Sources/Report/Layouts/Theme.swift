import Diagnostics
import Fonts
package import Geometry
import Scene
package import StructuredData
import Typesetting

/// Colours, faces and type sizes by name; a data file of `layouts/themes/`.
package struct Theme: Sendable {
  package var name: String
  package var colors: [(name: String, color: Color)]
  package var styles: [TypeRole: TypeStyle]
  /// Font families by their names in the theme.
  package var families: [(name: String, family: String)]
  package var furniture = Furniture()
  package var logo: Logo?

  /// The forms of what stands on pages beside the text.
  package struct Furniture: Hashable, Sendable {
    package enum Cover: String, Hashable, Sendable, CaseIterable {
      /// A field of the brand colour across the page.
      case field
      /// The whole page in the brand colour.
      case full
      /// Title on white, under a rule.
      case plain
    }
    package enum Number: String, Hashable, Sendable, CaseIterable {
      /// A large numeral above the title of a chapter that opens a page.
      case large
      /// A small one, as where a chapter begins within a page.
      case line
      /// On a band of the brand colour.
      case band
    }
    package enum Card: String, Hashable, Sendable, CaseIterable {
      /// A tinted ground under a rule of the brand colour.
      case ground
      /// A thin rule above, no ground.
      case rule
      /// A tinted ground; the pictogram on a disc of the brand colour.
      case disc
    }
    package var cover = Cover.field
    package var card = Card.ground
    /// Pictograms in cards and beside the numbers of chapters.
    package var hasPictograms = true
    package var number = Number.large
    /// A rule under the running head.
    package var hasHeadRule = true
    package init() {}
  }

  package func color(_ name: String) -> Color { colors.first { $0.name == name }?.color ?? .black }
}

extension Theme {
  /// With type larger or smaller by role, as a layout asks.
  package func scaled(_ factors: [TypeRole: Double]) -> Theme {
    var copy = self
    for (role, factor) in factors {
      copy.styles[role]?.size = (styles[role]?.size ?? .zero) * factor
      copy.styles[role]?.leading = (styles[role]?.leading ?? .zero) * factor
    }
    return copy
  }
}

/// What a text is on the page; the key of a theme's `styles`.
package enum TypeRole: String, Hashable, Sendable, CaseIterable {
  case coverTitle = "cover-title"
  case coverSubtitle = "cover-subtitle"
  case coverImprint = "cover-imprint"
  case chapterNumber = "chapter-number"
  case chapter, section, subsection, lead, body
  case pullQuote = "pull-quote"
  case attribution
  case cardLabel = "card-label"
  case cardFigure = "card-figure"
  case heroFigure = "hero-figure"
  case figureTitle = "figure-title"
  case figureSubtitle = "figure-subtitle"
  case figureNumber = "figure-number"
  case tableTitle = "table-title"
  case tableHead = "table-head"
  case tableBody = "table-body"
  case note
  case calloutTitle = "callout-title"
  case callout
  case contents1 = "contents-1"
  case contents2 = "contents-2"
  case runningHead = "running-head"
  case folio
  case sourceNumber = "source-number"
  case sourceText = "source-text"
}

package struct TypeStyle: Hashable, Sendable {
  /// A name of the theme's `fonts`.
  package var font: String
  package var weight: Int
  package var size: Length
  package var leading: Length
  /// A name of the theme's `colors`.
  package var color: String
  /// First-line indent.
  package var indent: Em
  package var tabular: Bool
}

extension Theme {
  /// The description of a theme file.
  package static let shape = NodeShape<Theme>.record("Theme") { fields in
    let name = fields.required("name", .text, "What `--theme` calls it.")
    let fonts = fields.required("fonts", .dictionary(of: .text), "Font families by short names.")
    let colors = fields.required("colors", .dictionary(of: .color), "Colours by name, as #RRGGBB.")
    fields.ignore("extends")
    let furniture = fields.optional("furniture", furnitureForms, "Forms of the cover, of chapters' numbers and of the running head.")
    let logo = fields.optional("logo", Logo.shape, "The mark of the house.")
    let styles = fields.required("styles", .dictionary(of: typeStyle), "Type styles by role.")
    guard let name, let fonts, let colors, let styles else { return nil }
    var byRole: [TypeRole: TypeStyle] = [:]
    for (key, style) in styles {
      guard let role = TypeRole(rawValue: key.value) else {
        fields.findings.add(
          unknown(key, "type style", among: TypeRole.allCases.map(\.rawValue), rule: "theme.style"))
        continue
      }
      if !fonts.contains(where: { $0.key.value == style.font }) {
        fields.findings.add(
          unknown(Spanned(style.font, at: key.span), "font", among: fonts.map(\.key.value), rule: "theme.font"))
      }
      if !colors.contains(where: { $0.key.value == style.color }) {
        fields.findings.add(
          unknown(Spanned(style.color, at: key.span), "colour", among: colors.map(\.key.value), rule: "theme.color"))
      }
      byRole[role] = style
    }
    // A style that stands there and is wrong was reported where it stands.
    let written = Set(fields.node["styles"]?.mapping?.entries.map(\.key) ?? [])
    for role in TypeRole.allCases where byRole[role] == nil && !written.contains(role.rawValue) {
      fields.findings.add(.error("theme.style", "the type style “\(role.rawValue)” is missing", at: fields.node.span))
    }
    if let hero = byRole[.heroFigure]?.color, let brand = colors.first(where: { $0.key.value == "brand" })?.value,
      let entry = colors.first(where: { $0.key.value == hero }), entry.value.contrast(with: brand) < 3
    {
      fields.findings.add(
        .error(
          "theme.contrast", "hero figures of “\(hero)” cannot be read on the ground of “brand”", at: fields.span(of: "styles"),
          hint: "write color: white for hero-figure"))
    }
    fields.findings.add(colorFindings(colors, at: fields.span(of: "colors")))
    return Theme(
      name: name, colors: colors.map { ($0.key.value, $0.value) }, styles: byRole,
      families: fonts.map { ($0.key.value, $0.value) }, furniture: furniture ?? Furniture(), logo: logo)
  }

  private static let furnitureForms = NodeShape<Furniture>.record("ThemeFurniture") { fields in
    var furniture = Furniture()
    furniture.cover = fields.optional("cover", .choice(Furniture.Cover.self), "How the cover looks.") ?? furniture.cover
    furniture.number = fields.optional("number", .choice(Furniture.Number.self), "How a chapter's number looks.") ?? furniture.number
    furniture.card = fields.optional("card", .choice(Furniture.Card.self), "How a card looks.") ?? furniture.card
    furniture.hasPictograms = fields.optional("pictograms", .bool, "Pictograms in cards and beside the numbers of chapters.") ?? true
    furniture.hasHeadRule = fields.optional("head-rule", .bool, "A rule under the running head.") ?? true
    return furniture
  }

  private static let typeStyle = NodeShape<TypeStyle>.record("TypeStyle") { fields in
    let font = fields.required("font", .text, "A name of `fonts`.")
    let weight = fields.optional("weight", .integer(in: 100...900), "CSS weight.")
    let size = fields.required("size", .length(in: 4...400), "Size of type.")
    let leading = fields.required("leading", .length(in: 4...600), "From baseline to baseline.")
    let color = fields.required("color", .text, "A name of `colors`.")
    let indent = fields.optional("indent", .number(in: 0...10), "First-line indent in em.")
    let tabular = fields.optional("tabular", .bool, "Figures of equal width.")
    guard let font, let size, let leading, let color else { return nil }
    if leading < size {
      // Of a theme that extends another, the key that it changes.
      let isOwn = fields.span(of: "leading").document == fields.node.span.document
      fields.findings.add(
        .error(
          "theme.leading", "lines \(leading.points) pt apart overlap at a size of \(size.points) pt",
          at: fields.span(of: isOwn ? "leading" : "size"),
          hint: "the leading is at least the size"))
      return nil
    }
    return TypeStyle(
      font: font, weight: weight ?? 400, size: size, leading: leading, color: color, indent: Em(indent ?? 0),
      tabular: tabular ?? false)
  }

  private static func unknown(_ key: Spanned<String>, _ what: String, among names: [String], rule: String) -> Diagnostic {
    let problem = Diagnostic.error(rule, "unknown \(what) “\(key.value)”", at: key.span)
    guard let near = nearestName(to: key.value, among: names) else { return problem }
    return problem.hint("did you mean “\(near)”?")
  }
}
