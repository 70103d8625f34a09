import Articles

/// Whose figures follow, by scope: what a bracket named ends with it, a sentence's subject with the sentence, a paragraph's
/// with the paragraph, a section's with the next heading; the document's subject governs the rest.
///
/// A place or body that opens a clause before the first figure of its sentence governs the paragraph; one named later, after
/// 其中 or in a bracket governs no further than that. Speakers, partners and members of lists never set a frame.
struct SubjectFrame {
  /// Where a subject was set.
  enum Scope: String { case document, section, paragraph, sentence, bracket }

  private(set) var document: Subject?
  private var section: Subject?
  private var paragraph: Subject?
  private var sentence: Subject?
  private var brackets: [Subject?] = []
  private var hasSubject = false
  /// A paragraph speaks of a place that the text does not name: 全省 under 全国.
  private var isUnnamed = false
  /// So does a sentence, in an article about a body.
  private var isOfOthers = false
  /// Bodies named so far.
  private var bodies: [Body] = []
  /// Bodies of the paragraph, the last named last.
  private var near: [String] = []
  /// Full names of bodies that the document calls otherwise.
  private var aliases: [String: String] = [:]
  /// Persons and the body they speak for.
  private var speakers: [(name: String, body: String)] = []
  /// The body that speaks the quotation at hand.
  var quoted: String?

  struct Subject {
    var name: Worded<String>
    /// Nil for a body.
    var place: NamedPlace?
    var scope: Scope
  }

  /// A body by its full name and the short name used later.
  private struct Body {
    let full: String
    var short: String { didSet { shortStart = short.unicodeScalars.first } }
    // Nearly all names begin with another character than a text does.
    private let fullStart: Unicode.Scalar?
    private var shortStart: Unicode.Scalar?

    init(_ full: String, short: String) {
      self.full = full
      self.short = short
      fullStart = full.unicodeScalars.first
      shortStart = short.unicodeScalars.first
    }

    func isCalled(_ name: String) -> Bool { fullStart == name.unicodeScalars.first && full == name }

    /// - Parameter start: the first character of the text.
    func opens(_ text: String, start: Unicode.Scalar) -> Bool {
      if fullStart == start, text.utf8.starts(with: full.utf8) { return true }
      return shortStart == start && text.utf8.starts(with: short.utf8) && short.unicodeScalars.count >= (short == full ? 2 : 3)
    }
  }

  private let places: PlaceNames
  private let legalForms: [String]

  init(document: NamedPlace?, body: String?, places: PlaceNames, legalForms: [String]) {
    self.places = places
    self.legalForms = legalForms
    if let body {
      self.document = Subject(name: Worded(value: body, words: subjectOfArticle), scope: .document)
      note(body: body)
    } else if let document {
      self.document = Subject(name: Worded(value: document.name, words: subjectOfArticle), place: document, scope: .document)
    }
    documentPlace = document
  }
  private var documentPlace: NamedPlace?

  /// The subject that holds.
  var standing: Subject? { sentence ?? fallback }
  /// Whose figures those are that nothing in the paragraph or section owns.
  private var fallback: Subject? { isUnnamed || isOfOthers ? nil : document }
  /// The same without several places named together, which hold in their own clause.
  var standingAlone: Subject? { isSeveral ? beforeSeveral ?? fallback : standing }
  /// The clause that named several places together.
  private(set) var clause = -1
  private var isSeveral = false
  private var beforeSeveral: Subject?
  /// Whether the text named it, in this sentence, paragraph or section.
  var isSaid: Bool { sentence != nil }

  // MARK: Where frames begin and end

  mutating func enterParagraph() {
    paragraph = nil
    sentence = section
    isUnnamed = false
    brackets = []
    near = []
  }
  mutating func enterSentence() {
    sentence = paragraph ?? section
    isOfOthers = false
    brackets = []
    isSeveral = false
    clause = -1
  }
  mutating func enterBracket() { brackets.append(sentence) }
  mutating func leaveBracket() { if let before = brackets.popLast() { sentence = before } }

  /// What a heading named holds for the paragraphs below it.
  ///
  /// - Parameters:
  ///   - body: the company it names, which heads a section of a report of a company.
  ///   - place: the place that it consists of.
  mutating func leaveHeading(isTitle: Bool, about body: String? = nil, at place: NamedPlace? = nil) {
    hasSubject = false
    guard !isTitle else { return }
    section = nil
    if let body, let document, document.place == nil {
      section = Subject(name: Worded(value: body, words: body), scope: .section)
    } else if let place, document.map({ $0.place != nil }) ?? true {
      section = Subject(name: Worded(value: place.name, words: place.name), place: place, scope: .section)
    } else if let place = sentence?.place, place.level == .city || place.level == .county {
      section = sentence
      section?.scope = .section
    }
  }

