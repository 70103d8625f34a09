/// Whose figures an article gives where its sentences name no one: a place, or a body such as a company or a special court.
struct ArticleSubject {
  private let names: PlaceNames
  var place: NamedPlace?
  var body: String?

  /// In this order: the body whose report the title announces; the place of the title, counties and cities by their ending
  /// included; the place of the office that issued it; the place named most often in the first blocks. A group of places
  /// (东北三省) is taken only where nothing else is named.
  init(
    title: [Unicode.Scalar]?, issuer: [Unicode.Scalar]?, headings: [[Unicode.Scalar]] = [], notes: [[Unicode.Scalar]] = [],
    opening: [[Unicode.Scalar]], names: PlaceNames
  ) {
    self.names = names
    if let title {
      let announcer = announcer(in: opening, title: title)
      let isInTitle = announcer.map { String(scalars: title).contains($0) } ?? false
      if let body = isInTitle ? announcer : body(of: Self.withoutParent(Self.withoutColumn(title)), opening) ?? announcer {
        self.body = body
        place = places(in: title).first { $0.level != .world }
        return
      }
      let named = places(in: title, asSubjects: true).filter { $0.level != .world }
      let county = county(in: title)
      if named.first?.level == .nation, Self.isOfTheRepublic(opening + [title] + notes) {
        place = names["台湾"] ?? NamedPlace("台湾", .province)
        return
      }
      if let first = named.first, county == nil || county?.level != .province && (first.level == .city || first.level == .county) {
        place = first
        return
      }
      if let county {
        place = NamedPlace(county.name, county.level, province: named.first { $0.level == .province }?.name)
        return
      }
    }
    for heading in headings {
      guard let body = schoolOrFirm(in: heading) else { continue }
      self.body = body
      return
    }
    if let issuer, let place = places(in: issuer).first(where: { $0.level != .world && $0.level != .group }) {
      self.place = place
      return
    }
    if Self.isOfTheRepublic(opening + [title ?? []] + notes) {
      place = names["台湾"] ?? NamedPlace("台湾", .province)
      return
    }
    place = mostNamed(in: opening) { $0.level != .group }
    if place == nil || place?.level == .nation, let office = office(in: opening) ?? title.flatMap({ named(in: opening, asIn: $0) }) {
      place = office
    }
    place = place ?? groupTold(in: opening)
    if place == nil { place = opening.prefix(2).compactMap(countryOfOffice).first }
  }

  /// 加拿大统计局说: the country whose office tells the figures.
  private func countryOfOffice(_ text: [Unicode.Scalar]) -> NamedPlace? {
    let folded = Array(text.prefix(120)).folded
    var index = 0
    while index < folded.count {
      guard let match = names.longestMatch(in: folded, at: index, limit: folded.count) else {
        index += 1
        continue
      }
      index += match.length
      guard match.value.level == .country, index < folded.count else { continue }
      let rest = String(scalars: folded[index...].prefix(8))
      if ["统计局", "统计厅", "统计处", "统计与", "国家统计", "央行", "中央银行", "海关", "劳工部", "商务部", "财政部", "内政部", "经济部", "专利局", "知识产权局", "厚生劳动省", "总务省", "财务省"]
        .contains(where: { rest.hasPrefix($0) })
      {
        return match.value
      }
    }
    return nil
  }

  /// 岭川市统计局召开新闻发布会: the place, which no list has, of the office that opens a clause of the first blocks.
  private func office(in opening: [[Unicode.Scalar]]) -> NamedPlace? {
    for text in opening.prefix(2) {
      let folded = text.folded
      for index in folded.indices.prefix(80) where index == 0 || "，,。、：: 　】）)据从日".unicodeScalars.contains(folded[index - 1]) {
        guard let length = CountyName.length(in: folded, at: index) else { continue }
        let rest = String(scalars: folded[(index + length)...].prefix(10))
        guard ["局", "委", "厅", "政府", "办公室", "法院", "检察院", "海关", "中心"].contains(where: { rest.contains($0) }) else { continue }
        let ofPlace: [Unicode.Scalar] = ["全", folded[index + length - 1]]
        // 全市: the text tells of it as a whole.
        let tellsOfIt = opening.contains { text in zip(text, text.dropFirst()).contains { $0 == ofPlace[0] && $1.simplified == ofPlace[1] }
        }
        guard tellsOfIt else { return nil }
        return NamedPlace(unlisted: String(scalars: text[index..<(index + length)]))
      }
    }
    return nil
  }

