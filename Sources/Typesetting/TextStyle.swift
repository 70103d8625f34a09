package import Geometry
package import Scene

/// How a span of text looks.
package struct TextStyle: Hashable, Sendable {
  /// The face of ideographs and Chinese marks, and of everything when `latin` is nil.
  package var font: FontID
  /// The companion face of Latin letters and figures.
  package var latin: FontID?
  /// Size of the companion face relative to `size`, so that its x-height suits the ideographs.
  package var latinScale: Double
  /// Asked in turn for characters the first two lack, before the rest of the library.
  package var fallback: [FontID]
  package var size: Length
  package var fill: Color
  package var language: Language
  package var tabularFigures: Bool
  /// Added after every character, also at the end of a label.
  package var tracking: Em
  /// Raises (positive) or lowers the text, as a fraction of `size`; for note marks.
  package var baselineShift: Em
  package var underline: Bool
  /// A rule through the middle of the text: it is no longer valid.
  package var strikethrough = false
  /// A dot below each ideograph (着重号).
  package var emphasisDots: Bool

  package init(
    font: FontID, size: Length, fill: Color = .black, latin: FontID? = nil, latinScale: Double = 1,
    fallback: [FontID] = [], language: Language = .simplifiedChinese, tabularFigures: Bool = false,
    tracking: Em = Em(0), baselineShift: Em = Em(0), underline: Bool = false, emphasisDots: Bool = false
  ) {
    self.font = font
    self.latin = latin
    self.latinScale = latinScale
    self.fallback = fallback
    self.size = size
    self.fill = fill
    self.language = language
    self.tabularFigures = tabularFigures
    self.tracking = tracking
    self.baselineShift = baselineShift
    self.underline = underline
    self.emphasisDots = emphasisDots
  }
}

/// A text of one paragraph as spans of one style each, in reading order.
package struct StyledText: Hashable, Sendable {
  package struct Span: Hashable, Sendable {
    package var text: String
    package var style: TextStyle
    package var link: Destination?
    /// No line may end inside this span.
    package var noBreak: Bool

    package init(_ text: String, _ style: TextStyle, link: Destination? = nil, noBreak: Bool = false) {
      self.text = text
      self.style = style
      self.link = link
      self.noBreak = noBreak
    }
  }

  package var spans: [Span]
  /// Ranges of characters within which no line may end, such as the words of a title.
  package var words: [Range<Int>] = []

  package init(spans: [Span] = []) { self.spans = spans }
  package init(_ text: String, _ style: TextStyle) { spans = [Span(text, style)] }

  package mutating func append(_ text: String, _ style: TextStyle, link: Destination? = nil, noBreak: Bool = false) {
    spans.append(Span(text, style, link: link, noBreak: noBreak))
  }

  /// The first `count` characters (code points), in their styles.
  package func prefix(_ count: Int) -> StyledText {
    var rest = count
    var result = StyledText()
    for var span in spans where rest > 0 {
      var part = String.UnicodeScalarView()
      part.append(contentsOf: span.text.unicodeScalars.prefix(rest))
      rest -= part.count
      span.text = String(part)
      result.spans.append(span)
    }
    return result
  }

  /// The characters of all spans.
  package var plainText: String { spans.reduce(into: "") { $0 += $1.text } }
}
