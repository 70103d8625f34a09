/// A language of a report or of a run of text, in the form that fonts, quotation marks and furniture depend on.
public enum Language: String, Hashable, Sendable, CaseIterable {
  /// Chinese in simplified characters, as the mainland prints it.
  case simplifiedChinese = "zh-Hans"
  /// Chinese in traditional characters, as Taiwan prints it.
  case traditionalChinese = "zh-Hant"
  /// Chinese in traditional characters, as Hong Kong prints it.
  case hongKongChinese = "zh-Hant-HK"
  /// English.
  case english = "en"

  /// Whether it is Chinese in any script.
  public var isChinese: Bool { self != .english }

  /// The BCP 47 tag for PDF `Lang` and SVG `xml:lang`.
  public var tag: String {
    switch self {
    case .simplifiedChinese: "zh-CN"
    case .traditionalChinese: "zh-TW"
    case .hongKongChinese: "zh-HK"
    case .english: "en"
    }
  }
}
