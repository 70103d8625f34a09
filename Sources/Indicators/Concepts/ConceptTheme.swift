/// A heading that concepts belong under, such as 创造 or 运用.
package struct ConceptTheme: Hashable, Sendable {
  /// In Simplified Chinese; a concept's `theme` is this name.
  package var simplified: String
  package var traditional: String
  package var english: String
  /// The pictogram of its concepts that name none, a name of `icons/`.
  package var icon: String?

  package init(simplified: String, traditional: String, english: String, icon: String? = nil) {
    self.simplified = simplified
    self.traditional = traditional
    self.english = english
    self.icon = icon
  }

  package func label(in language: FigureLanguage) -> String {
    switch language {
    case .simplifiedChinese: simplified
    case .traditionalChinese, .hongKongChinese: traditional
    case .english: english
    }
  }
}
