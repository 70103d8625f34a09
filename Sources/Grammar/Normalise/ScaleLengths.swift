import Dataflow
import StructuredData

extension ChartSource {
  /// The spec with every length that it states in pixels multiplied, areas by the square.
  ///
  /// A spec says lengths for type of Vega-Lite's size: a bar of 45 for a label of four digits, a row of 20 for a name. A look whose type
  /// is larger keeps these proportions. The size of a single plot is left as it is, being that of the picture; of a grid it is a cell's
  /// and is multiplied. So are padding and the keys of `figure`, which are those of the picture and of the look.
  package func scalingLengths(by factor: Double) -> ChartSource {
    guard factor != 1, factor > 0, factor.isFinite else { return self }
    let scale = LengthScale(factor: factor)
    var scaled = self
    scaled.view = scale.view(view, isCell: false, marks: [])
    scaled.config = scale.config(config)
    return scaled
  }
}

private struct LengthScale {
  let factor: Double
  private var square: Double { factor * factor }

  func view(_ view: ViewSpec, isCell: Bool, marks outer: [MarkType]) -> ViewSpec {
    var view = view
    var isGrid = false
    switch view.content {
    case .unit(let mark, let encoding):
      isGrid = Channel.allCases.contains { $0.isFacet && !encoding.all($0).isEmpty }
      view.content = .unit(self.mark(mark), self.encoding(encoding, of: outer + [mark.plain].compactMap { $0 }))
    case .layer(let views, let encoding):
      isGrid = Channel.allCases.contains { $0.isFacet && !encoding.all($0).isEmpty }
      let marks = outer + views.compactMap(\.firstMark)
      view.content = .layer(views.map { self.view($0, isCell: isCell || isGrid, marks: []) }, self.encoding(encoding, of: marks))
    case .facet(let fields, let inner):
      view.content = .facet(self.fields(fields), self.view(inner, isCell: true, marks: []))
    case .concat(let views): view.content = .concat(views.map { self.view($0, isCell: true, marks: []) })
    case .repeated(let fields, let inner): view.content = .repeated(fields, self.view(inner, isCell: true, marks: []))
    }
    if isCell || isGrid {
      view.width = size(view.width)
      view.height = size(view.height)
    }
    for index in view.annotations.indices {
      guard case .callout(let x, let y, let dx, let dy) = view.annotations[index].kind else { continue }
      view.annotations[index].kind = .callout(x: x, y: y, dx: times(dx, factor), dy: times(dy, factor))
    }
    view.background = properties(view.background, .view)
    if let title = view.title { view.title?.properties = properties(title.properties, .title) }
    view.arrangement = arrangement(view.arrangement)
    return view
  }

  /// Lengths beyond any picture stay as they are, and finite; what is asked of them is refused elsewhere.
  private func times(_ length: Double, _ factor: Double) -> Double { abs(length) < 1e9 ? length * factor : length }

  private func size(_ size: ViewSize?) -> ViewSize? {
    switch size {
    case .pixels(let pixels): .pixels(times(pixels, factor))
    case .step(let step, let offset): .step(times(step, factor), forOffset: offset)
    case .container, nil: size
    }
  }

  private func arrangement(_ own: Arrangement) -> Arrangement {
    var arrangement = own
    arrangement.rowSpacing = own.rowSpacing.map { times($0, factor) }
    arrangement.columnSpacing = own.columnSpacing.map { times($0, factor) }
    return arrangement
  }

  private func fields(_ fields: FacetFields) -> FacetFields {
    var scaled = fields
    scaled.row = fields.row.map { channel(.row, $0, of: []) }
    scaled.column = fields.column.map { channel(.column, $0, of: []) }
    scaled.wrapped = fields.wrapped.map { channel(.facet, $0, of: []) }
    return scaled
  }

  // MARK: Marks

  private func mark(_ mark: MarkDefinition) -> MarkDefinition {
    var mark = mark
    mark.properties = markProperties(mark.properties, of: mark.type)
    return mark
  }

  /// The marks that the parts of a mark are.
  private static let parts = [
    "point": "point", "line": "line", "box": "bar", "median": "tick", "outliers": "point", "rule": "rule", "ticks": "tick", "band": "area",
    "borders": "line",
  ]

  private func markProperties(_ own: Properties, of type: String?) -> Properties {
    var scaled = properties(own, .mark)
    if let size = own["size"] { scaled["size"] = length(size, Self.sizeIsArea(type) ? square : factor) }
    for (key, part) in Self.parts {
      if let inner = own.properties(key) {
        scaled[key] = markProperties(inner, of: part).node
      }
    }
    return scaled
  }

  /// Whether the mark's size is an area; else it is a bar's width, a line's width or a text's size.
  private static func sizeIsArea(_ type: String?) -> Bool {
    switch type {
    case "bar", "rect", "tick", "rule", "line", "trail", "area", "text", "image", "boxplot", "errorbar", "errorband": false
    default: true
    }
  }

