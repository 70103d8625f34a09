import Lingua

/// Cedar Falls, IA; Charlotte-Concord-Gastonia, NC-SC: a place of the United States with its state behind a comma.
struct PlaceWithState {
  /// As written in the title.
  let words: String

  init?(_ text: String, _ tableWords: TableWords) {
    for comma in text.ranges(of: ", ") {
      let behind = text[comma.upperBound...].prefix { $0.isLetter || $0 == "-" }
      let states = behind.split(separator: "-", omittingEmptySubsequences: false)
      guard !states.isEmpty, states.allSatisfy({ $0.count == 2 && $0.allSatisfy(\.isUppercase) }),
        states.allSatisfy({ tableWords.holds(.stateCodes, $0.lowercased()) })
      else { continue }
      // Back over words in capitals: St. Louis, and no more than Consumer prices, Anchorage.
      var start = comma.lowerBound
      for word in text[..<comma.lowerBound].split(separator: " ").reversed() {
        guard word.first?.isUppercase ?? false, word.allSatisfy({ $0.isLetter || "-'’./".contains($0) }) else { break }
        start = word.startIndex
      }
      guard start < comma.lowerBound else { continue }
      words = String(text[start..<behind.endIndex])
      return
    }
    return nil
  }
}
