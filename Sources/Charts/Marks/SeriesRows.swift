import Dataflow
import Grammar
import StructuredData

extension UnitEncoder {
  /// The rows of each path, in the order in which they are joined.
  func series() -> [[Int]] {
    var fields: [FieldPath] = []
    let parting: [Channel] = [
      .color, .fill, .stroke, .opacity, .fillOpacity, .strokeOpacity, .strokeDash, .strokeWidth, .size, .detail, .key,
    ]
    for channel in parting where !(channel == .size && unit.mark == .trail) {
      for definition in unit.encoding.all(channel).compactMap(\.fieldDefinition) {
        guard definition.isField, definition.aggregate == nil, let path = definition.path() else { continue }
        if !fields.contains(path) { fields.append(path) }
      }
    }
    let columns = fields.map { table.values(at: $0) }
    var groups: [[Int]] = []
    var places: [[String]: Int] = [:]
    for row in drawnRows {
      let key = columns.map { $0[row].asText }
      if let place = places[key] {
        groups[place].append(row)
      } else {
        places[key] = groups.count
        groups.append([row])
      }
    }
    let ordered = pathOrder()
    if ordered.isEmpty { return groups }
    var rank = [Int](repeating: 0, count: rowCount)
    for (place, row) in table.order(by: ordered).enumerated() { rank[row] = place }
    return groups.map { rows in rows.sorted { rank[$0] < rank[$1] } }
  }

  /// What the points of a path are sorted by: the order channel, else the dimension (Vega-Lite's `getSort`).
  private func pathOrder() -> [SortField] {
    if let order = unit.encoding[.order] {
      if order.value?.isNull == true || order.value?.bool == false { return [] }
      let fields = unit.encoding.all(.order).filter(\.isField)
      if !fields.isEmpty, unit.stack == nil {
        return fields.compactMap { definition in
          definition.path().map { SortField($0, descending: definition.sort?.isDescending == true) }
        }
      }
    } else if let order = unit.properties["order"], order.isNull || order.bool == false {
      return []
    }
    let channel: Channel = unit.orient == .horizontal ? .y : .x
    guard let dimension = unit.encoding[channel], dimension.isField, let path = dimension.path() else { return [] }
    switch dimension.sort {
    case ChannelDefinition.Sort.none?: return []
    case .values(let nodes)?:
      _ = nodes
      return [SortField(path)]
    case .field(let field, let op, let isDescending)?:
      guard let name = field?.name else { return [SortField(path)] }
      var sorter = ChannelDefinition(at: dimension.span)
      sorter.field = .name(name)
      if unit.encoding.isAggregated { sorter.aggregate = op.map { .op($0) } }
      return sorter.path().map { [SortField($0, descending: isDescending)] } ?? []
    case .encoding(let other, let isDescending)?:
      return unit.encoding[other]?.path().map { [SortField($0, descending: isDescending)] } ?? []
    default: return [SortField(path)]
    }
  }
}
