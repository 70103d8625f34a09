/// The words of a figure's furniture in its language.
package struct FigureWords: Hashable, Sendable {
  private enum Script { case simplified, traditional, english }
  private let script: Script

  /// - Parameter language: a BCP 47 tag: `zh-Hans`, `zh-Hant…`, `en`.
  package init(language: String) {
    script = language.hasPrefix("en") ? .english : language.hasPrefix("zh-Hant") ? .traditional : .simplified
  }

  package var isEnglish: Bool { script == .english }

  private func pick(_ simplified: String, _ traditional: String, _ english: String) -> String {
    switch script {
    case .simplified: simplified
    case .traditional: traditional
    case .english: english
    }
  }

  package var unit: String { pick("单位：", "單位：", "Unit: ") }
  package var derived: String { pick("（推算）", "（推算）", " (derived)") }
  package var planned: String { pick("（计划）", "（計劃）", " (planned)") }
  package var target: String { pick("（目标）", "（目標）", " (target)") }
  package var forecast: String { pick("（预测）", "（預測）", " (forecast)") }
  /// The name of a mark that stands for a target.
  package var aim: String { pick("目标", "目標", "Target") }
  /// What an untitled figure of nothing named is called.
  package var chart: String { pick("图表", "圖表", "Chart") }
  package var others: String { pick("其他", "其他", "Other") }
  /// Between parts of a sentence.
  package var comma: String { pick("，", "，", ", ") }
  package var semicolon: String { pick("；", "；", "; ") }
  package var colon: String { pick("：", "：", ": ") }
  package var stop: String { pick("。", "。", ". ") }

  /// 等31项; and 7 more.
  package func more(of count: Int, shown: Int) -> String { pick("等\(count)项", "等\(count)項", "and \(count - shown) more") }
  /// Before the growth since the period before.
  package var sinceBefore: String { pick("较前期", "較前期", "") }

  /// 第3位; No. 3.
  package func place(_ rank: String) -> String { pick("第\(rank)位", "第\(rank)位", "No. \(rank)") }
  /// The words before and after a place, for expressions.
  package var placeParts: (before: String, after: String) { isEnglish ? ("No. ", "") : ("第", "位") }

  /// What stands after a value that is no stated fact, by its status.
  package func status(_ status: String) -> String {
    switch status {
    case "derived": derived
    case "plan": planned
    case "target": target
    case "forecast": forecast
    default: ""
    }
  }

  /// The sign before a number that is not exact.
  package func qualifier(_ sign: String) -> String {
    switch sign {
    case ">": pick("超", "超", "over ")
    case ">=": "≥"
    case "<": pick("近", "近", "nearly ")
    case "<=": "≤"
    case "~": pick("约", "約", "about ")
    default: ""
    }
  }

  /// With 注： before it, unless it begins so itself.
  package func note(_ text: String) -> String { opened(text, pick("注：", "註：", "Note: "), ["注：", "註：", "注:", "Note"]) }
  /// With 来源： before it, unless it begins so itself.
  package func source(_ text: String) -> String {
    opened(text, pick("来源：", "來源：", "Source: "), ["来源", "來源", "资料来源", "資料來源", "数据来源", "Source"])
  }
  private func opened(_ text: String, _ opening: String, _ known: [String]) -> String {
    known.contains { text.hasPrefix($0) } ? text : opening + text
  }

  /// Whether a stated change rises (true) or falls, by the last word that says so; nil without one: 由跌转涨
  /// rises.
  package static func direction(of change: String) -> Bool? {
    let text = change.lowercased()
    func last(_ words: [String]) -> String.Index? { words.compactMap { text.ranges(of: $0).last?.lowerBound }.max() }
    // “down more than 3%” falls: words of quantity count where nothing else says it.
    for (up, down) in [(rising, falling), (["多", "more"], ["少", "less", "fewer"])] {
      switch (last(up), last(down)) {
      case (nil, nil): continue
      case (let rise?, let fall?): return rise > fall
      case (let rise, _): return rise != nil
      }
    }
    return nil
  }

  /// Whether a stated change says that nothing changed: 与2021年持平.
  package static func isLevel(_ change: String) -> Bool {
    let text = change.lowercased()
    return ["持平", "不变", "不變", "unchanged", "flat"].contains { text.contains($0) }
  }

  private static let rising = [
    "增", "升", "涨", "漲", "提高", "提前", "前移", "扩大", "擴大", "高于", "高於", "up", "rise", "rose", "grow", "grew", "gain",
    "increase", "higher",
  ]
  private static let falling = [
    "降", "减", "減", "跌", "下滑", "滑落", "后移", "後移", "后退", "後退", "退", "回落", "缩", "縮", "收窄", "低于", "低於", "down", "fall",
    "fell", "drop", "decline", "decrease", "lower", "shrank", "shrink", "lost",
  ]
}
