import Articles
import Assets
import Diagnostics
import Extraction
import Lingua
import Story
import StructuredData

/// The tables and words of the languages of a run, each read once, when it is first needed: an article in Chinese reads no
/// English words, a chart none at all.
final class LanguageFiles: Sendable {
  private let gazetteer: ReadOnce<Gazetteer, Diagnostic>
  private let words: ReadOnce<Lexicon, Diagnostic>
  private let subjectWords: ReadOnce<SubjectWords, Diagnostics>
  private let chinese: ReadOnce<ChineseKnowledge, Diagnostics>
  private let english: ReadOnce<EnglishKnowledge, Diagnostics>
  private let storyWords: ReadOnce<StoryWords, Diagnostics>
  private let wordsOfTables: ReadOnce<TableWords, Diagnostics>

  init(_ assets: Assets) {
    let folder = assets.language
    let gazetteer = ReadOnce { () throws(Diagnostic) in
      let path = folder + "/places.table"
      return try Gazetteer(try readFile(path), document: path)
    }
    self.gazetteer = gazetteer
    let lexicon = ReadOnce { () throws(Diagnostic) in
      let path = folder + "/words.table"
      return try Lexicon(try readFile(path), document: path)
    }
    words = lexicon
    let subjects = ReadOnce { () throws(Diagnostics) in
      let path = folder + "/subjects.yaml"
      let text = try Diagnostics.several { () throws(Diagnostic) in try readText(path) }
      return try SubjectWords.read(text, document: path)
    }
    subjectWords = subjects
    chinese = ReadOnce { () throws(Diagnostics) in
      let path = folder + "/zh-Hans.yaml"
      let text = try Diagnostics.several { () throws(Diagnostic) in try readText(path) }
      let tables = try Diagnostics.several { () throws(Diagnostic) in (try gazetteer.value(), try lexicon.value()) }
      return ChineseKnowledge(
        gazetteer: tables.0, lexicon: tables.1, words: try LanguagePack(text, document: path), subjects: try subjects.value())
    }
    english = ReadOnce { () throws(Diagnostics) in
      let path = folder + "/en.yaml"
      let text = try Diagnostics.several { () throws(Diagnostic) in try readText(path) }
      let places = try Diagnostics.several { () throws(Diagnostic) in try gazetteer.value() }
      return EnglishKnowledge(gazetteer: places, words: try LanguagePack(text, document: path))
    }
    storyWords = ReadOnce { () throws(Diagnostics) in
      let path = folder + "/story.yaml"
      let text = try Diagnostics.several { () throws(Diagnostic) in try readText(path) }
      return try StoryWords.shape.read(parseYAML(text, document: path)).value
    }
    wordsOfTables = ReadOnce { () throws(Diagnostics) in
      var files: [(text: String, document: String)] = []
      for language in TableWords.languages {
        let path = "\(folder)/tables/\(language).yaml"
        files.append((try Diagnostics.several { () throws(Diagnostic) in try readText(path) }, path))
      }
      return try TableWords(files) { $0.lowercasedHalfWidth.simplified }
    }
  }

  /// The names of places in every language.
  ///
  /// - Throws: what is wrong with the file.
  func places() throws(Diagnostics) -> PlaceNames {
    PlaceNames(try Diagnostics.several { () throws(Diagnostic) in try gazetteer.value() })
  }

  /// The words by which is told whose figures an article gives.
  ///
  /// - Throws: what is wrong with the file.
  func subjects() throws(Diagnostics) -> SubjectWords { try subjectWords.value() }

  /// What the reading of an article knows of its language.
  ///
  /// - Throws: what is wrong with the files.
  func knowledge(for article: Article) throws(Diagnostics) -> LanguageKnowledge {
    switch ArticleLanguage(of: article) {
    case .english: return .english(try english.value())
    case .chinese: return .chinese(try chinese.value())
    }
  }

  /// What the reading of its tables knows of their words; nil for an article without tables.
  ///
  /// - Throws: what is wrong with the files.
  func tableWords(for article: Article) throws(Diagnostics) -> TableWords? { article.tables.isEmpty ? nil : try wordsOfTables.value() }

  /// The words of Chinese, which titles are broken between too.
  ///
  /// - Throws: what is wrong with the file.
  func lexicon() throws(Diagnostic) -> Lexicon { try words.value() }

  /// What stories say.
  ///
  /// - Throws: what is wrong with the file.
  func story() throws(Diagnostics) -> StoryWords { try storyWords.value() }
}
