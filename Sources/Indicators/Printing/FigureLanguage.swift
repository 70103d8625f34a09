/// The language in which figures are printed. Raw values are those of the scene's `Language`, which this target does
/// not know.
package enum FigureLanguage: String, Hashable, Sendable, CaseIterable {
  case simplifiedChinese = "zh-Hans"
  case traditionalChinese = "zh-Hant"
  case hongKongChinese = "zh-Hant-HK"
  case english = "en"

  /// The nearest language of a BCP 47 tag: `zh-TW` and `zh-Hant-MO` are traditional, what is not English is Chinese.
  package init(tag: String) {
    let subtags = tag.lowercased().split(separator: "-")
    if subtags.first == "en" {
      self = .english
    } else if subtags.contains("hk") || subtags.contains("mo") {
      self = .hongKongChinese
    } else if subtags.contains("hant") || subtags.contains("tw") {
      self = .traditionalChinese
    } else {
      self = .simplifiedChinese
    }
  }

  package var isChinese: Bool { self != .english }
  package var isTraditional: Bool { self == .traditionalChinese || self == .hongKongChinese }

  /// What is written in simplified characters, in this language's script.
  package func inItsScript(_ text: String) -> String { isTraditional ? traditional(text) : text }
}

/// A line as it begins: in English with a capital, but for names that are written otherwise (iPhone).
package func opened(_ text: String, in language: FigureLanguage) -> String {
  guard language == .english, let first = text.first, first.isLowercase, first.isASCII, !(text.dropFirst().first?.isUppercase ?? false)
  else { return text }
  return first.uppercased() + text.dropFirst()
}
