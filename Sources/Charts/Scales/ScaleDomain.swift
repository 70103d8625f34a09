import Dataflow
import Diagnostics
import Grammar
import Scales
import StructuredData

extension DataValue {
  /// What tells categories apart: 1, "1" and the moment 1 are three.
  var categoryKey: String {
    switch self {
    case .number(let value): "#" + numberText(value)
    case .time(let value): "@" + numberText(value)
    case .text(let text): "\"" + text
    case .boolean(let value): value ? "?true" : "?false"
    case .null, .undefined: "null"
    case .list, .object: "{" + asText
    }
  }

  /// The number that a continuous scale measures: of a number, a moment, or a text that is one; null counts as 0 (ECMAScript).
  var scaled: Double {
    if case .undefined = self { return .nan }
    return asNumber
  }
}

extension ScaleComponent {
  /// The requests whose domain counts: those that write one, else all.
  private var counting: [ScaleRequest] {
    let written = requests.filter { $0.writtenDomain != nil }
    return written.isEmpty ? requests.filter { !leavesOut($0) } : written
  }

  /// The ends of a continuous domain (with stops between where they are written); empty without any value.
  func continuousDomain(_ resolver: Resolver) -> [Double] {
    var stops: [Double] = []
    var low = Double.infinity
    var high = -Double.infinity
    var isWritten = false
    for request in counting {
      if let domain = request.writtenDomain {
        let values = domain.compactMap { resolver.value($0, isMoment: type.isTime).finiteNumber }
        if counting.count == 1 { stops = values }
        isWritten = true
        for value in values {
          low = min(low, value)
          high = max(high, value)
        }
        continue
      }
      let (a, b) = request.extent(type: type, resolver)
      low = min(low, a)
      high = max(high, b)
      for value in request.definition.scale.value?["domain"]?["unionWith"]?.sequence?.compactMap({
        resolver.value($0, isMoment: type.isTime).finiteNumber
      }) ?? [] {
        low = min(low, value)
        high = max(high, value)
      }
    }
    if isWritten, stops.count >= 2 { return stops }
    return low <= high ? [low, high] : []
  }

  /// The values of a quantile scale's domain.
  func samples() -> [Double] {
    requests.flatMap { request in
      request.rows.map { request.value(at: $0).scaled }.filter(\.isFinite)
    }.sorted()
  }

  /// Categories in order.
  func categories(_ resolver: Resolver) -> [DataValue] {
    var seen: Set<String> = []
    var found: [DataValue] = []
    func add(_ value: DataValue) {
      if case .undefined = value { return }
      if seen.insert(value.categoryKey).inserted { found.append(value) }
    }
    let isWritten = counting.contains { $0.writtenDomain != nil }
    for request in counting {
      if let domain = request.writtenDomain {
        for value in domain { add(resolver.value(value, isMoment: request.definition.type == .temporal)) }
      } else {
        for value in request.discreteValues(resolver) { add(value) }
        for value in request.definition.scale.value?["domain"]?["unionWith"]?.sequence ?? [] {
          add(resolver.value(value, isMoment: request.definition.type == .temporal))
        }
      }
    }
    return isWritten ? found : sorted(found, resolver)
  }

  private func sorted(_ values: [DataValue], _ resolver: Resolver) -> [DataValue] {
    // Layers that differ in their orders fall back on the natural one (Vega-Lite's mergeDomains).
    let fields = requests.filter { $0.definition.isField }
    guard let first = fields.first else { return values }
    let sorts = Set(fields.map { $0.resolvedSort })
    let sort = sorts.count > 1 ? .ascending : first.effectiveSort
    switch sort {
    case .none: return values
    case .descending: return values.stableSorted { ascending($0, $1) > 0 }
    case .values(let nodes):
      let order = nodes.map { resolver.value($0, timeUnit: first.definition.timeUnit) }
      var ranks: [String: Int] = [:]
      for (rank, value) in order.enumerated() where ranks[value.asText] == nil { ranks[value.asText] = rank }
      return values.stableSorted { (ranks[$0.asText] ?? order.count) < (ranks[$1.asText] ?? order.count) }
    case .field, .encoding:
      let keys = sortKeys(fields, sort)
      let isDescending = sort.isDescending
      return values.stableSorted { a, b in
        let order = ascending(keys[a.categoryKey] ?? .null, keys[b.categoryKey] ?? .null)
        return isDescending ? order > 0 : order < 0
      }
    case .ascending: return values.stableSorted { ascending($0, $1) < 0 }
    }
  }

