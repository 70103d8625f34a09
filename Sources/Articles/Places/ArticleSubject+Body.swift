import Lingua

/// The body whose figures an article gives: a company, a school or a special court that its title or its first blocks announce.
extension ArticleSubject {

  /// 某某集团旗下清源电力三季报: a title without the parent of the company that it is about.
  func withoutParent(_ title: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let folded = title.folded
    for word in words.parents {
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
    for word in words.announcements {
      let scalars = Array(word.unicodeScalars)
      guard end > 2 + scalars.count, let at = (2...(end - scalars.count)).first(where: { folded[$0...].starts(with: scalars) }) else {
        continue
      }
      end = at
    }
    if end < 3 { end = folded.firstIndex { $0.isDigit || "：:，,".unicodeScalars.contains($0) } ?? folded.count }
    let name = String(scalars: title[..<end]).trimmed
    for ending in words.endings {
      guard let range = text.prefixRange(of: ending, within: 24), !text[..<range].contains(where: { "：:，,。 0123456789".contains($0) })
      else { continue }
      let length = text[..<range].unicodeScalars.count
      // 公司注册处: the kind of bodies that an office is for.
      guard length > ending.unicodeScalars.count else { continue }
      // 国家知识产权局, 人民银行: an office whose figures are the country's is no body of its own.
      if let office = names.longestMatch(in: folded, at: 0, limit: folded.count), office.length >= length { return nil }
      if words.nameMany(text) { return nil }
      // 银保监会发布一季度银行业指标: a trade, behind who tells of it.
      if text[range...].hasPrefix("业") || words.tellings.contains(where: { text[..<range].dropFirst().contains($0) }) { continue }
      return String(scalars: title[..<length]).trimmed
    }
    if let own = establishment(opening: title, opening) { return own }
    guard words.reports.contains(where: { text.contains($0) }), (isShortName(name, opening) ? 2 : 3)...10 ~= name.unicodeScalars.count,
      folded[..<end].allSatisfy({ $0.isHan || $0.isLatinLetter }), !words.sectors.contains(where: { name.folded.contains($0) }),
      // 年报解读 is a column, and names no one.
      !words.reports.contains(where: { name.folded.contains($0) })
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

  /// 杨浦法院发布白皮书, 日照港上半年吞吐量…: a court, port or park that opens the title, where the text goes on to call it 该院 or by its name
  /// and does not tell of all such in a place.
  private func establishment(opening title: [Unicode.Scalar], _ opening: [[Unicode.Scalar]]) -> String? {
    let folded = title.folded
    let texts = opening.map { String(scalars: Array($0.prefix(800)).folded) }
    for ending in words.establishments {
      let signs = Array(ending.unicodeScalars)
      guard folded.count > signs.count + 2,
        let at = (2..<min(14, folded.count - signs.count)).first(where: { folded[$0...].starts(with: signs) }),
        case let end = at + signs.count, folded[..<end].allSatisfy({ $0.isHan || $0.isLatinLetter }),
        !words.behindEstablishments.contains(where: { String(scalars: folded[end...].prefix(3)).hasPrefix($0) })
      else { continue }
      let name = String(scalars: folded[..<end])
      guard !words.nameMany(name), !words.allOfThem.contains(where: { name.contains($0) }),
        !words.aboveEstablishments.contains(where: { name.contains($0) }),
        !words.tellings.contains(where: { name.dropFirst().contains($0) })
      else { continue }
      // 全市法院共受理…: of the place.
      if texts.contains(where: { text in words.allOfKind.contains { $0.last == ending.last && text.contains($0) } }) {
        return nil
      }
      let kind = String(scalars: signs.suffix(1))
      let isCalledSo = texts.contains { text in words.ownMarks.contains { text.contains($0 + kind) } }
      // 去年访港旅客 is no port: a name begins with its place, or the text calls it 该港.
      let isOfPlace = names.longestMatch(in: folded, at: 0, limit: at) != nil
      guard isCalledSo || isOfPlace && texts.contains(where: { $0.contains(name) }) else { continue }
      return String(scalars: title[..<end])
    }
    return nil
  }

  /// 财报速览｜某某公司…: a title without the column of the newspaper that it stands in.
  static func withoutColumn(_ title: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard let bar = title.prefix(10).firstIndex(where: { "|｜丨︱".unicodeScalars.contains($0) }), bar + 1 < title.count else { return title }
    return Array(title[(bar + 1)...].drop { $0.isBlank })
  }
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
        guard let verb = words.announcing.first(where: { folded[at...].starts(with: $0.unicodeScalars) }),
          case let rest = String(scalars: folded[(at + verb.unicodeScalars.count)...].prefix(28)),
          verb == "公告" && rest.first.map({ "，,称".contains($0) }) ?? false || words.reports.contains(where: { rest.contains($0) }),
          let range = self.name(before: at, in: folded), case let name = String(scalars: text[range]),
          !words.sectors.contains(where: { name.folded.contains($0) }), !words.reports.contains(where: { name.folded.contains($0) }),
          !isPlaceOnly(folded[range]), !words.selfNames.contains(name.folded)
        else { continue }
        // 云岭科技今日公告，8月营收86.5亿元: only companies do so.
        if tells || heading.contains(name.folded) || verb == "公告" && rest.contains("营收") { return name }
      }
    }
    return nil
  }

  /// The name that ends before a verb, without what tells when and without what the company is said to be.
  private func name(before verb: Int, in text: [Unicode.Scalar]) -> Range<Int>? {
    var end = verb
    var isCut = true
    while isCut, end > 0 {
      isCut = false
      if let word = words.whenAnnounced.first(where: { text[..<end].reversed().starts(with: $0.unicodeScalars.reversed()) }) {
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
    let hasForm = words.forms.contains { text[start..<end].reversed().starts(with: $0.unicodeScalars.reversed()) }
    for word in hasForm ? words.leads : words.standings {
      let signs = Array(word.unicodeScalars)
      guard end - start > signs.count + 1 else { continue }
      if let at = (start...(end - signs.count - 2)).last(where: { text[$0...].starts(with: signs) }) {
        start = max(start, at + signs.count)
      }
    }
    guard (2...10).contains(end - start), !Self.offices.contains(text[end - 1]) || text[(end - 2)..<end].elementsEqual("集团".unicodeScalars)
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
          && words.behindShortNames.contains {
            String(scalars: text.dropFirst(2).prefix(2).map(\.simplified)) == $0
          }
      }
  }

  /// 某某大学专利转化的一本账: the school, hospital or firm that a heading below the title is about.
  func schoolOrFirm(in heading: [Unicode.Scalar]) -> String? {
    let folded = heading.folded
    for ending in words.schoolsAndFirms {
      let word = Array(ending.unicodeScalars)
      guard folded.count > word.count,
        let end = (2..<max(3, folded.count - word.count + 1)).first(where: { folded[$0...].starts(with: word) })
      else { continue }
      var start = end
      while start > 0, end - start < 10, folded[start - 1].isHan { start -= 1 }
      let name = String(scalars: heading[start..<(end + word.count)])
      if end - start >= 2, !words.allOfThem.contains(where: { name.folded.contains($0) }),
        !words.nameMany(name.folded)
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
