import Articles
import Lingua

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
  private(set) var sentence: Subject?
  private var brackets: [Subject?] = []
  private var hasSubject = false
  /// A paragraph speaks of a place that the text does not name: 全省 under 全国.
  private var isUnnamed = false
  /// So does a sentence, in an article about a body.
  private var isOfOthers = false
  /// Bodies named so far.
  private(set) var bodies: [Body] = []
  /// Bodies of the paragraph, the last named last.
  private(set) var near: [String] = []
  /// Full names of bodies that the document calls otherwise.
  private(set) var aliases: [String: String] = [:]
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
  struct Body {
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

  let places: PlaceNames
  private let legalForms: [String]
  let prose: ProseWords

  init(document: NamedPlace?, body: String?, places: PlaceNames, legalForms: [String], prose: ProseWords) {
    self.places = places
    self.legalForms = legalForms
    self.prose = prose
    if let body {
      self.document = Subject(name: Worded(value: body, words: subjectOfArticle), scope: .document)
      note(body: body)
    } else if let document {
      self.document = Subject(name: Worded(value: document.name, words: subjectOfArticle), place: document, scope: .document)
    }
    documentPlace = document
  }
  private(set) var documentPlace: NamedPlace?

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
    // 紫云县 in an article that its title calls 紫云苗族布依族自治县: by one name throughout.
    if named.level == .county || named.level == .city, let documentPlace, let code = named.code, code == documentPlace.code {
      return documentPlace
    }
    if named.level == .nation, let documentPlace, prose.places.apart.contains(documentPlace.name),
      prose.places.mainland.contains(where: { words.simplifiedForm.hasSuffix($0) })
    {
      return NamedPlace(words, .country)
    }
    guard named.level == .nation, let documentPlace, documentPlace.name == "台湾",
      prose.bodies.wholeNation.contains(where: { words.simplifiedForm.hasPrefix($0) })
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
    if document.map({ $0.place != nil }) ?? true, prose.places.nationNames.contains(where: { full.simplifiedForm.hasPrefix($0) }),
      prose.bodies.associations.contains(where: { full.simplifiedForm.hasSuffix($0) }), let nation = places["中国"]
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
    // 河阳市秀川区人民法院 in an article about 秀川法院.
    if let own = document, own.place == nil, isShortCourt(own.name.value, of: full) { body = own.name.value }
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

  private func isShortCourt(_ short: String, of full: String) -> Bool {
    guard let kind = prose.bodies.courts.first(where: { short.hasSuffix($0) }), case let stem = short.dropLast(kind.count), stem.count >= 2
    else { return false }
    return full.contains(stem) && prose.bodies.courts.contains { full.hasSuffix($0) }
  }

  private func isUnit(_ body: String) -> Bool {
    guard let own = document, own.place == nil, prose.bodies.universities.contains(where: { own.name.value.hasSuffix($0) }),
      body != own.name.value
    else { return false }
    return !prose.bodies.universities.contains { body.contains($0) } && prose.bodies.units.contains { body.hasSuffix($0) }
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
    } else if meansBody(selfName) {
      if let quoted, !selfName.hasPrefix("该") {
        set(Subject(name: Worded(value: quoted, words: words), scope: .sentence), lasts: false)
        return
      }
      guard let body = body(of: selfName) else { return }
      set(Subject(name: Worded(value: body, words: words), scope: .sentence), lasts: true)
    }
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
      && !prose.bodies.parts.contains { member.simplifiedForm.hasSuffix($0) }
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
    for ending in prose.bodies.nameEndings where name.hasSuffix(ending) {
      if name.unicodeScalars.count - ending.unicodeScalars.count < 2 { break }
      name.removeLast(ending.count)
    }
    return name
  }
}

/// In place of words where nothing but the article's subject gives the area.
let subjectOfArticle = "subject of the article"
