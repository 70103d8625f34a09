import Articles

/// Which place or body the unnamed subject stands for.
struct PlaceContext {
  /// Subject of the article.
  private(set) var article: String?
  private var articlePlace: Place?
  private var section: Subject?
  private var paragraph: Subject?
  private var subject: Subject?
  private var hasSubject = false
  /// Bodies named so far: full name and the short name used later.
  private var bodies: [(full: String, short: String)] = []
  /// Speakers and the body they speak for.
  private var speakers: [(name: String, body: String)] = []

  /// Whose numbers follow; the place is nil for a body.
  private struct Subject {
    var name: Worded<String>
    var place: Place?
  }

  init(article: String?) {
    self.article = article
    articlePlace = article.flatMap { Gazetteer.places[$0] ?? ($0.hasSuffix("县") ? Place($0, .county) : nil) }
  }

  private var current: Worded<String>? { subject?.name }
  private var currentPlace: Place? { subject?.place }

  /// The subject that holds.
  var standing: Worded<String>? { current ?? article.map { Worded(value: $0, words: "subject of the article") } }

  /// Whether the text named it, in this sentence, paragraph or section.
  var isSaid: Bool { current != nil }

  mutating func enterParagraph() {
    paragraph = nil
    subject = section
  }

  mutating func enterSentence() { subject = paragraph ?? section }

  /// What a heading named holds for the paragraphs below it.
  mutating func enterSection(isTitle: Bool) {
    hasSubject = false
    guard !isTitle else { return }
    section = currentPlace.map { $0.level == .city || $0.level == .county ? subject : nil } ?? nil
  }

  /// - Parameter lasts: whether it holds for the paragraph and not only for the sentence.
  mutating func hold(_ place: Place, words: String, lasts: Bool) {
    subject = Subject(name: Worded(value: place.name, words: words), place: place)
    if !hasSubject {
      // The title named a city's office; the first figures are those of its province.
      if place.level == .province, articlePlace?.level == .city, articlePlace?.province == place.name {
        article = place.name
        articlePlace = place
      }
      hasSubject = true
    }
    if lasts, place.level == .province || place.level == .city || place.level == .county || place.name == article {
      paragraph = subject
    }
  }

  /// What a bracket named holds in it only; the bodies it named are known.
  mutating func leaveBracket(_ before: PlaceContext) {
    let bodies = bodies
    self = before
    self.bodies = bodies
  }

  /// A body named in passing, so that its short name is known when it comes to speak.
  mutating func note(body: String) {
    if !bodies.contains(where: { $0.full == body }), bodies.count < 200 { bodies.append((body, Self.shortName(of: body))) }
  }

  /// - Parameter lasts: whether it holds for the paragraph and not only for the sentence.
  mutating func hold(body: String, words: String, lasts: Bool = true) {
    subject = Subject(name: Worded(value: body, words: words))
    if lasts { paragraph = subject }
    if let index = bodies.firstIndex(where: { $0.full == body }), index < bodies.count - 1 { bodies.append(bodies.remove(at: index)) }
    note(body: body)
  }

  /// 全省, 我区, 全市: the place of that level named before; 该公司, 学校: the body named last.
  mutating func hold(selfName: String, words: String) {
    if let place = resolve(selfName) {
      hold(place, words: words, lasts: true)
    } else if selfName.hasPrefix("该") || selfName.contains("公司") || selfName.contains("学校") || selfName.hasSuffix("校")
      || selfName.hasSuffix("院") || selfName.hasSuffix("行") || selfName.contains("集团") || selfName == "我们"
    {
      guard let last = bodies.last(where: { $0.full.last == selfName.last }) ?? bodies.last else { return }
      subject = Subject(name: Worded(value: last.full, words: words))
      paragraph = subject
    }
  }

  private func resolve(_ selfName: String) -> Place? {
    let here = currentPlace ?? articlePlace
    if selfName.contains("省") {
      if let here, here.level == .province { return here }
      if let articlePlace, articlePlace.level == .province { return articlePlace }
      return (here?.province ?? articlePlace?.province).flatMap { Gazetteer.places[$0] }
    }
    if selfName.contains("市") {
      if let here, here.level == .city || here.isMunicipality { return here }
      return articlePlace
    }
    if selfName.contains("区") || selfName.contains("州") || selfName.contains("县") || selfName.hasSuffix("地") {
      return articlePlace ?? here
    }
    return nil
  }

  // MARK: Speakers

  mutating func note(speaker: String, of body: String) {
    if speakers.count < 200 { speakers.append((speaker, body)) }
  }

  func body(ofSpeakerIn text: String) -> String? {
    speakers.first { text.contains($0.name) }?.body
  }

  /// A body named before, whose short name opens `text`.
  func body(openedBy text: String) -> String? {
    bodies.first { $0.short.unicodeScalars.count >= 3 && text.hasPrefix($0.short) }?.full
  }

  /// 广州赛特智能科技有限公司 is later called 赛特智能: the place in front and the words of its legal form are left off.
  static func shortName(of body: String) -> String {
    var scalars = Array(body.unicodeScalars)
    while let match = Gazetteer.places.longestMatch(in: scalars.map(\.simplified), at: 0, limit: scalars.count) {
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
