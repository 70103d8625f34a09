/// Runs a pattern over a text, step by step, and goes back where it fails.
struct PatternMatcher {
  private let program: PatternProgram
  private let text: [Unicode.Scalar]
  private let linesHaveEnds: Bool
  /// Steps that may still be taken.
  private(set) var budget: Int

  init(_ program: PatternProgram, on text: [Unicode.Scalar], linesHaveEnds: Bool, budget: Int) {
    (self.program, self.text, self.linesHaveEnds, self.budget) = (program, text, linesHaveEnds, budget)
  }

  var isSpent: Bool { budget <= 0 }

  /// The ranges of the whole and of each group of the first match at `start` or behind it; nil without one, and where the budget is spent.
  mutating func match(from start: Int) -> [Range<Int>?]? {
    var place = start
    while place <= text.count, !isSpent {
      var notes = [Int](repeating: -1, count: program.notes)
      if run(at: 0, from: place, &notes) {
        return (0...program.groups).map { notes[2 * $0] < 0 || notes[2 * $0 + 1] < 0 ? nil : notes[2 * $0]..<notes[2 * $0 + 1] }
      }
      place += 1
    }
    return nil
  }

  private struct Choice {
    var step: Int
    var place: Int
    /// How many changes of notes stood.
    var changes: Int
  }

  private mutating func run(at first: Int, from start: Int, _ notes: inout [Int]) -> Bool {
    var choices: [Choice] = []
    var changes: [(note: Int, before: Int)] = []
    var (step, place) = (first, start)
    while true {
      budget -= 1
      guard budget > 0 else { return false }
      var holds = true
      switch program.steps[step] {
      case .done: return true
      case .character(let number):
        holds = place < text.count && program.characters[number].matches(text[place])
        place += 1
      case .either(let into, let other):
        choices.append(Choice(step: other, place: place, changes: changes.count))
        step = into
        continue
      case .go(let target):
        step = target
        continue
      case .note(let number):
        changes.append((number, notes[number]))
        notes[number] = place
      case .progress(let number): holds = notes[number] != place
      case .start: holds = place == 0 || linesHaveEnds && text[place - 1].endsLine
      case .end: holds = place == text.count || linesHaveEnds && text[place].endsLine
      case .wholeStart: holds = place == 0
      case .wholeEnd: holds = place == text.count
      case .wordEdge(let isWanted): holds = isWordEdge(place) == isWanted
      case .ahead(let past, let isWanted):
        var own = notes
        holds = run(at: step + 1, from: place, &own) == isWanted
        if holds, isWanted {
          for number in notes.indices where own[number] != notes[number] {
            changes.append((number, notes[number]))
            notes[number] = own[number]
          }
        }
        if holds {
          step = past
          continue
        }
      case .back(let number):
        let (lower, upper) = (notes[2 * number], notes[2 * number + 1])
        // A group that took no part matches nothing everywhere.
        if lower >= 0, upper >= lower {
          let count = upper - lower
          holds = place + count <= text.count && text[lower..<upper].elementsEqual(text[place..<place + count])
          place += count
          budget -= count
        }
      }
      if holds {
        step += 1
        continue
      }
      guard let choice = choices.popLast() else { return false }
      while changes.count > choice.changes, let change = changes.popLast() { notes[change.note] = change.before }
      (step, place) = (choice.step, choice.place)
    }
  }

  private func isWordEdge(_ place: Int) -> Bool {
    func isWord(_ place: Int) -> Bool { text.indices.contains(place) && text[place].isOfWord }
    return isWord(place - 1) != isWord(place)
  }
}

extension Unicode.Scalar {
  fileprivate var endsLine: Bool { self == "\n" || self == "\r" || self == "\u{2028}" || self == "\u{2029}" }
  fileprivate var isOfWord: Bool { self == "_" || properties.isAlphabetic || properties.numericType != nil }
}
