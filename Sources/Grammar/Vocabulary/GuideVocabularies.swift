/// How the title of a guide looks.
private let titleKeys = """
  titleAlign left|center|right
  titleAnchor start|middle|end
  titleBaseline top|middle|bottom|alphabetic|line-top|line-bottom
  titleColor color
  titleFont text
  titleFontSize pixels
  titleFontStyle text
  titleFontWeight text|number
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
    description text
    disable bool
    domain bool
    domainCap text
    domainColor color
    domainDash dashes
    domainDashOffset pixels
    domainOpacity number
    domainWidth pixels
    format text|times
    formatType text
    grid bool
    gridCap text
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
    labelFontStyle text
    labelFontWeight text|number
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
    tickCap text
    tickColor color
    tickCount number|map|millisecond|second|minute|hour|day|week|month|year
    tickDash dashes
    tickDashOffset pixels
    tickExtra bool
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
    clipHeight pixels
    columnPadding pixels
    columns number
    cornerRadius pixels
    description text
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
    labelAlign left|center|right
    labelBaseline top|middle|bottom|alphabetic|line-top|line-bottom
    labelColor color
    labelExpr text
    labelFont text
    labelFontSize pixels
    labelFontStyle text
    labelFontWeight text|number
    labelLimit pixels
    labelOffset pixels
    labelOpacity number
    labelOverlap bool|parity|greedy
    labelPadding pixels
    labelSeparation pixels
    layout map
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
    \(titleKeys)
    titleOpacity number
    titleOrient left|right|top|bottom
    titlePadding pixels
    type symbol|gradient
    unselectedOpacity number -
    values list
    zindex number
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
    labelFontStyle text
    labelFontWeight text|number
    labelLimit pixels
    labelLineHeight pixels
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
    baseline top|middle|bottom|alphabetic|line-top|line-bottom
    color color
    dx pixels
    dy pixels
    font text
    fontSize pixels
    fontStyle text
    fontWeight text|number
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
    subtitleFontStyle text
    subtitleFontWeight text|number
    subtitleLineHeight pixels
    subtitlePadding pixels
    text texts
    zindex number
    """)
}
