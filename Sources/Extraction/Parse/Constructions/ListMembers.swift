import Articles
import Indicators
import Lingua

/// The members of the list that 分别 distributes its numbers over: 甲省、乙省工业增加值, 发明、实用新型专利授权量, 产销.
extension SentenceParser {
  /// The members of the list before 分别: names, places or times.
  func items(before word: Int) -> [ListItem]? {
    let region = block.region(before: word) { figures[$0] }
    if let branches = branchMembers(before: word, region) { return branches }
    if let numbered = numberedMembers(before: word) ?? numberedAgain(before: word) { return numbered }
    var groups: [[Int]] = [[]]
    collect: for index in region.tokens {
      let token = block.tokens[index]
      if token.punctuation == .enumeration || token.has(.conjunction) && token.range.count <= 2 {
        groups.append([])
      } else if token.has([.compare, .yearOnYear, .share]), !groups[groups.count - 1].isEmpty || groups.count == 1 {
        break collect
      } else {
        groups[groups.count - 1].append(index)
      }
    }
    groups.removeAll { $0.isEmpty }
    let count = ((word + 1)..<min(block.clauseEnd[word], word + Self.listReach)).count { figures[$0] }
    if groups.count > count, count > 1, case let parts = parts(region.tokens), parts.count == count {
      // 石油及制品类、建筑及装潢材料类: where 、 parts as many as there are numbers, 及 joins within a name.
      groups = parts
    }
    if let clauses = clauseMembers(before: word, count) { groups = clauses }
    groups = groups.map { withoutManner($0) }.filter { !$0.isEmpty }
    // 甲类、乙类及丙类物价指数的相应升幅: what grew.
    if groups.count > 1, let last = groups.last, let growth = last.last, block.tokens[growth].has(.growthNoun),
      case let grown = withoutPace(Array(last.dropLast())), !grown.isEmpty,
      block.tokens[growth - 1].has(.of) || grown.count + 1 < last.count || block.tokens[growth].range.count > 2
    {
      groups[groups.count - 1] = grown
    }
    if let first = groups.first {
      let led = Array(first.drop { block.tokens[$0].has([.within, .marker]) })
      if !led.isEmpty { groups[0] = led }
    }
    if let quarters = quarters(groups) { return quarters }
    if let shortened = shortenedMembers(groups) { return shortened }
    if let partners = partners(groups, before: word) { return partners }
    if let ranked = rankedMembers(groups, region) { return ranked }
    if let actors = actors(groups, before: word) { return actors }
    if groups.count == 1, let pair = outputAndSales(groups[0]) { return pair }
    groups = groups.enumerated().map { $0 < groups.count - 1 ? $1 : withoutContrast($1) }
    guard groups.count > 1 else { return nil }
    if let acts = actsOnOne(region.tokens.filter { $0 < word }, count: count) { return acts }
    if let bodies = bodiesWithSharedName(groups) { return bodies }
    if let counted = countedMembers(groups) { return counted }
    if let domestic = domesticMembers(groups) { return domestic }
    if let shared = placesWithSharedName(groups) { return shared }
    if let times = timesWithSharedName(groups) { return times }
    let tail = sharedTail(groups)
    let lead = tail.isEmpty ? sharedLead(groups) : ""
    return groups.enumerated().map { position, group in
      if group.allSatisfy({ block.tokens[$0].place != nil }), let place = group.last.flatMap({ block.tokens[$0].place }) {
        return ListItem(owner: .place(place, words: place.name))
      }
      if group.count == 1, let time = block.tokens[group[0]].time { return ListItem(time: time) }
      // 弋江区、鸠江区和经开区, 华东、中南: a place that no list has, among those it has.
      if groups.count > 1, let last = string(group).last,
        "区县市镇州".contains(last) || group.allSatisfy({ block.tokens[$0].kind == .text }) && group.count == 1,
        groups.contains(where: { $0.allSatisfy { block.tokens[$0].place != nil } })
      {
        return ListItem(owner: .named(string(group)))
      }
      let phrase = block.namePhrase(group)
      let words = string(phrase.tokens.isEmpty ? group : phrase.tokens)
      return ListItem(head: .own((position > 0 ? lead : "") + words + (position < groups.count - 1 ? tail : "")))
    }
  }

