import Articles
import Assets
import Diagnostics
import Extraction
import Foundation
import Indicators
import Lingua

/// What the project knows of languages, read once.
private let shippedLanguages = Result {
  func table(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: try Assets().language + "/" + name)))
  }
  func text(_ name: String) throws -> String {
    try String(contentsOf: URL(fileURLWithPath: try Assets().language + "/" + name), encoding: .utf8)
  }
  func pack(_ name: String) throws -> LanguagePack { try LanguagePack(try text(name), document: name) }
  let gazetteer = try Gazetteer(try table("places.table"), document: "places.table")
  let chinese = ChineseKnowledge(
    gazetteer: gazetteer, lexicon: try Lexicon(try table("words.table"), document: "words.table"), words: try pack("zh-Hans.yaml"),
    subjects: try SubjectWords.read(try text("subjects.yaml"), document: "subjects.yaml"))
  let english = EnglishKnowledge(gazetteer: gazetteer, words: try pack("en.yaml"))
  return (chinese: LanguageKnowledge.chinese(chinese), english: LanguageKnowledge.english(english))
}

private func shippedLanguage(_ language: ArticleLanguage) throws -> LanguageKnowledge {
  let languages = try shippedLanguages.get()
  return language == .english ? languages.english : languages.chinese
}

/// Reads an article with the places and words of the project.
func readArticle(bytes: [UInt8], path: String) throws -> Warned<Article> {
  guard case .chinese(let chinese) = try shippedLanguage(.chinese) else { preconditionFailure("Chinese is another language") }
  return try readArticle(bytes: bytes, path: path, chinese.articles)
}

/// The figures of an article with the language of the project.
func observations(in article: Article) throws -> Warned<[Observation]> {
  observations(in: article, try shippedLanguage(ArticleLanguage(of: article)))
}
func explainedObservations(in article: Article) throws -> Warned<[ExplainedObservation]> {
  explainedObservations(in: article, try shippedLanguage(ArticleLanguage(of: article)))
}

/// All numbers of a text; none where the project's language files cannot be read.
func numerals(in text: String) -> [Numeral] {
  guard let languages = try? shippedLanguages.get(), case .chinese(let chinese) = languages.chinese else { return [] }
  return NumeralScanner.numerals(inText: Array(text.unicodeScalars), chinese)
}
