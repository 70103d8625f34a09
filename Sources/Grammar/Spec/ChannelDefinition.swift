package import Dataflow
package import Diagnostics
package import StructuredData

/// What stands for a channel in `encoding`: a field, a value on the channel's own scale of things, or a datum.
package struct ChannelDefinition: Hashable, Sendable {
  package var span: SourceSpan
  package var field: FieldName?
  package var type: FieldType?
  package var aggregate: Aggregate?
  package var bin: Bin?
  package var timeUnit: TimeUnit?
  package var bandPosition: Double?
  package var title: Title = .automatic
  /// A visual value: pixels, a colour, or `width` and `height`.
  package var value: Node?
  /// A value in the domain of the channel's scale.
  package var datum: Node?
  package var conditions: [Condition] = []
  package var sort: Sort?
  package var stack: Stack?
  package var impute: Node?
  package var scale: Optionally<Properties> = .unset
  package var axis: Optionally<Properties> = .unset
  package var legend: Optionally<Properties> = .unset
  package var header: Optionally<Properties> = .unset
  package var format: Node?
  package var formatType: String?
  /// Arrangement of a `facet` channel, and of `row` and `column`.
  package var arrangement = Arrangement()

  package init(at span: SourceSpan = SourceSpan(document: "")) { self.span = span }

  package init(field: String, type: FieldType, at span: SourceSpan = SourceSpan(document: "")) {
    self.span = span
    self.field = .name(field)
    self.type = type
  }

  package init(value: Node, at span: SourceSpan = SourceSpan(document: "")) {
    self.span = span
    self.value = value
  }

  package enum FieldName: Hashable, Sendable {
    case name(String)
    /// The field that a repeat puts here: `row`, `column`, `layer` or `repeat`.
    case repeated(String)
    package var name: String? { if case .name(let name) = self { name } else { nil } }
  }

  package enum Aggregate: Hashable, Sendable {
    case op(AggregateOp)
    /// The value of the channel's field in the row where another field is greatest or least.
    case argmax(String)
    case argmin(String)
  }

  package enum Bin: Hashable, Sendable {
    /// `bin: false` or null: not binned.
    case none
    case parameters(BinParameters)
    /// The data are binned already, by `step` where it is known.
    case binned(step: Double?)
  }

  package enum Title: Hashable, Sendable {
    case automatic
    /// `title: null`: no title.
    case none
    case lines([String])
  }

  package enum Stack: String, Hashable, Sendable { case zero, normalize, center, none }

  package indirect enum Sort: Hashable, Sendable {
    case ascending, descending
    /// `sort: null`: the order of the data.
    case none
    case values([Node])
    case encoding(Channel, descending: Bool)
    case field(FieldName?, op: AggregateOp?, descending: Bool)

    package var isDescending: Bool {
      switch self {
      case .descending, .encoding(_, descending: true), .field(_, op: _, descending: true): true
      default: false
      }
    }
  }

  /// What counts where a test holds; tests are tried in order.
  package struct Condition: Hashable, Sendable {
    package enum Test: Hashable, Sendable {
      case predicate(Predicate)
      /// A parameter; nothing is selected in a still picture, so a condition on a selection holds unless `empty` is false.
      case parameter(String, empty: Bool)
    }
    package var test: Test
    package var channel: Indirect<ChannelDefinition>
  }

  /// Whether a scale turns what stands here into a visual value.
  package var isFieldOrDatum: Bool { isField || datum != nil }
  package var isField: Bool { field != nil || aggregate == .op(.count) }
  package var isBinned: Bool {
    switch bin {
    case .parameters, .binned: true
    default: false
    }
  }
  /// This definition with the parent's properties where it has none of its own.
  func over(_ parent: ChannelDefinition) -> ChannelDefinition {
    var merged = self
    if field == nil, datum == nil { merged.field = parent.field }
    if field == nil, datum == nil, aggregate == nil { merged.datum = parent.datum }
    merged.type = type ?? parent.type
    if datum == nil {
      merged.aggregate = aggregate ?? parent.aggregate
      merged.bin = bin ?? parent.bin
      merged.timeUnit = timeUnit ?? parent.timeUnit
      merged.impute = impute ?? parent.impute
      merged.stack = stack ?? parent.stack
    }
    merged.bandPosition = bandPosition ?? parent.bandPosition
    if title == .automatic { merged.title = parent.title }
    merged.sort = sort ?? parent.sort
    if scale == .unset { merged.scale = parent.scale }
    if axis == .unset { merged.axis = parent.axis }
    if legend == .unset { merged.legend = parent.legend }
    if header == .unset { merged.header = parent.header }
    merged.format = format ?? parent.format
    merged.formatType = formatType ?? parent.formatType
    if conditions.isEmpty { merged.conditions = parent.conditions }
    return merged
  }

  /// Whether anything stands for the channel, and not only its guides are spoken of.
  package var standsForSomething: Bool { isFieldOrDatum || value != nil || !conditions.isEmpty }

  /// The definition of the field: this one or that of the condition which holds one.
  package var fieldDefinition: ChannelDefinition? {
    if isFieldOrDatum { return self }
    return conditions.lazy.map(\.channel.value).first { $0.isFieldOrDatum }
  }
}

