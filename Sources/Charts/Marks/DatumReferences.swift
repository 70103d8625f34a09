import Dataflow
import Grammar
import Scene

extension UnitEncoder {
  /// What a mark stands for, for dumps and links: its row, the measure as in the data, its series, and where it leads.
  func reference(_ row: Int) -> DatumReference { references()(row) }

  /// ``reference(_:)`` for many rows: the columns are looked up once.
  func references() -> (Int) -> DatumReference {
    let (measure, series) = (measureColumn, seriesColumn)
    // The layers of a composite mark leave out rows and make new ones; each row keeps the number that it had before.
    let numbers = table[rowNumberField]
    let addresses = texts(.href)
    let address = unit.properties.text("href")
    return { row in
      let datum: String?
      if let numbers { datum = numbers[row].finiteNumber.map { String(Int(max(-1e15, min(1e15, $0))) - 1) } } else { datum = String(row) }
      return DatumReference(datum: datum, value: measure?.digits(at: row), series: series?[row].asText, href: addresses?(row) ?? address)
    }
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
