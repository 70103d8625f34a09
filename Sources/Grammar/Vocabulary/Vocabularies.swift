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
    growthFrom first|before
    partLabels bool
    placement apart|beside|here|inside|levels
    point bool|map|transparent
    radius number
    radius2 number
    radius2Offset number
    radiusOffset number
    rule map|bool
    says texts
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
