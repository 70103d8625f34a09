import Articles
import Indicators
import Lingua

/// Those who come from elsewhere are counted where they come to: 香港旅客 in a text of 澳门.
extension SentenceParser {
  /// Whether a place says where those come from that the words behind it name.
  func isOrigin(_ index: Int) -> Bool {
    guard let place = block.tokens[index].place, isElsewhere(place), index + 1 < block.tokens.count,
      block.tokens[index].range.upperBound == block.tokens[index + 1].range.lowerBound,
      case let behind = block.plain((index + 1)..<min(index + 4, block.tokens.count)),
      let comers = language.measures.comers.first(where: { behind.hasPrefix($0) })
    else { return false }
    // 广东旅客吞吐量: what was carried there.
    let rest = behind.dropFirst(comers.count)
    return !language.measures.carried.contains { rest.hasPrefix($0) }
  }

  /// Neither the place that the text is about, nor one around or within it.
  private func isElsewhere(_ place: NamedPlace) -> Bool {
    guard let home = language.home else { return language.isOfBody && place.level != .nation && place.level != .world }
    guard place.name != home.name, place.name != home.province, place.province != home.name else { return false }
    switch place.level {
    case .world: return false
    case .country, .group: return true
    case .nation: return home.level == .country || prose.places.apart.contains(home.name)
    case .province, .city, .county: return home.level != .nation && home.level != .world
    }
  }

  /// Whether the last of the places listed from a token on says where those come from that it names.
  func listsOrigins(from index: Int) -> Bool {
    var last = index
    while last + 2 < block.tokens.count, Exclusions.joins(block.tokens[last + 1]), block.tokens[last + 2].place != nil { last += 2 }
    return last > index && block.attributes.contains(last)
  }

  /// 以中國大陸、香港及中國台灣旅客為主, 客源主要來自中國台灣及中國大陸: the places that a clause lists as where most come from, each with those who
  /// come; nil for another clause.
  func originsListed(in clause: Range<Int>, _ count: Int) -> [ListItem]? {
    let words = block.plain(clause)
    let isMostly = prose.clauses.mostly.contains { words.hasSuffix($0) }
    let places = clause.filter { block.tokens[$0].place.map { isElsewhere($0) } ?? false }
    guard count > 1, places.count == count, let first = places.first, let last = places.last, first > clause.lowerBound,
      ((first + 1)..<last).allSatisfy({ places.contains($0) || Exclusions.joins(block.tokens[$0]) })
    else { return nil }
    let opensOrigin = prose.trade.comingFrom.contains { block.plain((first - 1)..<first).hasSuffix($0) }
    guard isMostly && block.attributes.contains(last) || opensOrigin && last + 1 == clause.upperBound else { return nil }
    let behind = block.plain((last + 1)..<clause.upperBound)
    let told = statements.last { $0.kind == .level }?.head.words?.simplifiedForm ?? ""
    guard
      let comers = language.measures.comers.first(where: { behind.hasPrefix($0) })
        ?? (opensOrigin ? language.measures.comers.first { told.hasSuffix($0) } : nil)
    else { return nil }
    let written = Array(block.string((last + 1)..<clause.upperBound).unicodeScalars)
    let name =
      behind.isEmpty ? wordsOfLast(comers.unicodeScalars.count) : String(scalars: Array(written.prefix(comers.unicodeScalars.count)))
    return places.map { ListItem(head: .own(block.string($0..<($0 + 1)) + name)) }
  }

  /// The last signs of the name of the level told last.
  private func wordsOfLast(_ count: Int) -> String {
    String((statements.last { $0.kind == .level }?.head.words ?? "").suffix(count))
  }
}
