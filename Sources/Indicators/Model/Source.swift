public import Diagnostics

/// The place that states a figure. Ranges are code-point offsets into the document as decoded.
public struct Source: Hashable, Sendable {
  /// Key of a ``SourceDocument`` of the set.
  public var document: String
  /// Line and column of the range's start, from 1, so that findings name them without the document at hand.
  public var position: SourceSpan.Position?
  /// The numeral expression with its unit.
  public var range: Range<Int>
  /// The characters of the figure itself.
  public var text: String
  /// The sentence around it, to be printed; nothing is read from it again.
  public var sentenceRange: Range<Int>
  /// The sentence that states it, as printed.
  public var sentence: String
  /// It stands in the title or a heading, where names are cut short.
  public var isHeading: Bool
  /// Further places that state the same figure, in this document or in others, in text order.
  public var repeats: [Source]

  /// A place of a document.
  public init(
    document: String, range: Range<Int>, position: SourceSpan.Position? = nil, text: String, sentenceRange: Range<Int>, sentence: String,
    isHeading: Bool = false, repeats: [Source] = []
  ) {
    self.document = document
    self.range = range
    self.position = position
    self.text = text
    self.sentenceRange = sentenceRange
    self.sentence = sentence
    self.isHeading = isHeading
    self.repeats = repeats
  }
}

extension Source {
  /// The place of the figure for a diagnostic.
  package var span: SourceSpan { SourceSpan(document: document, range: range, start: position) }
}
