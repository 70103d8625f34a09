/// Whether a regular expression repeats what can be matched in several ways, such as `(a+)+` or `(a|ab)*`: a text that it does not match
/// could then be tried in more ways than there is time for.
///
/// Repeated may be one character or class (`[ab]+`), and groups that have one length (`(,\d{3})+`) and whose alternatives begin with
/// different letters (`(cat|dog)+`).
func repeatsWithinRepetitions(_ source: String) -> Bool {
  var scan = PatternScan(rest: Array(source)[...])
  return scan.finds()
}

/// What is known of a group while it is read.
private struct PatternGroup {
  /// Whether it can be matched in several ways.
  var isLoose = false
  /// The letter that each alternative begins with; nil where it is none.
  var firsts: [Character?] = []
  /// Whether the alternative has begun.
  var hasBegun = false

  mutating func add(_ first: Character?) {
    if !hasBegun { firsts.append(first) }
    hasBegun = true
  }

  mutating func endAlternative() {
    if !hasBegun { firsts.append(nil) }
    hasBegun = false
  }

  /// The group once it is read.
  var isLooseAsWhole: Bool {
    guard firsts.count > 1, !isLoose else { return isLoose }
    let letters = firsts.compactMap { $0?.lowercased() }
    return Set(letters).count < firsts.count
  }
}

private struct PatternScan {
  var rest: ArraySlice<Character>
  private var groups: [PatternGroup] = []

  init(rest: ArraySlice<Character>) { self.rest = rest }

  mutating func finds() -> Bool {
    var current = PatternGroup()
    while let character = rest.popFirst() {
      var inner = false
      var first: Character?
      switch character {
      case "(":
        skipGroupHead()
        groups.append(current)
        current = PatternGroup()
        continue
      case ")":
        guard let outer = groups.popLast() else { return false }
        current.endAlternative()
        inner = current.isLooseAsWhole
        first = current.firsts.count == 1 ? current.firsts[0] : nil
        current = outer
      case "|":
        current.endAlternative()
        continue
      case "[": skipClass()
      case "\\":
        let escaped = rest.popFirst()
        if let escaped, !escaped.isLetter, !escaped.isNumber { first = escaped }
        if let escaped, "pPuxkgN".contains(escaped), rest.first == "{" { rest = rest.drop { $0 != "}" }.dropFirst() }
      case ".", "^", "$": break
      default: first = character
      }
      current.add(first)
      let times = quantifier()
      if inner, let times, times.most > 3 { return true }
      if inner || times.map({ $0.least < $0.most }) == true { current.isLoose = true }
    }
    return false
  }

  /// `?:`, `?<name>`, `?=` and the like.
  private mutating func skipGroupHead() {
    guard rest.first == "?" else { return }
    rest.removeFirst()
    let isNamed = rest.first == "<" && rest.dropFirst().first.map { $0 != "=" && $0 != "!" } == true
    if isNamed { rest = rest.drop { $0 != ">" } }
    while let next = rest.first, ":=!<>".contains(next) { rest.removeFirst() }
  }

  /// A class of characters, within which nothing repeats.
  private mutating func skipClass() {
    if rest.first == "^" { rest.removeFirst() }
    if rest.first == "]" { rest.removeFirst() }
    var depth = 1
    while depth > 0, let character = rest.popFirst() {
      switch character {
      case "\\": _ = rest.popFirst()
      case "[": depth += 1
      case "]": depth -= 1
      default: break
      }
    }
  }

  /// How often the part before may stand, where that is written behind it.
  private mutating func quantifier() -> (least: Int, most: Int)? {
    let found: (Int, Int)
    switch rest.first {
    case "*": found = (0, .max)
    case "+": found = (1, .max)
    case "?": found = (0, 1)
    case "{":
      let body = rest.dropFirst().prefix { $0 != "}" }
      let bounds = String(body).split(separator: ",", omittingEmptySubsequences: false)
      guard bounds.count <= 2, let lower = bounds.first, lower.isEmpty || Int(lower) != nil else { return nil }
      let least = Int(lower) ?? 0
      found = (least, bounds.count == 1 ? least : Int(bounds[1]) ?? .max)
      rest = rest.dropFirst(body.count + 1)
    default: return nil
    }
    rest = rest.dropFirst()
    // Lazy or possessive.
    if let mark = rest.first, "?+".contains(mark) { rest.removeFirst() }
    return found
  }
}
