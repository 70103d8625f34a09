import Dataflow

/// The keys of the mappings that a spec is made of, beside marks and guides: what its schema lists. A value in brackets, such as
/// `[view]`, is a mapping of another table.
extension Vocabulary {
  /// What every view may have, whichever content it holds.
  package static let viewSpec = Vocabulary(
    "a view",
    """
    name text
    description text
    data map|list|null
    transform list
    title texts|map
    width number|container|map
    height number|container|map
    view map
    resolve map
    annotations list
    params list
    encoding map
    mark text|map
    layer list
    facet map
    spec map
    repeat list|map
    concat list
    hconcat list
    vconcat list
    columns number
    align all|each|none|map
    spacing number|map
    center bool|map
    bounds full|flush
    projection map
    """)

  /// A whole spec: a view with what belongs to the picture.
  package static let chartSpec = Vocabulary(
    "a chart spec",
    """
    $schema text
    usermeta map -
    config map
    datasets map
    background color
    padding number|map
    autosize text|map
    note texts
    source texts
    unit text
    highlight texts
    alt text
    """, including: [viewSpec])

  /// The definition of a channel.
  package static let channel = Vocabulary(
    "a channel's definition",
    """
    field text|map
    type quantitative|temporal|ordinal|nominal|Q|q|T|t|O|o|N|n
    aggregate text|map
    bin bool|null|binned|map
    timeUnit text|map
    bandPosition number
    title texts
    value any
    datum any
    condition map|list
    sort text|list|map|null
    stack bool|null|zero|normalize|center
    impute map|null
    scale map|null
    axis map|null
    legend map|null
    header map|null
    format text|times
    formatType text
    columns number
    align all|each|none|map
    spacing number|map
    center bool|map
    bounds full|flush
    test text|map
    param text
    selection text
    empty bool
    """)

  package static let data = Vocabulary(
    "data",
    """
    name text
    values any
    url text
    sequence map
    indicators text|list
    where map
    format map|null
    """)

  package static let dataFormat = Vocabulary(
    "a data format",
    """
    type csv|tsv|dsv|json
    delimiter text
    property text
    parse map|null
    feature text
    mesh text
    """)

  package static let resolve = Vocabulary("a resolve", "scale map\naxis map\nlegend map")

  package static let parameter = Vocabulary(
    "a parameter",
    """
    name text
    value any
    expr text
    select text|map -
    views list
    bind map|text -
    react bool -
    """)

  package static let annotation = Vocabulary(
    "an annotation",
    """
    text texts
    color color
    line map
    event any
    band map
    callout map
    bracket list|map
    difference list|map
    growth list|map
    multiple list|map
    cagr list|map
    totals bool
    """)

  /// The transforms by the key that says which one a mapping is.
  package static let transforms: [(key: String, vocabulary: Vocabulary)] = [
    ("aggregate", "aggregate list\ngroupby list"),
    ("bin", "bin bool|map\nfield text\nas text|list"),
    ("calculate", "calculate text\nas text"),
    (
      "density",
      "density text\ngroupby list\ncumulative bool\ncounts bool\nbandwidth number\nextent numbers\nminsteps number\nmaxsteps number\nsteps number\nresolve shared|independent\nas list"
    ),
    ("extent", "extent text\nparam text"),
    ("filter", "filter text|map"),
    ("flatten", "flatten list\nas list\nindex text"),
    ("fold", "fold list\nas list"),
    ("impute", "impute text\nkey text\nkeyvals list|map\ngroupby list\nframe list\nmethod value|mean|median|max|min\nvalue any"),
    ("joinaggregate", "joinaggregate list\ngroupby list"),
    ("loess", "loess text\non text\ngroupby list\nbandwidth number\nas list"),
    ("lookup", "lookup text\nfrom map\nas text|list\ndefault any"),
    ("pivot", "pivot text\nvalue text\ngroupby list\nlimit number\nop text"),
    ("quantile", "quantile text\nprobs numbers\nstep number\ngroupby list\nas list"),
    (
      "regression",
      "regression text\non text\ngroupby list\nmethod linear|log|exp|pow|quad|poly\norder number\nextent numbers\nparams bool\nas list"
    ),
    ("sample", "sample number"),
    ("stack", "stack text\ngroupby list\noffset zero|center|normalize\nsort list\nas text|list"),
    ("timeUnit", "timeUnit text|map\nfield text\nas text"),
    ("treemap", "treemap text\ngroupby list\naspect number\nas list"),
    ("window", "window list\nframe list\nignorePeers bool\ngroupby list\nsort list"),
  ].map { ($0, Vocabulary("a \($0) transform", $1)) }
}
