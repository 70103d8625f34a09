package import Lingua

/// What the reading of articles knows of the languages they are written in.
package struct LanguageKnowledge: Sendable {
  package var chinese: ChineseKnowledge
  package let english: EnglishKnowledge

  package init(gazetteer: Gazetteer, lexicon: Lexicon, english: LanguagePack) {
    chinese = ChineseKnowledge(gazetteer: gazetteer, lexicon: lexicon)
    self.english = EnglishKnowledge(gazetteer: gazetteer, words: EnglishWords(english))
  }
}

/// What is known of English: names of places, and the words of statistical prose.
package struct EnglishKnowledge: Sendable {
  let gazetteer: Gazetteer
  let words: EnglishWords
}
