import Dataflow
import Grammar
import Scales
import Scene
import StructuredData

extension AxisSetter {
  /// Numbers counted in ten thousands, millions …: on a logarithmic axis each in its own word, else all in one.
  func countedTexts(
    _ axis: AxisModel, _ scale: ScaleFunction, _ marks: Marks, in words: FigureNumbers.Words
  ) -> (texts: [String], unit: String)? {
    let p = axis.properties
    guard p["format"] == nil, p["labelExpr"] == nil, axis.definition.format == nil, !axis.definition.isNormalized,
      axis.definition.type == .quantitative
    else { return nil }
    let values = marks.values.map(\.scaled)
    if case .log = scale.kind {
      guard (values.max() ?? 0) >= 10_000 || (values.min() ?? 1) < 0.001 else { return nil }
      return (zip(values, marks.texts).map { value, text in text.isEmpty ? "" : countedPower(value, words) ?? text }, "")
    }
    let numbers = FigureNumbers.suited(to: values, words: words, keepsWritten: false)
    guard numbers.power > 0 else { return nil }
    return (values.map { $0 == 0 ? "0" : numbers.text($0) }, numbers.word)
  }

  /// 1万, 1亿; beyond the words, and for small ones, as a power of ten.
  private func countedPower(_ value: Double, _ words: FigureNumbers.Words) -> String? {
    let digits = DecimalDigits(written: value)
    guard !digits.isZero else { return nil }
    if digits.exponent >= 16 || digits.exponent < -3, digits.digits.count == 1 {
      let raised = String(digits.exponent).map { $0 == "-" ? "⁻" : $0.wholeNumberValue.map { Array("⁰¹²³⁴⁵⁶⁷⁸⁹")[$0] } ?? $0 }
      return (digits.digits.first == 1 ? "" : "\(digits.digits.first ?? 1)×") + "10" + String(raised)
    }
    let numbers = FigureNumbers.suited(to: [value], words: words, keepsWritten: false)
    guard numbers.power > 0 else { return nil }
    return numbers.text(value) + (text.language == .english ? " " : "") + numbers.word
  }
}

/// The numbers of a legend counted in ten thousands, millions …, each with its word: a legend's title may be left out, so it says none.
///
/// - Returns: nil where they stand as they are.
func countedLegend(
  _ values: [DataValue], _ definition: ChannelDefinition, _ properties: Properties, in words: FigureNumbers.Words?, language: Language
) -> [String]? {
  guard let words, properties["format"] == nil, properties["labelExpr"] == nil, definition.format == nil, !definition.isNormalized,
    definition.type == .quantitative
  else { return nil }
  let numbers = FigureNumbers.suited(to: values.map(\.scaled), words: words, keepsWritten: false)
  guard numbers.power > 0 else { return nil }
  return values.map { $0.scaled == 0 ? "0" : numbers.text($0.scaled) + (language == .english ? " " : "") + numbers.word }
}
