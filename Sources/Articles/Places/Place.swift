/// A place that can be the subject of a figure.
package struct Place: Hashable, Sendable {
  package enum Level: String, Hashable, Sendable {
    case world, country, nation, province, city, county
    /// Several places together: 京津冀, 东部地区, 欧盟.
    case group
  }

  /// The short name by which figures of the place are known: 广东, 钦州市, 全国, 全球.
  package var name: String
  package var level: Level
  /// The province of a city, by its short name.
  package var province: String?

  package init(_ name: String, _ level: Level, province: String? = nil) {
    self.name = name
    self.level = level
    self.province = province
  }

  /// Municipalities are provinces and cities at once.
  package var isMunicipality: Bool { ["北京", "上海", "天津", "重庆"].contains(name) }
}

/// All places by every name they go by, with traditional characters folded (广东 is 廣東).
package enum Gazetteer {
  package static let places: WordTrie<Place> = {
    var trie = WordTrie<Place>(edges: 2_400)
    for line in provinces {
      let place = Place(line.name, .province)
      for name in [line.name, line.full] + line.others { trie.insert(name, place) }
      for city in line.cities.unicodeScalars.split(separator: " ") {
        let written = String(city)
        // 朝阳市, 兴安盟, 阿里地区 are only ever named in full.
        let isWhole = city.last.map { $0 == "市" || $0 == "盟" || $0 == "区" } ?? false
        let full = isWhole ? written : written + "市"
        let place = Place(full, .city, province: line.name)
        trie.insert(full, place)
        if !isWhole { trie.insert(written, place) }
      }
    }
    for (full, short, province) in prefectures {
      let place = Place(short, .city, province: province)
      trie.insert(full, place)
      trie.insert(short, place)
    }
    for short in shortPrefectures { if let place = trie[short + "州"] { trie.insert(short, place) } }
    for (name, others) in countries {
      for written in [name] + others { trie.insert(written, Place(name, .country)) }
    }
    for (name, others) in groups {
      for written in [name] + others { trie.insert(written, Place(name, .group)) }
    }
    trie.insert(all: nationalOffices, Place("全国", .nation))
    trie.insert(all: "全国 中国 我国 国内 中华人民共和国 全中国", Place("全国", .nation))
    trie.insert(all: "全球 世界 全世界 世界范围", Place("全球", .world))
    return trie
  }()

  /// Longer words that hold the name of a place and are none.
  package static let otherWords: WordTrie<Bool> = {
    var trie = WordTrie<Bool>()
    trie.insert(all: "国内生产总值 国内外 港澳台商 港澳台资 港澳台企业 港澳台投资 港澳台同胞 中国式 国内市场 国内贸易 世界级 世界500强 世界贸易 世界知识产权组织 全球化 全球性 国内外市场", true)
    return trie
  }()

  /// Offices whose figures are those of the country.
  private static let nationalOffices = """
    国家知识产权局 国家统计局 海关总署 最高人民法院 最高法 最高人民检察院 最高检 商务部 工业和信息化部 工信部 国家能源局 财政部 市场监管总局 国家市场监督管理总局 \
    中国人民银行 人民银行 国家发展改革委 国家发改委 国家税务总局 农业农村部 交通运输部 国务院国资委 国家数据局 国家版权局 国家外汇管理局 中国民航局 国家铁路局 科技部 教育部 \
    人力资源社会保障部 公安部 国家金融监督管理总局 中国证监会 生态环境部 自然资源部 国家林草局 国家药监局 文化和旅游部 国家邮政局 应急管理部 国家卫生健康委 中国信通院
    """

  /// Prefectures that are named without their 州 as well.
  private static let shortPrefectures = [
    "延边", "恩施", "湘西", "阿坝", "甘孜", "凉山", "黔西南", "黔东南", "黔南", "楚雄", "大理", "德宏", "怒江", "迪庆", "临夏", "甘南", "果洛", "玉树", "昌吉", "伊犁",
  ]
}
