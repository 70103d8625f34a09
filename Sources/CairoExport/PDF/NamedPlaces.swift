import Diagnostics
import Scene

/// The anchors that pages have and that links ask for. cairo keeps a link to a missing name without a word.
struct NamedPlaces {
  private var defined: Set<String> = []
  /// In order of their first use.
  private var used: [String] = []
  private var known: Set<String> = []

  /// - Returns: whether this is the first place of that name; later ones do not count.
  mutating func define(_ name: String) -> Bool { defined.insert(name).inserted }

  mutating func use(_ destination: Destination) {
    if case .anchor(let name) = destination, known.insert(name).inserted { used.append(name) }
  }

  func has(_ name: String) -> Bool { defined.contains(name) }

  /// - Throws: `link.target` for the first link whose place no page has.
  func checkLinks() throws(Diagnostic) {
    guard let name = used.first(where: { !defined.contains($0) }) else { return }
    throw missing(name, rule: "link.target", what: "a link goes")
  }

  func missing(_ name: String, rule: String, what: String) -> Diagnostic {
    let problem = Diagnostic.error(rule, "\(what) to “\(name)”, which no page has")
    guard let near = nearestName(to: name, among: defined.sorted()) else { return problem }
    return problem.hint("did you mean “\(near)”?")
  }
}
