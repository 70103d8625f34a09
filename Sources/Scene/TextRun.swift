public import Geometry

/// The number of a font in ``PagedDocument/fonts``.
@frozen public struct FontID: Hashable, Sendable {
  public let index: UInt16
  @inlinable public init(_ index: UInt16) { self.index = index }
}

/// A font file as exporters need it: they load it when its first glyph is drawn.
public struct FontResource: Hashable, Sendable {
  /// Short stable name such as `sans-regular`, used in dumps.
  public var name: String
  public var path: String
  /// The face within a collection; 0 for a single font.
  public var faceIndex: Int
  /// Family and weight as CSS knows them, for SVG.
  public var family: String
  public var weight: Int

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
  public var id: UInt16
  /// Distance to the next glyph's origin, justification included.
  public var advance: Float
  /// Offset of the drawn glyph from its origin; y grows downwards.
  public var dx: Float
  public var dy: Float
  /// Index, in code points of the run's text, of the first code point this glyph stands for. Glyphs of one cluster share
  /// it; clusters are in reading order.
  public var cluster: UInt32

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
  public var font: FontID
  public var size: Length
  public var fill: Color
  public var glyphs: [Glyph]
  /// Sum of advances.
  public var width: Length
  /// Extent of the line box above and below the baseline, both positive.
  public var ascent: Length
  public var descent: Length
  public var language: Language

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
