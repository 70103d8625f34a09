package import Geometry

/// How a paragraph is broken into lines and its lines are set.
package struct ParagraphStyle: Hashable, Sendable {
  package enum Alignment: String, Hashable, Sendable, CaseIterable { case justified, start, center, end }

  /// Which marks may not stand at a line's edge (CLREQ, "Prohibition rules for line start and line end"; GB/T 15834-2011).
  package enum ProhibitionLevel: String, Hashable, Sendable, CaseIterable { case none, basic, gb, strict }

  /// How wide Chinese marks are: kaiming gives an em to 。？！ and half an em to the others, quanjiao an em to all, banjiao half
  /// an em to all. Marks beside each other are squeezed in every style.
  package enum PunctuationStyle: String, Hashable, Sendable, CaseIterable { case kaiming, quanjiao, banjiao }

  package var alignment: Alignment
  /// Baseline to baseline.
  package var leading: Length
  package var firstLineIndent: Em
  package var prohibition: ProhibitionLevel
  package var punctuation: PunctuationStyle
  /// Whether English words may be parted.
  package var hyphenation: Bool
  /// Whether 。，、 and their like may stand outside the right edge.
  package var hangingPunctuation: Bool
  /// The last line has at least so many characters, marks not counted.
  package var minimumLastLine: Int
  /// Lines of about equal length, for headings.
  package var balanced: Bool

  package init(
    leading: Length, alignment: Alignment = .justified, firstLineIndent: Em = Em(0),
    prohibition: ProhibitionLevel = .gb, punctuation: PunctuationStyle = .quanjiao, hyphenation: Bool = true,
    hangingPunctuation: Bool = false, minimumLastLine: Int = 2, balanced: Bool = false
  ) {
    self.alignment = alignment
    self.leading = leading
    self.firstLineIndent = firstLineIndent
    self.prohibition = prohibition
    self.punctuation = punctuation
    self.hyphenation = hyphenation
    self.hangingPunctuation = hangingPunctuation
    self.minimumLastLine = minimumLastLine
    self.balanced = balanced
  }
}

/// Some lines of a paragraph are narrower than the rest, because they run round a figure beside them: the first ones, or those below a few
/// that stand above the figure.
package struct Runaround: Hashable, Sendable {
  package var lines: Int
  package var width: Length
  /// Lines above the figure.
  package var start: Int

  package init(lines: Int, width: Length, start: Int = 0) {
    self.lines = lines
    self.width = width
    self.start = start
  }

  func isNarrow(_ line: Int) -> Bool { line >= start && line < start + lines }
}