  /// 柯桥、诸暨、上虞法院分别审结…: short names of places before the kind of their offices, which stands once.
  private func branchMembers(before word: Int, _ region: Region) -> [ListItem]? {
    let tokens = Array(region.tokens.drop { block.tokens[$0].time != nil || block.tokens[$0].has([.within, .marker]) })
    guard let first = tokens.first, let last = tokens.last, last + 1 == word, last - first < 16,
      case let members = block.string(first..<word).split(separator: "、").map(String.init), members.count > 1,
      let end = members.last,
      let kind = prose.bodies.branches.first(where: { end.simplifiedForm.hasSuffix($0) && end.count > $0.count + 1 }),
      members.count == figuresBehind(word).count,
      members.dropLast().allSatisfy({ (2...4).contains($0.count) && $0.unicodeScalars.allSatisfy(\.isHan) }), end.count - kind.count <= 4
    else { return nil }
    return members.dropLast().map { ListItem(owner: .named($0 + end.suffix(kind.count))) } + [ListItem(owner: .named(end))]
  }

  /// 第一、二、三产业贡献率分别…: numbers of which the first alone has 第, and the last alone what they number.
  private func numberedMembers(before word: Int) -> [ListItem]? {
    let opening = max(block.clauseStart[word], word - Self.listReach)..<word
    guard let start = opening.first(where: { block.plain($0..<($0 + 1)).hasPrefix("第") }) else { return nil }
    let written = Array(block.string(start..<word).unicodeScalars)
    var numbers: [Unicode.Scalar] = []
    var at = 1
    while at < written.count, case .digit? = NumeralCharacter(written[at].simplified) {
      numbers.append(written[at])
      at += 1
      guard at + 1 < written.count, "、和及".unicodeScalars.contains(written[at]) else { break }
      at += 1
    }
    let figures = figuresBehind(word)
    guard numbers.count > 1, numbers.count == figures.count, at < written.count, written[at].isHan, written[at] != "位" else {
      return nil
    }
    let tail = written[at...].filter { !$0.isBlank }
    let owner = language.words.longestMatch(in: tail.map(\.simplified), at: 0, limit: tail.count)?.range.count ?? tail.count
    // 分别拉动GDP增长0.3、1.2个百分点: what each does to another measure is part of its name.
    let act =
      figures.first.map { first in
        word + 1 < first && prose.clauses.influences.contains(block.plain((word + 1)..<(word + 2))) ? block.string((word + 1)..<first) : ""
      } ?? ""
    return numbers.map {
      ListItem(head: .own("第" + String(scalars: [$0] + tail) + act), numbered: "第" + String(scalars: [$0] + tail[..<owner]))
    }
  }

  /// 第一、二、三产业分别拉动GDP增长…，对GDP的贡献率分别为…: a further measure of those told of by their numbers right before.
  private func numberedAgain(before word: Int) -> [ListItem]? {
    let names = lastList.compactMap(\.numbered)
    guard names.count > 1, sentence.contains(lastListToken), lastListToken < word, names.count == figuresBehind(word).count,
      case let region = block.region(before: word, isFigure: { figures[$0] }).tokens, !region.isEmpty,
      !region.contains(where: { block.tokens[$0].punctuation == .enumeration || block.tokens[$0].has([.compare, .share]) })
    else { return nil }
    let measure = string(region.filter { !block.tokens[$0].has([.adverb, .marker]) })
    return names.map { ListItem(head: .own($0 + measure), numbered: $0) }
  }

  func figuresBehind(_ word: Int) -> [Int] {
    ((word + 1)..<max(word + 1, min(block.clauseEnd[word], word + Self.listReach))).filter { figures[$0] }
  }

