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
    binSpacing pixels
    blend text -
    borders map|bool
    box map|bool
    clip bool
    color color
    continuousBandSize pixels
    cornerRadius pixels
    cornerRadiusBottomLeft pixels
    cornerRadiusBottomRight pixels
    cornerRadiusEnd pixels
    cornerRadiusTopLeft pixels
    cornerRadiusTopRight pixels
    cursor text -
    description text
    dir ltr|rtl -
    discreteBandSize pixels|map
    dx pixels
    dy pixels
    ellipsis text
    endAngle number
    extent number|min-max|ci|iqr|stderr|stdev
    center mean|median
    fill color
    fillOpacity number
    filled bool
    font text
    fontSize pixels
    fontStyle text
    fontWeight text|number
    height pixels|width|map
    href text
    innerRadius pixels
    interpolate text
    invalid null|filter|show|break-paths-filter-domains|break-paths-show-domains|break-paths-show-path-domains
    limit pixels
    line bool|map
    lineBreak text
    lineHeight pixels|line-top|line-bottom
    median map|bool
    minBandSize pixels
    opacity number
    order null|bool
    orient horizontal|vertical
    outerRadius pixels
    outliers map|bool
    padAngle number
    growthFrom first|before
    partLabels bool
    placement along|apart|beside|here|inside|levels|listed
    point bool|map|transparent
    radius pixels
    radius2 pixels
    radius2Offset pixels
    radiusOffset pixels
    rule map|bool
    says texts
    shape text
    size number
    smooth bool -
    startAngle number
    stroke color
    strokeCap butt|round|square
    strokeDash dashes
    strokeDashOffset pixels
    strokeJoin miter|round|bevel
    strokeMiterLimit number
    strokeOffset pixels
    strokeOpacity number
    strokeWidth pixels
    tension number
    text texts
    theta number
    theta2 number
    theta2Offset number
    thetaOffset number
    thickness pixels
    ticks map|bool|null
    time text -
    timeUnitBandPosition number
    timeUnitBandSize number
    tooltip any -
    url text
    width pixels|map|width
    x pixels|width
    x2 pixels|width
    x2Offset pixels
    xOffset pixels
    y pixels|height
    y2 pixels|height
    y2Offset pixels
    yOffset pixels
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

  /// Vega-Lite's `ViewBackground` and the sizes of `config.view`.
  package static let view = Vocabulary(
    "a view",
    """
    clip bool
    continuousHeight pixels
    continuousWidth pixels
    cornerRadius pixels
    cursor text -
    discreteHeight pixels|map
    discreteWidth pixels|map
    fill color
    fillOpacity number
    opacity number
    step pixels
    stroke color
    strokeCap butt|round|square
    strokeDash dashes
    strokeDashOffset pixels
    strokeJoin miter|round|bevel
    strokeMiterLimit number
    strokeOpacity number
    strokeWidth pixels
    style texts
    """)

  /// `config.scale` of Vega-Lite.
  package static let projection = Vocabulary(
    "a projection",
    """
    type albers|azimuthalEqualArea|azimuthalEquidistant|conicConformal|conicEqualArea|conicEquidistant|equalEarth|equirectangular|gnomonic|mercator|naturalEarth1|orthographic|stereographic
    center numbers
    clipAngle number
    parallels numbers
    reflectX bool
    reflectY bool
    rotate numbers
    scale number
    translate numbers
    clipExtent list -
    coefficient number -
    distance number -
    fraction number -
    lobes number -
    parallel number -
    pointRadius number -
    precision number -
    radius number -
    ratio number -
    spacing number -
    tilt number -
    """)

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
    continuousPadding pixels
    framesPerSecond number -
    invalid map
    maxBandSize pixels
    maxFontSize pixels
    maxOpacity number
    maxSize area
    maxStrokeWidth pixels
    minBandSize pixels
    minFontSize pixels
    minOpacity number
    minSize area
    minStrokeWidth pixels
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
