import Lingua

/// Whose figures an article gives where its sentences name no one: a place, or a body such as a company or a special court.
struct ArticleSubject {
  let names: PlaceNames
  let words: SubjectWords
  var place: NamedPlace?
  var body: String?

  /// In this order: the body whose report the title announces; the place of the title, counties and cities by their ending
  /// included; the place of the office that issued it; the place named most often in the first blocks. A group of places
  /// (东北三省) is taken only where nothing else is named.
  init(
    title: [Unicode.Scalar]?, issuer: [Unicode.Scalar]?, headings: [[Unicode.Scalar]] = [], notes: [[Unicode.Scalar]] = [],
    opening: [[Unicode.Scalar]], names: PlaceNames, words: SubjectWords
  ) {
    self.names = names
    self.words = words
    if let title {
      let announcer = announcer(in: opening, title: title)
      let isInTitle = announcer.map { String(scalars: title).contains($0) } ?? false
      if let body = isInTitle ? announcer : body(of: withoutParent(Self.withoutColumn(title)), opening) ?? announcer {
        self.body = body
        place = places(in: title).first { $0.level != .world }
        return
      }
      let named = places(in: title, asSubjects: true).filter { $0.level != .world }
      let county = county(in: title)
      if named.first?.level == .nation, Self.isOfTheRepublic(opening + [title] + notes) {
        place = names["台湾"] ?? NamedPlace("台湾", .province)
        return
      }
      if let first = named.first, county == nil || county?.level != .province && (first.level == .city || first.level == .county) {
        place = first
        return
      }
      if let county {
        place = NamedPlace(county.name, county.level, province: named.first { $0.level == .province }?.name)
        return
      }
    }
    for heading in headings {
      guard let body = schoolOrFirm(in: heading) else { continue }
      self.body = body
      return
    }
    if let issuer, let place = places(in: issuer).first(where: { $0.level != .world && $0.level != .group }) {
      self.place = place
      return
    }
    if Self.isOfTheRepublic(opening + [title ?? []] + notes) {
      place = names["台湾"] ?? NamedPlace("台湾", .province)
      return
    }
    let opening = opening.map(Datelines.withoutDateline)
    place = mostNamed(in: opening) { $0.level != .group }
    if place == nil || place?.level == .nation, let office = office(in: opening) ?? title.flatMap({ named(in: opening, asIn: $0) }) {
      place = office
    }
    place = place ?? groupTold(in: opening)
    if place == nil { place = opening.prefix(2).compactMap(countryOfOffice).first }
    // 香港特別行政區政府新聞公報　2025年2月4日: who issued it.
    if place == nil { place = notes.compactMap { issuingPlace(in: $0) }.first }
  }

  /// 加拿大统计局说: the country whose office tells the figures.
  private func countryOfOffice(_ text: [Unicode.Scalar]) -> NamedPlace? {
    let folded = Array(text.prefix(120)).folded
    return names.mentions(in: folded).first { mention in
      let behind = String(scalars: folded[mention.end...].prefix(8))
      return mention.place.level == .country && words.nationalOffices.contains { behind.hasPrefix($0) }
    }?.place
  }

  /// The first place of a line in which an office follows it.
  private func issuingPlace(in line: [Unicode.Scalar]) -> NamedPlace? {
    let folded = line.folded
    return names.mentions(in: folded).first { mention in
      let behind = String(scalars: folded[mention.end...].prefix(14))
      return mention.place.level != .world && mention.place.level != .group && words.localOffices.contains { behind.contains($0) }
    }?.place
  }