  /// 甲、乙和丙业，丁业，戊和己业增加值分别…: where the names hold 、 and 和 themselves, commas part them, as many as there are numbers.
  private func clauseMembers(before word: Int, _ count: Int) -> [[Int]]? {
    guard count > 1 else { return nil }
    var members: [[Int]] = []
    var start = block.clauseStart[word]
    var end = word
    while members.count < count, start < end, (start..<end).allSatisfy({ isOfMember($0) }) {
      members.insert(Array((start..<end).drop { block.tokens[$0].has([.within, .marker]) }), at: 0)
      guard start > sentence.lowerBound + 1, block.tokens[start - 1].punctuation == .comma else { break }
      end = start - 1
      start = block.clauseStart[start - 2]
    }
    guard members.count == count, members.allSatisfy({ !$0.isEmpty }), let kind = members.first.flatMap({ string($0).last }),
      members.dropLast().allSatisfy({ string($0).last == kind }), members.last.map({ string($0).contains(kind) }) ?? false,
      members.contains(where: { $0.contains { block.tokens[$0].punctuation == .enumeration || block.tokens[$0].has(.conjunction) } })
    else { return nil }
    return members
  }

  /// Nouns, acts and what joins them.
  private func isOfMember(_ index: Int) -> Bool {
    let token = block.tokens[index]
    switch token.kind {
    case .text, .latin, .punctuation(.enumeration): return true
    case .word(let word):
      return word.classes.isDisjoint(with: [.predicate, .rise, .fall, .share, .compare, .speech, .of, .yearOnYear, .rank, .reach])
        || word.classes.contains(.noun)
    default: return false
    }
  }

  /// What 、 alone parts, up to a word of comparison.
  func parts(_ tokens: [Int]) -> [[Int]] {
    tokens.prefix { !block.tokens[$0].has([.compare, .yearOnYear, .share]) }.split { block.tokens[$0].punctuation == .enumeration }.map {
      Array($0)
    }
  }

  /// 东、中、西部和东北地区渗透率: parts of the country, with the name of what is told of each behind the last.
  private func quarters(_ groups: [[Int]]) -> [ListItem]? {
    guard groups.count > 1, let last = groups.last else { return nil }
    let quarters = language.measures.quarters
    func signs(_ group: [Int]) -> [Unicode.Scalar] {
      string(group.filter { block.tokens[$0].time == nil }).unicodeScalars.map(\.halfWidth.simplified)
    }
    let others = groups.dropLast().map { String(scalars: signs($0)) }
    guard others.allSatisfy({ quarters.contains($0) }) else { return nil }
    let end = signs(last)
    guard let length = [3, 2].first(where: { $0 <= end.count && quarters.contains(String(scalars: end[..<$0])) }) else { return nil }
    let isRegion = end[length...].starts(with: "地区".unicodeScalars)
    guard isRegion || others.contains(where: { $0.count == 1 }) || end.count > length else { return nil }
    let written = string(last.filter { block.tokens[$0].time == nil })
    let name = withoutCount(String(written.dropFirst(length + (isRegion ? 2 : 0))))
    let places = (others + [String(scalars: end[..<length])]).map { quarter in
      let region = (quarter.count == 1 ? quarter + "部" : quarter) + "地区"
      return language.places[region] ?? NamedPlace(region, .group)
    }
    return places.map { ListItem(head: name.isEmpty ? nil : .own(name), owner: .place($0, words: $0.name)) }
  }

  /// 东、中、西部地区, 内、外贸吞吐量: single signs in place of the first of the last member.
  private func shortenedMembers(_ groups: [[Int]]) -> [ListItem]? {
    guard groups.count > 1, let last = groups.last, case let rest = Array(string(last).unicodeScalars), rest.count > 2, rest[0].isHan else {
      return nil
    }
    let signs = groups.dropLast().map { Array(string($0.filter { block.tokens[$0].time == nil }).unicodeScalars) }
    guard signs.allSatisfy({ $0.count == 1 && $0[0].isHan && !$0[0].isDigit && NumeralCharacter($0[0].simplified) == nil }) else {
      return nil
    }
    // 布、服装产量: 服装 is a word, and 布装 none.
    let folded = rest.map(\.halfWidth.simplified)
    func isWord(_ sign: Unicode.Scalar) -> Bool { language.words.partOfSpeech(of: String(scalars: [sign, folded[1]])) != nil }
    if isWord(folded[0]), !signs.contains(where: { isWord($0[0].simplified) }) { return nil }
    return (signs.map { $0[0] } + [rest[0]]).map { ListItem(head: .own(String(scalars: [$0] + rest.dropFirst()))) }
  }

