import Diagnostics
import Report
import Scene
import Synchronization

/// What an edition was made of, kept for the next one: inputs by their bytes, figures by their specs, chapters by their text. What the next one does not use is
/// forgotten, so that a session of a thousand editions is as large as one of two.
package final class SessionMemory: Sendable {
  struct InputKey: Hashable {
    var path: String
    var digest: String
  }
  /// What a report itself says of how its pages look.
  struct Design: Hashable {
    var layout: FileReference?
    var theme: FileReference?
    var language: Language
  }
  private struct State {
    var inputs: [InputKey: Workshop.Input] = [:]
    var used: Set<InputKey> = []
    var figures = CompiledFigures()
    var chapters = SetChapters()
    /// What the figures were drawn with besides their specs.
    var surroundings: String?
    var design: Design?

    mutating func forgetPages() { (figures, chapters) = (CompiledFigures(), SetChapters()) }
  }
  private let state = Mutex(State())

  /// What an input gives, read anew where its bytes are others.
  func input(_ key: InputKey, _ read: () throws(Diagnostics) -> Workshop.Input) throws(Diagnostics) -> Workshop.Input {
    if let known = state.withLock({ state in
      state.used.insert(key)
      return state.inputs[key]
    }) {
      return known
    }
    let input = try read()
    state.withLock { $0.inputs[key] = input }
    return input
  }

  var figures: CompiledFigures { state.withLock { $0.figures } }
  var chapters: SetChapters { state.withLock { $0.chapters } }

  /// Pages of another design are made anew.
  func heed(_ design: Design) {
    state.withLock { state in
      if state.design != design { state.forgetPages() }
      state.design = design
      state.figures.beginEdition()
    }
  }

  /// - Parameter surroundings: of layout, theme, fonts and data beside the inputs; other ones make all figures anew.
  func begin(surroundings: String) {
    state.withLock { state in
      if state.surroundings != surroundings { state.forgetPages() }
      state.used = []
    }
  }

  /// - Parameter surroundings: with all files that the edition asked for.
  func end(surroundings: String) {
    state.withLock { state in
      state.surroundings = surroundings
      state.inputs = state.inputs.filter { state.used.contains($0.key) }
      state.figures.forgetUnused()
    }
  }
}
