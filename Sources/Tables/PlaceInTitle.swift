import Articles
import Extraction
import Indicators
import Lingua

/// The place that a title names.
struct PlaceInTitle {
  var place: NamedPlace
  var words: String

  init?(_ text: String, _ places: PlaceNames) {
    let written = Array(text.unicodeScalars)
    let folded = written.folded
    var index = 0
    while index < min(folded.count, written.contains(where: \.isHan) ? 60 : 140) {
      let isStart = index == 0 || !folded[index - 1].isHan
      if let match = places.longestMatch(in: folded, at: index, limit: folded.count), match.value.level != .world || isStart,
        // US$ is money.
        index + match.length == folded.count || folded[index + match.length] != "$"
      {
        place = match.value.named(written[index..<(index + match.length)])
        // 广东省 is known as 广东, 昆山 as 昆山市.
        var end = index + match.length
        if end < folded.count, "省市县区州".unicodeScalars.contains(folded[end]), !match.value.name.hasSuffix(String(scalars: [folded[end]])) {
          end += 1
        }
        // Hong Kong's External Trade
        if end + 1 < folded.count, "'’".unicodeScalars.contains(folded[end]), folded[end + 1].lowercasedHalfWidth == "s",
          end + 2 == folded.count || !folded[end + 2].isLatinLetter
        {
          end += 2
        }
        words = String(scalars: written[index..<end])
        return
      }
      if isStart, let length = PlaceByEnding.length(in: folded, at: index) {
        words = String(scalars: written[index..<(index + length)])
        place = NamedPlace(unlisted: words)
        return
      }
      index += 1
    }
    return nil
  }
}

/// Places that no list has, by their ending: 云川市, 青原县, 东屏省.
enum PlaceByEnding {
  /// - Parameter text: half-width and simplified.
  static func length(in text: [Unicode.Scalar], at start: Int) -> Int? {
    if let length = CountyName.length(in: text, at: start) { return length }
    for length in 3...4 where start + length <= text.count {
      let name = text[start..<(start + length)]
      guard let last = name.last, "省州盟".unicodeScalars.contains(last), name.allSatisfy(\.isHan),
        !name.contains(where: { "各全本我该外和与及市县区年度".unicodeScalars.contains($0) })
      else { continue }
      if last == "省", start + length < text.count, "份级内外".unicodeScalars.contains(text[start + length]) { continue }
      return length
    }
    return nil
  }
}

/// A place that no list has, by what a title and a total say of it: 云澜 of 云澜统计月报 is a 市 where a row is 全市.
func placeOfWhole(_ titles: [String], _ rows: [TableRow], _ words: TableWords) -> NamedPlace? {
  guard let kind = rows.lazy.compactMap({ row in row.isTotal ? words.value(.wholeKinds, HeadReading.key(row.label)) : nil }).first else {
    return nil
  }
  for title in titles {
    let written = Array(title.unicodeScalars)
    let folded = written.folded
    for length in 2...4 where folded.count > length && folded[..<length].allSatisfy(\.isHan) {
      guard words.phrases(.publications).contains(where: { folded[length...].starts(with: $0.scalars) }),
        !folded[..<length].contains(where: { "各全本我该省市县区州".unicodeScalars.contains($0) })
      else { continue }
      return NamedPlace(unlisted: String(scalars: written[..<length]) + kind)
    }
  }
  return nil
}