  // MARK: What sets them

  mutating func hold(_ mention: SubjectMention) {
    switch mention.subject {
    case .place(let place):
      if let body = body(openedBy: mention.opening), body.unicodeScalars.count > mention.words.unicodeScalars.count {
        hold(body: body, words: body, lasts: mention.lasts)
      } else {
        hold(place, words: mention.words, lasts: mention.lasts)
      }
    case .list(let name):
      beforeSeveral = sentence
      clause = mention.clause
      set(Subject(name: Worded(value: name, words: name), place: NamedPlace(name, .group), scope: .sentence), lasts: false)
      isSeveral = true
    case .body(let body): hold(body: body, words: mention.words, lasts: mention.lasts)
    case .opening(let words):
      if let body = body(openedBy: words) { hold(body: body, words: words, lasts: mention.lasts) }
    case .selfName(let name): hold(selfName: name, words: mention.words)
    case .speaker(let body, let person, let words):
      if let body {
        hold(body: body, words: words, lasts: true)
        if let person { note(speaker: person, of: body) }
      } else if let body = speakers.first(where: { words.contains($0.name) })?.body {
        hold(body: body, words: words, lasts: true)
      }
    }
  }

  private mutating func set(_ subject: Subject, lasts: Bool) {
    var subject = subject
    if lasts { isUnnamed = false }
    isOfOthers = false
    subject.scope = brackets.isEmpty ? lasts ? .paragraph : .sentence : .bracket
    sentence = subject
    isSeveral = false
    if lasts, brackets.isEmpty { paragraph = subject }
  }

  /// 全國, 財政部 in a text of Taiwan are of no other place; 中國大陸 and 中國內地 are one of the places it tells of.
  func own(_ named: NamedPlace, words: String) -> NamedPlace {
    if named.level == .nation, let documentPlace, ["台湾", "香港", "澳门"].contains(documentPlace.name),
      words.simplifiedForm.hasSuffix("大陆") || words.simplifiedForm.hasSuffix("内地")
    {
      return NamedPlace(words, .country)
    }
    guard named.level == .nation, let documentPlace, documentPlace.name == "台湾",
      ["全国", "我国", "国内", "本国"].contains(where: { words.simplifiedForm.hasPrefix($0) })
        || words.last.map({ "部局署院會会處处".contains($0) }) ?? false
    else { return named }
    return documentPlace
  }

  private mutating func hold(_ named: NamedPlace, words: String, lasts: Bool) {
    let place = own(named, words: words)
    let subject = Subject(name: Worded(value: place.name, words: words), place: place, scope: .sentence)
    if !hasSubject {
      // The title named a city's office; the first figures are those of its province.
      if place.level == .province, documentPlace?.level == .city, documentPlace?.province == place.name, document?.place != nil {
        document = Subject(name: Worded(value: place.name, words: words), place: place, scope: .document)
        documentPlace = place
      } else if document == nil, lasts, brackets.isEmpty, place.level == .city || place.level == .county || place.level == .province {
        // A title that names no place: the article is about the first that it tells of.
        document = Subject(name: Worded(value: place.name, words: words), place: place, scope: .document)
        documentPlace = place
      }
      hasSubject = true
    }
    set(subject, lasts: lasts && ([.province, .city, .county].contains(place.level) || place.name == document?.name.value))
  }

  private mutating func hold(body full: String, words: String, lasts: Bool) {
    // 中国港口协会: one that tells of its trade in the country.
    if document.map({ $0.place != nil }) ?? true, ["中国", "全国"].contains(where: { full.simplifiedForm.hasPrefix($0) }),
      ["协会", "联合会", "学会", "商会", "总会", "研究会"].contains(where: { full.simplifiedForm.hasSuffix($0) }), let nation = places["中国"]
    {
      hold(nation, words: words, lasts: lasts)
      return
    }
    var body = aliases[full] ?? full
    // 远帆重工股份有限公司 in an article about 远帆重工.
    if let own = document, own.place == nil, own.name.value != body, body.hasPrefix(own.name.value),
      isLegalForm(body.dropFirst(own.name.value.count))
    {
      body = own.name.value
    }
    // 计算机学院 in an article about a university: a part of it, told of in passing.
    if isUnit(body) {
      set(Subject(name: Worded(value: body, words: words), scope: .sentence), lasts: false)
      return
    }
    set(Subject(name: Worded(value: body, words: words), scope: .sentence), lasts: lasts)
    near.append(body)
    if let index = bodies.firstIndex(where: { $0.isCalled(body) }), index < bodies.count - 1 { bodies.append(bodies.remove(at: index)) }
    note(body: body)
  }

  private func isUnit(_ body: String) -> Bool {
    guard let own = document, own.place == nil, own.name.value.hasSuffix("大学"), body != own.name.value else { return false }
    return !body.contains("大学") && ["学院", "研究院", "研究所", "实验室", "中心"].contains { body.hasSuffix($0) }
  }

