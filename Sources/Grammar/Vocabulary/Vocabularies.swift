extension Vocabulary {
  /// Vega-Lite's mark properties (`MarkDef`), with those of composite marks.
  package static let mark = Vocabulary(
    "a mark",
    """
    type text
    style texts @arc,area,bar,circle,geoshape,image,line,point,rect,rule,square,text,tick,trail
    align left|center|right @text
    angle number @point,square,text
    aria -
    ariaRole -
    ariaRoleDescription -
    aspect bool @image
    bandSize number -
    band map|bool @errorband
    baseline top|middle|bottom|alphabetic|line-top|line-bottom @text
    binSpacing pixels @bar,rect,tick
    blend text -
    borders map|bool @errorband
    box map|bool @boxplot
    clip bool
    color color @arc,area,bar,boxplot,circle,errorband,errorbar,geoshape,line,point,rect,rule,square,text,tick,trail
    continuousBandSize pixels @bar
    cornerRadius pixels @bar,rect,tick,arc
    cornerRadiusBottomLeft pixels @bar,rect,tick
    cornerRadiusBottomRight pixels @bar,rect,tick
    cornerRadiusEnd pixels @bar
    cornerRadiusTopLeft pixels @bar,rect,tick
    cornerRadiusTopRight pixels @bar,rect,tick
    cursor text -
    description text - a figure is described by alt
    dir ltr|rtl -
    discreteBandSize pixels|map @bar,rect
    dx pixels @text
    dy pixels @text
    ellipsis text @text
    endAngle number - theta and theta2 say it
    extent number|min-max|ci|iqr|stderr|stdev @boxplot,errorbar,errorband
    center mean|median @errorbar,errorband
    fill color @arc,area,bar,circle,geoshape,line,point,rect,square,text,tick,trail
    fillOpacity number @arc,area,bar,circle,geoshape,line,point,rect,square,text,tick,trail
    filled bool @arc,area,bar,circle,geoshape,line,point,rect,rule,square,text,tick
    font text @text
    fontSize pixels @text
    fontStyle text - no italic faces are set
    fontWeight number|normal|bold|bolder|lighter|100|200|300|400|500|600|700|800|900 @text
    height pixels|width|map @bar,rect,tick,image
    href text @arc,area,bar,circle,geoshape,image,line,point,rect,rule,square,text,tick,trail
    innerRadius pixels @arc
    interpolate linear|linear-closed|step|step-before|step-after|monotone|monotone-y|natural|basis|basis-open|basis-closed|bundle|cardinal|cardinal-open|cardinal-closed|catmull-rom|catmull-rom-open|catmull-rom-closed @area,errorband,line
    invalid null|filter|show|break-paths-filter-domains|break-paths-show-domains|break-paths-show-path-domains @arc,area,bar,circle,geoshape,image,line,point,rect,rule,square,text,tick,trail
    limit pixels @text
    line bool|map @area
    lineBreak text @text
    lineHeight pixels|line-top|line-bottom @text
    median map|bool @boxplot
    minBandSize pixels @bar,rect
    opacity number @arc,area,bar,boxplot,circle,errorband,errorbar,geoshape,line,point,rect,rule,square,text,tick,trail
    order null|bool @area,line,trail
    orient horizontal|vertical @area,bar,boxplot,errorband,errorbar,line,rule,tick,trail
    outerRadius pixels @arc
    outliers map|bool @boxplot
    padAngle number @arc
    growthFrom first|before @bar
    partLabels bool @arc,bar
    placement along|apart|beside|here|inside|levels|listed @text
    point bool|map|transparent @area,line
    radius pixels @arc,text
    radius2 pixels @arc
    radius2Offset pixels @arc
    radiusOffset pixels @arc,text
    rule map|bool @boxplot,errorbar
    says texts @text
    shape text @point,waffle,isotype
    size number @bar,boxplot,circle,line,point,rule,square,text,tick,trail
    smooth bool -
    startAngle number - theta and theta2 say it
    stroke color @arc,area,bar,circle,geoshape,line,point,rect,rule,square,tick
    strokeCap butt|round|square @arc,area,bar,circle,geoshape,line,point,rect,rule,square,tick
    strokeDash dashes @arc,area,bar,circle,geoshape,line,point,rect,rule,square,tick
    strokeDashOffset pixels @arc,area,bar,circle,geoshape,line,point,rect,rule,square,tick
    strokeJoin miter|round|bevel @arc,area,bar,circle,geoshape,line,point,rect,rule,square,tick
    strokeMiterLimit number - corners are mitred up to ten times the width
    strokeOffset pixels - strokes lie on the edge
    strokeOpacity number @arc,area,bar,circle,geoshape,line,point,rect,rule,square,tick
    strokeWidth pixels @arc,area,bar,circle,geoshape,line,point,rect,rule,square,tick
    tension number @area,errorband,line
    text texts @text,waterfall,strip
    theta number @arc,text
    theta2 number @arc
    theta2Offset number @arc
    thetaOffset number @arc,text
    thickness pixels @tick,errorbar
    ticks map|bool|null @boxplot,errorbar
    time text -
    timeUnitBandPosition number @area,bar,circle,line,point,rect,rule,square,text,trail
    timeUnitBandSize number @bar,rect,tick
    tooltip any -
    url text @image
    width pixels|map|width @bar,rect,tick,image
    x pixels|width @arc,area,bar,circle,geoshape,image,line,point,rect,rule,square,text,tick,trail
    x2 pixels|width @area,bar,image,rect,rule
    x2Offset pixels @area,bar,image,rect,rule
    xOffset pixels @arc,area,bar,circle,geoshape,image,line,point,rect,rule,square,text,tick,trail
    y pixels|height @arc,area,bar,circle,geoshape,image,line,point,rect,rule,square,text,tick,trail
    y2 pixels|height @area,bar,image,rect,rule
    y2Offset pixels @area,bar,image,rect,rule
    yOffset pixels @arc,area,bar,circle,geoshape,image,line,point,rect,rule,square,text,tick,trail
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
    domainRaw map -
    exponent number
    interpolate text|map
    name text - formulas reach no scales
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

  /// Vega-Lite's `ViewBackground`.
  package static let view = Vocabulary(
    "a view",
    """
    clip bool
    cornerRadius pixels
    cursor text -
    fill color
    fillOpacity number
    opacity number
    stroke color
    strokeCap butt|round|square
    strokeDash dashes
    strokeDashOffset pixels
    strokeJoin miter|round|bevel
    strokeMiterLimit number - corners are mitred up to ten times the width
    strokeOpacity number
    strokeWidth pixels
    style texts
    """)

  /// `config.view`: backgrounds, and sizes of views that say none.
  package static let viewConfig = Vocabulary(
    "the views of a configuration",
    """
    continuousHeight pixels
    continuousWidth pixels
    discreteHeight pixels|map
    discreteWidth pixels|map
    step pixels
    """, including: [view])

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
