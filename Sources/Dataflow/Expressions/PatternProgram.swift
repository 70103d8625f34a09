import _StringProcessing

/// A regular expression as steps, so that what it takes can be counted: a pattern such as `(a+)+b` or `.*.*.*x` tries some texts in more ways
/// than there is time for.
struct PatternProgram {
  enum Step {
    case character(Int)
    /// Goes on at the first, and at the second where that fails.
    case either(Int, Int)
    case go(Int)
    /// Notes the place.
    case note(Int)
    /// Fails where no character was taken since the place was noted.
    case progress(Int)
    case start, end, wholeStart, wholeEnd
    case wordEdge(Bool)
    /// What stands up to the given step has to match here, or may not.
    case ahead(Int, isWanted: Bool)
    case back(Int)
    case done
  }
  private(set) var steps: [Step] = []
  private(set) var characters: [PatternCharacter] = []
  /// Notes: two for each group and the whole, then those of loops.
  private(set) var notes: Int
  let groups: Int
  private let options: PatternOptions
  private var places: [String: Int] = [:]

  /// Nil for a pattern that is not understood or too long.
  init?(_ source: String, _ options: PatternOptions) {
    var syntax = PatternSyntax(source)
    guard let node = syntax.whole() else { return nil }
    groups = syntax.groups
    notes = 2 * (groups + 1)
    self.options = options
    guard add(.group(node, 0)) else { return nil }
    steps.append(.done)
  }

  private mutating func add(_ node: PatternNode) -> Bool {
    guard steps.count < longestProgram else { return false }
    switch node {
    case .character(let text):
      guard let place = place(of: text) else { return false }
      steps.append(.character(place))
    case .sequence(let parts): return parts.allSatisfy { add($0) }
    case .choice(let ways): return add(choice: ways)
    case .group(let inner, let number):
      steps.append(.note(2 * number))
      guard add(inner) else { return false }
      steps.append(.note(2 * number + 1))
    case .repetition(let inner, let least, let most, let isLazy): return add(inner, least: least, most: most, isLazy: isLazy)
    case .start: steps.append(.start)
    case .end: steps.append(.end)
    case .wholeStart: steps.append(.wholeStart)
    case .wholeEnd: steps.append(.wholeEnd)
    case .wordEdge(let isWanted): steps.append(.wordEdge(isWanted))
    case .ahead(let inner, let isWanted):
      let place = steps.count
      steps.append(.done)
      guard add(inner) else { return false }
      steps.append(.done)
      steps[place] = .ahead(steps.count, isWanted: isWanted)
    case .back(let number):
      guard number <= groups else { return false }
      steps.append(.back(number))
    }
    return true
  }

  private mutating func add(choice ways: [PatternNode]) -> Bool {
    var ends: [Int] = []
    for (number, way) in ways.enumerated() {
      let place = steps.count
      if number + 1 < ways.count { steps.append(.done) }
      guard add(way) else { return false }
      guard number + 1 < ways.count else { break }
      ends.append(steps.count)
      steps.append(.done)
      steps[place] = .either(place + 1, steps.count)
    }
    for end in ends { steps[end] = .go(steps.count) }
    return true
  }

  private mutating func add(_ inner: PatternNode, least: Int, most: Int?, isLazy: Bool) -> Bool {
    for _ in 0..<min(least, longestProgram) { guard add(inner) else { return false } }
    func either(_ into: Int, _ past: Int) -> Step { isLazy ? .either(past, into) : .either(into, past) }
    guard let most else {
      let loop = notes
      notes += 1
      let place = steps.count
      steps += [.done, .note(loop)]
      guard add(inner) else { return false }
      steps += [.progress(loop), .go(place)]
      steps[place] = either(place + 1, steps.count)
      return true
    }
    var openings: [Int] = []
    for _ in 0..<min(most - least, longestProgram) {
      openings.append(steps.count)
      steps.append(.done)
      guard add(inner) else { return false }
    }
    for place in openings { steps[place] = either(place + 1, steps.count) }
    return true
  }

  private mutating func place(of text: String) -> Int? {
    if let known = places[text] { return known }
    guard let character = PatternCharacter(text, options) else { return nil }
    characters.append(character)
    places[text] = characters.count - 1
    return characters.count - 1
  }
}

struct PatternOptions {
  var ignoresCase = false
  var pointTakesLineEnds = false
  var linesHaveEnds = false
}

/// Repetitions with bounds are written out.
private let longestProgram = 10_000

/// What matches one character, asked of Swift once for each.
final class PatternCharacter {
  private let only: Unicode.Scalar?
  private let regex: Regex<AnyRegexOutput>?
  private var known: [Unicode.Scalar: Bool] = [:]

  init?(_ text: String, _ options: PatternOptions) {
    let scalars = Array(text.unicodeScalars)
    let isPlain = scalars.count == 1 && scalars[0] != "."
    if isPlain, !options.ignoresCase {
      (only, regex) = (scalars[0], nil)
      return
    }
    guard let regex = try? Regex(isPlain && !scalars[0].isASCIILetterOrDigit && scalars[0].isASCII ? "\\" + text : text) else { return nil }
    only = nil
    self.regex = regex.matchingSemantics(.unicodeScalar).ignoresCase(options.ignoresCase).dotMatchesNewlines(options.pointTakesLineEnds)
  }

  func matches(_ scalar: Unicode.Scalar) -> Bool {
    if let only { return only == scalar }
    if let answer = known[scalar] { return answer }
    let answer = regex.map { String(scalar).wholeMatch(of: $0) != nil } ?? false
    known[scalar] = answer
    return answer
  }
}

extension Unicode.Scalar {
  fileprivate var isASCIILetterOrDigit: Bool { isASCII && (properties.isAlphabetic || ("0"..."9").contains(self)) }
}