  /// 岭川市统计局召开新闻发布会: the place, which no list has, of the office that opens a clause of the first blocks.
  private func office(in opening: [[Unicode.Scalar]]) -> NamedPlace? {
    for text in opening.prefix(2) {
      let folded = text.folded
      for index in folded.indices.prefix(80) where index == 0 || "，,。、：: 　】）)据从日".unicodeScalars.contains(folded[index - 1]) {
        guard let length = CountyName.length(in: folded, at: index) else { continue }
        let rest = String(scalars: folded[(index + length)...].prefix(10))
        guard words.localOffices.contains(where: { rest.contains($0) }) else { continue }
        let ofPlace: [Unicode.Scalar] = ["全", folded[index + length - 1]]
        // 全市: the text tells of it as a whole.
        let tellsOfIt = opening.contains { text in zip(text, text.dropFirst()).contains { $0 == ofPlace[0] && $1.simplified == ofPlace[1] }
        }
        guard tellsOfIt else { return nil }
        return NamedPlace(unlisted: String(scalars: text[index..<(index + length)]))
      }
    }
    return nil
  }

  /// 汀州市 of 前10月汀州外贸增长 and 汀州市进出口总值…: a place, which no list has, that the first blocks name in full and the title in short.
  private func named(in opening: [[Unicode.Scalar]], asIn title: [Unicode.Scalar]) -> NamedPlace? {
    let heading = String(scalars: title.folded)
    for text in opening.prefix(3) {
      let folded = Array(text.prefix(200)).folded
      for index in folded.indices {
        guard let length = CountyName.length(in: folded, at: index), length > 2,
          heading.contains(String(scalars: folded[index..<(index + length - 1)]))
        else { continue }
        return NamedPlace(unlisted: String(scalars: text[index..<(index + length)]))
      }
    }
    return nil
  }

  /// Traditional text that counts years of the Republic is of Taiwan.
  private static func isOfTheRepublic(_ opening: [[Unicode.Scalar]]) -> Bool {
    opening.contains { text in
      let folded = text.folded
      guard zip(text, folded).contains(where: { $0.halfWidth != $1 }) else { return false }
      return RepublicYears.isUsed(in: folded)
    }
  }

  /// 紫云苗族布依族自治县: a place that governs itself, by the full name that the title gives it.
  package static func asCalled(_ place: NamedPlace, in title: [Unicode.Scalar], names: PlaceNames) -> NamedPlace {
    guard let code = place.code, place.level == .county || place.level == .city else { return place }
    let folded = title.folded
    guard let mention = names.mentions(in: folded).first(where: { $0.place.code == code }) else { return place }
    let words = folded[(mention.end - mention.length)..<mention.end]
    guard words.count > 4, words.suffix(3).starts(with: "自治".unicodeScalars) else { return place }
    var named = place
    named.name = String(scalars: title[(mention.end - mention.length)..<mention.end])
    return named
  }

  /// 西安市云溪县统计局: the city of the county that the article is about, where no list says it.
  package static func city(of county: NamedPlace, in texts: [[Unicode.Scalar]], names: PlaceNames) -> String? {
    let name = county.name.unicodeScalars.map(\.halfWidth.simplified)
    return texts.lazy.compactMap { text in
      let folded = Array(text.prefix(600)).folded
      return names.mentions(in: folded).first { mention in
        (mention.place.level == .city || mention.place.isMunicipality) && folded[mention.end...].starts(with: name)
      }?.place.name
    }.first
  }

  // MARK: Places

  /// 云溪县, 昆山市 in a title: a place by its ending, at the start or after a year or a province.
  private func county(in title: [Unicode.Scalar]) -> NamedPlace? {
    let text = title.folded
    var index = 0
    while index < min(text.count, 24) {
      if text[index].isDigit || text[index] == "年" || index > 0 && text[index - 1].isDigit && "月日".unicodeScalars.contains(text[index])
        || text[index].isBlank || "《“".unicodeScalars.contains(text[index])
      {
        index += 1
        continue
      }
      if let match = names.longestMatch(in: text, at: index, limit: text.count), match.value.level == .province {
        index += match.length
        continue
      }
      if let end = endOfTime(in: text, at: index) {
        index = end
        continue
      }
      guard let length = CountyName.length(in: text, at: index) else { return nil }
      return NamedPlace(unlisted: String(scalars: title[index..<(index + length)]))
    }
    return nil
  }