  /// 汀州市 of 前10月汀州外贸增长 and 汀州市进出口总值…: a place, which no list has, that the first blocks name in full and the title in short.
  private func named(in opening: [[Unicode.Scalar]], asIn title: [Unicode.Scalar]) -> NamedPlace? {
    let heading = String(scalars: title.folded)
    for text in opening.prefix(3) {
      let folded = Array(text.prefix(200)).folded
      for index in folded.indices {
        guard let length = CountyName.length(in: folded, at: index), length > 2,
          heading.contains(String(scalars: folded[index..<(index + length - 1)]))
        else { continue }
        return NamedPlace(unlisted: String(scalars: text[index..<(index + length)]))
      }
    }
    return nil
  }

  /// Traditional text that counts years of the Republic is of Taiwan.
  private static func isOfTheRepublic(_ opening: [[Unicode.Scalar]]) -> Bool {
    opening.contains { text in
      let folded = text.folded
      guard zip(text, folded).contains(where: { $0.halfWidth != $1 }) else { return false }
      return RepublicYears.isUsed(in: folded)
    }
  }

  /// 西安市云溪县统计局: the city of the county that the article is about, where no list says it.
  package static func city(of county: NamedPlace, in texts: [[Unicode.Scalar]], names: PlaceNames) -> String? {
    let name = Array(county.name.unicodeScalars)
    for text in texts {
      let folded = Array(text.prefix(600)).folded
      var index = 0
      while index < folded.count {
        guard let match = names.longestMatch(in: folded, at: index, limit: folded.count) else {
          index += 1
          continue
        }
        index += match.length
        if match.value.level == .city || match.value.isMunicipality, folded[index...].starts(with: name.map(\.halfWidth.simplified)) {
          return match.value.name
        }
      }
    }
    return nil
  }

  // MARK: Bodies

  /// Words of a title that announce a company's own figures.
  private static let reports = [
    "年报", "财报", "半年报", "季报", "中报", "业绩", "年度报告", "半年度报告", "季度报告", "收入构成", "营收", "净利", "营业收入", "盈利", "成绩单",
  ]
  /// What follows the name of the company: 禾川乳业披露半年报.
  private static let announcements = [
    "截至", "披露", "公告", "交出", "晒出", "预计", "预告", "实现", "去年", "今年", "一季度", "二季度", "三季度", "半年度", "年度报告", "半年报", "一季报", "三季报",
  ]
  /// Words of a title about many firms.
  private static let sectors = [
    "企业", "行业", "产业", "经济", "工业", "规模以上", "规上", "全国", "全省", "全市", "上市公司", "央企", "国企", "银行业", "保险业", "外贸", "商务", "邮政", "文旅", "财政", "税收",
  ]
  private static let endings = [
    "有限公司", "公司", "集团", "大学", "学院", "医院", "银行", "知识产权法庭", "知识产权法院", "互联网法院", "金融法院", "海事法院", "仲裁院", "仲裁委员会", "交易所",
  ]

  /// 某某集团旗下清源电力三季报: a title without the parent of the company that it is about.
  private static func withoutParent(_ title: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let folded = title.folded
    for word in ["旗下", "麾下"] {
      let scalars = Array(word.unicodeScalars)
      guard folded.count > 14, let at = (2...12).first(where: { folded[$0...].starts(with: scalars) }) else { continue }
      return Array(title[(at + 2)...])
    }
    return title
  }

