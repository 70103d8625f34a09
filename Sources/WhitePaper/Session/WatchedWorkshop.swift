package import Diagnostics
import Digest
import Report

/// A workshop that keeps what it made for the next time, and account of the files that it was made of.
package struct WatchedWorkshop: Sendable {
  private let workshop: Workshop
  private let memory = SessionMemory()
  private let asked = AskedFiles()

  package init(_ workshop: Workshop) {
    var workshop = workshop
    workshop.memory = memory
    workshop.files.asked = asked
    workshop.files.areWatched = true
    self.workshop = workshop
  }

  /// Does work on the files as they are now.
  ///
  /// - Parameters:
  ///   - inputs: those whose text changes the most; what else is read makes all figures anew when it changes.
  ///   - before: the stamps of the edition before.
  /// - Returns: what the work gave or what hinders it, and the stamps of all files that it asked for.
  package func edition<Value>(
    of inputs: [String], after before: FileStamps?, _ work: (Workshop) throws(Diagnostics) -> Value
  ) -> (result: Result<Value, Diagnostics>, stamps: FileStamps) {
    // Taken first: what changes while the work is done is seen afterwards.
    let stamps = FileStamps(of: before?.paths ?? inputs)
    memory.begin(surroundings: surroundings(stamps.paths, of: inputs))
    _ = asked.take()
    let result = Result { () throws(Diagnostics) in try work(workshop) }
    let files = Array(Set(asked.take() + inputs)).sorted()
    if case .success = result { memory.end(surroundings: surroundings(files, of: inputs)) }
    return (result, stamps.keeping(files))
  }

  /// The contents of all files that are no inputs.
  private func surroundings(_ files: [String], of inputs: [String]) -> String {
    files.filter { !inputs.contains($0) }.map { path in path + ":" + ((try? workshop.files.bytes(path)).map { sha256($0) } ?? "-") }.joined(
      separator: "\n")
  }
}
