import Diagnostics
package import StructuredData

/// How things look unless a spec says otherwise: Vega-Lite's `config`. A theme is one too.
package struct Config: Hashable, Sendable {
  /// Groups of properties by name: marks and composite marks, `axis`, `axisX`, …, `legend`, `header`, …, `title`, `scale`, `view`.
  package var groups: [String: Properties] = [:]
  /// Named styles.
  package var styles: [String: Properties] = [:]
  /// Named ranges: `category`, `ordinal`, `ramp`, `heatmap`, `diverging`, `symbol`.
  package var ranges: [String: Node] = [:]
  /// Everything else: `background`, `padding`, `font`, `countTitle`, `numberFormat`, ….
  package var plain = Properties()

  package init() {}

  package subscript(group: String) -> Properties { groups[group] ?? Properties() }

  /// This configuration over a lower one, key by key.
  package func over(_ lower: Config) -> Config {
    var merged = lower
    merged.groups.merge(groups) { low, own in own.over(low) }
    merged.styles.merge(styles) { low, own in own.over(low) }
    merged.ranges.merge(ranges) { _, own in own }
    merged.plain = plain.over(lower.plain)
    return merged
  }
}

extension Config {
  private static let markGroups =
    MarkType.allCases.map(\.rawValue).filter { $0 != "geoshape" } + ["mark"]
  private static let axisGroups = [
    "axis", "axisX", "axisY", "axisLeft", "axisRight", "axisTop", "axisBottom", "axisBand", "axisPoint", "axisDiscrete",
    "axisQuantitative", "axisTemporal", "axisXBand", "axisXPoint", "axisXDiscrete", "axisXQuantitative", "axisXTemporal",
    "axisYBand", "axisYPoint", "axisYDiscrete", "axisYQuantitative", "axisYTemporal",
  ]
  private static let headerGroups = ["header", "headerRow", "headerColumn", "headerFacet"]
  private static let arrangementGroups = ["facet", "concat"]
  private static let plainVocabulary = Vocabulary(
    "a configuration",
    """
    aria -
    autosize any
    background color
    categoryOrder ascending|data
    compositeTimeFormat unit|moment
    countTitle text
    customFormatTypes bool -
    fieldTitle verbal|functional|plain|none
    font text
    lineBreak text
    locale map -
    normalizedNumberFormat text
    normalizedNumberFormatType text
    numberFormat text
    numberFormatType text
    padding number|map
    params list
    selection map -
    tooltipFormat map -
    timeFormat text
    timeFormatType text
    signals list -
    """)
  private static let arrangement = Vocabulary("an arrangement", "columns number\nspacing pixels|map")

  package static var keys: [String] {
    markGroups + axisGroups + headerGroups + arrangementGroups + [
      "figure", "legend", "title", "scale", "projection", "view", "style", "range",
    ]
      + plainVocabulary.keys
  }

  static func isMark(_ group: String) -> Bool { markGroups.contains(group) }

  /// The keys of a group of properties; nil: there is no such group.
  static func vocabulary(of group: String) -> Vocabulary? {
    switch group {
    case "figure": .figure
    case "legend": .legend
    case "title": .title
    case "scale": .scaleConfig
    case "projection": .projection
    case "view": .viewConfig
    case _ where markGroups.contains(group): .mark
    case _ where axisGroups.contains(group): .axis
    case _ where headerGroups.contains(group): .header
    case _ where arrangementGroups.contains(group): arrangement
    default: nil
    }
  }

  /// Reads a `config`, or a theme file of the same form.
  package static func read(_ node: Node, _ findings: inout Findings) -> Config {
    var config = Config()
    guard let mapping = node.mapping else {
      if !node.isNull { findings.mismatch(node, expected: "a configuration") }
      return config
    }
    var rest: [Mapping.Entry] = []
    for entry in mapping.entries {
      if let vocabulary = vocabulary(of: entry.key) {
        config.groups[entry.key] = vocabulary.read(entry.value, &findings)
        continue
      }
      switch entry.key {
      case "style":
        for style in entry.value.mapping?.entries ?? [] {
          config.styles[style.key] = Vocabulary.style.read(style.value, &findings)
        }
      case "range":
        for range in entry.value.mapping?.entries ?? [] { config.ranges[range.key] = range.value }
      case "name": continue
      default: rest.append(entry)
      }
    }
    config.plain = plainVocabulary.read(Node(.mapping(Mapping(rest)), at: node.span), &findings)
    return config
  }
}

extension Vocabulary {
  /// The frame of a chart that stands alone: lengths in pixels of a picture `designWidth` wide, to which every other size is scaled.
  static let figure = Vocabulary(
    "a figure",
    """
    designWidth number
    designHeight number
    specScale number
    isScaled bool
    kpiGutter number
    margin number
    gap number
    tagWidth number
    tagHeight number
    tagColor color
    titleFontSize number
    titleFontWeight text|number
    titleColor color
    titleLineHeight number
    subtitleFontSize number
    subtitleFontWeight text|number
    subtitleColor color
    subtitleLineHeight number
    noteFontSize number
    noteFontWeight text|number
    noteColor color
    noteLineHeight number
    valueLabels bool
    valueFontSize number
    valueFontWeight text|number
    valueColor color
    valueLabelLimit number
    colorLimit number
    minBarThickness number
    maxBarThickness number
    minBarLength number
    sizesFromZero bool
    minPlotHeight number
    labelWrap bool
    nameWidth number
    magnitudes bool
    lineEndLabels bool
    lineEndFontSize number
    lineEndFontWeight text|number
    lineEndWidth number
    titleGap number
    hatchSpacing number
    rowStep number
    fewRowsStep number
    manyRowsStep number
    plotAspect number
    maxPlotHeight number
    ringParts number
    ringHeight number
    shareParts number
    partFontSize number
    partFontWeight text|number
    partColor color
    partLineHeight number
    partNameFontSize number
    partNameFontWeight text|number
    partNameColor color
    partNameLineHeight number
    kpiFontSize number
    kpiFontWeight text|number
    kpiColor color
    kpiLineHeight number
    kpiUnitFontSize number
    kpiUnitFontWeight text|number
    kpiUnitColor color
    kpiLabelFontSize number
    kpiLabelFontWeight text|number
    kpiLabelColor color
    kpiLabelLineHeight number
    kpiNoteFontSize number
    kpiNoteFontWeight text|number
    kpiNoteColor color
    kpiNoteLineHeight number
    kpiRuleWidth number
    kpiFallColor color
    chipColor color
    chipTextColor color
    growthColor color
    leaderColor color
    leaderWidth number
    entryDateFontSize number
    entryDateFontWeight text|number
    entryDateColor color
    entryHeadFontSize number
    entryHeadFontWeight text|number
    entryHeadColor color
    entryFontSize number
    entryColor color
    entryLineHeight number
    entryDotSize number
    entryRuleColor color
    entryRuleWidth number
    """)

  /// A style may be one of a mark, of a guide or of a title.
  static let style = Vocabulary("a style", "", including: [.mark, .axis, .view])
}
