import Lingua

/// Names of counties, districts and cities by their ending, for places that no list has.
package enum CountyName {
  /// The length of a name of three or four signs that ends in 县, 市, 区, 旗 or 省 at a place of a text; nil where none is there.
  ///
  /// - Parameter text: half-width and simplified.
  package static func length(in text: [Unicode.Scalar], at start: Int) -> Int? {
    guard start < text.count, text[start].isHan, !openers.contains(text[start]) else { return nil }
    for length in 3...8 where start + length <= text.count {
      let last = text[start + length - 1]
      // Only banners have long names: 科尔沁左翼中旗.
      guard length <= 4 ? endings.contains(last) : last == "旗" else { continue }
      guard last != "省" || length == 3 else { continue }
      let others = last == "省" ? otherProvinces : last == "区" ? otherDistricts : last == "市" ? otherCities : otherCounties
      guard text[start..<(start + length)].allSatisfy({ $0.isHan && !never.contains($0) }), !others.contains(text[start + length - 2])
      else { return nil }
      if start + length < text.count, goesOn(last, text[(start + length)...]) { return nil }
      return length
    }
    return nil
  }

  /// 货运市场, 县域: the ending is the first sign of another word.
  private static func goesOn(_ last: Unicode.Scalar, _ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let next = rest.first else { return false }
    // 市价 is a price of the market, 河阳市价格 one of the town.
    if last == "市", next == "价", rest.dropFirst().first == "格" { return false }
    // 河阳市外贸 is the trade of the town, 市外 what lies without.
    if last == "市", next == "外", let third = rest.dropFirst().first, tradeOfCities.contains(third) { return false }
    switch last {
    case "市": return behindCity.contains(next)
    case "区": return behindDistrict.contains(next)
    case "县": return behindCounty.contains(next)
    case "省": return behindProvince.contains(next)
    default: return behindBanner.contains(next)
    }
  }

  private static let behindCity = ScalarSet(CountyWords.shared.behindCity)
  private static let behindDistrict = ScalarSet(CountyWords.shared.behindDistrict)
  private static let behindCounty = ScalarSet(CountyWords.shared.behindCounty)
  private static let behindProvince = ScalarSet(CountyWords.shared.behindProvince)
  private static let behindBanner = ScalarSet(CountyWords.shared.behindBanner)
  private static let tradeOfCities = ScalarSet(CountyWords.shared.tradeOfCities)
  private static let endings = ScalarSet(CountyWords.shared.endings)
  private static let openers = ScalarSet(CountyWords.shared.openers)
  /// Signs that no name of a county holds.
  private static let never = ScalarSet(CountyWords.shared.never)
  /// What stands before 区, 市 or 县 in words that are no names: 地区, 园区, 城市, 各县.
  private static let otherDistricts = ScalarSet(CountyWords.shared.otherDistricts)
  private static let otherProvinces = ScalarSet(CountyWords.shared.otherProvinces)
  private static let otherCities = ScalarSet(CountyWords.shared.otherCities)
  private static let otherCounties = ScalarSet(CountyWords.shared.otherCounties)
}