  /// What each category is sorted by: a summary over the rows that it has before they are aggregated.
  private func sortKeys(_ requests: [ScaleRequest], _ sort: ChannelDefinition.Sort) -> [String: DataValue] {
    var groups: [String: [DataValue]] = [:]
    var op = AggregateOp.min
    for request in requests {
      let unit = request.unit
      var path: FieldPath?
      var table = unit.raw
      switch sort {
      case .field(let field, let given, _):
        let isStackedMeasure = unit.stack != nil && !(unit.stackDimensions.contains(field?.name ?? ""))
        op = given ?? (isStackedMeasure ? .sum : .min)
        path = field?.name.map { FieldPath($0) }
      case .encoding(let channel, _):
        guard let other = unit.field(channel) else { continue }
        switch other.aggregate {
        case .op(let given):
          op = given
          path = other.field?.name.map { FieldPath($0) }
        case .argmax, .argmin:
          path = other.path()
          table = unit.table
        case nil:
          let isStackedMeasure = unit.stack != nil && !(unit.stackDimensions.contains(other.field?.name ?? ""))
          op = isStackedMeasure ? .sum : .min
          path = other.path()
        }
      default: continue
      }
      guard let own = request.definition.path(suffix: nil) else { continue }
      let categories = table.values(at: own)
      let values = path.map { table.values(at: $0) } ?? Column(repeating: .number(1), count: table.rowCount)
      for row in 0..<table.rowCount { groups[categories[row].categoryKey, default: []].append(values[row]) }
    }
    if op == .min { return groups.mapValues { $0.filter(\.isValid).min { ascending($0, $1) < 0 } ?? .null } }
    var keys: [DataValue] = []
    var values: [DataValue] = []
    for (key, group) in groups {
      keys += Array(repeating: .text(key), count: group.count)
      values += group
    }
    let table = Table(["key": Column(keys), "value": Column(values)])
    let aggregate = Transform.Aggregate([.init(op, of: "value", as: "result")], groupBy: ["key"])
    var environment = Environment()
    guard let summary = try? run([.aggregate(aggregate)], on: table, in: &environment).value else { return [:] }
    var result: [String: DataValue] = [:]
    for row in 0..<summary.rowCount { result[summary[row, "key"].asText] = summary[row, "result"] }
    return result
  }
}

extension ScaleRequest {
  /// `domain` as a list; nil where it is left to the data.
  var writtenDomain: [Node]? { definition.scale.value?["domain"]?.sequence }

  var effectiveSort: ChannelDefinition.Sort {
    if definition.hasBinParameters, definition.type?.isDiscrete != true {
      return definition.sort?.isDescending == true ? .descending : .ascending
    }
    // A look may leave categories in the order of the data, as their author put them.
    if definition.sort == nil, definition.type == .nominal, unit.config.plain.text("categoryOrder") == "data" { return .none }
    return definition.sort ?? .ascending
  }

  /// The sort with the field and the summary that it means in this view: by one channel two layers may sort by two fields.
  var resolvedSort: ChannelDefinition.Sort {
    let sort = effectiveSort
    guard case .encoding(let channel, let isDescending) = sort, let other = unit.field(channel), let name = other.fieldName() else {
      return sort
    }
    return .field(.name(name), op: nil, descending: isDescending)
  }

  /// Rows that count for domains.
  var rows: [Int] {
    switch unit.invalidMode {
    case .filter: unit.validRows
    case .breakPaths, .breakFilteringDomains, .filterShowingDomains, .show: Array(0..<unit.table.rowCount)
    }
  }

  func value(at row: Int) -> DataValue {
    definition.path().map { unit.table.values(at: $0)[row] } ?? .undefined
  }