  /// 对东盟、美国分别进出口…: the places are partners and part of the names, which the verb behind 分别 completes.
  private func partners(_ groups: [[Int]], before word: Int) -> [ListItem]? {
    guard groups.count > 1, let opening = groups.first?.firstIndex(where: { block.tokens[$0].has(.preposition) }),
      let first = groups.first, opening + 1 < first.count
    else { return nil }
    var members = [Array(first[(opening + 1)...])] + groups.dropFirst()
    // 对前三大贸易伙伴东盟、美国: the place behind what they are.
    if let lead = members.first, let place = lead.last, lead.count > 1, block.tokens[place].place != nil,
      prose.trade.partnerEnds.contains(where: {
        block.plain(lead[lead.count - 2]..<(lead[lead.count - 2] + 1)).hasSuffix($0)
      })
    {
      members[0] = [place]
    }
    var tail: [Int] = []
    if let last = members.last, let end = endOfPlaces(last), end > 0 {
      // 对泰国、马来西亚进出口分别为…: the measure stands behind the last of them.
      tail = Array(last[end...])
      members[members.count - 1] = Array(last[..<end])
    }
    guard block.reads(first[opening], oneOf: prose.trade.openings) || block.reads(first[opening], "与"),
      members.allSatisfy({ group in !group.isEmpty && endOfPlaces(group) == nil })
    else { return nil }
    let verb = ((word + 1)..<min(word + 4, block.clauseEnd[word])).prefix {
      !figures[$0] && !block.tokens[$0].has([.predicate, .rise, .fall])
    }
    let lead = block.string(first[opening]..<(first[opening] + 1))
    return members.map { ListItem(head: .own(lead + string($0) + string(tail.isEmpty ? Array(verb) : tail))) }
  }

  /// 中国大陆与香港出口: where the places end that stand together in a member.
  private func endOfPlaces(_ member: [Int]) -> Int? {
    member.indices.first { at in
      if block.tokens[member[at]].place != nil { return false }
      let joins = block.tokens[member[at]].has(.conjunction) || block.reads(member[at], "与")
      return !(joins && at > 0 && at + 1 < member.count && block.tokens[member[at + 1]].place != nil)
    }
  }

  /// 国内、国际航线: beside what is international 国内 is no place.
  private func domesticMembers(_ groups: [[Int]]) -> [ListItem]? {
    guard groups.count == 2, let first = groups.first?.last, let last = groups.last,
      prose.names.atHome.contains(block.plain(first..<(first + 1))),
      let next = last.first, prose.names.abroad.contains(where: { block.plain(next..<(next + 1)).hasPrefix($0) })
    else { return nil }
    let words = string(last)
    guard words.count > 2 else { return nil }
    return [ListItem(head: .own(block.string(first..<(first + 1)) + words.dropFirst(2))), ListItem(head: .own(words))]
  }

  /// 一、二季度出口额, 台湾8月、9月出口: the name after the last time is that of all, and so is the place before the first.
  private func timesWithSharedName(_ groups: [[Int]]) -> [ListItem]? {
    if let first = groups.first, first.count > 1, let time = first.last, block.tokens[time].time != nil,
      let place = first.first.flatMap({ block.tokens[$0].place }), first.dropFirst(2).allSatisfy({ block.tokens[$0].time != nil })
    {
      let owner = Owner.place(place, words: string([first[0]]))
      return timesWithSharedName([[time]] + groups.dropFirst())?.map { ListItem(head: $0.head, owner: owner, time: $0.time) }
    }
    let times = groups.compactMap { group in group.first.flatMap { block.tokens[$0].time } }
    guard times.count == groups.count, let last = groups.last, groups.dropLast().allSatisfy({ $0.count == 1 }) else { return nil }
    let name = string(block.namePhrase(Array(last.dropFirst())).tokens)
    return times.map { ListItem(head: name.isEmpty ? nil : .own(name), time: $0) }
  }

