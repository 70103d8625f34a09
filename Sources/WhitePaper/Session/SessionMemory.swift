import Diagnostics
import Report
import Synchronization

/// What an edition was made of, kept for the next one: inputs by their bytes, figures by their specs. What the next one does not use is
/// forgotten, so that a session of a thousand editions is as large as one of two.
package final class SessionMemory: Sendable {
  struct InputKey: Hashable {
    var path: String
    var digest: String
  }
  private struct State {
    var inputs: [InputKey: Workshop.Input] = [:]
    var used: Set<InputKey> = []
    var figures = CompiledFigures()
    /// What the figures were drawn with besides their specs.
    var surroundings: String?
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

  /// - Parameter surroundings: of layout, theme, fonts and data beside the inputs; other ones make all figures anew.
  func begin(surroundings: String) {
    state.withLock { state in
      if state.surroundings != surroundings { state.figures = CompiledFigures() }
      state.used = []
      state.figures.beginEdition()
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
