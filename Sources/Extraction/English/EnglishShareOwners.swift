import Indicators

/// Shares by names that tell whose they are: coal’s share of generation, nuclear plants saw their share drop.
extension EnglishParser {
  /// Makes a share of a percentage whose name tells whose share it is, named by the part; a movement of one in points takes that name too.
  mutating func takeShareOut(_ statement: inout Statement) {
    guard statement.unit == "%" && statement.kind != .change || statement.unit.hasSuffix("points") && statement.kind == .change else {
      return
    }
    let whole: String?
    switch statement.head {
    case .own(let words) where lastOfSentence.map { sharesOut[$0] != nil && statements[$0].head.words == words } ?? false:
      // saw its share rise by 1.1 points to 40.6%
      whole = lastOfSentence.flatMap { sharesOut[$0] } ?? nil
    case .own(let words):
      guard let told = shareOut(words) else { return }
      whole = told.whole ?? shareBefore?.scope
      statement.head = .own(told.part)
    case .same(let before):
      guard let known = sharesOut[before] else { return }
      whole = known
    default: return
    }
    sharesOut[statements.count] = .some(whole)
    if statement.kind != .change { (statement.kind, statement.scope) = (.share, statement.scope ?? whole) }
  }

  /// Renewables and electricity generation of Renewables’ share of electricity generation; the whole is nil where the name tells none.
  private func shareOut(_ name: String) -> (part: String, whole: String?)? {
    guard !Self.isOfEachShare(name.lowercased()) else { return nil }
    var (part, whole) = (Substring(name), Substring?.none)
    if let joint = name.firstRange(of: " share of ") {
      (part, whole) = (name[..<joint.lowerBound], name[joint.upperBound...])
    } else if name.hasSuffix(" share") {
      part = name.dropLast(" share".count)
    } else {
      return nil
    }
    let isOwner = ["’s", "'s", "’", "'"].contains { part.hasSuffix($0) }
    // market share, export share: a kind of share, and no one’s.
    guard isOwner || whole != nil, part.count > 2, part.first?.isLetter ?? false else { return nil }
    for mark in ["’s", "'s", "’", "'"] where part.hasSuffix(mark) {
      part = part.dropLast(mark.count)
      break
    }
    for article in ["the ", "all "] where whole?.hasPrefix(article) ?? false { whole = whole?.dropFirst(article.count) }
    return (String(part), whole.flatMap { $0.isEmpty ? nil : String($0) })
  }
}
