import Indicators
import Lingua

/// 受理案件2000件，其中民事1200件；审结案件1900件，其中民事1100件: parts of several wholes that go by one name are told apart by their wholes.
extension ArticleFacts {
  mutating func tellPartsApart(_ prose: ProseWords) {
    var byName: [Part: [Int]] = [:]
    for index in observations.indices where observations[index].kind == .level && observations[index].partOf != nil {
      byName[Part(observations[index]), default: []].append(index)
    }
    let shared = byName.values.filter { $0.count > 1 }
    guard !shared.isEmpty else { return }
    let places = Dictionary(observations.indices.map { (observations[$0].id, $0) }) { first, _ in first }
    let bearing = bearing
    for parts in shared {
      let wholes = parts.compactMap { observations[$0].partOf.flatMap { places[$0] }.map { observations[$0].name } }
      guard wholes.count == parts.count, Set(wholes).count > 1 else { continue }
      for (index, whole) in zip(parts, wholes) {
        guard let name = partName(observations[index].name, of: whole, prose) else { continue }
        rename(index, name, bearing)
      }
    }
  }

  /// By levels, what qualifies them.
  var bearing: [Observation.ID: [Int]] {
    Dictionary(grouping: observations.indices.filter { observations[$0].of != nil }) { observations[$0].of ?? "" }
  }

  /// Gives a level another name; what qualifies it goes by its name.
  mutating func rename(_ index: Int, _ name: String, _ bearing: [Observation.ID: [Int]]) {
    let before = observations[index].name
    observations[index].name = name
    for other in bearing[observations[index].id] ?? [] where observations[other].name == before { observations[other].name = name }
  }

  private struct Part: Hashable {
    var name: String
    var area: String?

    init(_ figure: Observation) { (name, area) = (figure.name, figure.area) }
  }

  /// 受理民事案件 of 受理案件, 出口货运量 of 货运量; nil where the part's name has a measure or an act of its own.
  private func partName(_ part: String, of whole: String, _ prose: ProseWords) -> String? {
    let plain = whole.simplifiedForm
    let act = prose.classes.actions.first { plain.hasPrefix($0) && plain.count > $0.count } ?? ""
    let thing = String(whole.dropFirst(act.count))
    if prose.classes.actions.contains(where: { part.simplifiedForm.hasPrefix($0) }) { return nil }
    if thing.count >= 2, part.simplifiedForm.hasSuffix(thing.simplifiedForm.suffix(2)) { return act.isEmpty ? nil : act + part }
    guard part.count <= 8, thing.count <= 10,
      !prose.names.partMeasures.contains(where: { part.simplifiedForm.hasSuffix($0) })
    else {
      return nil
    }
    // 夏粮 of 粮食产量: the grain is said already.
    if let end = part.last, thing.first == end, thing.count > 3 { return act + part + thing.dropFirst(2) }
    return act + part + thing
  }
}
