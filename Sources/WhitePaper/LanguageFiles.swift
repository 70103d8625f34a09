import Assets
import Diagnostics
import Extraction
import Lingua
import Story
import StructuredData
import Synchronization

/// The tables and words of the languages of a run, read once, when they are first needed.
final class LanguageFiles: Sendable {
  private let folder: String
  private let read = Mutex<Result<LanguageKnowledge, Diagnostics>?>(nil)
  private let words = Mutex<Result<Lexicon, Diagnostic>?>(nil)

  private let storyWords = Mutex<Result<StoryWords, Diagnostics>?>(nil)

  init(_ assets: Assets) { folder = assets.language }

  /// What the reading of articles knows of their languages.
  ///
  /// - Throws: what is wrong with the files.
  func knowledge() throws(Diagnostics) -> LanguageKnowledge {
    let result = read.withLock { known in
      let result = known ?? Result { () throws(Diagnostics) in try readAll() }
      known = result
      return result
    }
    return try result.get()
  }

  /// The words of Chinese, which titles are broken between too.
  ///
  /// - Throws: what is wrong with the file.
  func lexicon() throws(Diagnostic) -> Lexicon {
    let path = folder + "/words.table"
    let result = words.withLock { known in
      let result = known ?? Result { () throws(Diagnostic) in try Lexicon(try readFile(path), document: path) }
      known = result
      return result
    }
    return try result.get()
  }

  /// What stories say.
  ///
  /// - Throws: what is wrong with the file.
  func story() throws(Diagnostics) -> StoryWords {
    let path = folder + "/story.yaml"
    let result = storyWords.withLock { known in
      let result = known ?? Result { () throws(Diagnostics) in
        let text = try Diagnostics.several { () throws(Diagnostic) in try readText(path) }
        return try StoryWords.shape.read(parseYAML(text, document: path)).value
      }
      known = result
      return result
    }
    return try result.get()
  }

  private func readAll() throws(Diagnostics) -> LanguageKnowledge {
    let places = folder + "/places.table"
    let gazetteer = try Diagnostics.several { () throws(Diagnostic) in try Gazetteer(try readFile(places), document: places) }
    let lexicon = try Diagnostics.several { () throws(Diagnostic) -> Lexicon in try self.lexicon() }
    return LanguageKnowledge(gazetteer: gazetteer, lexicon: lexicon, english: try pack("en"))
  }

  private func pack(_ language: String) throws(Diagnostics) -> LanguagePack {
    let path = "\(folder)/\(language).yaml"
    let text = try Diagnostics.several { () throws(Diagnostic) in try readText(path) }
    return try LanguagePack(text, document: path)
  }
}
