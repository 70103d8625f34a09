import Assets
import Diagnostics
import Extraction
import Lingua
import Synchronization

/// The tables and words of the languages of a run, each read once, when it is first needed.
final class LanguageFiles: Sendable {
  private let folder: String
  private let places = Mutex<Result<Gazetteer, Diagnostic>?>(nil)

  private let words = Mutex<Result<Lexicon, Diagnostic>?>(nil)

  init(_ assets: Assets) { folder = assets.language }

  /// - Throws: what is wrong with the file.
  func gazetteer() throws(Diagnostic) -> Gazetteer {
    let path = folder + "/places.table"
    let result = places.withLock { known in
      let result = known ?? Result { () throws(Diagnostic) in try Gazetteer(try readFile(path), document: path) }
      known = result
      return result
    }
    return try result.get()
  }

  /// What the extraction of figures knows of Chinese.
  ///
  /// - Throws: what is wrong with the files.
  func chinese() throws(Diagnostic) -> ChineseKnowledge {
    ChineseKnowledge(gazetteer: try gazetteer(), lexicon: try lexicon())
  }

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
}
