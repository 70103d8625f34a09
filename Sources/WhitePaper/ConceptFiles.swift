import Diagnostics
import Dispatch
import Indicators
import Synchronization

/// The concept files of a run. They are read once, when they are first needed, or beside other work on another core.
final class ConceptFiles: Sendable {
  private let paths: [String]
  private let read = Mutex<Result<Warned<ConceptBook>, Diagnostics>?>(nil)

  /// - Parameter paths: the project's files, then the user's.
  init(_ paths: [String]) { self.paths = paths }

  /// - Throws: all that is wrong with the files. Warnings are about wordings and ids.
  func book() throws(Diagnostics) -> Warned<ConceptBook> {
    let result = read.withLock { known in
      let result = known ?? Result { () throws(Diagnostics) in try readAll() }
      known = result
      return result
    }
    return try result.get()
  }

  /// Starts reading on another thread, for work that will ask for the book later.
  func readAhead() {
    DispatchQueue.global(qos: .userInitiated).async { [self] in _ = try? book() }
  }

  private func readAll() throws(Diagnostics) -> Warned<ConceptBook> {
    var files: [(document: String, text: String)] = []
    for path in paths {
      files.append((path, try Diagnostics.several { () throws(Diagnostic) in try readText(path) }))
    }
    return try readConcepts(files)
  }
}