  /// 甲省、乙省工业增加值: the name after the last place is that of all.
  func placesWithSharedName(_ groups: [[Int]]) -> [ListItem]? {
    let places = groups.compactMap {
      $0.first(where: { block.tokens[$0].time == nil && !block.tokens[$0].has([.marker, .within]) }).flatMap { block.tokens[$0].place }
    }
    guard places.count == groups.count, let last = groups.last,
      groups.dropLast().allSatisfy({
        $0.allSatisfy { block.tokens[$0].place != nil || block.tokens[$0].time != nil || block.tokens[$0].has([.marker, .within]) }
      })
    else { return nil }
    let rest = block.namePhrase(Array(last.drop { block.tokens[$0].place != nil })).tokens
    // 甲、乙中院分别审结…: what follows the places is their office, and the verb names the figure.
    if rest.count == 1, block.tokens[rest[0]].has([.body, .office]) || prose.bodies.courtsOfPlaces.contains(string(rest)) {
      return places.map { ListItem(owner: .place($0, words: $0.name)) }
    }
    let name = withoutCount(string(rest))
    let isOfOrigins = !name.isEmpty && last.contains { block.attributes.contains($0) }
    return zip(places, groups).map { place, group in
      let written = group.first { block.tokens[$0].place == place }.map { block.string($0..<($0 + 1)) }
      // 香港及中國台灣旅客 in a text of 澳門: those who came from there.
      if isOfOrigins { return ListItem(head: .own((written ?? place.name) + name)) }
      return ListItem(head: name.isEmpty ? nil : .own(name), owner: .place(place, words: written ?? place.name))
    }
  }

  /// 南京大学、浙江大学转让许可次数: the name after the last body is that of all.
  private func bodiesWithSharedName(_ groups: [[Int]]) -> [ListItem]? {
    let members = groups.map { group in
      Array(group.drop { block.tokens[$0].time != nil || block.tokens[$0].has([.marker, .within, .adverb]) })
    }
    let ends = members.compactMap { member in member.firstIndex { block.tokens[$0].has(.body) } }
    guard ends.count == members.count, let last = members.last, let end = ends.last,
      zip(members, ends).dropLast().allSatisfy({ $0.count == $1 + 1 }),
      zip(members, ends).allSatisfy({ $1 > 0 || string([$0[$1]]).count > 4 })
    else { return nil }
    let rest = block.namePhrase(Array(last[(end + 1)...])).tokens
    let name: Head? = rest.isEmpty ? nil : .own(string(rest))
    return zip(members, ends).map { ListItem(head: name, owner: .named(string(Array($0[...$1])))) }
  }

  /// 旅客吞吐量排在前列的甲、乙、丙分别…: the name stands before the words of order, the members behind 的.
  private func rankedMembers(_ groups: [[Int]], _ region: Region) -> [ListItem]? {
    if groups.count > 1, let position = region.quantity,
      block.tokens[position].quantity?.isTop ?? false || block.tokens[position].quantity?.isOrdinal ?? false,
      let of = groups[0].first, block.tokens[of].has(.of), groups[0].count > 1
    {
      // 夏粮产量居前三位的甲、乙、丙分别为….
      let before = block.region(before: position) { figures[$0] }.tokens
      let phrase = block.namePhrase(before.filter { index in before.first { block.tokens[$0].has(.rank) }.map { index < $0 } ?? true })
      guard !phrase.tokens.isEmpty else { return nil }
      let name = head(string(phrase.tokens), phrase)
      return ([Array(groups[0].dropFirst())] + groups.dropFirst()).map { ListItem(head: name, owner: owner($0)) }
    }
    guard groups.count > 1, let first = groups.first, let of = first.lastIndex(where: { block.tokens[$0].has(.of) }), of + 1 < first.count,
      let order = first[..<of].firstIndex(where: {
        block.tokens[$0].has(.rank) || language.measures.orders.contains(block.plain($0..<($0 + 1)))
      }),
      order > 0
    else { return nil }
    let phrase = block.namePhrase(Array(first[..<order]))
    guard !phrase.tokens.isEmpty else { return nil }
    let name = head(string(phrase.tokens), phrase)
    return ([Array(first[(of + 1)...])] + groups.dropFirst()).map { ListItem(head: name, owner: owner($0)) }
  }

