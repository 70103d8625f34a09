extension Article {
  /// The place the article is about: the first place of the title that is no mere field of a comparison, else the place of
  /// the office that issued it, else the place named most often in the first blocks, else nil. A group of places (东北三省) is
  /// taken only where nothing else is named.
  static func area(title: [Unicode.Scalar]?, issuer: [Unicode.Scalar]?, opening: [[Unicode.Scalar]]) -> String? {
    if let title, let place = places(in: title).first(where: { $0.level != .world }) { return place.name }
    if let issuer, let place = places(in: issuer).first(where: { $0.level != .world && $0.level != .group }) { return place.name }
    return mostNamed(in: opening) { $0.level != .group } ?? mostNamed(in: opening) { _ in true }
  }

  private static func mostNamed(in opening: [[Unicode.Scalar]], where counts: (Place) -> Bool) -> String? {
    let isCounted = counts
    var counts: [(name: String, count: Int)] = []
    for text in opening {
      for place in places(in: text) where isCounted(place) && place.level != .world && place.level != .country {
        if let index = counts.firstIndex(where: { $0.name == place.name }) {
          counts[index].count += place.level == .nation ? 1 : 2
        } else {
          counts.append((place.name, place.level == .nation ? 1 : 2))
        }
      }
    }
    var best: (name: String, count: Int)?
    for entry in counts where entry.count > best?.count ?? 0 { best = entry }
    return best?.name
  }

  private static func places(in text: [Unicode.Scalar]) -> [Place] {
    let text = text.folded
    var places: [Place] = []
    var index = 0
    while index < text.count {
      if let match = Gazetteer.places.longestMatch(in: text, at: index, limit: text.count) {
        places.append(match.value)
        index += match.length
      } else {
        index += 1
      }
    }
    return places
  }
}
