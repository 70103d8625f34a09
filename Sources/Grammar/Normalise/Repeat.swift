import Diagnostics
import StructuredData

extension Normaliser {
  /// The views that a repeat stands for, beside one another or as layers.
  mutating func unrolled(_ view: ViewSpec, _ fields: RepeatFields, _ inner: ViewSpec) -> ViewSpec {
    var result = view
    if let layers = fields.layer {
      var template = inner
      template.name = nil
      let content = ViewSpec.Content.layer(layers.map { filled(template, ["layer": $0]) }, Encoding())
      if fields.row == nil, fields.column == nil {
        result.content = content
        result.width = inner.width ?? view.width
        result.height = inner.height ?? view.height
        // What each layer says of the view's size says it of all.
        if case .layer(let views, _) = content {
          result.content = .layer(
            views.map { layer in
              var layer = layer
              layer.width = nil
              layer.height = nil
              return layer
            }, Encoding())
        }
        return result
      }
      var layered = ViewSpec(content, at: inner.span)
      layered.width = inner.width
      layered.height = inner.height
      return unrolled(view, RepeatFields(row: fields.row, column: fields.column), layered)
    }
    if let wrapped = fields.wrapped {
      result.content = .concat(wrapped.map { filled(inner, ["repeat": $0]) })
    } else {
      let rows = fields.row.map { $0.map { Optional($0) } } ?? [nil]
      let columns = fields.column.map { $0.map { Optional($0) } } ?? [nil]
      var views: [ViewSpec] = []
      for row in rows {
        for column in columns {
          var names: [String: String] = [:]
          names["row"] = row
          names["column"] = column
          views.append(filled(inner, names))
        }
      }
      result.content = .concat(views)
      result.arrangement.columns = columns.count
    }
    result.arrangement.rowAlign = view.arrangement.rowAlign ?? .all
    result.arrangement.columnAlign = view.arrangement.columnAlign ?? .all
    return result
  }

  /// The view with fields in place of `{"repeat": …}`.
  private mutating func filled(_ view: ViewSpec, _ names: [String: String]) -> ViewSpec {
    var view = view
    switch view.content {
    case .unit(let mark, let encoding): view.content = .unit(mark, filled(encoding, names))
    case .layer(let views, let encoding):
      view.content = .layer(views.map { filled($0, names) }, filled(encoding, names))
    case .facet(let fields, let inner):
      var fields = fields
      fields.row = fields.row.map { filled($0, names) }
      fields.column = fields.column.map { filled($0, names) }
      fields.wrapped = fields.wrapped.map { filled($0, names) }
      view.content = .facet(fields, filled(inner, names))
    case .concat(let views): view.content = .concat(views.map { filled($0, names) })
    case .repeated(let fields, let inner): view.content = .repeated(fields, filled(inner, names))
    }
    return view
  }

  private mutating func filled(_ encoding: Encoding, _ names: [String: String]) -> Encoding {
    var result = encoding
    for channel in encoding.keys { result.set(channel, to: encoding.all(channel).map { filled($0, names) }) }
    return result
  }

  private mutating func filled(_ definition: ChannelDefinition, _ names: [String: String]) -> ChannelDefinition {
    var result = definition
    result.field = filled(definition.field, names, at: definition.span)
    if let name = definition.datum?["repeat"]?.string { result.datum = names[name].map { .string($0) } ?? definition.datum }
    if case .field(let field, let op, let descending)? = definition.sort {
      result.sort = .field(filled(field, names, at: definition.span), op: op, descending: descending)
    }
    result.conditions = definition.conditions.map { condition in
      var condition = condition
      condition.channel = Indirect(filled(condition.channel.value, names))
      return condition
    }
    return result
  }

  private mutating func filled(
    _ field: ChannelDefinition.FieldName?, _ names: [String: String], at span: SourceSpan
  ) -> ChannelDefinition.FieldName? {
    guard case .repeated(let name)? = field else { return field }
    return names[name].map { .name($0) } ?? field
  }
}

extension RepeatFields {
  init(row: [String]?, column: [String]?) {
    self.init()
    self.row = row
    self.column = column
  }
}
