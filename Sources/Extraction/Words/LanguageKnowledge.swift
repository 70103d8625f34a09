package import Articles
package import Lingua

/// What is known of the language that an article is written in, and of places.
package enum LanguageKnowledge: Sendable {
  case chinese(ChineseKnowledge)
  case english(EnglishKnowledge)

  package var places: PlaceNames {
    switch self {
    case .chinese(let chinese): chinese.places
    case .english(let english): english.places
    }
  }

  var prose: ProseWords {
    switch self {
    case .chinese(let chinese): chinese.prose
    case .english(let english): english.prose
    }
  }
}

/// The language whose sentences are looked for in an article.
package enum ArticleLanguage: Hashable, Sendable, CaseIterable {
  case chinese, english

  /// By the first paragraph.
  package init(of article: Article) {
    let opening = article.blocks.first { $0.kind == .paragraph } ?? article.blocks.first
    self = opening.map { EnglishSubject.isEnglish(article.text(of: $0).scalars) } ?? false ? .english : .chinese
  }
}

/// What is known of Chinese beyond the closed words of statistical prose: names of places, a general lexicon with parts of
/// speech, and names of measures.
package struct ChineseKnowledge: Sendable {
  var places: PlaceNames
  /// The place that the article at hand is about, and whether it is about a body instead.
  var home: NamedPlace?
  var isOfBody = false
  let words: Lexicon
  let measures: MeasureWords
  let prose: ProseWords
  let closed: ClosedWords
  let subjects: SubjectWords

  package init(gazetteer: Gazetteer, lexicon: Lexicon, words pack: LanguagePack, subjects: SubjectWords) {
    places = PlaceNames(gazetteer)
    words = lexicon
    measures = MeasureWords(pack)
    prose = pack.prose
    closed = ClosedWords(pack.prose)
    self.subjects = subjects
  }

  /// What the reading of articles knows, whatever their language.
  package var articles: ArticleKnowledge { ArticleKnowledge(places: places, subjects: subjects) }
}

/// What is known of English: names of places, and the words of statistical prose.
package struct EnglishKnowledge: Sendable {
  let gazetteer: Gazetteer
  let places: PlaceNames
  let words: EnglishWords
  let measures: MeasureWords
  let prose: ProseWords

  package init(gazetteer: Gazetteer, words: LanguagePack) {
    self.gazetteer = gazetteer
    places = PlaceNames(gazetteer)
    self.words = EnglishWords(words)
    measures = MeasureWords(words)
    prose = words.prose
  }
}
