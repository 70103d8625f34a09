import Lingua

package func folded(_ text: String) -> Folded { Folded(text) }

/// An area for comparison: 广东省 is 广东, 我国 and 中国 are 全国, none is empty.
package func foldedArea(_ area: String?) -> Folded {
  guard let area else { return .empty }
  let name = Folded(area)
  if nations.contains(name) { return .nation }
  if worlds.contains(name) { return .world }
  for suffix in placeSuffixes where name.hasSuffix(suffix) && name.utf8.count >= suffix.utf8.count + 6 {
    return name.dropLast(suffix)
  }
  return name
}

private let nations = Set(FigureNameWords.shared.nations.map { Folded($0) })
private let worlds = Set(FigureNameWords.shared.worlds.map { Folded($0) })
private let placeSuffixes = FigureNameWords.shared.placeEndings.map { Folded($0) }