  /// 国际控股有限公司, 集团: nothing but words of how a company is made up.
  private func isLegalForm(_ words: Substring) -> Bool {
    var rest = words
    while let form = legalForms.first(where: { rest.hasPrefix($0) }) { rest.removeFirst(form.count) }
    return rest.isEmpty
  }

  /// 全省, 我区, 全市: the place of that level named before; 该公司, 学校: the body named last.
  private mutating func hold(selfName: String, words: String) {
    let ofPlace = selfName.unicodeScalars.last.map { "省市区州县旗内境".unicodeScalars.contains($0) } ?? false && !selfName.hasPrefix("该")
    if ofPlace, documentPlace?.level == .nation, document?.place != nil, (sentence?.place).map({ $0.level == .nation }) ?? true {
      // 省内流动农民工 in an article about the nation: within whichever province.
      if selfName.hasSuffix("内") { return }
      // 全省 in an article that names no province: not the nation's. Where it stands first, the article is about that province.
      if hasSubject { isUnnamed = true } else { (document, documentPlace, hasSubject) = (nil, nil, true) }
      paragraph = nil
      sentence = nil
      return
    }
    if let zone = zone(of: selfName) {
      set(Subject(name: Worded(value: zone, words: words), scope: .sentence), lasts: true)
    } else if let place = resolve(selfName) {
      hold(place, words: words, lasts: true)
    } else if ofPlace, selfName.hasPrefix("全"), document.map({ $0.place == nil }) ?? false {
      // 全省高校授权1.42万件 in an article about one of them, which says of no province.
      (sentence, isOfOthers) = (nil, true)
    } else if Self.meansBody(selfName) {
      if let quoted, !selfName.hasPrefix("该") {
        set(Subject(name: Worded(value: quoted, words: words), scope: .sentence), lasts: false)
        return
      }
      guard let body = body(of: selfName) else { return }
      set(Subject(name: Worded(value: body, words: words), scope: .sentence), lasts: true)
    }
  }

  /// 全区, 区内 in an article that tells of a development zone, which is a body, and of no district.
  private func zone(of selfName: String) -> String? {
    guard ["全区", "我区", "区内", "本区", "该区", "全园区"].contains(selfName), documentPlace?.name.hasSuffix("区") != true else { return nil }
    return bodies.last { $0.full.hasSuffix("区") }?.full
  }

  /// The body of the kind that a word stands for: 学校 for a school, 公司 for a firm; the document's own before others.
  private func body(of selfName: String) -> String? {
    let kinds: [(String, [String])] = [
      ("校", ["大学", "学院", "学校", "中学"]), ("公司", ["公司", "集团", "企业"]), ("集团", ["集团", "公司"]), ("企业", ["公司", "集团"]), ("行", ["银行", "分行", "支行"]),
      ("院", ["院"]), ("中心", ["中心"]), ("所", ["所"]),
    ]
    func isOfKind(_ body: String) -> Bool {
      guard let kind = kinds.first(where: { selfName.hasSuffix($0.0) }) else { return true }
      return kind.1.contains { body.hasSuffix($0) }
    }
    if let near = near.last(where: isOfKind) { return near }
    if let own = document, own.place == nil, !selfName.hasPrefix("该"), selfName != "我们",
      isFirm(own.name.value) && ["公司", "集团", "企业"].contains(where: { selfName.hasSuffix($0) }) || isOfKind(own.name.value)
        || aliases.values.contains(own.name.value) || !bodies.contains(where: { isOfKind($0.full) })
    {
      return own.name.value
    }
    return (bodies.last { isOfKind($0.full) } ?? (selfName.hasSuffix("校") || selfName.hasSuffix("院") ? nil : bodies.last))?.full
  }

  /// 海润科技: a body that no ending makes a school, a hospital or an office.
  private func isFirm(_ body: String) -> Bool {
    !["大学", "学院", "学校", "中学", "医院", "法院", "法庭", "研究院", "研究所", "实验室", "局", "中心", "委员会", "协会", "机场"].contains { body.hasSuffix($0) }
  }

  private static func meansBody(_ selfName: String) -> Bool {
    selfName.hasPrefix("该") || selfName.contains("公司") || selfName.contains("学校") || selfName.hasSuffix("校") || selfName.hasSuffix("院")
      || selfName.hasSuffix("行") || selfName.contains("集团") || selfName == "我们"
  }

  /// 全省, 全市 in a text that does not say which: what the place lies in, and not the place.
  private func outer(_ selfName: String, of place: NamedPlace) -> NamedPlace? {
    selfName.hasPrefix("全") && (place.level == .county || place.level == .city) ? NamedPlace(selfName, .group) : nil
  }

