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
    if last == "市", next == "外", let third = rest.dropFirst().first, "贸资商汇".unicodeScalars.contains(third) { return false }
    switch last {
    case "市": return "场政民区值价面容道况内外".unicodeScalars.contains(next)
    case "区": return "域间别块位内外".unicodeScalars.contains(next)
    case "县": return "域级乡".unicodeScalars.contains(next)
    case "省": return "份级会内外际直市区".unicodeScalars.contains(next)
    default: return "下舰".unicodeScalars.contains(next)
    }
  }

  private static let endings = ScalarSet("县区旗市省")
  private static let openers = ScalarSet("全我本该各两三四五六七八九十多一二在对从向为其及和与是将到自按有")
  /// Signs that no name of a county holds.
  private static let never = ScalarSet("的了和与及在为是达占比较增年月日我全该各")
  /// What stands before 区, 市 or 县 in words that are no names: 地区, 园区, 城市, 各县.
  private static let otherDistricts = ScalarSet("地社园小厂城景山校灾库牧林矿辖片街海港各老新郊市范护业能验务心作聚活住渔点强发保税贸开集分治特战示引")
  private static let otherProvinces = ScalarSet("节外内跨本两部邻个弟关沿产三四五六几数")
  private static let otherCities = ScalarSet("辖城上都门股楼超夜集县地各间后入级")
  private static let otherCounties = ScalarSet("各市郡红国强贫农")
}
