public import Geometry

/// The one boundary between layout and files: a finished document. Exporters draw it and decide nothing.
public struct PagedDocument: Sendable {
  /// What the file says of itself.
  public var info: DocumentInfo
  /// In reading order.
  public var pages: [Page]
  /// Bookmarks, in reading order.
  public var outline: [OutlineEntry]
  /// What ``FontID`` counts.
  public var fonts: [FontResource]
  /// What ``ImageID`` counts.
  public var images: [ImageResource]
  /// In the order in which a reader lists them.
  public var attachments: [Attachment]

  /// A document of finished pages.
  public init(
    info: DocumentInfo, pages: [Page] = [], outline: [OutlineEntry] = [], fonts: [FontResource],
    images: [ImageResource] = [], attachments: [Attachment] = []
  ) {
    self.info = info
    self.pages = pages
    self.outline = outline
    self.fonts = fonts
    self.images = images
    self.attachments = attachments
  }
}

/// What a file says of itself.
public struct DocumentInfo: Hashable, Sendable {
  /// What a reader shows as the name of the document.
  public var title: String
  /// Who issues it.
  public var author: String?
  /// What it is about, in a sentence.
  public var subject: String?
  /// Words by which it is found.
  public var keywords: [String]
  /// The language of what has none of its own.
  public var language: Language
  /// Seconds since 1970-01-01T00:00:00Z; what the file says of its own creation, never the clock.
  public var date: Int?

  /// What a document says of itself; what is not known is left out.
  public init(
    title: String, author: String? = nil, subject: String? = nil, keywords: [String] = [], language: Language,
    date: Int? = nil
  ) {
    self.title = title
    self.author = author
    self.subject = subject
    self.keywords = keywords
    self.language = language
    self.date = date
  }
}

/// One page of a document.
public struct Page: Hashable, Sendable {
  /// Sheets count from 1.
  public var number: Int
  /// What is printed on it, such as `i` or `12`; empty for a cover.
  public var label: String
  /// What is drawn on it; its size is the size of the page.
  public var frame: Frame
  /// What a page in pixels was designed for: 1 px is 1 pt then, and PNG scales by factor, not by resolution.
  public var isPixelDesign: Bool
  /// Where the frame is a sheet that is cut when it is printed; nil where it is the page.
  public var cut: Cut?

  /// A finished page.
  public init(number: Int, label: String, frame: Frame, isPixelDesign: Bool = false, cut: Cut? = nil) {
    self.number = number
    self.label = label
    self.frame = frame
    self.isPixelDesign = isPixelDesign
    self.cut = cut
  }

  /// How a printed sheet is cut, in the frame's coordinates.
  public struct Cut: Hashable, Sendable {
    /// The finished page: PDF's `TrimBox`.
    public var trim: Rect
    /// Up to where its grounds go: PDF's `BleedBox`.
    public var bleed: Rect

    /// A sheet by its two boxes.
    public init(trim: Rect, bleed: Rect) {
      self.trim = trim
      self.bleed = bleed
    }

    /// Enlarged about the top left corner of the sheet.
    public func scaled(by factor: Double) -> Cut {
      Cut(trim: trim.scaled(factor), bleed: bleed.scaled(factor))
    }
  }
}

/// A bookmark; children are the entries that follow with a higher level.
public struct OutlineEntry: Hashable, Sendable {
  /// 1 is the top.
  public var level: Int
  /// What the bookmark says.
  public var title: String
  /// The name of an ``Item/anchor(_:)``.
  public var anchor: String

  /// A bookmark that leads to an anchor.
  public init(level: Int, title: String, anchor: String) {
    self.level = level
    self.title = title
    self.anchor = anchor
  }
}

/// A picture as pixels, rows from the top, RGBA with straight alpha.
public struct ImageResource: Hashable, Sendable {
  /// In pixels.
  public var width: Int
  /// In pixels.
  public var height: Int
  /// Four bytes a pixel: `4 * width * height` of them.
  public var pixels: [UInt8]

  /// A picture by its pixels.
  public init(width: Int, height: Int, pixels: [UInt8]) {
    self.width = width
    self.height = height
    self.pixels = pixels
  }
}