  private func resolve(_ selfName: String) -> NamedPlace? {
    let here = sentence?.place ?? documentPlace
    if selfName.contains("省") {
      if let here, here.level == .province { return here }
      if let documentPlace, documentPlace.level == .province { return documentPlace }
      guard let place = here ?? documentPlace else { return nil }
      let city = (place.city ?? documentPlace?.city).flatMap { places[$0] }
      return (place.province ?? documentPlace?.province ?? city?.province).flatMap { places[$0] }
        ?? outer(selfName, of: documentPlace ?? place)
    }
    if selfName.contains("市") {
      if let here, here.level == .city || here.isMunicipality { return here }
      // 全市 in a text about a county: the city it lies in.
      if let documentPlace, documentPlace.level == .county, !documentPlace.name.hasSuffix("市"), selfName.hasPrefix("全") {
        return documentPlace.city.map { places[$0] ?? NamedPlace($0, .city) } ?? outer(selfName, of: documentPlace)
      }
      return documentPlace
    }
    if selfName.contains("区") || selfName.contains("州") || selfName.contains("县") || selfName.contains("旗") || selfName.hasSuffix("地") {
      if let here, documentPlace?.level == .nation { return here }
      return documentPlace ?? here
    }
    return nil
  }

  // MARK: Bodies and speakers

  /// A body named in passing, so that its short name is known when it comes to speak.
  mutating func note(body: String) {
    if bodies.count < 200, !bodies.contains(where: { $0.isCalled(body) }) { bodies.append(Body(body, short: shortName(of: body))) }
  }

  /// A short name that the text gives; a document about the short name is about the body.
  mutating func note(alias: String, of body: String) {
    if document?.name.value == alias {
      bodies.removeAll { $0.isCalled(body) }
      bodies.append(Body(alias, short: alias))
      aliases[body] = alias
    } else if let index = bodies.firstIndex(where: { $0.isCalled(body) }) {
      bodies[index].short = alias
    } else if bodies.count < 200 {
      bodies.append(Body(body, short: alias))
    }
  }

  private mutating func note(speaker: String, of body: String) {
    if speakers.count < 200 { speakers.append((speaker, body)) }
  }

  /// A body named before, whose full or short name opens `text`.
  func body(openedBy text: String) -> String? {
    text.unicodeScalars.first.flatMap { start in bodies.first { $0.opens(text, start: start) }?.full }
  }

  /// Whether a member of a list is a part of the company that the document is about: its product, its branch of business.
  func isPartOfBody(_ member: String) -> Bool {
    guard let document, document.place == nil, standing?.place == nil, standing?.name.value == document.name.value else { return false }
    return places[member.simplifiedForm] == nil && body(openedBy: member) == nil
      && !["公司", "集团", "基地", "工厂", "银行", "店"].contains { member.simplifiedForm.hasSuffix($0) }
  }

  /// A name without the name of its body in front, and without the time between them: 光年2023年的研发费用 under 东莞光年.
  func withoutBody(_ name: String) -> String {
    guard let subject = standing, subject.place == nil else { return name }
    for own in [subject.name.value, shortName(of: subject.name.value)] where own.unicodeScalars.count >= 2 {
      guard
        let end = name.hasPrefix(own)
          ? name.index(name.startIndex, offsetBy: own.count) : own.count > 2 ? name.firstRange(of: own)?.upperBound : nil
      else { continue }
      let rest = withoutTime(name[end...].drop { $0 == " " })
      if rest.unicodeScalars.count >= 2 { return String(rest) }
    }
    return name
  }

  private func withoutTime(_ words: Substring) -> Substring {
    let scalars = words.unicodeScalars.map(\.halfWidth.simplified)
    guard let (_, end) = TimeScanner(text: scalars, limit: scalars.count).time(at: 0), end < scalars.count else { return words }
    let rest = words.unicodeScalars.dropFirst(end)
    return Substring(rest.first == "的" ? rest.dropFirst() : rest)
  }

  /// 广州赛特智能科技有限公司 is later called 赛特智能: the place in front and the words of its legal form are left off.
  func shortName(of body: String) -> String {
    var scalars = Array(body.unicodeScalars)
    while let match = places.longestMatch(in: scalars.map(\.simplified), at: 0, limit: scalars.count) {
      scalars.removeFirst(match.length)
    }
    var name = String(scalars: scalars)
    for ending in ["有限责任公司", "股份有限公司", "有限公司", "集团", "公司", "科技", "技术", "实业", "股份", "控股", "生物", "电子"] where name.hasSuffix(ending) {
      if name.unicodeScalars.count - ending.unicodeScalars.count < 2 { break }
      name.removeLast(ending.count)
    }
    return name
  }
}

/// In place of words where nothing but the article's subject gives the area.
let subjectOfArticle = "subject of the article"
