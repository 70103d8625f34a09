package import Dataflow
package import Diagnostics
package import StructuredData

/// A view as it stands in a spec: a mark with its encoding, layers of views, or views beside one another.
package struct ViewSpec: Sendable {
  package indirect enum Content: Sendable {
    case unit(MarkDefinition, Encoding)
    case layer([ViewSpec], Encoding)
    case facet(FacetFields, ViewSpec)
    case concat([ViewSpec])
    case repeated(RepeatFields, ViewSpec)
  }

  package var content: Content
  package var span: SourceSpan
  package var name: String?
  package var data: DataSource?
  package var transforms: [Transform] = []
  package var title: TitleSpec?
  package var width: ViewSize?
  package var height: ViewSize?
  /// Width over height that the plot keeps in a figure; nil: it takes the room there is.
  package var aspect: ClosedRange<Double>?
  /// `view`: the background of the plot.
  package var background = Properties()
  /// How places on a map are projected; views within that say nothing have it too.
  package var projection = Properties()
  package var resolve = Resolve()
  package var parameters: [Parameter] = []
  /// What is written upon the view.
  package var annotations: [Annotation] = []
  package var arrangement = Arrangement()

  package init(_ content: Content, at span: SourceSpan) {
    self.content = content
    self.span = span
  }
}

/// A mark and its own properties.
package struct MarkDefinition: Hashable, Sendable {
  /// Vega-Lite's name of the mark, or that of a house composite.
  package var type: String
  package var properties: Properties
  package var span: SourceSpan

  package init(_ type: String, _ properties: Properties = Properties(), at span: SourceSpan = SourceSpan(document: "")) {
    self.type = type
    self.properties = properties
    self.span = span
  }
  package var plain: MarkType? { MarkType(rawValue: type) }
}

/// How views stand beside one another.
package struct Arrangement: Hashable, Sendable {
  package enum Alignment: String, Hashable, Sendable, CaseIterable { case all, each, none }
  package var columns: Int?
  package var rowAlign: Alignment?
  package var columnAlign: Alignment?
  package var rowSpacing: Double?
  package var columnSpacing: Double?
  package var rowCenter: Bool?
  package var columnCenter: Bool?
  /// `bounds: flush`: only the plots themselves count for the arrangement.
  package var isFlush: Bool?
  package init() {}
}

/// A width or height as written.
package enum ViewSize: Hashable, Sendable {
  case pixels(Double)
  case container
  /// Pixels for each step of a discrete scale; `offset` says that the steps are those of the offset channel.
  case step(Double, forOffset: Bool?)
}

package struct FacetFields: Hashable, Sendable {
  package var row: ChannelDefinition?
  package var column: ChannelDefinition?
  /// One field whose values wrap over `columns`.
  package var wrapped: ChannelDefinition?
  package init() {}
}

package struct RepeatFields: Hashable, Sendable {
  package var row: [String]?
  package var column: [String]?
  package var layer: [String]?
  package var wrapped: [String]?
  package init() {}
}

/// Which guides and scales of the views within are shared; nil is the default of the kind of view.
package struct Resolve: Hashable, Sendable {
  package enum Mode: String, Hashable, Sendable, CaseIterable { case shared, independent }
  package var scale: [Channel: Mode] = [:]
  package var axis: [Channel: Mode] = [:]
  package var legend: [Channel: Mode] = [:]
  package init() {}
}

package struct TitleSpec: Hashable, Sendable {
  package var lines: [String]
  package var subtitle: [String]
  package var properties: Properties
  package var span: SourceSpan
  package init(lines: [String], subtitle: [String] = [], properties: Properties = Properties(), at span: SourceSpan) {
    self.lines = lines
    self.subtitle = subtitle
    self.properties = properties
    self.span = span
  }
}

/// A named value. A selection is drawn as it is before anyone points at anything.
package struct Parameter: Hashable, Sendable {
  package var name: String
  package var value: Node?
  /// An expression that gives the value.
  package var expression: String?
  package var isSelection: Bool
  package var span: SourceSpan
}

/// Where a view's rows come from.
package struct DataSource: Hashable, Sendable {
  package enum Origin: Hashable, Sendable {
    case values(Node)
    case url(String)
    case named(String)
    case sequence(start: Double, stop: Double, step: Double, name: String)
    /// `data: null`: a single row without fields.
    case none
    /// Facts of an article or a fact set (`indicators`), as the node says.
    case indicators(Node)
  }
  package var origin: Origin
  package var name: String?
  /// `csv`, `tsv`, `json`, `dsv` or `topojson`; nil: by the suffix.
  package var format: String?
  package var delimiter: String?
  /// The path of the rows within a JSON document.
  package var property: String?
  /// `parse` as written: a map of field to type, or null to parse nothing.
  package var parse: [String: Node] = [:]
  package var parsesNothing = false
  package var span: SourceSpan

  package init(_ origin: Origin, at span: SourceSpan) {
    self.origin = origin
    self.span = span
  }
}

/// A whole spec.
package struct ChartSource: Sendable {
  package var view: ViewSpec
  package var config: Config
  package var datasets: [String: Node] = [:]
  /// Sources of lookups, by the name that the transform has for them.
  package var lookups: [String: DataSource] = [:]
  package var description: String?
  package var background: Node?
  /// `padding`: left, top, right, bottom in pixels.
  package var padding: (left: Double, top: Double, right: Double, bottom: Double)?
  package var autosize = Autosize()
  package var span: SourceSpan
  /// Lines under the plot, as the house's charts have them.
  package var note: [String] = []
  package var source: [String] = []
  /// The unit of the measure, for the subtitle of a figure.
  package var unit: String?
  /// Categories or series in the strong colour, all others in grey.
  package var highlight: [String] = []
  /// What those are told who do not see the chart, in place of what the rows say.
  package var alternative: String?
}

package struct Autosize: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case pad, none, fit
    case fitX = "fit-x"
    case fitY = "fit-y"
  }
  package var kind: Kind?
  /// `contains: padding`: the given size includes the padding.
  package var containsPadding = false
  package init() {}
}
