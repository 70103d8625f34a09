import Diagnostics
import Testing

@testable import Lingua

struct GazetteerTests {
  let gazetteer: Gazetteer
  init() throws { gazetteer = try Shipped.gazetteer.get() }

  private func longest(_ text: String) -> (words: String, code: String)? {
    let scalars = Array(text.unicodeScalars)
    guard let match = gazetteer.longestMatch(in: scalars, at: 0, limit: scalars.count) else { return nil }
    return (String(String.UnicodeScalarView(scalars[..<match.length])), gazetteer[match.place].code)
  }

  private func code(_ name: String, near context: [String] = []) -> String? {
    let places = context.compactMap { gazetteer.place(code: $0) }
    return gazetteer.match(name).flatMap { gazetteer.place(of: $0, near: places) }.map { gazetteer[$0].code }
  }

  @Test(arguments: [
    ("广东省", "440000"), ("广东", "440000"), ("广西壮族自治区", "450000"), ("苏州市", "320500"), ("苏州", "320500"),
    ("昆山市", "320583"), ("海淀区", "110108"), ("延边朝鲜族自治州", "222400"), ("延边州", "222400"), ("延边", "222400"),
    ("恭城瑶族自治县", "450332"), ("恭城县", "450332"), ("鄂温克旗", "150724"), ("雄安新区", "133100"),
    ("浦东", "310115"), ("石景山", "110107"), ("神农架林区", "429021"), ("石河子", "659001"), ("台北市", "710100"),
    ("朝阳市", "211300"), ("全国", "CN"), ("我国", "CN"), ("国家统计局", "CN"), ("全球", "001"), ("美国", "US"),
    ("纽西兰", "NZ"), ("南韩", "KR"), ("东盟", "ASEAN"), ("欧盟", "EU"), ("长三角", "yangtze-delta"),
    ("粤港澳大湾区", "greater-bay-area"), ("Guangdong", "440000"), ("Guangdong Province", "440000"),
    ("Xi'an", "610100"), ("Xi’an", "610100"), ("Hong Kong", "810000"), ("the United States", "US"), ("U.S.", "US"),
    ("Haidian District", "110108"), ("European Union", "EU"), ("World", "001"),
  ])
  func placesByTheirNames(name: String, expected: String) { #expect(code(name) == expected) }

  @Test func namesThatStandForNoPlaceAlone() {
    #expect(code("昆山") == nil)  // a county's name of two characters needs its suffix
    #expect(code("城区") == nil)
    #expect(code("国内生产总值") == nil)
    #expect(code("吉林") == "220000")
    #expect(code("海南") == "460000")
  }

  @Test func severalPlacesOfOneNameNeedTheirCity() {
    #expect(code("朝阳区") == nil)
    #expect(code("朝阳区", near: ["110000"]) == "110105")
    #expect(code("朝阳区", near: ["220100"]) == "220104")
    #expect(code("朝阳区", near: ["110108"]) == "110105")  // beside 海淀区
    #expect(code("Suzhou") == nil)
    #expect(code("Suzhou", near: ["340000"]) == "341300")
    #expect(code("城区", near: ["140500"]) == "140502")
    #expect(gazetteer.match("朝阳区")?.isAmbiguous == true)
  }

  @Test func theLongestNameWins() throws {
    #expect(try #require(longest("广东省知识产权局")) == ("广东省", "440000"))
    #expect(try #require(longest("粤港澳大湾区建设")) == ("粤港澳大湾区", "greater-bay-area"))
    #expect(try #require(longest("苏州市场主体")) == ("苏州", "320500"))
    #expect(try #require(longest("苏州市区")) == ("苏州市", "320500"))
    #expect(longest("国内生产总值增长5%") == nil)
    #expect(longest("印度洋航线") == nil)
    #expect(longest("Indiana") == nil)
    #expect(try #require(longest("India's filings")) == ("India", "IN"))
    #expect(longest("Usage") == nil)
  }

  @Test func aNameInsideALatinWordIsNone() {
    let text = Array("ROMania".unicodeScalars) + Array(" xUS".unicodeScalars)
    #expect(gazetteer.longestMatch(in: text, at: text.count - 2, limit: text.count) == nil)
  }

  @Test func namesFromTheLargeToTheSmallAreOnePlace() throws {
    func path(_ text: String) -> (Int, String?)? {
      let scalars = Array(text.unicodeScalars)
      return gazetteer.longestPath(in: scalars, at: 0, limit: scalars.count).map { ($0.length, $0.place.map { gazetteer[$0].code }) }
    }
    #expect(try #require(path("广东省深圳市南山区的企业")) == (9, "440305"))
    #expect(try #require(path("江苏苏州的企业")) == (4, "320500"))
    #expect(try #require(path("北京市朝阳区")) == (6, "110105"))
    #expect(try #require(path("晋城市城区")) == (5, "140502"))
    #expect(try #require(path("北京上海")) == (2, "110000"))  // two places side by side
    #expect(try #require(path("南山区")) == (3, nil))
  }

  @Test func whereAPlaceLies() throws {
    let shenzhen = try #require(gazetteer.place(code: "440300"))
    let guangdong = try #require(gazetteer.place(code: "440000"))
    let delta = try #require(gazetteer.place(code: "pearl-delta"))
    #expect(gazetteer.ancestors(of: shenzhen).map { gazetteer[$0].code } == ["440000", "CN"])
    #expect(gazetteer.lies(shenzhen, in: guangdong))
    #expect(gazetteer.lies(shenzhen, in: delta))
    #expect(!gazetteer.lies(guangdong, in: shenzhen))
    #expect(gazetteer.members(of: delta).count == 9)
    #expect(gazetteer.place(code: "440399") == nil)
  }

  @Test func namesOfAPlaceByLanguage() throws {
    let place = gazetteer[try #require(gazetteer.place(code: "440300"))]
    #expect(place.fullName == "深圳市" && place.name == "深圳" && place.englishName == "Shenzhen")
    #expect(place.level == .prefecture && !place.isFormer && !place.takesArticle)
    let taiwan = gazetteer[try #require(gazetteer.place(code: "710000"))]
    #expect(taiwan.traditionalName == "台灣" && taiwan.name == "台湾")
    #expect(gazetteer[try #require(gazetteer.place(code: "US"))].takesArticle)
    let laiwu = gazetteer[try #require(gazetteer.place(code: "371200"))]
    #expect(laiwu.isFormer && laiwu.fullName == "莱芜市")
  }

  @Test func everyPlaceIsFoundByItsFullName() {
    for id in gazetteer.all {
      let place = gazetteer[id]
      let match = gazetteer.match(place.fullName)
      #expect(match.map(gazetteer.candidates)?.contains(id) == true, "\(place.fullName)")
      #expect(gazetteer.place(code: place.code) == id)
      #expect(!place.englishName.isEmpty && !place.fullTraditionalName.isEmpty)
    }
    #expect(gazetteer.all.count > 3_700)
  }

  @Test func everyProvinceHasItsPlaces() throws {
    let provinces = gazetteer.all.filter { gazetteer.level(of: $0) == .province }
    #expect(provinces.count == 34)
    let counties = gazetteer.all.filter { gazetteer.level(of: $0) == .county && !gazetteer.isFormer($0) }
    for province in provinces where !["820000", "710000"].contains(gazetteer[province].code) {
      #expect(counties.contains { gazetteer.lies($0, in: province) }, "\(gazetteer[province].name)")
    }
  }
}
