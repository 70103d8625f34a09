import Articles
import Lingua

/// A line above a table of words and what they stand for, none of which is a title: Sex: Total; Age class: From 15 to 74 years.
struct TitlePairs {
  /// Unit, place and time of all figures, each as it is written.
  private(set) var unit: String?
  private(set) var place: String?
  private(set) var time: String?
  /// Which part of what the title measures the figures are of: women, and no total.
  private(set) var parts: [String] = []

  init?(_ text: String, _ words: TableWords) {
    let pairs = text.split { ";；".contains($0) }.map { part in
      part.split(maxSplits: 1) { $0 == ":" || $0 == "：" }.map { String($0).trimmed }
    }
    guard !pairs.isEmpty, pairs.allSatisfy({ $0.count == 2 && !$0[1].isEmpty && Self.isKey($0[0], words) }) else { return nil }
    // Residence: Total, beside a unit: no list need have all such words.
    var isKnown = false
    for pair in pairs {
      let key = HeadReading.key(pair[0])
      let role = HeadRole(key, words)
      switch role {
      case .unit?: unit = pair[1]
      case .area? where words.holds(.areaHeads, key): place = pair[1]
      case .period?: time = pair[1]
      case .note?, .serial?: break
      default: take(pair[1], words)
      }
      // 单位：亿元 alone is read as a line of units, Area: Ruritania as one of a place.
      let isAlone = pairs.count == 1 && (unit != nil && words.holds(.unitLabels, key) || place != nil || time != nil)
      let isRole = role != nil && role != .value && role != .indicator
      isKnown = isKnown || !isAlone && (isRole || words.names(.breakdownWords, in: pair[0]))
    }
    guard isKnown else { return nil }
  }

  /// Sex, Age class, and no Employment by sector, which is a title.
  private static func isKey(_ text: String, _ words: TableWords) -> Bool {
    let parts = text.lowercased().split(separator: " ")
    return text.unicodeScalars.count <= 30 && parts.count <= 3
      && !parts.contains { words.phrases(.breakdowns).map(\.text).contains(String($0)) }
  }

  private mutating func take(_ value: String, _ words: TableWords) {
    let key = HeadReading.key(value)
    let first = value.lowercased().split(separator: " ").first.map(String.init) ?? ""
    if words.holds(.totals, key) || words.holds(.emptyNames, key) || words.holds(.totals, first) { return }
    parts.append(value)
  }
}
