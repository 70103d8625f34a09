import Articles
import Lingua

/// 全省, 我校, 该公司: which place or body a word stands for that names none.
extension SubjectFrame {
  /// 全区, 区内 in an article that tells of a development zone, which is a body, and of no district.
  func zone(of selfName: String) -> String? {
    guard prose.bodies.zoneWords.contains(selfName), documentPlace?.name.hasSuffix("区") != true else { return nil }
    return bodies.last { $0.full.hasSuffix("区") }?.full
  }

  /// The body of the kind that a word stands for: 学校 for a school, 公司 for a firm; the document's own before others.
  func body(of selfName: String) -> String? {
    let endings = prose.bodies.kindsOfSelfNames.filter { selfName.hasSuffix($0.value) }
    func isOfKind(_ body: String) -> Bool { endings.isEmpty || endings.contains { body.hasSuffix($0.phrase) } }
    if let near = near.last(where: isOfKind) { return near }
    if let own = document, own.place == nil, !selfName.hasPrefix("该"), !prose.bodies.speakers.contains(selfName),
      isFirm(own.name.value) && prose.bodies.firms.contains(where: { selfName.hasSuffix($0) }) || isOfKind(own.name.value)
        || aliases.values.contains(own.name.value) || !bodies.contains(where: { isOfKind($0.full) })
    {
      return own.name.value
    }
    return (bodies.last { isOfKind($0.full) } ?? (prose.bodies.schoolEnds.contains(where: { selfName.hasSuffix($0) }) ? nil : bodies.last))?
      .full
  }

  /// 海润科技: a body that no ending makes a school, a hospital or an office.
  func isFirm(_ body: String) -> Bool {
    !prose.bodies.noFirms.contains { body.hasSuffix($0) }
  }

  func meansBody(_ selfName: String) -> Bool {
    selfName.hasPrefix("该") || prose.bodies.speakers.contains(selfName) || prose.bodies.selfNames.contains { selfName.contains($0) }
      || prose.bodies.selfNameEnds.contains { selfName.hasSuffix($0) }
  }

  /// 全省, 全市 in a text that does not say which: what the place lies in, and not the place.
  func outer(_ selfName: String, of place: NamedPlace) -> NamedPlace? {
    selfName.hasPrefix("全") && (place.level == .county || place.level == .city) ? NamedPlace(selfName, .group) : nil
  }

  func resolve(_ selfName: String) -> NamedPlace? {
    let here = sentence?.place ?? documentPlace
    if selfName.contains("省") {
      if let here, here.level == .province { return here }
      if let documentPlace, documentPlace.level == .province { return documentPlace }
      guard let place = here ?? documentPlace else { return nil }
      let city = (place.city ?? documentPlace?.city).flatMap { places[$0] }
      return (place.province ?? documentPlace?.province ?? city?.province).flatMap { places[$0] }
        ?? outer(selfName, of: documentPlace ?? place)
    }
    if selfName.contains("市") {
      if let here, here.level == .city || here.isMunicipality { return here }
      // 全市 in a text about a county: the city it lies in.
      if let documentPlace, documentPlace.level == .county, !documentPlace.name.hasSuffix("市"), selfName.hasPrefix("全") {
        return documentPlace.city.map { places[$0] ?? NamedPlace($0, .city) } ?? outer(selfName, of: documentPlace)
      }
      return documentPlace
    }
    if selfName.contains("区") || selfName.contains("州") || selfName.contains("县") || selfName.contains("旗") || selfName.hasSuffix("地") {
      if let here, documentPlace?.level == .nation { return here }
      return documentPlace ?? here
    }
    return nil
  }
}
