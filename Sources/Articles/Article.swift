/// A press article as it is read: its text as stored, and what of it is body.
///
/// Every range counts code points of ``scalars``, which is the decoded file and nothing else: a byte order mark is one,
/// a CRLF two, markup of Markdown and HTML is still there.
package struct Article: Hashable, Sendable {
  /// The path as given.
  package var id: String
  package var scalars: [Unicode.Scalar]
  package var encoding: TextEncoding
  package var title: String?
  /// Day of publication, from a metadata line or the dateline.
  package var date: PublicationDate?
  /// The place the article is about; nil where it is about a body or the text does not tell.
  package var areaPlace: NamedPlace?
  /// The company, school or court that the article is about.
  package var body: String?
  /// The short name of the place or body the article is about.
  package var area: String? { body ?? areaPlace?.name }
  package var publisher: String?
  /// Headings, paragraphs, list items, table rows and captions in text order; boilerplate is not among them.
  package var blocks: [Block]
  /// The tables of the text, whose rows are among the blocks.
  package var tables: [SourceTable]
  /// What was left out, in text order.
  package var dropped: [Dropped]

  package init(id: String, scalars: [Unicode.Scalar], encoding: TextEncoding = .utf8) {
    self.id = id
    self.scalars = scalars
    self.encoding = encoding
    blocks = []
    tables = []
    dropped = []
  }

  package struct Block: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable { case heading, paragraph, listItem, tableRow, caption }
    package var kind: Kind
    package var range: Range<Int>
    /// 1 for the title, 2 for a heading below it; 0 for what is no heading.
    package var level: Int
    /// What inside ``range`` reads otherwise than it stands in the file: markup, entities, line ends; ascending.
    package var edits: [SourceEdit]
    /// Of a row: the ``SourceTable/number`` of its table; nil where the form of the text tells of none.
    package var table: Int?

    package init(_ kind: Kind, _ range: Range<Int>, level: Int = 0, edits: [SourceEdit] = [], table: Int? = nil) {
      self.kind = kind
      self.table = table
      self.range = range
      self.level = level
      self.edits = edits
    }
  }

  package struct Dropped: Hashable, Sendable {
    package var range: Range<Int>
    package var reason: BoilerplateReason
    package init(_ range: Range<Int>, _ reason: BoilerplateReason) {
      self.range = range
      self.reason = reason
    }
  }

  /// The text of a block as it reads, and for each scalar its offset in the file.
  package func text(of block: Block) -> (scalars: [Unicode.Scalar], offsets: [Int]) {
    scalars.reading(block.range.clamped(to: 0..<scalars.count), block.edits)
  }

  /// The stored text of a range, markup included.
  package func string(_ range: Range<Int>) -> String {
    String(scalars: scalars[range.clamped(to: 0..<scalars.count)])
  }
}

/// Why a line is no part of the article.
package enum BoilerplateReason: String, Hashable, Sendable, CaseIterable {
  case metadata = "metadata line"
  case counter = "view or like counter"
  case share = "share or print link"
  case navigation = "link to another page"
  case contact = "telephone number, address or record number"
  case copyright = "copyright notice"
  case keywords = "keyword line"
  case byline = "byline"
  case pictureNote = "picture note"
  case markup = "markup without text"
  case code = "program or style text"
  case footer = "foot of the page"
}

/// A day, or as much of it as the article says.
package struct PublicationDate: Hashable, Sendable, CustomStringConvertible {
  package var year: Int
  package var month: Int?
  package var day: Int?

  package init(year: Int, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// ISO 8601, shortened where month or day are unknown.
  package var description: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    guard let month else { return "\(year)" }
    guard let day else { return "\(year)-\(two(month))" }
    return "\(year)-\(two(month))-\(two(day))"
  }
}

package enum TextEncoding: String, Hashable, Sendable {
  case utf8 = "UTF-8"
  case utf8WithMark = "UTF-8 with byte order mark"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case gb18030 = "GB18030"
}

extension String {
  /// A text of these code points.
  @inlinable
  public init(scalars: some Sequence<Unicode.Scalar>) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.underestimatedCount * 3)
    for scalar in scalars { bytes.append(utf8Of: scalar) }
    self = String(decoding: bytes, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Appends the character in UTF-8.
  @inlinable
  public mutating func append(utf8Of scalar: Unicode.Scalar) {
    let value = scalar.value
    if value < 0x80 {
      append(UInt8(value))
    } else if value < 0x800 {
      append(UInt8(0xC0 | value >> 6))
      append(UInt8(0x80 | value & 0x3F))
    } else if value < 0x1_0000 {
      append(UInt8(0xE0 | value >> 12))
      append(UInt8(0x80 | value >> 6 & 0x3F))
      append(UInt8(0x80 | value & 0x3F))
    } else {
      append(UInt8(0xF0 | value >> 18))
      append(UInt8(0x80 | value >> 12 & 0x3F))
      append(UInt8(0x80 | value >> 6 & 0x3F))
      append(UInt8(0x80 | value & 0x3F))
    }
  }
}
