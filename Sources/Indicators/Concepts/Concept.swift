/// The canonical indicator behind several wordings.
package struct Concept: Hashable, Sendable, Identifiable {
  package enum Direction: String, Hashable, Sendable, CaseIterable {
    /// More is better.
    case more
    /// Less is better, such as the days of a procedure.
    case less
    case neutral
  }

  /// A concept that looks alike and is not the same, with the reason.
  package struct Distinction: Hashable, Sendable {
    package var id: Concept.ID
    package var note: String
    package init(id: Concept.ID, note: String) {
      self.id = id
      self.note = note
    }
  }

  /// Lower-case words with hyphens, unique over all files.
  package var id: String
  package var simplified: String
  package var traditional: String
  package var english: String
  /// Further wordings of the press.
  package var wordings: [String]
  /// The unit without multiplier, such as 件 or 元; nil where it varies.
  package var measure: String?
  package var direction: Direction
  /// Its growth is told at constant prices, so that level and growth do not give the level before.
  package var growsInRealTerms: Bool
  /// A heading such as 创造 or 运用.
  package var theme: String?
  /// The pictogram it is drawn with, a name of `icons/`; its theme's where it has none.
  package var icon: String?
  /// What is counted.
  package var note: String?
  package var distinctions: [Distinction]

  package init(
    id: String, simplified: String, traditional: String, english: String, wordings: [String] = [],
    measure: String? = nil, direction: Direction = .neutral, growsInRealTerms: Bool = false, theme: String? = nil,
    icon: String? = nil, note: String? = nil,
    distinctions: [Distinction] = []
  ) {
    self.id = id
    self.simplified = simplified
    self.traditional = traditional
    self.english = english
    self.wordings = wordings
    self.measure = measure
    self.direction = direction
    self.growsInRealTerms = growsInRealTerms
    self.theme = theme
    self.icon = icon
    self.note = note
    self.distinctions = distinctions
  }

  package func label(in language: FigureLanguage) -> String {
    switch language {
    case .simplifiedChinese: simplified
    case .traditionalChinese, .hongKongChinese: traditional
    case .english: english
    }
  }
}