  /// 云帆电气（600001.SH）, 洛川银行(601999)经营总结: the company whose listing code stands behind its name.
  private static func listed(in title: [Unicode.Scalar]) -> String? {
    let folded = title.folded
    guard let open = folded.prefix(16).firstIndex(of: "("), open > 1,
      let close = folded[open...].prefix(20).firstIndex(of: ")"), case let code = folded[(open + 1)..<close],
      (code.allSatisfy(\.isDigit) ? 5...6 : 4...6).contains(code.count(where: \.isDigit)),
      code.allSatisfy({ $0.isDigit || $0.isLatinLetter || ".:代码股票证券 ".unicodeScalars.contains($0) }),
      !code.contains("年"), folded[..<open].allSatisfy({ $0.isHan || $0.isLatinLetter || $0 == "*" })
    else { return nil }
    return String(scalars: title[..<open].drop { $0 == "*" })
  }

  /// 东莞光年2023年年报：…, 某某公司2023年收入构成, 北京知识产权法院…: the body that opens the title.
  private func body(of title: [Unicode.Scalar], _ opening: [[Unicode.Scalar]]) -> String? {
    if let listed = Self.listed(in: title) { return listed }
    let folded = title.folded
    let text = String(scalars: folded)
    var end = folded.firstIndex { $0.isDigit || "：:，,发公布上下前首".unicodeScalars.contains($0) } ?? folded.count
    // A word of the body's own may hold one of these signs (上海…); a number or colon ends it in any case.
    for word in Self.announcements {
      let scalars = Array(word.unicodeScalars)
      guard end > 2 + scalars.count, let at = (2...(end - scalars.count)).first(where: { folded[$0...].starts(with: scalars) }) else {
        continue
      }
      end = at
    }
    if end < 3 { end = folded.firstIndex { $0.isDigit || "：:，,".unicodeScalars.contains($0) } ?? folded.count }
    let name = String(scalars: title[..<end]).trimmed
    for ending in Self.endings {
      guard let range = text.prefixRange(of: ending, within: 24), !text[..<range].contains(where: { "：:，,。 0123456789".contains($0) })
      else { continue }
      let length = text[..<range].unicodeScalars.count
      // 国家知识产权局, 人民银行: an office whose figures are the country's is no body of its own.
      if let office = names.longestMatch(in: folded, at: 0, limit: folded.count), office.length >= length { return nil }
      if namesManyBodies(text) { return nil }
      return String(scalars: title[..<length]).trimmed
    }
    guard Self.reports.contains(where: { text.contains($0) }), (isShortName(name, opening) ? 2 : 3)...10 ~= name.unicodeScalars.count,
      folded[..<end].allSatisfy({ $0.isHan || $0.isLatinLetter }), !Self.sectors.contains(where: { name.folded.contains($0) }),
      // 年报解读 is a column, and names no one.
      !Self.reports.contains(where: { name.folded.contains($0) })
    else { return nil }
    // 汀州市住房公积金2025年年度报告: what a city reports of, though no list has it.
    if CountyName.length(in: folded, at: 0) != nil { return nil }
    if let match = names.longestMatch(in: folded, at: 0, limit: folded.count) {
      guard match.length < end, end - match.length <= 6, match.value.level != .nation,
        !"省市县区州".unicodeScalars.contains(folded[match.length])
      else { return nil }
    }
    return name
  }

  /// 财报速览｜某某公司…: a title without the column of the newspaper that it stands in.
  private static func withoutColumn(_ title: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard let bar = title.prefix(10).firstIndex(where: { "|｜丨︱".unicodeScalars.contains($0) }), bar + 1 < title.count else { return title }
    return Array(title[(bar + 1)...].drop { $0.isBlank })
  }

