import Indicators

/// Names that only say which part of a measure is told, as items of lists do: Domestic: 24.4 million, under Passengers.
extension EnglishParser {
  /// domestic, international: nothing but words that stand in front of a noun.
  func isBarePart(_ name: String) -> Bool {
    let list = name.lowercased().split(separator: " ").map(String.init).filter { $0 != "and" && $0 != "&" }
    return !list.isEmpty && list.allSatisfy { words.bareParts.contains($0) }
  }

  /// Domestic passengers: a bare part with the measure last told in full.
  func completed(_ part: String) -> String? {
    guard isBarePart(part) else { return nil }
    let told = statements.last { if case .own(let words) = $0.head { !isBarePart(words) && !startsBare(words) } else { false } }?.head.words
    guard let whole = told ?? wholeBefore, let first = whole.first else { return nil }
    // Passengers after Domestic; an abbreviation keeps its capitals.
    let isAbbreviated = whole.dropFirst().first?.isUppercase ?? false
    return part + " " + (isAbbreviated ? whole : first.lowercased() + whole.dropFirst())
  }

  /// Domestic passengers: a part already completed.
  func startsBare(_ name: String) -> Bool {
    name.split(separator: " ").first.map { words.bareParts.contains($0.lowercased()) } ?? false
  }
}
