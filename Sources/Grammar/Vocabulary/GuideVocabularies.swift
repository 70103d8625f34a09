/// How the title of a guide looks.
private let titleKeys = """
  titleAlign left|center|right
  titleAnchor start|middle|end
  titleBaseline top|middle|bottom|alphabetic|line-top|line-bottom
  titleColor color
  titleFont text
  titleFontSize number
  titleFontStyle text
  titleFontWeight text|number
  titleLimit number
  titleLineHeight number
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
    domainDash numbers
    domainDashOffset number
    domainOpacity number
    domainWidth number
    format text|times
    formatType text
    grid bool
    gridCap text
    gridColor color
    gridDash numbers
    gridDashOffset number
    gridOpacity number
    gridWidth number
    labelAlign left|center|right
    labelAngle number
    labelBaseline top|middle|bottom|alphabetic|line-top|line-bottom
    labelBound bool|number
    labelColor color
    labelExpr text
    labelFlush bool|number
    labelFlushOffset number
    labelFont text
    labelFontSize number
    labelFontStyle text
    labelFontWeight text|number
    labelLimit number
    labelLineHeight number
    labelOffset number
    labelOpacity number
    labelOverlap bool|parity|greedy
    labelPadding number
    labelSeparation number
    labels bool
    maxExtent number
    minExtent number
    offset number
    orient left|right|top|bottom
    position number
    style texts
    tickBand center|extent
    tickCap text
    tickColor color
    tickCount number|map|millisecond|second|minute|hour|day|week|month|year
    tickDash numbers
    tickDashOffset number
    tickExtra bool
    tickMinStep number
    tickOffset number
    tickOpacity number
    tickRound bool
    tickSize number
    tickWidth number
    ticks bool
    title texts
    titleAngle number
    \(titleKeys)
    titleOpacity number
    titlePadding number
    titleX number
    titleY number
    translate number
    values list
    zindex number
    """)

  /// Vega-Lite's `Legend`.
  package static let legend = Vocabulary(
    "a legend",
    """
    aria -
    clipHeight number
    columnPadding number
    columns number
    cornerRadius number
    description text
    direction horizontal|vertical
    disable bool
    fillColor color
    format text|times
    formatType text
    gradientDirection horizontal|vertical
    gradientHorizontalMaxLength number
    gradientHorizontalMinLength number
    gradientLength number
    gradientOpacity number
    gradientStrokeColor color
    gradientStrokeWidth number
    gradientThickness number
    gradientVerticalMaxLength number
    gradientVerticalMinLength number
    gridAlign all|each|none
    labelAlign left|center|right
    labelBaseline top|middle|bottom|alphabetic|line-top|line-bottom
    labelColor color
    labelExpr text
    labelFont text
    labelFontSize number
    labelFontStyle text
    labelFontWeight text|number
    labelLimit number
    labelOffset number
    labelOpacity number
    labelOverlap bool|parity|greedy
    labelPadding number
    labelSeparation number
    layout map
    legendX number
    legendY number
    offset number
    orient none|left|right|top|bottom|top-left|top-right|bottom-left|bottom-right
    padding number
    rowPadding number
    strokeColor color
    strokeDash numbers
    strokeWidth number
    symbolBaseFillColor color
    symbolBaseStrokeColor color
    symbolDash numbers
    symbolDashOffset number
    symbolDirection horizontal|vertical
    symbolFillColor color
    symbolLimit number
    symbolOffset number
    symbolOpacity number
    symbolSize number
    symbolStrokeColor color
    symbolStrokeWidth number
    symbolType text
    tickCount number|map|text
    tickMinStep number
    title texts
    \(titleKeys)
    titleOpacity number
    titleOrient left|right|top|bottom
    titlePadding number
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
    labelFontSize number
    labelFontStyle text
    labelFontWeight text|number
    labelLimit number
    labelLineHeight number
    labelOrient left|right|top|bottom
    labelPadding number
    labels bool
    orient left|right|top|bottom
    title texts
    titleAngle number
    \(titleKeys)
    titleOrient left|right|top|bottom
    titlePadding number
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
    dx number
    dy number
    font text
    fontSize number
    fontStyle text
    fontWeight text|number
    frame bounds|group
    limit number
    lineHeight number
    offset number
    orient none|left|right|top|bottom
    style texts
    subtitle texts
    subtitleColor color
    subtitleFont text
    subtitleFontSize number
    subtitleFontStyle text
    subtitleFontWeight text|number
    subtitleLineHeight number
    subtitlePadding number
    text texts
    zindex number
    """)
}