  /// Verbs by which a company makes its report known, and what stands between its name and them.
  private static let announcing = ["发布", "披露", "公布", "公告", "交出", "晒出", "发出"]
  private static let whenAnnounced = [
    "今日", "昨日", "近日", "日前", "今天", "昨天", "昨晚", "今晚", "晚间", "正式", "对外", "晚", "早间", "盘后", "午间", "在港交所", "如期", "率先", "上午", "下午",
  ]
  /// What a company is said to be in front of its name.
  private static let standings = [
    "龙头企业", "龙头", "巨头", "一哥", "上市公司", "公司", "企业", "厂商", "运营商", "制造商", "供应商", "开发商", "品牌", "零售商", "经销商", "独角兽", "白马股", "股", "新势力", "平台",
    "车企", "药企",
    "房企", "旗下",
  ]
  private static let leads = ["龙头企业", "龙头", "巨头", "一哥", "独角兽"]
  /// What offices and newspapers end in, whose reports are of others.
  private static let offices = ScalarSet("局厅委部署会院府办处网社报台人者校所省市县区州国")

  /// 动力电池龙头河阳光电发布2024年年度报告: the company that the first blocks say made its report known, where the title names it or the
  /// text goes on to call it 公司.
  private func announcer(in opening: [[Unicode.Scalar]], title: [Unicode.Scalar]) -> String? {
    let tells = opening.contains { text in String(scalars: text.prefix(600).map(\.simplified)).contains("公司") }
    let heading = String(scalars: title.folded)
    for text in opening.prefix(2) {
      let folded = Array(text.prefix(240)).folded
      for at in folded.indices.dropFirst(2) {
        guard let verb = Self.announcing.first(where: { folded[at...].starts(with: $0.unicodeScalars) }),
          case let rest = String(scalars: folded[(at + verb.unicodeScalars.count)...].prefix(28)),
          verb == "公告" && rest.first.map({ "，,称".contains($0) }) ?? false || Self.reports.contains(where: { rest.contains($0) }),
          let range = Self.name(before: at, in: folded), case let name = String(scalars: text[range]),
          !Self.sectors.contains(where: { name.folded.contains($0) }), !Self.reports.contains(where: { name.folded.contains($0) }),
          !isPlaceOnly(folded[range]), !["公司", "本公司", "该公司", "集团", "本集团", "该集团"].contains(name.folded)
        else { continue }
        // 云岭科技今日公告，8月营收86.5亿元: only companies do so.
        if tells || heading.contains(name.folded) || verb == "公告" && rest.contains("营收") { return name }
      }
    }
    return nil
  }

  /// The name that ends before a verb, without what tells when and without what the company is said to be.
  private static func name(before verb: Int, in text: [Unicode.Scalar]) -> Range<Int>? {
    var end = verb
    var isCut = true
    while isCut, end > 0 {
      isCut = false
      if let word = whenAnnounced.first(where: { text[..<end].reversed().starts(with: $0.unicodeScalars.reversed()) }) {
        end -= word.unicodeScalars.count
        isCut = true
      } else if text[end - 1] == ")" || text[end - 1] == "）", let open = text[..<end].lastIndex(where: { $0 == "(" || $0 == "（" }) {
        // 河阳光电（600xxx）
        end = open
        isCut = true
      } else if text[end - 1] == "日", let month = text[..<end].suffix(7).firstIndex(where: \.isDigit) {
        end = month
        isCut = true
      }
    }
    var start = end
    while start > 0, end - start < 16, text[start - 1].isHan || text[start - 1].isLatinLetter { start -= 1 }
    // A name with its legal form may hold words such as 企业 and 股.
    let hasForm = ["公司", "集团"].contains { text[start..<end].reversed().starts(with: $0.unicodeScalars.reversed()) }
    for word in hasForm ? leads : standings {
      let signs = Array(word.unicodeScalars)
      guard end - start > signs.count + 1 else { continue }
      if let at = (start...(end - signs.count - 2)).last(where: { text[$0...].starts(with: signs) }) {
        start = max(start, at + signs.count)
      }
    }
    guard (2...10).contains(end - start), !offices.contains(text[end - 1]) || text[(end - 2)..<end].elementsEqual("集团".unicodeScalars)
    else {
      return nil
    }
    return start..<end
  }

  private func isPlaceOnly(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
    let text = Array(name)
    return names.longestMatch(in: text, at: 0, limit: text.count)?.length == text.count
  }

