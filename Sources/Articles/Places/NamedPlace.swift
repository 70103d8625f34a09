/// A place that can be the subject of a figure, as figures name it. The gazetteer knows most; a county or city that it does
/// not know is one by its ending and has no code.
package struct NamedPlace: Hashable, Sendable {
  package enum Level: String, Hashable, Sendable {
    case world, country, nation, province, city, county
    /// Several places together: 京津冀, 东部地区, 欧盟.
    case group
  }

  /// The short name by which figures of the place are known: 广东, 钦州市, 全国, 全球.
  package var name: String
  package var level: Level
  /// The province of a city or county, by its short name.
  package var province: String?
  /// The city that a county lies in, by the name its figures go by.
  package var city: String?
  /// As the gazetteer has it: GB/T 2260, ISO 3166-1 or UN M49.
  package var code: String?

  package init(_ name: String, _ level: Level, province: String? = nil, city: String? = nil, code: String? = nil) {
    self.name = name
    self.level = level
    self.province = province
    self.city = city
    self.code = code
  }

  /// A place that no list has, by its full name: 青原县, 云川市, and 东屏 of 东屏省.
  package init(unlisted name: String) {
    if name.hasSuffix("省"), name.unicodeScalars.count > 2 {
      self.init(String(name.dropLast()), .province)
    } else {
      self.init(name, name.hasSuffix("市") || name.hasSuffix("州") ? .city : .county)
    }
  }

  /// Municipalities are provinces and cities at once.
  package var isMunicipality: Bool { ["北京", "上海", "天津", "重庆"].contains(name) }
}
