import Articles
import Lingua

/// A name that a place begins or ends: 江苏发明专利授权量; Patent grants, Germany.
struct PlaceInHead {
  var place: NamedPlace
  var rest: String

  init?(_ text: String, _ places: PlaceNames) {
    guard text.utf8.count <= 200 else { return nil }
    let written = Array(text.unicodeScalars)
    let folded = written.folded
    if let match = places.longestMatch(in: folded, at: 0, limit: folded.count), match.length < folded.count {
      var end = match.length
      if "省市县区州".unicodeScalars.contains(folded[end]), end + 1 < folded.count { end += 1 }
      let isWhole = !folded[end - 1].isLatinLetter || !folded[end].isLatinLetter && !folded[end].isHan
      let rest = written[end...].drop { $0.isBlank || Self.marks.contains($0) }
      if isWhole, rest.count > 1 {
        place = match.value.named(written[..<match.length])
        self.rest = String(scalars: rest)
        return
      }
    }
    guard let comma = written.lastIndex(where: { Self.marks.contains($0) }), comma > 0,
      let place = wholePlace(String(scalars: written[(comma + 1)...].drop(while: \.isBlank)), places)
    else { return nil }
    self.place = place
    let before = written[..<comma].reversed().drop { $0.isBlank || Self.marks.contains($0) }
    guard before.count > 1 else { return nil }
    rest = String(scalars: before.reversed())
  }

  private static let marks: Set<Unicode.Scalar> = [",", "，", ";", "；", ":", "：", "-", "–", "—", "_", "/"]

  /// The places within some names, where these alone tell them apart: each of two places and more, with the same words beside it.
  static func telling(_ names: [String], _ places: PlaceNames) -> [PlaceInHead?] {
    let found = names.map { PlaceInHead($0, places) }
    var of: [String: Set<NamedPlace>] = [:]
    for one in found { if let one { of[HeadReading.key(one.rest), default: []].insert(one.place) } }
    return found.map { one in one.flatMap { (of[HeadReading.key($0.rest)]?.count ?? 0) > 1 ? $0 : nil } }
  }
}

extension TableGrid {
  /// Places that stand within the heads of columns are whose these are.
  func settlePlaces(_ columns: inout [TableColumn], _ places: PlaceNames) {
    let values = columns.indices.filter { columns[$0].use == .value && columns[$0].area == nil && !columns[$0].head.name.isEmpty }
    guard values.count > 1 else { return }
    for (index, found) in zip(values, PlaceInHead.telling(values.map { columns[$0].head.name }, places)) {
      guard let found else { continue }
      columns[index].area = found.place
      columns[index].head.rename(found.rest)
      columns[index].group = PlaceInHead(columns[index].group, places)?.rest ?? columns[index].group
    }
  }

  /// 灣仔 beside 中西區, 東區 and 南區: of districts side by side one may go without its last word.
  func settleShortPlaces(_ columns: inout [TableColumn], _ places: PlaceNames) {
    let values = columns.indices.filter { columns[$0].use == .value }
    let endings = values.compactMap { index in columns[index].area.flatMap { _ in lastOfPlace(columns[index]) } }
    guard let ending = Set(endings).first, Set(endings).count == 1, endings.count > 1, endings.count * 2 >= values.count else { return }
    for index in values where columns[index].area == nil && columns[index].head.kind == nil {
      let name = columns[index].head.name
      guard (2...4).contains(name.unicodeScalars.count), name.unicodeScalars.allSatisfy(\.isHan),
        let place = wholePlace(name + String(ending), places), place.code != nil
      else { continue }
      columns[index].area = place.named(Array(name.unicodeScalars))
      columns[index].head.rename("")
    }
  }

  /// 區, 縣, 市 at the end of the head that is a place.
  private func lastOfPlace(_ column: TableColumn) -> Character? {
    column.path.lazy.compactMap { head -> Character? in
      let han = head.prefix { $0.unicodeScalars.allSatisfy(\.isHan) }
      return han.last.flatMap { "區区縣县市".contains($0) ? $0 : nil }
    }.last
  }

  /// The same of rows.
  func settlePlaces(_ rows: inout [TableRow], _ places: PlaceNames) {
    let named = rows.indices.filter { !rows[$0].isSection && rows[$0].area == nil && !rows[$0].head.name.isEmpty }
    guard named.count > 1 else { return }
    for (index, found) in zip(named, PlaceInHead.telling(named.map { rows[$0].head.name }, places)) {
      guard let found else { continue }
      rows[index].area = found.place
      rows[index].head.rename(found.rest)
    }
  }
}