  /// 柳工今日披露年报: a name of two signs that the text opens with.
  private func isShortName(_ name: String, _ opening: [[Unicode.Scalar]]) -> Bool {
    let signs = Array(name.unicodeScalars)
    return signs.count == 2
      && opening.prefix(2).contains { text in
        text.starts(with: signs)
          && ["今日", "披露", "公布", "公告", "发布", "股份", "近日", "昨日"].contains {
            String(scalars: text.dropFirst(2).prefix(2).map(\.simplified)) == $0
          }
      }
  }

  /// 某某大学专利转化的一本账: the school, hospital or firm that a heading below the title is about.
  private func schoolOrFirm(in heading: [Unicode.Scalar]) -> String? {
    let folded = heading.folded
    for ending in ["大学", "学院", "研究院", "医院", "公司", "集团"] {
      let word = Array(ending.unicodeScalars)
      guard folded.count > word.count,
        let end = (2..<max(3, folded.count - word.count + 1)).first(where: { folded[$0...].starts(with: word) })
      else { continue }
      var start = end
      while start > 0, end - start < 10, folded[start - 1].isHan { start -= 1 }
      let name = String(scalars: heading[start..<(end + word.count)])
      if end - start >= 2, !["高校", "各", "全省", "全国", "我国"].contains(where: { name.folded.contains($0) }),
        !namesManyBodies(name.folded)
      {
        return name
      }
    }
    return nil
  }

  // MARK: Places

  /// 云溪县, 昆山市 in a title: a place by its ending, at the start or after a year or a province.
  private func county(in title: [Unicode.Scalar]) -> NamedPlace? {
    let text = title.folded
    var index = 0
    while index < min(text.count, 24) {
      if text[index].isDigit || text[index] == "年" || index > 0 && text[index - 1].isDigit && "月日".unicodeScalars.contains(text[index])
        || text[index].isBlank || "《“".unicodeScalars.contains(text[index])
      {
        index += 1
        continue
      }
      if let match = names.longestMatch(in: text, at: index, limit: text.count), match.value.level == .province {
        index += match.length
        continue
      }
      if let end = Self.endOfTime(in: text, at: index) {
        index = end
        continue
      }
      guard let length = CountyName.length(in: text, at: index) else { return nil }
      return NamedPlace(unlisted: String(scalars: title[index..<(index + length)]))
    }
    return nil
  }

  /// 前三季度, 上半年, 一季度, 10月份, 去年: where the time ends that opens a title.
  private static func endOfTime(in text: [Unicode.Scalar], at start: Int) -> Int? {
    func ends(_ words: [String], at place: Int) -> Int? {
      words.first { text[place...].starts(with: $0.unicodeScalars) }.map { place + $0.unicodeScalars.count }
    }
    if let end = ends(["上半年", "下半年", "今年", "去年", "上年", "全年", "今年以来", "年度"], at: start) { return end }
    var at = start
    if "前首第".unicodeScalars.contains(text[at]) { at += 1 }
    let first = at
    while at < text.count, text[at].isDigit || "一二三四五六七八九十两〇零".unicodeScalars.contains(text[at]) { at += 1 }
    guard at > first, at < text.count else { return nil }
    return ends(["个季度", "季度", "个月", "月份", "月末", "月底", "月", "年度", "年", "周"], at: at)
  }

  /// 东北三省…: several places that the first blocks name more than once, or that one of them opens with; 港澳航线 in passing says nothing.
  private func groupTold(in opening: [[Unicode.Scalar]]) -> NamedPlace? {
    guard let place = mostNamed(in: opening, where: { _ in true }) else { return nil }
    let opens = opening.contains { text in
      let folded = text.folded
      return names.longestMatch(in: folded, at: 0, limit: folded.count)?.value.name == place.name
    }
    return opens || opening.reduce(0) { $0 + places(in: $1, apart: true).count { $0.name == place.name } } > 1 ? place : nil
  }

