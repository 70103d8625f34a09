public import Geometry

/// The one boundary between layout and files: a finished document. Exporters draw it and decide nothing.
public struct PagedDocument: Sendable {
  public var info: DocumentInfo
  public var pages: [Page]
  public var outline: [OutlineEntry]
  public var fonts: [FontResource]
  public var images: [ImageResource]
  /// In the order in which a reader lists them.
  public var attachments: [Attachment]

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

public struct DocumentInfo: Hashable, Sendable {
  public var title: String
  public var author: String?
  public var subject: String?
  public var keywords: [String]
  public var language: Language
  /// Seconds since 1970-01-01T00:00:00Z; what the file says of its own creation, never the clock.
  public var date: Int?

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

public struct Page: Hashable, Sendable {
  /// Sheets count from 1.
  public var number: Int
  /// What is printed on it, such as `i` or `12`; empty for a cover.
  public var label: String
  public var frame: Frame
  /// What a page in pixels was designed for: 1 px is 1 pt then, and PNG scales by factor, not by resolution.
  public var isPixelDesign: Bool
  /// Where the frame is a sheet that is cut when it is printed; nil where it is the page.
  public var cut: Cut?

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
  public var title: String
  /// The name of an ``Item/anchor(_:)``.
  public var anchor: String

  public init(level: Int, title: String, anchor: String) {
    self.level = level
    self.title = title
    self.anchor = anchor
  }
}

/// A picture as pixels, rows from the top, RGBA with straight alpha.
public struct ImageResource: Hashable, Sendable {
  public var width: Int
  public var height: Int
  public var pixels: [UInt8]

  public init(width: Int, height: Int, pixels: [UInt8]) {
    self.width = width
    self.height = height
    self.pixels = pixels
  }
}