  /// The categories of the field before they are sorted.
  func discreteValues(_ resolver: Resolver) -> [DataValue] {
    guard definition.isField, let path = definition.path() else {
      return definition.datum.map { [resolver.value($0, of: definition)] } ?? []
    }
    switch effectiveSort {
    case .values, .field, .encoding:
      // What is sorted by more than its name has the categories of all rows, those without a measure too.
      let column = unit.raw.values(at: path)
      if column.values.contains(where: \.isValid) { return column.values }
    default: break
    }
    let column = unit.table.values(at: path)
    let values = rows.map { column[$0] }
    // Categories from one to another: those of both ends.
    guard let second = channel.second.flatMap({ unit.field($0) }), second.isField, let end = second.path() else { return values }
    let ends = unit.table.values(at: end)
    return values + rows.map { ends[$0] }
  }

  /// The least and the greatest value of the channel and its second end.
  func extent(type: ScaleType, _ resolver: Resolver) -> (Double, Double) {
    var low = Double.infinity
    var high = -Double.infinity
    func take(_ value: Double) {
      guard value.isFinite else { return }
      low = min(low, value)
      high = max(high, value)
    }
    func take(column path: FieldPath?, of table: Table, rows: [Int]) {
      guard let path else { return }
      let column = table.values(at: path)
      for row in rows where column[row].isValid { take(column[row].scaled) }
    }
    if let stack = unit.stack, stack.fieldChannel == channel {
      if stack.offset == .normalize { return (0, 1) }
      take(column: definition.path(suffix: "start"), of: unit.table, rows: rows)
      take(column: definition.path(suffix: "end"), of: unit.table, rows: rows)
      return (low, high)
    }
    let second = channel.second.flatMap { unit.field($0) }
    if definition.isField {
      if definition.hasBinParameters, let name = definition.fieldName(), let bins = unit.bins[name] {
        take(bins.start)
        take(bins.stop)
      } else if usesRawDomain, let field = definition.field?.name {
        take(column: FieldPath(field), of: unit.raw, rows: Array(0..<unit.raw.rowCount))
      } else {
        take(column: definition.path(), of: unit.table, rows: rows)
        if definition.timeUnit != nil, type.isTime, unit.hasBandEnd(definition, second: second) {
          take(column: definition.timeUnitEnd, of: unit.table, rows: rows)
          let shift = unit.unitShift(definition)
          if shift != 0, let timeUnit = definition.timeUnit, low.isFinite, high.isFinite {
            let before = timeUnit.offset(low, by: -timeUnit.step)
            let last = timeUnit.offset(high, by: -timeUnit.step)
            low = low * (1 - shift) + before * shift
            high = high * (1 - shift) + last * shift
          }
        }
      }
    } else if let datum = definition.datum {
      take(resolver.value(datum, timeUnit: definition.timeUnit, isMoment: type.isTime).scaled)
    }
    if let second {
      if second.isField {
        take(column: second.path(), of: unit.table, rows: rows)
      } else if let datum = second.datum {
        take(resolver.value(datum, isMoment: type.isTime).scaled)
      }
    }
    return (low, high)
  }

  /// Whether the domain is that of the rows before aggregation, as `domain: unaggregated` asks.
  private var usesRawDomain: Bool {
    let asked =
      definition.scale.value?["domain"]?.string == "unaggregated"
      || (unit.config["scale"].bool("useUnaggregatedDomain") == true && definition.scale.value?["domain"] == nil)
    guard asked, case .op(let op)? = definition.aggregate else { return false }
    return [.mean, .average, .median, .q1, .q3, .min, .max].contains(op)
  }
}

extension ChannelDefinition {
  /// Where the end of a unit of time stands: beside its start, also for units that were cut beforehand.
  var timeUnitEnd: FieldPath? { fieldName().map { FieldPath(verbatim: $0 + "_end") } }
}

extension UnitModel {
  /// The fields that place and part a stack.
  var stackDimensions: Set<String> {
    guard let stack else { return [] }
    var names = Set(stack.stackBy.compactMap { $0.field?.name })
    for channel in stack.groupChannels { if let name = encoding[channel]?.fieldName() { names.insert(name) } }
    return names
  }
}

extension Array {
  /// Sorted so that what compares as equal keeps its order.
  func stableSorted(_ precedes: (Element, Element) -> Bool) -> [Element] {
    enumerated().sorted { a, b in
      if precedes(a.element, b.element) { return true }
      if precedes(b.element, a.element) { return false }
      return a.offset < b.offset
    }.map(\.element)
  }
}

extension DataValue {
  var finiteNumber: Double? {
    let number = scaled
    return number.isFinite && isValid ? number : nil
  }
}
