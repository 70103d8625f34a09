import Articles
import Extraction
import Indicators
import Lingua

/// What a head says of shares and ranks.
extension HeadScan {
  /// 占全市比重, 构成, 占比, Share of world total: the whole, where it is named.
  mutating func takeShare() -> TakenShare? {
    guard !holdsAny(.notShare) else { return nil }
    // Percent distribution, and nothing else.
    if words.holds(.shareWords, HeadReading.key(String(scalars: visible(lowercased: true)))) {
      take(folded.indices)
      return TakenShare(scope: nil)
    }
    if let place = firstPlace(of: .shareLeads) {
      for end in words.phrases(.shareEnds) {
        guard let tail = self.place(of: end), tail.lowerBound >= place.upperBound else { continue }
        let scope = trimmed(place.upperBound..<tail.lowerBound)
        take(place.lowerBound..<tail.upperBound)
        return TakenShare(scope: scope.isEmpty ? nil : scope)
      }
      // 占GDP（%）, and not 占地面积.
      if folded.last == "%" || isTaken.last == true, place.upperBound < folded.count, folded[place.upperBound] != "地" {
        let end = isTaken[place.upperBound...].firstIndex(of: true) ?? folded.count
        let scope = trimmed(place.upperBound..<end)
        take(place.lowerBound..<end)
        return TakenShare(scope: scope.isEmpty ? nil : scope)
      }
    }
    for word in words.phrases(.shareNouns) {
      guard let place = place(of: word), place.upperBound == folded.count || isTaken[place.upperBound] || folded[place.upperBound].isBlank,
        !isBehindStop(place.lowerBound)
      else { continue }
      take(place)
      return TakenShare(scope: nil)
    }
    for word in words.phrases(.sharePhrases) {
      guard let place = place(of: word), isWord(place),
        // Distribution, and nothing else, is what shops and networks do.
        place.count < folded.count
      else { continue }
      let end = folded[place.upperBound...].firstIndex { ",(".unicodeScalars.contains($0) } ?? folded.count
      var scope = trimmed(place.upperBound..<end)
      for tail in words.phrases(.shareTails) where scope.lowercased().hasSuffix(" " + tail.text) {
        scope = String(scope.dropLast(tail.text.count + 1))
      }
      take(place.lowerBound..<end)
      return TakenShare(scope: scope.isEmpty ? nil : words.value(.wholePlaces, scope.lowercased()) ?? scope)
    }
    for word in words.phrases(.shareWords) {
      guard let place = place(of: word), isWord(place), !isBehindStop(place.lowerBound),
        // 权数, and no 专利授权数.
        place.lowerBound == 0 || !folded[place.lowerBound - 1].isHan || isTaken[place.lowerBound - 1]
      else { continue }
      // Weights; weights 2024.
      let rest = (place.upperBound..<folded.count).filter { !isTaken[$0] }.map { folded[$0] }.drop {
        $0.isBlank || ",:".unicodeScalars.contains($0)
      }
      guard
        rest.isEmpty || words.holds(.danglingWords, String(scalars: rest.filter { !$0.isBlank }))
          || HeadTime(code: Array(rest), words, times) != nil
      else {
        continue
      }
      take(place)
      return TakenShare(scope: nil)
    }
    return nil
  }

  /// Earnings per share.
  private func isBehindStop(_ start: Int) -> Bool {
    words.phrases(.shareStops).contains { isAt(start - $0.scalars.count - 1, $0) && folded[start - 1].isBlank }
  }

  /// 位次变化, change in rank: how a rank changed, and not 增速位次, the rank of a growth.
  var ranksChange: Bool {
    words.phrases(.ranks).contains { word in
      guard let place = place(of: word) else { return false }
      if word.scalars.first?.isLatinLetter ?? false {
        return isWord(place) && words.phrases(.growthPhrases).contains { self.place(of: $0.phrase).map(isWord) ?? false }
      }
      return words.phrases(.growth).contains { isAt(place.upperBound, $0) }
    }
  }

  /// 百分点, percentage points: the unit that a head of changes names without a bracket.
  var points: String? {
    words.phrases(.percentagePoints).lazy.compactMap { word in
      let places = folded.indices.filter { isAt($0, word) }.map { $0..<($0 + word.scalars.count) }
      return places.first { !(word.scalars.first?.isLatinLetter ?? false) || word.scalars.count > 6 && isWord($0) }.map(trimmed)
    }.first
  }

  mutating func takeRank() -> (found: Bool, scope: String?) {
    for word in words.phrases(.ranks) {
      guard let place = place(of: word), !word.scalars.allSatisfy(\.isLatinLetter) || isWord(place) else { continue }
      take(place)
      for field in words.phrases(.rankFields) {
        guard let found = self.place(of: field) else { continue }
        let lead = words.phrases(.rankLeads).first { isAt(found.lowerBound - $0.scalars.count, $0) }
        take((found.lowerBound - (lead?.scalars.count ?? 0))..<found.upperBound)
        return (true, field.text)
      }
      return (true, nil)
    }
    return (false, nil)
  }
}
