import Articles
import Lingua

/// What stands between a number and the border of its clause on the left, taken apart from right to left.
struct Region {
  /// Token indices in text order, without bracketed insertions.
  var tokens: [Int] = []
  /// Index of the opening bracket the region starts after, if it does.
  var bracket: Int?
  /// Index of the number the region starts after, if it does.
  var quantity: Int?
  /// A list comma or 和 stands right after that number.
  var isListed = false
}

extension TokenBlock {
  /// Tokens a walk to the left may pass.
  private static let reach = 80

  /// 标准专利（转录）申请 beside 标准专利（原授）申请: a few ideographs in brackets inside a name say which of its kind is meant.
  private func distinguishes(_ open: Int, _ close: Int, before index: Int) -> Bool {
    func isNominal(_ token: Token) -> Bool {
      token.kind == .text || token.has([.noun, .action, .dependent]) && !token.has([.predicate, .adverb, .preposition, .verb, .share])
    }
    guard open > 0, close + 1 < index, (2...4).contains(close - open), isNominal(tokens[open - 1]), isNominal(tokens[close + 1]),
      tokens[open - 1].range.upperBound == tokens[open].range.lowerBound,
      tokens[close].range.upperBound == tokens[close + 1].range.lowerBound,
      tokens[close].range.lowerBound - tokens[open].range.upperBound <= 6
    else { return false }
    return ((open + 1)..<close).allSatisfy { at in
      (tokens[at].kind == .text || tokens[at].word != nil) && written[tokens[at].range].allSatisfy(\.isHan)
    } && !prose.clauses.bracketNotes.contains { plain((open + 1)..<close).hasPrefix($0) }
  }

  /// - Parameter isFigure: whether a number ends the walk; others are part of names (百大, 500强).
  func region(before index: Int, isFigure: (Int) -> Bool) -> Region {
    var region = Region()
    let start = clauseStart[index]
    var at = index - 1
    var steps = 0
    while at >= start, steps < Self.reach {
      steps += 1
      let token = tokens[at]
      switch token.kind {
      case .punctuation(.close) where partner[at] >= 0:
        // An insertion is passed over; a list of 甲市（30件）、乙市（12件） is not.
        let open = partner[at]
        if at + 1 < index, tokens[at + 1].punctuation == .enumeration || tokens[at + 1].has(.conjunction),
          (open..<at).contains(where: isFigure)
        {
          region.isListed = true
          if !region.tokens.isEmpty { region.tokens.removeLast() }
          region.tokens.reverse()
          return region
        }
        if distinguishes(open, at, before: index) { region.tokens += (open...at).reversed() }
        at = open - 1
        continue
      case .punctuation(.open):
        region.bracket = at
        region.tokens.reverse()
        return region
      case .punctuation(.comma), .punctuation(.semicolon), .punctuation(.colon), .punctuation(.stop), .punctuation(.dash):
        region.tokens.reverse()
        return region
      case .quantity where isFigure(at):
        region.quantity = at
        region.tokens.reverse()
        if let first = region.tokens.first, tokens[first].punctuation == .enumeration || tokens[first].has(.conjunction) {
          region.isListed = true
          region.tokens.removeFirst()
        }
        return region
      default:
        region.tokens.append(at)
      }
      at -= 1
    }
    region.tokens.reverse()
    if at < start, start > 0, tokens[start - 1].punctuation == .open { region.bracket = start - 1 }
    return region
  }
}
