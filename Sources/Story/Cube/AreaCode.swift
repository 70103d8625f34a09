/// What the code of an area says of where it lies: six digits of GB/T 2260 for places of China (two for the province, two for the prefecture,
/// two for the county), two letters of ISO 3166-1 for countries; all else is a group of places.
struct AreaCode: Hashable {
  private let code: String
  /// The part of the six digits that is not 00; nil for what is no place of China.
  private let path: Substring?

  /// Codes of two letters that are of groups (ISO 3166-1 keeps them free for these).
  private static let groups: Set<String> = ["EU", "EZ", "UN"]

  init(_ code: String) {
    self.code = code
    let isPlace = code.utf8.count == 6 && code.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    path = isPlace ? code.hasSuffix("0000") ? code.prefix(2) : code.hasSuffix("00") ? code.prefix(4) : code[...] : nil
  }

  var isCountry: Bool { path == nil && code.utf8.count == 2 && !AreaCode.groups.contains(code) }
  var isGroup: Bool { path == nil && !isCountry }

  /// Whether the other one lies in it.
  func contains(_ other: AreaCode) -> Bool {
    guard self != other, let inner = other.path else { return false }
    return code == "CN" || path.map { inner.hasPrefix($0) && inner != $0 } ?? false
  }
}
