import Scales
import Scene

/// The words of a figure's furniture in its language.
struct ChartWords {
  let language: Language
  init(_ language: Language) { self.language = language }

  private func pick(_ simplified: String, _ traditional: String, _ english: String) -> String {
    switch language {
    case .simplifiedChinese: simplified
    case .traditionalChinese, .hongKongChinese: traditional
    case .english: english
    }
  }

  var derived: String { pick("（推算）", "（推算）", " (derived)") }
  var other: String { pick("其他", "其他", "Other") }
  var planned: String { pick("计划", "計劃", "planned") }

  /// `text` with 来源： or 注： before it, unless it begins so itself.
  func source(_ text: String) -> String {
    for opening in ["来源", "來源", "资料来源", "資料來源", "数据来源", "Source", "Sources"] where text.hasPrefix(opening) {
      return text
    }
    return pick("来源：", "來源：", "Source: ") + text
  }
  func note(_ text: String) -> String {
    for opening in ["注：", "註：", "注:", "Note"] where text.hasPrefix(opening) { return text }
    return pick("注：", "註：", "Note: ") + text
  }

  /// The sign before a number that is not exact.
  func qualifier(_ sign: String) -> String {
    switch sign {
    case ">": pick("超", "超", "over ")
    case ">=": "≥"
    case "<": pick("近", "近", "nearly ")
    case "<=": "≤"
    case "~": pick("约", "約", "about ")
    default: ""
    }
  }

  var magnitudes: FigureNumbers.Words {
    switch language {
    case .simplifiedChinese: .simplified
    case .traditionalChinese, .hongKongChinese: .traditional
    case .english: .english
    }
  }
}