  private func mostNamed(in opening: [[Unicode.Scalar]], where counts: (NamedPlace) -> Bool) -> NamedPlace? {
    let isCounted = counts
    // Applications from China or the USA: in English the nation is one country among others.
    let isOneOfSeveral = opening.contains { text in
      !text.contains(where: \.isHan) && places(in: text, apart: true).contains { $0.level == .country }
    }
    var counts: [(place: NamedPlace, count: Int)] = []
    for text in opening {
      for place in places(in: text, apart: true) where isCounted(place) && place.level != .world && place.level != .country {
        if isOneOfSeveral, place.level == .nation { continue }
        if let index = counts.firstIndex(where: { $0.place.name == place.name }) {
          counts[index].count += place.level == .nation ? 1 : 2
        } else {
          counts.append((place, place.level == .nation ? 1 : 2))
        }
      }
    }
    var best: (place: NamedPlace, count: Int)?
    for entry in counts where entry.count > best?.count ?? 0 { best = entry }
    return best?.place
  }

  /// - Parameters:
  ///   - asSubjects: without those behind a preposition (外国人以日本申请最多).
  ///   - apart: without members of a list (前三位依次为甲市、乙市和丙市).
  private func places(in text: [Unicode.Scalar], asSubjects: Bool = false, apart: Bool = false) -> [NamedPlace] {
    let text = text.folded
    var places: [NamedPlace] = []
    var index = 0
    while index < text.count {
      if let match = names.longestMatch(in: text, at: index, limit: text.count) {
        let end = index + match.length
        let isLast = index > 0 && "和及与".unicodeScalars.contains(text[index - 1]) && text[max(0, index - 12)..<index].contains("、")
        let isMember = isLast || index > 0 && text[index - 1] == "、" || end < text.count && text[end] == "、"
        // 促进了香港与内地往来: whom something is done to.
        // 非广东游客: those who are not from there.
        let isObject = apart && index > 0 && "了赴往至到向非".unicodeScalars.contains(text[index - 1])
        // 高于同期全国2.2个百分点: what it is held against.
        let before = String(scalars: text[max(0, index - 4)..<index])
        let isStandard = apart && ["高于", "低于", "快于", "慢于", "好于", "优于", "高出"].contains { before.contains($0) }
        if isObject || isStandard {
          index += match.length
          continue
        }
        if !asSubjects || index == 0 || !"以对向自".unicodeScalars.contains(text[index - 1]), !apart || !isMember { places.append(match.value) }
        index += match.length
      } else {
        index += 1
      }
    }
    return places
  }
}

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
  private static let otherCities = ScalarSet("城上都门股楼超夜集县地各间后入级")
  private static let otherCounties = ScalarSet("各市郡红国强贫农")
}

extension String {
  fileprivate var folded: String { String(scalars: unicodeScalars.map(\.halfWidth.simplified)) }
}

extension String {
  /// Where the first occurrence of `word` ends, within so many characters.
  fileprivate func prefixRange(of word: String, within limit: Int) -> Index? {
    var index = startIndex
    var count = 0
    while index < endIndex, count < limit {
      if self[index...].hasPrefix(word) { return self.index(index, offsetBy: word.count) }
      index = self.index(after: index)
      count += 1
    }
    return nil
  }
}

/// Years of the Republic (民國112年 is 2023), as Traditional text of Taiwan counts them.
package enum RepublicYears {
  /// Those that figures are given of.
  package static let range = 80...150

  /// Whether a text names a year of three digits from 90 to 150, or 民国.
  ///
  /// - Parameter text: half-width and simplified.
  package static func isUsed(in text: [Unicode.Scalar]) -> Bool {
    for index in text.indices where text[index] == "年" && index >= 3 {
      let digits = text[(index - 3)..<index]
      guard digits.allSatisfy(\.isDigit), index == 3 || !text[index - 4].isDigit else { continue }
      let value = digits.reduce(0) { $0 * 10 + Int($1.value) - 48 }
      if (90...150).contains(value) { return true }
    }
    return zip(text, text.dropFirst()).contains { $0 == "民" && $1 == "国" }
  }
}
