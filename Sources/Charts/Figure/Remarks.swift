import Dataflow
import Grammar
import Scene
import StructuredData

/// What the channels `qualifier` and `status` say of each row's value.
extension UnitEncoder {
  /// The text of a channel without a scale, row by row; empty where there is none.
  func remark(_ channel: Channel) -> (Int) -> String {
    guard let definition = unit.encoding[channel] else { return { _ in "" } }
    if let value = definition.value ?? definition.datum {
      let fixed = value.text ?? ""
      return { _ in fixed }
    }
    guard definition.isField else { return { _ in "" } }
    let values = column(definition.path())
    return { row in values[row].isValid ? values[row].asText : "" }
  }

  /// Whether a row's value is no stated fact: hatched, or a hollow point.
  var provisional: (Int) -> Bool {
    guard unit.encoding[.status] != nil else { return { _ in false } }
    let status = remark(.status)
    return { row in provisionalStatuses.contains(status(row)) }
  }

  /// Whether the true value lies beyond the drawn one: 超300, ≥ 300.
  var openEnded: (Int) -> Bool {
    guard unit.encoding[.qualifier] != nil else { return { _ in false } }
    let qualifier = remark(.qualifier)
    return { row in [">", ">="].contains(qualifier(row)) }
  }

  /// A value as print has it: 超300, 442.5（推算）.
  var stated: (_ digits: String, _ row: Int) -> String {
    let words = FigureWords(language: text.language.rawValue)
    let (qualifier, status) = (remark(.qualifier), remark(.status))
    return { digits, row in words.qualifier(qualifier(row)) + digits + words.status(status(row)) }
  }

  /// The distance between the strokes of a hatching, from which all its measures follow.
  var hatchSpacing: Double { unit.config["figure"].number("hatchSpacing") ?? 6 }
  /// How far the stripes reach that stand beyond an open end.
  var openEndLength: Double { hatchSpacing * 1.25 }
}

private let provisionalStatuses: Set<String> = ["derived", "plan", "target", "forecast"]
