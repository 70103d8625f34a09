import StructuredData

/// By which signs names of counties are told that no list has, as `language/counties.yaml` tells them.
package final class CountyWords: Sendable {
  package static let shared = SharedWords.read("counties.yaml", shape)

  package let endings, openers, never, otherDistricts, otherProvinces, otherCities, otherCounties, behindCity, behindDistrict,
    behindCounty, behindProvince, behindBanner, tradeOfCities: String

  private init(_ fields: inout Fields) {
    endings = fields.printed("endings")
    openers = fields.printed("openers")
    never = fields.printed("never")
    otherDistricts = fields.printed("other-districts")
    otherProvinces = fields.printed("other-provinces")
    otherCities = fields.printed("other-cities")
    otherCounties = fields.printed("other-counties")
    behindCity = fields.printed("behind-city")
    behindDistrict = fields.printed("behind-district")
    behindCounty = fields.printed("behind-county")
    behindProvince = fields.printed("behind-province")
    behindBanner = fields.printed("behind-banner")
    tradeOfCities = fields.printed("trade-of-cities")
  }

  private static let shape = NodeShape<CountyWords>.record("CountyWords") { CountyWords(&$0) }
}
