/// A place of the gazetteer, small enough to be kept with every word of a text. Two runs of one version number alike;
/// what is written to files is the place's ``Place/code``.
package struct PlaceID: Hashable, Comparable, Sendable {
  let index: UInt16

  package static func < (a: PlaceID, b: PlaceID) -> Bool { a.index < b.index }
}

/// A place whose figures are told: a unit of the administrative division, a country, a group of places, the world.
package struct Place: Hashable, Sendable {
  /// From the largest to the smallest; a group stands above what it may hold.
  package enum Level: UInt8, Comparable, Hashable, Sendable {
    case world, group, country, province, prefecture, county
    package static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
  }

  package var id: PlaceID
  /// Six digits of GB/T 2260 for places of China (440000), two letters of ISO 3166-1 for countries (DE), three digits of
  /// UN M49 for the world and continents (001); groups without one have a name (jing-jin-ji, ASEAN).
  package var code: String
  package var level: Level
  /// The place it lies in: a county's prefecture or province, a province's country.
  package var parent: PlaceID?
  /// A unit of former years (莱芜市).
  package var isFormer: Bool
  /// In full, Simplified: 广东省, 苏州市, 恭城瑶族自治县.
  package var fullName: String
  /// As figures of the place are headed, Simplified: 广东, 苏州, 恭城县, 全国.
  package var name: String
  package var fullTraditionalName: String
  package var traditionalName: String
  /// Guangdong, Suzhou, Haidian District.
  package var englishName: String
  /// Whether the English name takes the article: the United States.
  package var takesArticle: Bool
}
