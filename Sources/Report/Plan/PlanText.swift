import Articles
import Indicators
import Scene

/// An article's text as the report prints it.
extension Planner {
  func isStated(_ indicator: Indicator, in paragraph: Article.Block, of document: String) -> Bool {
    guard let source = indicator.lead.source else { return false }
    return ([source] + source.repeats).contains {
      $0.document == document && paragraph.range.contains($0.range.lowerBound)
    }
  }

  func printed(_ text: String) -> String {
    String(String.UnicodeScalarView(printForm(Array(text.unicodeScalars), language)))
  }

  /// A title whose numerals of figures are grouped as these are; its other numerals, years and codes, stay as they are.
  func regrouped(_ title: String, figuresOf document: SourceDocument) -> String {
    guard language.isChinese else { return title }
    var title = title
    for indicator in indicators(of: document.id) where indicator.lead.value.magnitude.doubleValue >= 10_000 {
      let (bare, grouped) = (indicator.lead.value.printed(), indicator.lead.value.printed(grouped: true, from: 5))
      guard let place = title.firstRange(of: bare) else { continue }
      // 亿 is a number to Unicode, and may follow.
      let more: Set<Character> = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", ".", ","]
      if [title[..<place.lowerBound].last, title[place.upperBound...].first].contains(where: { $0.map(more.contains) ?? false }) {
        continue
      }
      title.replaceSubrange(place, with: grouped)
    }
    return title
  }

  /// A figure's numeral with its digits grouped as on cards and in tables: 10358 beside 10,358 would be two ways in one paper.
  func regrouped(_ numeral: String) -> String {
    var out = String.UnicodeScalarView()
    let scalars = Array(numeral.unicodeScalars)
    func isDigit(_ i: Int) -> Bool { i < scalars.count && ("0"..."9").contains(scalars[i]) }
    var i = 0
    while i < scalars.count {
      guard isDigit(i) else {
        out.append(scalars[i])
        i += 1
        continue
      }
      var digits = [scalars[i]]
      var end = i + 1
      while isDigit(end) || end < scalars.count && scalars[end] == "," && (end + 1...end + 3).allSatisfy(isDigit) && !isDigit(end + 4) {
        if isDigit(end) { digits.append(scalars[end]) }
        end += 1
      }
      // Behind the point, and of a number that begins with noughts, digits stay as they are.
      let isWhole = i == 0 || scalars[i - 1] != "."
      let isGrouped = isWhole && digits[0] != "0" && digits.count >= (language.isChinese ? 5 : 4)
      for (k, digit) in digits.enumerated() {
        if isGrouped, k > 0, (digits.count - k) % 3 == 0 { out.append(",") }
        out.append(digit)
      }
      i = end
    }
    return String(out)
  }

  /// A block's text in its form for print.
  func printed(_ article: Article, _ block: Article.Block) -> (text: String, scalars: [Unicode.Scalar], offsets: [Int]) {
    let (raw, offsets) = article.text(of: block)
    let text = printForm(raw, language)
    return (String(String.UnicodeScalarView(text)), text, offsets)
  }

  /// A paragraph of the article, each figure a link to the entry of its sentence, each mark of a note one of the report.
  ///
  /// - Parameter lead: scalars of the paragraph's text that are left out before it.
  func body(of paragraph: Article.Block, in article: Article, from lead: Int? = nil) -> [Inline] {
    let lead = lead ?? noteAnchors.notes[article.id]?.headingNotes.first { $0.block.range == paragraph.range }?.lead ?? 0
    let whole = printed(article, paragraph)
    let (scalars, offsets) = (Array(whole.scalars.dropFirst(lead)), Array(whole.offsets.dropFirst(lead)))
    guard let first = offsets.first, let last = offsets.last else { return [] }
    let stated = index.sources(of: article.id, within: first...last)
    let notes = noteAnchors
    var marks = (notes.notes[article.id]?.marks[paragraph.range.lowerBound] ?? [])[...]
    var inlines: [Inline] = []
    var at = 0
    func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
    func place(_ offset: Int) -> Int { offsets.partitioningIndex { $0 >= offset } }
    /// The text up to a place, with its marks.
    func append(upTo end: Int) {
      while let mark = marks.first, place(mark.range.lowerBound) < end {
        marks.removeFirst()
        let start = place(mark.range.lowerBound)
        guard start >= at, let anchor = notes.anchor(of: mark.mark, in: article.id) else { continue }
        if start > at { inlines.append(.text(text(at..<start))) }
        inlines.append(.noteMark(mark.mark, anchor: anchor))
        at = place(mark.range.upperBound)
      }
      if end > at { inlines.append(.text(text(at..<end))) }
      at = max(at, end)
    }
    for source in stated {
      let start = place(source.range.lowerBound)
      let end = place(source.range.upperBound)
      guard start >= at, end > start, let entry = sources.entry(for: source) else { continue }
      append(upTo: start)
      inlines.append(.reference([.text(regrouped(text(start..<end)))], anchor: entry.anchor))
      at = end
    }
    append(upTo: scalars.count)
    return inlines.trimmed
  }
}

extension [Inline] {
  /// Without white space at either end.
  fileprivate var trimmed: [Inline] {
    var copy = self
    if case .text(let text)? = copy.first { copy[0] = .text(String(text.drop { $0.isWhitespace })) }
    if case .text(var text)? = copy.last {
      while text.last?.isWhitespace == true { text.removeLast() }
      copy[copy.count - 1] = .text(text)
    }
    return copy
  }
}