  /// 前三季度, 上半年, 一季度, 10月份, 去年: where the time ends that opens a title.
  private func endOfTime(in text: [Unicode.Scalar], at start: Int) -> Int? {
    func ends(_ words: [String], at place: Int) -> Int? {
      words.first { text[place...].starts(with: $0.unicodeScalars) }.map { place + $0.unicodeScalars.count }
    }
    if let end = ends(words.yearParts, at: start) { return end }
    var at = start
    if "前首第".unicodeScalars.contains(text[at]) { at += 1 }
    let first = at
    while at < text.count, text[at].isDigit || "一二三四五六七八九十两〇零".unicodeScalars.contains(text[at]) { at += 1 }
    guard at > first, at < text.count else { return nil }
    return ends(words.timeEnds, at: at)
  }

  /// 东北三省…: several places that the first blocks name more than once, or that one of them opens with; 港澳航线 in passing says nothing.
  private func groupTold(in opening: [[Unicode.Scalar]]) -> NamedPlace? {
    guard let place = mostNamed(in: opening, where: { _ in true }) else { return nil }
    let opens = opening.contains { text in
      let folded = text.folded
      return names.longestMatch(in: folded, at: 0, limit: folded.count)?.value.name == place.name
    }
    return opens || opening.reduce(0) { $0 + places(in: $1, apart: true).count { $0.name == place.name } } > 1 ? place : nil
  }

  private func mostNamed(in opening: [[Unicode.Scalar]], where counts: (NamedPlace) -> Bool) -> NamedPlace? {
    let isCounted = counts
    // Applications from China or the USA: in English the nation is one country among others.
    let isOneOfSeveral = opening.contains { text in
      !text.contains(where: \.isHan) && places(in: text, apart: true).contains { $0.level == .country }
    }
    var counts: [(place: NamedPlace, count: Int)] = []
    for text in opening {
      for place in places(in: text, apart: true) where isCounted(place) && place.level != .world && place.level != .country {
        if isOneOfSeveral, place.level == .nation { continue }
        if let index = counts.firstIndex(where: { $0.place.name == place.name }) {
          counts[index].count += place.level == .nation ? 1 : 2
        } else {
          counts.append((place, place.level == .nation ? 1 : 2))
        }
      }
    }
    var best: (place: NamedPlace, count: Int)?
    for entry in counts where entry.count > best?.count ?? 0 { best = entry }
    return best?.place
  }

  /// - Parameters:
  ///   - asSubjects: without those behind a preposition (外国人以日本申请最多).
  ///   - apart: without members of a list (前三位依次为甲市、乙市和丙市).
  func places(in text: [Unicode.Scalar], asSubjects: Bool = false, apart: Bool = false) -> [NamedPlace] {
    let text = text.folded
    var places: [NamedPlace] = []
    var index = 0
    while index < text.count {
      if let match = names.longestMatch(in: text, at: index, limit: text.count) {
        let end = index + match.length
        let isLast = index > 0 && "和及与".unicodeScalars.contains(text[index - 1]) && text[max(0, index - 12)..<index].contains("、")
        let isMember = isLast || index > 0 && text[index - 1] == "、" || end < text.count && text[end] == "、"
        // 促进了香港与内地往来: whom something is done to.
        // 非广东游客: those who are not from there.
        let isObject = apart && index > 0 && "了赴往至到向非".unicodeScalars.contains(text[index - 1])
        // 高于同期全国2.2个百分点: what it is held against.
        let before = String(scalars: text[max(0, index - 4)..<index])
        let isStandard = apart && words.distances.contains { before.contains($0) }
        if isObject || isStandard {
          index += match.length
          continue
        }
        if !asSubjects || index == 0 || !"以对向自".unicodeScalars.contains(text[index - 1]), !apart || !isMember { places.append(match.value) }
        index += match.length
      } else {
        index += 1
      }
    }
    return places
  }
}
