extension Vocabulary {
  /// Vega-Lite's mark properties (`MarkDef`), with those of composite marks.
  package static let mark = Vocabulary(
    "a mark",
    """
    type text
    style texts
    align left|center|right
    angle number
    aria -
    ariaRole -
    ariaRoleDescription -
    aspect bool
    bandSize number -
    band map|bool
    baseline top|middle|bottom|alphabetic|line-top|line-bottom
    binSpacing number
    blend text -
    borders map|bool
    box map|bool
    clip bool
    color color
    continuousBandSize number
    cornerRadius number
    cornerRadiusBottomLeft number
    cornerRadiusBottomRight number
    cornerRadiusEnd number
    cornerRadiusTopLeft number
    cornerRadiusTopRight number
    cursor text -
    description text
    dir ltr|rtl -
    discreteBandSize number|map
    dx number
    dy number
    ellipsis text
    endAngle number
    extent number|min-max|ci|iqr|stderr|stdev
    center mean|median
    fill color
    fillOpacity number
    filled bool
    font text
    fontSize number
    fontStyle text
    fontWeight text|number
    height number|width|map
    href text
    innerRadius number
    interpolate text
    invalid null|filter|show|break-paths-filter-domains|break-paths-show-domains|break-paths-show-path-domains
    limit number
    line bool|map
    lineBreak text
    lineHeight number|line-top|line-bottom
    median map|bool
    minBandSize number
    opacity number
    order null|bool
    orient horizontal|vertical
    outerRadius number
    outliers map|bool
    padAngle number
    partLabels bool
    point bool|map|transparent
    radius number
    radius2 number
    radius2Offset number
    radiusOffset number
    rule map|bool
    shape text
    size number
    smooth bool -
    startAngle number
    stroke color
    strokeCap butt|round|square
    strokeDash numbers
    strokeDashOffset number
    strokeJoin miter|round|bevel
    strokeMiterLimit number
    strokeOffset number
    strokeOpacity number
    strokeWidth number
    tension number
    text texts
    theta number
    theta2 number
    theta2Offset number
    thetaOffset number
    thickness number
    ticks map|bool|null
    time text -
    timeUnitBandPosition number
    timeUnitBandSize number
    tooltip any -
    url text
    width number|map|width
    x number|width
    x2 number|width
    x2Offset number
    xOffset number
    y number|height
    y2 number|height
    y2Offset number
    yOffset number
    """)

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
    format any
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
    titleAlign left|center|right
    titleAnchor start|middle|end
    titleAngle number
    titleBaseline top|middle|bottom|alphabetic|line-top|line-bottom
    titleColor color
    titleFont text
    titleFontSize number
    titleFontStyle text
    titleFontWeight text|number
    titleLimit number
    titleLineHeight number
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
    format any
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
    titleOpacity number
    titleOrient left|right|top|bottom
    titlePadding number
    type symbol|gradient
    unselectedOpacity number -
    values list
    zindex number
    """)

  /// Vega-Lite's `Scale`.
  package static let scale = Vocabulary(
    "a scale",
    """
    align number
    base number
    bins list|map
    clamp bool
    constant number
    domain list|map|unaggregated
    domainMax number|text|map
    domainMid number
    domainMin number|text|map
    domainRaw map
    exponent number
    interpolate text|map
    name text
    nice bool|number|map|millisecond|second|minute|hour|day|week|month|year
    padding number
    paddingInner number
    paddingOuter number
    range list|map|text
    rangeMax number|text
    rangeMin number|text
    reverse bool
    round bool
    scheme text|map|list
    type linear|log|pow|sqrt|symlog|identity|sequential|time|utc|quantile|quantize|threshold|bin-ordinal|ordinal|point|band
    zero bool
    """)

  /// Vega-Lite's `Header`, of a facet.
  package static let header = Vocabulary(
    "a header",
    """
    format any
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
    titleAlign left|center|right
    titleAnchor start|middle|end
    titleAngle number
    titleBaseline top|middle|bottom|alphabetic|line-top|line-bottom
    titleColor color
    titleFont text
    titleFontSize number
    titleFontStyle text
    titleFontWeight text|number
    titleLimit number
    titleLineHeight number
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

  /// Vega-Lite's `ViewBackground` and the sizes of `config.view`.
  package static let view = Vocabulary(
    "a view",
    """
    clip bool
    continuousHeight number
    continuousWidth number
    cornerRadius number
    cursor text -
    discreteHeight number|map
    discreteWidth number|map
    fill color
    fillOpacity number
    opacity number
    step number
    stroke color
    strokeCap butt|round|square
    strokeDash numbers
    strokeDashOffset number
    strokeJoin miter|round|bevel
    strokeMiterLimit number
    strokeOpacity number
    strokeWidth number
    style texts
    """)

  /// `config.scale` of Vega-Lite.
  package static let scaleConfig = Vocabulary(
    "the scales of a configuration",
    """
    animationDuration number -
    bandPaddingInner number
    bandPaddingOuter number
    bandWithNestedOffsetPaddingInner number
    bandWithNestedOffsetPaddingOuter number
    barBandPaddingInner number
    clamp bool
    continuousPadding number
    framesPerSecond number -
    invalid map
    maxBandSize number
    maxFontSize number
    maxOpacity number
    maxSize number
    maxStrokeWidth number
    minBandSize number
    minFontSize number
    minOpacity number
    minSize number
    minStrokeWidth number
    offsetBandPaddingInner number
    offsetBandPaddingOuter number
    pointPadding number
    quantileCount number
    quantizeCount number
    rectBandPaddingInner number
    round bool
    tickBandPaddingInner number
    useUnaggregatedDomain bool
    xReverse bool
    zero bool
    """)
}