  /// A place by itself, else whatever is named.
  private func owner(_ member: [Int]) -> Owner {
    if member.count == 1, let place = block.tokens[member[0]].place { return .place(place, words: string(member)) }
    return .named(string(member))
  }

  /// 黄果树、西江千户苗寨分别接待游客26.4万人次、24.8万人次: a noun behind 分别 is the name, the members are those who do it.
  private func actors(_ groups: [[Int]], before word: Int) -> [ListItem]? {
    guard groups.count > 1, !groups[0].contains(where: { block.tokens[$0].has(.preposition) }),
      let figure = ((word + 1)..<min(word + 10, block.clauseEnd[word])).first(where: { figures[$0] })
    else { return nil }
    let between = Array((word + 1)..<figure)
    guard between.contains(where: { block.tokens[$0].kind == .text || block.tokens[$0].has([.noun, .dependent, .rate]) }),
      !between.contains(where: { block.tokens[$0].has([.share, .rise, .fall, .compare, .rank]) || block.tokens[$0].place != nil })
    else { return nil }
    let phrase = block.namePhrase(between)
    guard !phrase.tokens.isEmpty,
      phrase.tokens.contains(where: { block.tokens[$0].kind == .text || block.tokens[$0].has([.noun, .dependent, .rate]) })
    else { return nil }
    let name = head(string(phrase.tokens), phrase)
    let members = groups.map { group in
      Array(group.drop { block.tokens[$0].time != nil || block.tokens[$0].has([.marker, .within, .adverb]) })
    }
    if let measure = name.words, language.measures.shared.contains(measure.simplifiedForm),
      members.allSatisfy({ isThing($0) || isKindOfFirms($0) })
    {
      // 电工器材、通用机械设备分别出口…: what is traded, by the measure of it.
      return members.map { ListItem(head: .own(string($0) + measure)) }
    }
    return members.map { ListItem(head: name, owner: owner($0)) }
  }

  /// 国有企业, 外商投资企业: none of which it names.
  private func isKindOfFirms(_ member: [Int]) -> Bool {
    prose.names.firms.contains { string(member).simplifiedForm.hasSuffix($0) } && !member.contains { block.tokens[$0].place != nil }
  }

  /// Neither a place nor a body.
  private func isThing(_ member: [Int]) -> Bool {
    guard let last = member.last,
      !member.contains(where: { block.tokens[$0].place != nil || bodyEnds[$0] != nil || bodyTokens.contains($0) })
    else { return false }
    return !block.tokens[last].has([.body, .office, .selfName]) && !"省市县区州旗镇港站".contains(string(member).last ?? " ")
      && !language.measures.actors.contains { string(member).simplifiedForm.hasSuffix($0) }
  }

  /// 甲、乙、丙三市商标注册量: as many members as the number says, whose name follows their kind.
  private func countedMembers(_ groups: [[Int]]) -> [ListItem]? {
    guard let last = groups.last, case let scalars = Array(string(last).unicodeScalars.map(\.simplified)), scalars.count > 2 else {
      return nil
    }
    let written = Array(string(last).unicodeScalars)
    guard written.count == scalars.count,
      let count = scalars.indices.dropFirst().dropLast().first(where: { index in
        guard "市省区州县旗国地镇".unicodeScalars.contains(scalars[index + 1]), case .digit(let digit, _) = NumeralCharacter(scalars[index]) else {
          return false
        }
        return digit == groups.count
      })
    else { return nil }
    let name = String(scalars: written[(count + 2)...])
    let members = groups.dropLast().map { string($0) } + [String(scalars: written[..<count])]
    return members.map { member in
      ListItem(
        head: name.isEmpty ? nil : .own(name),
        owner: language.places[member.simplifiedForm].map { .place($0, words: member) } ?? .named(member))
    }
  }

  /// 新能源汽车产销分别完成…: two measures in one word.
  private func outputAndSales(_ group: [Int]) -> [ListItem]? {
    let words = string(block.namePhrase(group).tokens)
    guard let joined = prose.names.joinedMeasures.first(where: { words.hasSuffix($0.phrase) }) else { return nil }
    let head = words.dropLast(joined.phrase.count)
    return joined.value.split(separator: "/").map { ListItem(head: .own(String(head) + String($0))) }
  }
}
