import Lingua

/// What codes of units stand for: CP_MEUR is million EUR, THS_PER thousand persons, CLV_I15 an index.
extension TableWords {
  /// A code as words, or the code of a change for itself; the text as it is where it is no code that is known.
  func unit(ofCode text: String) -> String {
    guard (2...24).contains(text.utf8.count),
      text.utf8.allSatisfy({ (65...90).contains($0) || (48...57).contains($0) || $0 == 0x5F })
    else { return text }
    var parts = text.lowercased().split(separator: "_").map(String.init)
    // At current prices, in chain-linked volumes of 2010.
    while parts.count > 1, holds(.priceCodes, parts[0].filter(\.isLetter)) { parts.removeFirst() }
    let rest = parts.joined(separator: "_")
    if holds(.percentUnits, rest) { return "%" }
    if holds(.emptyUnits, rest) { return "" }
    if let words = value(.unitCodes, rest) { return words.replacing("_", with: " ") }
    if value(.growthHeads, rest) != nil { return rest.uppercased() }
    // PC_RT: per cent of something.
    if parts.count > 1, value(.unitCodes, parts[0]) == "%" { return "%" }
    // I15, INX: an index.
    if parts.count == 1, rest.count == 3, rest.hasPrefix("i"), rest.dropFirst().allSatisfy(\.isNumber) { return "" }
    return text
  }
}
