/// A language of a report or of a run of text, in the form that fonts, quotation marks and furniture depend on.
public enum Language: String, Hashable, Sendable, CaseIterable {
  case simplifiedChinese = "zh-Hans"
  case traditionalChinese = "zh-Hant"
  case hongKongChinese = "zh-Hant-HK"
  case english = "en"

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
