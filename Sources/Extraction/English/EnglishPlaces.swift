import Articles

/// Places of English text by their usual spellings.
enum EnglishPlaces {
  static let names: Set<String> = [
    "china", "beijing", "tianjin", "hebei", "shanxi", "inner mongolia", "liaoning", "jilin", "heilongjiang", "shanghai", "jiangsu", "zhejiang", "anhui", "fujian",
    "jiangxi", "shandong", "henan", "hubei", "hunan", "guangdong", "guangxi", "hainan", "chongqing", "sichuan", "guizhou", "yunnan", "tibet", "xizang", "shaanxi",
    "gansu", "qinghai", "ningxia", "xinjiang", "hong kong", "macao", "macau", "taiwan", "shenzhen", "guangzhou", "hangzhou", "nanjing", "suzhou", "wuhan", "chengdu",
    "xi'an", "qingdao", "ningbo", "dalian", "xiamen", "zhuhai", "dongguan", "foshan", "jinan", "hefei", "changsha", "zhengzhou", "kunming", "nanning", "harbin",
    "shenyang", "changchun", "fuzhou", "nanchang", "guiyang", "lanzhou", "urumqi", "haikou", "hohhot", "taiyuan", "shijiazhuang", "wuxi", "yiwu", "wenzhou", "japan",
    "india", "germany", "france", "britain", "singapore", "vietnam", "thailand", "malaysia", "indonesia", "russia", "brazil", "canada", "australia", "mexico", "asean",
    "eu", "europe", "asia", "africa", "us", "u.s", "united states", "united kingdom", "south korea", "european union", "greater bay area",
  ]

  /// Words that make a place part of the name of a body.
  static let bodies: Set<String> = ["customs", "university", "bureau", "court", "administration", "national", "securities", "daily", "council", "institute", "academy", "association"]

  /// The place at `index`, of one to three words; a possessive ending counts to it.
  static func place(at index: Int, in tokens: [EnglishToken]) -> (name: String, length: Int)? {
    guard index < tokens.count, tokens[index].isCapital else { return nil }
    for length in [3, 2, 1] where index + length <= tokens.count {
      let words = tokens[index..<(index + length)]
      guard words.allSatisfy({ $0.kind == .word }) else { continue }
      var text = words.map(\.text).joined(separator: " ")
      for ending in ["'s", "’s"] where text.hasSuffix(ending) { text.removeLast(ending.count) }
      if text == "us", tokens[index].range.count != 2 { continue }
      guard names.contains(text) else { continue }
      return (text.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " "), length)
    }
    return nil
  }

  /// The place an English article is about: named in the title, else the one named most in the opening.
  static func subject(title: [EnglishToken], opening: [EnglishToken]) -> String? {
    for index in title.indices { if let place = place(at: index, in: title) { return place.name } }
    var counts: [(name: String, count: Int)] = []
    for index in opening.indices {
      guard let place = place(at: index, in: opening) else { continue }
      if let known = counts.firstIndex(where: { $0.name == place.name }) { counts[known].count += 1 } else { counts.append((place.name, 1)) }
    }
    var best: (name: String, count: Int)?
    for entry in counts where entry.count > best?.count ?? 0 { best = entry }
    return best?.name
  }
}
