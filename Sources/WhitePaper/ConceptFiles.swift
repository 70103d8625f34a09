import Diagnostics
import Dispatch
import Indicators

/// The concept files of a run. They are read once, when they are first needed, or beside other work on another core.
final class ConceptFiles: Sendable {
  private let read: ReadOnce<Warned<ConceptBook>, Diagnostics>

  let paths: [String]

  /// - Parameter paths: the project's files, then the user's.
  init(_ paths: [String]) {
    self.paths = paths
    read = ReadOnce { () throws(Diagnostics) in
      var files: [(document: String, text: String)] = []
      for path in paths {
        files.append((path, try Diagnostics.several { () throws(Diagnostic) in try readText(path) }))
      }
      return try readConcepts(files)
    }
  }

  /// - Throws: all that is wrong with the files. Warnings are about wordings and ids.
  func book() throws(Diagnostics) -> Warned<ConceptBook> { try read.value() }

  /// Starts reading on another thread, for work that will ask for the book later.
  func readAhead() {
    DispatchQueue.global(qos: .userInitiated).async { [self] in _ = try? book() }
  }
}
