/// How the title of a guide looks.
private let titleKeys = """
  titleAlign left|center|right
  titleAnchor start|middle|end
  titleBaseline top|middle|bottom|alphabetic|line-top|line-bottom
  titleColor color
  titleFont text
  titleFontSize pixels
  titleFontStyle text - no italic faces are set
  titleFontWeight number|normal|bold|bolder|lighter|100|200|300|400|500|600|700|800|900
  titleLimit pixels
  titleLineHeight pixels
  """

/// The keys of axes, legends, headers and titles.
extension Vocabulary {
  /// Vega-Lite's `Axis`.
  package static let axis = Vocabulary(
    "an axis",
    """
    aria -
    bandPosition number
    description text - a figure is described by alt
    disable bool
    domain bool
    domainCap butt|round|square
    domainColor color
    domainDash dashes
    domainDashOffset pixels
    domainOpacity number
    domainWidth pixels
    format text|times
    formatType text
    grid bool
    gridCap butt|round|square
    gridColor color
    gridDash dashes
    gridDashOffset pixels
    gridOpacity number
    gridWidth pixels
    labelAlign left|center|right
    labelAngle number
    labelBaseline top|middle|bottom|alphabetic|line-top|line-bottom
    labelBound bool|pixels
    labelColor color
    labelExpr text
    labelFlush bool|pixels
    labelFlushOffset pixels
    labelFont text
    labelFontSize pixels
    labelFontStyle text - no italic faces are set
    labelFontWeight number|normal|bold|bolder|lighter|100|200|300|400|500|600|700|800|900
    labelLimit pixels
    labelLineHeight pixels
    labelOffset pixels
    labelOpacity number
    labelOverlap bool|parity|greedy
    labelPadding pixels
    labelSeparation pixels
    labels bool
    maxExtent pixels
    minExtent pixels
    offset pixels
    orient left|right|top|bottom
    position pixels
    style texts
    tickBand center|extent
    tickCap butt|round|square
    tickColor color
    tickCount number|map|millisecond|second|minute|hour|day|week|month|year
    tickDash dashes
    tickDashOffset pixels
    tickExtra bool - tickBand says where ticks stand
    tickMinStep number
    tickOffset pixels
    tickOpacity number
    tickRound bool
    tickSize pixels
    tickWidth pixels
    ticks bool
    title texts
    titleAngle number
    \(titleKeys)
    titleOpacity number
    titlePadding pixels
    titleX pixels
    titleY pixels
    translate number
    values list
    zindex number
    """)

  /// Vega-Lite's `Legend`.
  package static let legend = Vocabulary(
    "a legend",
    """
    aria -
    clipHeight pixels - symbols are shown whole
    columnPadding pixels
    columns number
    cornerRadius pixels
    description text - a figure is described by alt
    direction horizontal|vertical
    disable bool
    fillColor color
    format text|times
    formatType text
    gradientDirection horizontal|vertical
    gradientHorizontalMaxLength pixels
    gradientHorizontalMinLength pixels
    gradientLength pixels
    gradientOpacity number
    gradientStrokeColor color
    gradientStrokeWidth pixels
    gradientThickness pixels
    gradientVerticalMaxLength pixels
    gradientVerticalMinLength pixels
    gridAlign all|each|none
    labelAlign left|center|right - labels stand beside their symbols
    labelBaseline top|middle|bottom|alphabetic|line-top|line-bottom - labels stand beside their symbols
    labelColor color
    labelExpr text
    labelFont text
    labelFontSize pixels
    labelFontStyle text - no italic faces are set
    labelFontWeight number|normal|bold|bolder|lighter|100|200|300|400|500|600|700|800|900
    labelLimit pixels
    labelOffset pixels
    labelOpacity number
    labelOverlap bool|parity|greedy
    labelPadding pixels - labelOffset says it
    labelSeparation pixels
    layout map - legends stand where orient says
    legendX pixels
    legendY pixels
    offset pixels
    orient none|left|right|top|bottom|top-left|top-right|bottom-left|bottom-right
    padding pixels
    rowPadding pixels
    strokeColor color
    strokeDash dashes
    strokeWidth pixels
    symbolBaseFillColor color
    symbolBaseStrokeColor color
    symbolDash dashes
    symbolDashOffset pixels
    symbolDirection horizontal|vertical
    symbolFillColor color
    symbolLimit number
    symbolOffset pixels
    symbolOpacity number
    symbolSize area
    symbolStrokeColor color
    symbolStrokeWidth pixels
    symbolType text
    tickCount number|map|text
    tickMinStep number
    title texts
    titleAlign left|center|right
    titleAnchor start|middle|end
    titleBaseline top|middle|bottom|alphabetic|line-top|line-bottom - a title stands by its top
    titleColor color
    titleFont text
    titleFontSize pixels
    titleFontStyle text - no italic faces are set
    titleFontWeight number|normal|bold|bolder|lighter|100|200|300|400|500|600|700|800|900
    titleLimit pixels
    titleLineHeight pixels
    titleOpacity number
    titleOrient left|right|top|bottom
    titlePadding pixels
    type symbol|gradient
    unselectedOpacity number -
    values list
    zindex number - legends lie above the plot
    """)

  /// Vega-Lite's `Header`, of a facet.
  package static let header = Vocabulary(
    "a header",
    """
    format text|times
    formatType text
    labelAlign left|center|right
    labelAnchor start|middle|end
    labelAngle number
    labelBaseline top|middle|bottom|alphabetic|line-top|line-bottom
    labelColor color
    labelExpr text
    labelFont text
    labelFontSize pixels
    labelFontStyle text - no italic faces are set
    labelFontWeight number|normal|bold|bolder|lighter|100|200|300|400|500|600|700|800|900
    labelLimit pixels
    labelLineHeight pixels - a label of a header is one line
    labelOrient left|right|top|bottom
    labelPadding pixels
    labels bool
    orient left|right|top|bottom
    title texts
    titleAngle number
    \(titleKeys)
    titleOrient left|right|top|bottom
    titlePadding pixels
    """)

  /// Vega-Lite's `TitleParams`.
  package static let title = Vocabulary(
    "a title",
    """
    align left|center|right
    anchor start|middle|end
    angle number
    aria -
    baseline top|middle|bottom|alphabetic|line-top|line-bottom - offset and orient say where a title stands
    color color
    dx pixels
    dy pixels
    font text
    fontSize pixels
    fontStyle text - no italic faces are set
    fontWeight number|normal|bold|bolder|lighter|100|200|300|400|500|600|700|800|900
    frame bounds|group
    limit pixels
    lineHeight pixels
    offset pixels
    orient none|left|right|top|bottom
    style texts
    subtitle texts
    subtitleColor color
    subtitleFont text
    subtitleFontSize pixels
    subtitleFontStyle text - no italic faces are set
    subtitleFontWeight number|normal|bold|bolder|lighter|100|200|300|400|500|600|700|800|900
    subtitleLineHeight pixels
    subtitlePadding pixels
    text texts
    zindex number - titles lie above the plot
    """)
}
