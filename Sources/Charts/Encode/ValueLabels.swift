import Indicators
import Scales

/// How the values of one figure are written: one magnitude, their own decimals, with the words that say how sure a value
/// is.
struct ValueLabels {
  let numbers: FigureNumbers
  private let writtenPower: Int
  private let words: ChartWords
  private let suffix: String
  private let format: NumberFormat?
  /// Decimals of each series of a chart with several: equal within a series.
  private var decimals: [String: Int] = [:]

  init(_ layers: [Layer], unit: String?, format: String?, words: ChartWords) {
    let values = layers.flatMap { layer in
      layer.table.rows.flatMap { row in
        [layer.value(layer.measure, row).number, layer.value(layer.isHorizontal ? .x2 : .y2, row).number].compactMap {
          $0
        }
      }
    }
    self.init(values, unit: unit, format: format, words: words)
    for layer in layers where layer.encoding[.color]?.field != nil && layer.mark.kind != .line {
      for series in layer.table.categories(of: layer.column(.color) ?? "") {
        let own = layer.table.rows.filter { layer.value(.color, $0).text == series }.compactMap {
          layer.value(layer.measure, $0).number
        }
        let suited = ValueLabels(own, unit: unit, words: words).numbers
        if suited.power == numbers.power { decimals[series] = suited.decimals }
      }
    }
  }

  init(_ values: [Double], unit: String?, format: String? = nil, words: ChartWords) {
    self.words = words
    self.format = format.flatMap { NumberFormat($0) }
    writtenPower = unit.map { Unit($0).multiplier } ?? 0
    numbers = .suited(to: values, writtenPower: writtenPower, words: words.magnitudes)
    // A magnitude that differs from the stated unit has to stand on every number.
    suffix = numbers.power == writtenPower ? (unit == "%" ? "%" : "") : numbers.word
  }

  /// The number alone, as an axis shows it.
  func plain(_ value: Double, decimals: Int? = nil, isPadded: Bool = true) -> String {
    if let format { return format(value) }
    var numbers = numbers
    if let decimals { numbers.decimals = decimals }
    return numbers.text(value, writtenPower: writtenPower, isPadded: isPadded) + suffix
  }

  /// 超42, 442.5（推算）, 970.24: with the digits that are stated.
  func text(_ value: Double, series: DataValue = .null, qualifier: DataValue = .null, status: DataValue = .null)
    -> String
  {
    words.qualifier(qualifier.text) + plain(value, decimals: decimals[series.text], isPadded: false)
      + (status.text == "derived" ? words.derived : "")
  }

  /// Whether the true value lies beyond the drawn one.
  static func isOpen(_ qualifier: DataValue) -> Bool { qualifier.text == ">" || qualifier.text == ">=" }
}