  // MARK: Channels

  private func encoding(_ encoding: Encoding, of marks: [MarkType]) -> Encoding {
    var scaled = encoding
    for key in encoding.keys { scaled.set(key, to: encoding.all(key).map { channel(key, $0, of: marks) }) }
    return scaled
  }

  /// What a visual value of the channel is multiplied by; nil: it is no length.
  private func factor(of channel: Channel, for marks: [MarkType]) -> Double? {
    switch channel {
    case .x, .y, .x2, .y2, .xError, .yError, .xError2, .yError2, .xOffset, .yOffset, .radius, .radius2, .strokeWidth, .strokeDash: factor
    case .size: marks.allSatisfy { Self.sizeIsArea($0.rawValue) } ? square : factor
    default: nil
    }
  }

  private func channel(_ channel: Channel, _ own: ChannelDefinition, of marks: [MarkType]) -> ChannelDefinition {
    var scaled = own
    let factor = factor(of: channel, for: marks)
    if let factor, let value = own.value { scaled.value = length(value, factor) }
    scaled.conditions = own.conditions.map { condition in
      var condition = condition
      condition.channel = Indirect(self.channel(channel, condition.channel.value, of: marks))
      return condition
    }
    if var scale = own.scale.value {
      if let factor {
        for key in ["range", "rangeMin", "rangeMax"] { scale[key] = scale[key].map { length($0, factor) } }
      }
      // Of a continuous scale the padding is a length, of a band a share of its step.
      if channel.isPosition, own.type == .quantitative || own.type == .temporal, !["band", "point"].contains(scale.text("type")) {
        scale["padding"] = scale["padding"].map { length($0, self.factor) }
      }
      scaled.scale = .some(scale)
    }
    if let axis = own.axis.value { scaled.axis = .some(properties(axis, .axis)) }
    if let legend = own.legend.value { scaled.legend = .some(properties(legend, .legend)) }
    if let header = own.header.value { scaled.header = .some(properties(header, .header)) }
    scaled.arrangement = arrangement(own.arrangement)
    return scaled
  }

  // MARK: Configuration

  func config(_ config: Config) -> Config {
    var scaled = config
    for (name, group) in config.groups {
      guard name != "figure", let vocabulary = Config.vocabulary(of: name) else { continue }
      scaled.groups[name] =
        Config.isMark(name) ? markProperties(group, of: name == "mark" ? nil : name) : properties(group, vocabulary)
    }
    // What a style is of is seen where it is used; a size alone tells nothing.
    for (name, style) in config.styles { scaled.styles[name] = properties(style, .style) }
    return scaled
  }

  // MARK: Values

  private func properties(_ own: Properties, _ vocabulary: Vocabulary) -> Properties {
    var scaled = own
    for (key, node) in own.values {
      guard let entry = vocabulary.entries[key] else { continue }
      if entry.kinds.contains("area") {
        scaled[key] = length(node, square)
      } else if entry.kinds.contains("pixels") || entry.kinds.contains("dashes") {
        scaled[key] = length(node, factor)
      }
    }
    return scaled
  }

  /// Whether a formula reckons with the plot's own lengths, which are as large as the look makes them.
  private func speaksOfThePlot(_ formula: String) -> Bool {
    let words = formula.split { !$0.isLetter }
    return ["width", "height", "scale", "bandwidth"].contains { words.contains(Substring($0)) }
  }

  /// A number, the numbers of a list, a formula, or what a condition has in their place; words (`width`) and shares of a band stay.
  private func length(_ node: Node, _ factor: Double) -> Node {
    switch node.value {
    case .number:
      guard let number = node.double else { return node }
      return Node(Node.number(times(number, factor)).value, at: node.span)
    case .sequence(let items): return Node(.sequence(items.map { length($0, factor) }), at: node.span)
    case .mapping(let mapping):
      var entries = mapping.entries
      for place in entries.indices {
        let value = entries[place].value
        switch entries[place].key {
        case "expr", "signal":
          guard let formula = value.string, !speaksOfThePlot(formula) else { continue }
          entries[place].value = Node(.string("(\(formula)) * \(factor)"), at: value.span)
        case "value", "step", "condition", "row", "column": entries[place].value = length(value, factor)
        default: continue
        }
      }
      return Node(.mapping(Mapping(entries)), at: node.span)
    case .null, .bool, .string: return node
    }
  }
}

extension Properties {
  fileprivate var node: Node {
    Node(.mapping(Mapping(values.sorted { $0.key < $1.key }.map { .init(key: $0.key, value: $0.value) })), at: span)
  }
}

extension ViewSpec {
  /// The mark of a view, or of the first layer within it.
  fileprivate var firstMark: MarkType? {
    switch content {
    case .unit(let mark, _): mark.plain
    case .layer(let views, _): views.lazy.compactMap(\.firstMark).first
    case .facet(_, let inner), .repeated(_, let inner): inner.firstMark
    case .concat: nil
    }
  }
}
