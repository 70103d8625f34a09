import Dataflow
import Grammar
import Scene

extension UnitEncoder {
  /// What a mark stands for, for dumps: its row, the measure as in the data, and its series.
  func reference(_ row: Int) -> DatumReference {
    var value: String?
    for channel in [Channel.y, .x, .theta, .size, .color, .text] {
      guard let definition = unit.encoding[channel], definition.isField, definition.type == .quantitative, let path = definition.path()
      else { continue }
      let horizontal = unit.orient == .horizontal
      if channel == .y, horizontal, unit.encoding[.x]?.type == .quantitative { continue }
      let column = table.values(at: path)
      value = column.digits(at: row)
      break
    }
    var series: String?
    for channel in [Channel.color, .fill, .stroke, .detail, .shape, .strokeDash] {
      guard let definition = unit.field(channel), definition.isField, definition.aggregate == nil, definition.type?.isDiscrete == true,
        let path = definition.path()
      else { continue }
      series = table.values(at: path)[row].asText
      break
    }
    return DatumReference(datum: String(row), value: value, series: series)
  }
}
