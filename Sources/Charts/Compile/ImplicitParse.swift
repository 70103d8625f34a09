import Dataflow
import Diagnostics
import Grammar
import StructuredData

/// How the fields of a source are read because of what views do with them: moments for temporal fields and units of time, numbers
/// for quantitative ones.
struct ImplicitParse {
  private var moments: [String] = []
  private var numbers: [String] = []

  init() {}

  /// What a view and those within, as far as they share its data, ask for.
  init(_ view: ViewSpec) { collect(view, produced: []) }

  private mutating func collect(_ view: ViewSpec, produced: Set<String>) {
    var produced = produced
    for transform in view.transforms {
      switch transform {
      case .timeUnit(let unit): add(moment: unit.field.text, produced)
      case .bin(let bin): add(number: bin.field.text, produced)
      case .filter(let predicate): for field in predicate.timeFields { add(moment: field, produced) }
      default: break
      }
      produced.formUnion(transform.outputs)
    }
    switch view.content {
    case .unit(_, let encoding): collect(encoding, produced)
    case .layer(let views, _), .concat(let views):
      for view in views where view.data == nil { collect(view, produced: produced) }
    case .facet(let fields, let inner):
      var encoding = Encoding()
      encoding[.row] = fields.row
      encoding[.column] = fields.column
      encoding[.facet] = fields.wrapped
      collect(encoding, produced)
      if inner.data == nil { collect(inner, produced: produced) }
    case .repeated(_, let inner): if inner.data == nil { collect(inner, produced: produced) }
    }
  }

  private mutating func collect(_ encoding: Encoding, _ produced: Set<String>) {
    let typed = encoding.withTypes().encoding
    for channel in typed.keys {
      for definition in typed.all(channel).flatMap({ [$0] + $0.conditions.map(\.channel.value) }) {
        guard let field = definition.field?.name else { continue }
        if definition.timeUnit != nil || definition.type == .temporal {
          add(moment: field, produced)
        } else if definition.type == .quantitative, definition.aggregate.map(\.readsNumbers) ?? true {
          add(number: field, produced)
        }
      }
    }
  }

  private mutating func add(moment field: String, _ produced: Set<String>) {
    if !produced.contains(field), !moments.contains(field) { moments.append(field) }
  }
  private mutating func add(number field: String, _ produced: Set<String>) {
    if !produced.contains(field), !numbers.contains(field) { numbers.append(field) }
  }

  func applied(to table: Table, _ findings: inout [Diagnostic]) -> Table {
    var table = table
    for field in moments {
      guard let column = table[field], column.kind != .time else { continue }
      let read = column.moments(of: field)
      findings += read.diagnostics
      table.set(field, read.value)
    }
    for field in numbers where !moments.contains(field) {
      guard let column = table[field], column.kind == .text || column.kind == .mixed else { continue }
      let read = column.quantities(of: field)
      findings += read.diagnostics
      table.set(field, read.value)
    }
    return table
  }
}

extension ChannelDefinition.Aggregate {
  /// Whether the summary looks at values as numbers.
  fileprivate var readsNumbers: Bool {
    switch self {
    case .op(let op): ![.count, .distinct, .missing, .valid, .values].contains(op)
    case .argmax, .argmin: true
    }
  }
}

extension Transform {
  /// The fields that a step adds or replaces, as far as they are known beforehand.
  fileprivate var outputs: [String] {
    switch self {
    case .calculate(let calculate): [calculate.name]
    case .aggregate(let aggregate), .joinAggregate(let aggregate): aggregate.outputs.map(\.name)
    case .bin(let bin): [bin.start, bin.end]
    case .timeUnit(let unit): [unit.start] + (unit.end.map { [$0] } ?? [])
    case .window(let window): window.outputs.map(\.name)
    case .stack(let stack): [stack.start, stack.end]
    case .fold(let fold): [fold.key, fold.value]
    case .density(let density): [density.value, density.density]
    case .flatten(let flatten): flatten.names
    default: []
    }
  }
}

extension Predicate {
  /// Fields that are compared with moments.
  fileprivate var timeFields: [String] {
    switch self {
    case .comparison(let operand, _, let bound):
      operand.timeUnit != nil || bound.isMoment ? [operand.field.text] : []
    case .range(let operand, let lower, let upper):
      operand.timeUnit != nil || lower?.isMoment == true || upper?.isMoment == true ? [operand.field.text] : []
    case .oneOf(let operand, _), .valid(let operand, _): operand.timeUnit != nil ? [operand.field.text] : []
    case .not(let inner): inner.timeFields
    case .and(let all), .or(let all): all.flatMap(\.timeFields)
    default: []
    }
  }
}

extension Expression {
  fileprivate var isMoment: Bool { text.hasPrefix("datetime(") || text.hasPrefix("utc(") }
}
