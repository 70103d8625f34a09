import Articles
import Assets
import Diagnostics
import Extraction
import Foundation
import Indicators
import Lingua

/// What the project knows of languages, read once.
let shippedLanguage = Result {
  func table(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: try Assets().language + "/" + name)))
  }
  let english = try String(contentsOf: URL(fileURLWithPath: try Assets().language + "/en.yaml"), encoding: .utf8)
  return LanguageKnowledge(
    gazetteer: try Gazetteer(try table("places.table"), document: "places.table"),
    lexicon: try Lexicon(try table("words.table"), document: "words.table"),
    english: try LanguagePack(english, document: "en.yaml"))
}

/// Reads an article with the places of the project.
func readArticle(bytes: [UInt8], path: String) throws -> Warned<Article> {
  try readArticle(bytes: bytes, path: path, places: try shippedLanguage.get().chinese.places)
}

/// The figures of an article with the language of the project.
func observations(in article: Article) throws -> Warned<[Observation]> { observations(in: article, try shippedLanguage.get()) }
func explainedObservations(in article: Article) throws -> Warned<[ExplainedObservation]> {
  explainedObservations(in: article, try shippedLanguage.get())
}

/// All numbers of a text; none where the project's language files cannot be read.
func numerals(in text: String) -> [Numeral] {
  guard case .success(let language) = shippedLanguage else { return [] }
  return NumeralScanner.numerals(inText: Array(text.unicodeScalars), places: language.chinese.places)
}
