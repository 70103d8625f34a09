/// The body whose figures an article gives: a company, a school or a special court that its title or its first blocks announce.
extension ArticleSubject {
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

  /// What someone does in a title to what stands behind: no name holds these.
  private static let tellings = [
    "发布", "公布", "披露", "通报", "公示", "表彰", "新增", "召开", "举办", "印发", "出台", "约谈", "批复", "同意", "走访", "调研", "支持", "帮助", "推动", "促进", "规范", "鼓励",
    "查处", "曝光",
    "处罚", "认定", "培育", "拥有", "共有", "达到", "增至",
  ]

  /// 某某集团旗下清源电力三季报: a title without the parent of the company that it is about.
  static func withoutParent(_ title: [Unicode.Scalar]) -> [Unicode.Scalar] {
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
  func body(of title: [Unicode.Scalar], _ opening: [[Unicode.Scalar]]) -> String? {
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
      // 银保监会发布一季度银行业指标: a trade, behind who tells of it.
      if text[range...].hasPrefix("业") || Self.tellings.contains(where: { text[..<range].dropFirst().contains($0) }) { continue }
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
  static func withoutColumn(_ title: [Unicode.Scalar]) -> [Unicode.Scalar] {
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
  func announcer(in opening: [[Unicode.Scalar]], title: [Unicode.Scalar]) -> String? {
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

  func isPlaceOnly(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
    let text = Array(name)
    return names.longestMatch(in: text, at: 0, limit: text.count)?.length == text.count
  }

  /// 柳工今日披露年报: a name of two signs that the text opens with.
  func isShortName(_ name: String, _ opening: [[Unicode.Scalar]]) -> Bool {
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
  func schoolOrFirm(in heading: [Unicode.Scalar]) -> String? {
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
