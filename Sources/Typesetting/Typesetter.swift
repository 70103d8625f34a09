package import Diagnostics
package import Fonts
import Geometry
import Scene

/// Sets text to lines with the fonts of one library.
package struct Typesetter: Sendable {
  package let fonts: FontLibrary
  /// Where titles and labels may not be parted; nil: between any two characters.
  package var words: WordFinder?
  let hyphenator: Hyphenator?
  private let labels: LabelCache
  package let paragraphs = ParagraphCache()

  /// Whether patterns for parting English words were found.
  package var canHyphenate: Bool { hyphenator != nil }

  /// - Parameter hyphenationPatterns: a libhyphen dictionary of English; nil looks in the system's usual places. Without one no
  ///   word is parted.
  package init(fonts: FontLibrary, hyphenationPatterns: String? = nil) {
    self.fonts = fonts
    hyphenator = Hyphenator(path: hyphenationPatterns)
    labels = LabelCache()
  }

  /// One unbroken line at its natural width; line ends in the text count as spaces. Its frame is an em high.
  package func label(_ text: StyledText) -> Line {
    if let known = labels[text] { return known }
    let setter = prepare(text, style: .label, isBroken: false).setter
    let content = setter.content(0..<setter.items.items.count)
    let line = setter.line(content, ratio: 0, width: .pt(content.width), leading: nil, shift: 0)
    labels[text] = line
    return line
  }

  package func label(_ text: String, _ style: TextStyle) -> Line { label(StyledText(text, style)) }

  /// Characters of `text` that no font of the library has, as warnings; ``paragraph(_:style:width:)`` reports them itself.
  package func missingGlyphs(in text: StyledText) -> [Diagnostic] {
    prepare(text, style: .label, isBroken: false).missing
  }

  /// From text to items: all that comes before breaking.
  /// - Parameter isBroken: whether break opportunities are wanted.
  func prepare(
    _ text: StyledText, style: ParagraphStyle, isBroken: Bool, stub: Int = 0
  ) -> (setter: LineSetter, missing: [Diagnostic]) {
    let itemized = itemize(text)
    var opportunities: [BreakOpportunity] = []
    if isBroken {
      opportunities = chineseBreaks(
        itemized, level: style.prohibition, minimumLastLine: style.minimumLastLine, stub: stub,
        noBreak: text.unbrokenRanges)
      for place in text.raisedStarts where place < opportunities.count && opportunities[place] != .mandatory {
        opportunities[place] = .prohibited
      }
      if style.hyphenation, let hyphenator { hyphenate(itemized, with: hyphenator, &opportunities) }
    }
    var shaper = TextShaper(fonts: fonts)
    let shaped = shaper.shape(text, itemized)
    let builder = ParagraphItemBuilder(
      shaped, style: style, em: shaped.runs.map { text.spans[$0.span].style.size.points },
      hyphens: shaped.runs.map { Double(fonts.typeface($0.font).hyphen?.advance ?? 0) * $0.size })
    let setter = LineSetter(text: shaped, source: text, items: builder.build(opportunities), fonts: fonts)
    return (setter, missingGlyphDiagnostics(shaped))
  }
}

extension ParagraphStyle {
  static let label = ParagraphStyle(leading: .zero, alignment: .start)
}

extension StyledText {
  /// Where note marks and indices begin: no line begins there.
  var raisedStarts: [Int] {
    var starts: [Int] = []
    var start = 0
    for span in spans {
      if span.style.baselineShift.value != 0, start > 0 { starts.append(start) }
      start += span.text.unicodeScalars.count
    }
    return starts
  }

  /// Ranges of characters within which no line may end.
  var unbrokenRanges: [Range<Int>] {
    let count = spans.reduce(0) { $0 + $1.text.unicodeScalars.count }
    var ranges = words.map { $0.clamped(to: 0..<count) }
    var start = 0
    for span in spans {
      let end = start + span.text.unicodeScalars.count
      if span.noBreak { ranges.append(start..<end) }
      start = end
    }
    return ranges
  }
}
