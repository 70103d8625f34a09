package import Lingua

/// The names of places as they are found in articles about China: the gazetteer's, in the short form that figures go by.
package struct PlaceNames: Sendable {
  private let gazetteer: Gazetteer
  /// The place the text is about, which settles names that several places share.
  package var context: [PlaceID] = []

  package init(_ gazetteer: Gazetteer) { self.gazetteer = gazetteer }

  /// The same for a text about a place.
  package func near(_ place: NamedPlace?) -> PlaceNames {
    var copy = self
    copy.context = place?.code.flatMap { gazetteer.place(code: $0) }.map { [$0] } ?? []
    return copy
  }

  /// The longest name that starts at `start`; nil where none does and where the words are ordinary ones here.
  ///
  /// - Parameter text: half-width and simplified.
  package func longestMatch(in text: [Unicode.Scalar], at start: Int, limit: Int) -> (length: Int, value: NamedPlace)? {
    guard let match = gazetteer.longestMatch(in: text, at: start, limit: limit) else { return nil }
    if let place = gazetteer.place(of: match, near: context) { return (match.length, named(gazetteer[place])) }
    guard !match.isOrdinaryWord else { return nil }
    // 朝阳区 with no city near: a place by that name, which of them is not said.
    let name = String(scalars: text[start..<(start + match.length)])
    return (match.length, NamedPlace(name, level(gazetteer[match.place])))
  }

  /// The place of a name; nil where none goes by it.
  package subscript(name: String) -> NamedPlace? {
    guard let match = gazetteer.match(name), let place = gazetteer.place(of: match, near: context) else { return nil }
    return named(gazetteer[place])
  }

  /// The places that a text names, each with where it ends and how many signs its name has there.
  ///
  /// - Parameter text: half-width and simplified.
  package func mentions(in text: [Unicode.Scalar]) -> [(place: NamedPlace, end: Int, length: Int)] {
    var found: [(place: NamedPlace, end: Int, length: Int)] = []
    var index = 0
    while index < text.count {
      guard let match = longestMatch(in: text, at: index, limit: text.count) else {
        index += 1
        continue
      }
      index += match.length
      found.append((match.value, index, match.length))
    }
    return found
  }

  /// The place of a code; nil where none has it.
  package func place(code: String) -> NamedPlace? { gazetteer.place(code: code).map { named(gazetteer[$0]) } }

  private func named(_ place: Place) -> NamedPlace {
    let level = level(place)
    let isWhole = level == .city && place.fullName.hasSuffix("市") || level == .county && !"县区旗".contains(place.name.last ?? " ")
    let province = gazetteer.ancestors(of: place.id).first { gazetteer.level(of: $0) == .province }.map { gazetteer[$0].name }
    var name = isWhole ? place.fullName : place.name
    // 和田地区 is 和田.
    if level == .city, name.hasSuffix("地区"), name.count > 3 { name.removeLast(2) }
    let city =
      level == .county
      ? gazetteer.ancestors(of: place.id).first { gazetteer.level(of: $0) == .prefecture }.map { named(gazetteer[$0]).name } : nil
    return NamedPlace(name, level, province: province, city: city, code: place.code)
  }

  private func level(_ place: Place) -> NamedPlace.Level {
    switch place.level {
    case .world: .world
    case .group: .group
    case .country: place.code == "CN" ? .nation : .country
    case .province: .province
    case .prefecture: .city
    case .county: .county
    }
  }
}