/// A property that may be left out, or set to null.
package enum Optionally<Value: Hashable & Sendable>: Hashable, Sendable {
  case unset, null
  case some(Value)
  package var value: Value? { if case .some(let value) = self { value } else { nil } }
  package var isNull: Bool { self == .null }
}

/// A value behind a reference, for types that hold themselves.
package struct Indirect<Value: Hashable & Sendable>: Hashable, Sendable {
  private let box: [Value]
  package init(_ value: Value) { box = [value] }
  package var value: Value { box[0] }
}

/// Channels with what stands for them; `detail`, `order` and `tooltip` may have several.
package struct Encoding: Hashable, Sendable {
  private struct Entry: Hashable, Sendable {
    var channel: Channel
    var definitions: [ChannelDefinition]
  }
  /// In Vega-Lite's order. They are a handful, and asked for by every mark and guide: sooner found in a row than by their hashes.
  private var entries: [Entry] = []
  /// Channels that were set to null, which hides what a layer around them says.
  package var hidden: Set<Channel> = []
  package init() {}

  package subscript(channel: Channel) -> ChannelDefinition? {
    get { place(of: channel).flatMap { entries[$0].definitions.first } }
    set { set(channel, to: newValue.map { [$0] } ?? []) }
  }
  package func all(_ channel: Channel) -> [ChannelDefinition] { place(of: channel).map { entries[$0].definitions } ?? [] }
  package mutating func set(_ channel: Channel, to definitions: [ChannelDefinition]) {
    let place = place(of: channel)
    if definitions.isEmpty {
      if let place { entries.remove(at: place) }
    } else if let place {
      entries[place].definitions = definitions
    } else {
      var end = 0
      for known in Channel.inOrder {
        if known == channel { break }
        if end < entries.count, entries[end].channel == known { end += 1 }
      }
      entries.insert(Entry(channel: channel, definitions: definitions), at: end)
    }
  }
  /// The channels that stand here, in Vega-Lite's order.
  package var keys: [Channel] { entries.map(\.channel) }

  private func place(of channel: Channel) -> Int? { entries.firstIndex { $0.channel == channel } }

  /// This encoding over what a layer's parent says.
  package func over(_ outer: Encoding) -> Encoding {
    var merged = outer
    merged.hidden = hidden
    for channel in hidden { merged[channel] = nil }
    for own in entries {
      // A field takes what the layer around says of the channel's scale, axis and type.
      if own.definitions.count == 1, let definition = own.definitions.first, definition.isFieldOrDatum, let parent = outer[own.channel] {
        merged[own.channel] = definition.over(parent)
      } else {
        merged.set(own.channel, to: own.definitions)
      }
    }
    return merged
  }
}

extension Channel {
  fileprivate static let inOrder = Channel.allCases
}
