import Dataflow
import Grammar
import Scene

extension UnitEncoder {
  /// What a mark stands for, for dumps: its row, the measure as in the data, and its series.
  func reference(_ row: Int) -> DatumReference { references()(row) }

  /// ``reference(_:)`` for many rows: the columns are looked up once.
  func references() -> (Int) -> DatumReference {
    let (measure, series) = (measureColumn, seriesColumn)
    return { row in DatumReference(datum: String(row), value: measure?.digits(at: row), series: series?[row].asText) }
  }

  private var measureColumn: Column? {
    for channel in [Channel.y, .x, .theta, .size, .color, .text] {
      guard let definition = unit.encoding[channel], definition.isField, definition.type == .quantitative, let path = definition.path()
      else { continue }
      if channel == .y, unit.orient == .horizontal, unit.encoding[.x]?.type == .quantitative { continue }
      return table.values(at: path)
    }
    return nil
  }

  private var seriesColumn: Column? {
    for channel in [Channel.color, .fill, .stroke, .detail, .shape, .strokeDash] {
      guard let definition = unit.field(channel), definition.isField, definition.aggregate == nil, definition.type?.isDiscrete == true,
        let path = definition.path()
      else { continue }
      return table.values(at: path)
    }
    return nil
  }
}
