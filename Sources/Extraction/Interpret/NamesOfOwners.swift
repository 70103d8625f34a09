import Indicators

/// 上市新机型累计381款。国产品牌手机出货量累计2.07亿部；上市新机型累计346款: of two levels of one name, place and time, one is of those whom its
/// own sentence tells of first.
extension ArticleFacts {
  mutating func tellOwnersApart(_ measures: MeasureWords) {
    var byKey: [Key: [Int]] = [:]
    for index in observations.indices where observations[index].kind == .level && observations[index].partOf == nil {
      byKey[Key(observations[index]), default: []].append(index)
    }
    let alike = byKey.values.filter { indices in indices.count > 1 && Set(indices.map { observations[$0].value }).count > 1 }
    guard !alike.isEmpty else { return }
    let first = firstOfSentences()
    let bearing = bearing
    for indices in alike {
      let owners = indices.map { index in
        first[SentencePlace(observations[index])].flatMap { $0 == index ? nil : owner(observations[$0].name, measures) }
      }
      // One that nobody owns is of the place itself.
      guard Set(owners).count == owners.count else { continue }
      for case (let index, let owner?) in zip(indices, owners) where !observations[index].name.contains(owner) {
        rename(index, owner + observations[index].name, bearing)
      }
    }
  }

  private struct Key: Hashable {
    var name: String
    var area: String?
    var period: Period?
    var unit: Unit

    init(_ figure: Observation) { (name, area, period, unit) = (figure.name, figure.area, figure.period, figure.unit) }
  }

  private struct SentencePlace: Hashable {
    var document: String?
    var range: Range<Int>?

    init(_ figure: Observation) { (document, range) = (figure.source?.document, figure.source?.sentenceRange) }
  }

  private func firstOfSentences() -> [SentencePlace: Int] {
    let levels = observations.indices.filter { observations[$0].kind == .level }
    return Dictionary(levels.map { (SentencePlace(observations[$0]), $0) }) { first, _ in first }
  }

  /// 国产品牌手机 of 国产品牌手机出货量; nil for a measure alone.
  private func owner(_ name: String, _ measures: MeasureWords) -> String? {
    let plain = name.simplifiedForm
    guard let measure = measures.owned.filter({ plain.hasSuffix($0) }).max(by: { $0.count < $1.count }) else { return nil }
    let owner = name.dropLast(measure.count)
    return owner.count > 2 && !measures.attributes.contains(String(owner).simplifiedForm) ? String(owner) : nil
  }
}
