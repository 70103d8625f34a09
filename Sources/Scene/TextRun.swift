public import Geometry

/// The number of a font in ``PagedDocument/fonts``.
@frozen public struct FontID: Hashable, Sendable {
  /// From 0.
  public let index: UInt16
  /// The font of that number.
  @inlinable public init(_ index: UInt16) { self.index = index }
}

/// A font file as exporters need it: they load it when its first glyph is drawn.
public struct FontResource: Hashable, Sendable {
  /// Short stable name such as `sans-regular`, used in dumps.
  public var name: String
  /// Where the file lies.
  public var path: String
  /// The face within a collection; 0 for a single font.
  public var faceIndex: Int
  /// Family and weight as CSS knows them, for SVG.
  public var family: String
  /// 100 to 900.
  public var weight: Int

  /// A face of a font file.
  public init(name: String, path: String, faceIndex: Int, family: String, weight: Int) {
    self.name = name
    self.path = path
    self.faceIndex = faceIndex
    self.family = family
    self.weight = weight
  }
}

/// One placed glyph. Lengths are fractions of the font size, so that a shaped text scales.
@frozen public struct Glyph: Hashable, Sendable {
  /// The glyph's number in its font.
  public var id: UInt16
  /// Distance to the next glyph's origin, justification included.
  public var advance: Float
  /// Offset of the drawn glyph from its origin; y grows downwards.
  public var dx: Float
  /// Offset downwards.
  public var dy: Float
  /// Index, in code points of the run's text, of the first code point this glyph stands for. Glyphs of one cluster share
  /// it; clusters are in reading order.
  public var cluster: UInt32

  /// A glyph at its place in a run.
  @inlinable public init(id: UInt16, advance: Float, dx: Float = 0, dy: Float = 0, cluster: UInt32) {
    self.id = id
    self.advance = advance
    self.dx = dx
    self.dy = dy
    self.cluster = cluster
  }
}

/// A piece of one line in one font, size and colour. Its origin is the left end of its baseline.
public struct TextRun: Hashable, Sendable {
  /// What a reader copies: reading order, as written.
  public var text: String
  /// The font of all of it.
  public var font: FontID
  /// The size of the type: the em.
  public var size: Length
  /// The colour of the glyphs.
  public var fill: Color
  /// In the order in which they are drawn, left to right.
  public var glyphs: [Glyph]
  /// Sum of advances.
  public var width: Length
  /// Extent of the line box above and below the baseline, both positive.
  public var ascent: Length
  /// Extent of the line box below the baseline, positive.
  public var descent: Length
  /// The language it is read out in.
  public var language: Language

  /// A shaped piece of a line.
  public init(
    text: String, font: FontID, size: Length, fill: Color, glyphs: [Glyph], width: Length, ascent: Length,
    descent: Length, language: Language
  ) {
    self.text = text
    self.font = font
    self.size = size
    self.fill = fill
    self.glyphs = glyphs
    self.width = width
    self.ascent = ascent
    self.descent = descent
    self.language = language
  }
}
