public import Geometry

/// A finished layout: items at fixed positions, painted in array order. Nothing is left to decide.
public struct Frame: Hashable, Sendable {
  /// The extent that it takes in what holds it; items may reach beyond.
  public var size: Size
  /// Distance from the top edge to the first baseline; zero where there is none.
  public var baseline: Length
  /// In the order in which they are painted.
  public private(set) var items: [Placed] = []

  /// A frame without items.
  public init(size: Size, baseline: Length = .zero) {
    self.size = size
    self.baseline = baseline
  }

  /// Puts an item on top of those that are there.
  public mutating func place(_ item: Item, at origin: Point, role: Role, datum: DatumReference? = nil) {
    items.append(Placed(item: item, origin: origin, role: role, datum: datum))
  }

  /// Puts a frame's items into this one, moved by `origin`: no group is made.
  public mutating func merge(_ frame: Frame, at origin: Point) {
    items.reserveCapacity(items.count + frame.items.count)
    for placed in frame.items {
      items.append(Placed(item: placed.item, origin: placed.origin + origin, role: placed.role, datum: placed.datum))
    }
  }

  /// Puts a frame into this one as a group: one object to the eye (a figure) or to the structure tree (a paragraph).
  public mutating func group(_ frame: Frame, at origin: Point, role: Role, tag: StructureTag? = nil, alt: String? = nil) {
    place(.group(Group(frame: frame, tag: tag, alt: alt)), at: origin, role: role)
  }
}

/// An item at its place in a frame.
public struct Placed: Hashable, Sendable {
  /// What is drawn.
  public var item: Item
  /// In the coordinates of the frame that holds it: the top left corner of a group, rect, image or link, the zero of a
  /// path's or symbol's coordinates, the left end of a text's baseline.
  public var origin: Point
  /// What it is for.
  public var role: Role
  /// What in the data it stands for.
  public var datum: DatumReference?
}

/// Everything an exporter has to know how to draw.
public enum Item: Hashable, Sendable {
  /// A frame within the frame.
  indirect case group(Group)
  /// A piece of a line.
  case text(TextRun)
  /// Filled or stroked geometry.
  case shape(Shape)
  /// A picture, stretched to a size.
  case image(ImageID, Size)
  /// An active area; what is seen there is drawn by other items.
  case link(Destination, Size)
  /// A named place that links and the outline point to.
  case anchor(String)
}

/// A frame as one item of another: transformed, clipped, one object to the eye or to the structure tree.
public struct Group: Hashable, Sendable {
  /// What it holds.
  public var frame: Frame
  /// Applied about the group's origin, before the group is moved there.
  public var transform: Transform
  /// Nothing outside is painted; in the frame's coordinates.
  public var clip: Rect?
  /// The element of the logical structure that it is a part of.
  public var tag: StructureTag?
  /// What a person who cannot see it is told; for figures.
  public var alt: String?

  /// A group of what a frame holds.
  public init(
    frame: Frame, transform: Transform = .identity, clip: Rect? = nil, tag: StructureTag? = nil, alt: String? = nil
  ) {
    self.frame = frame
    self.transform = transform
    self.clip = clip
    self.tag = tag
    self.alt = alt
  }
}

/// The number of an image in ``PagedDocument/images``.
@frozen public struct ImageID: Hashable, Sendable {
  /// From 0.
  public let index: Int
  /// The picture of that number.
  @inlinable public init(_ index: Int) { self.index = index }
}

/// Where a link leads.
public enum Destination: Hashable, Sendable {
  /// The place of an ``Item/anchor(_:)``.
  case anchor(String)
  /// An address, percent-encoded.
  case uri(String)
  /// A place that this document does not print: no file leads there, but it is known where the text comes from.
  case unprinted(String)
}

/// What an item is for, as dumps name it.
public enum Role: String, Hashable, Sendable, CaseIterable {
  /// Stands for data, and only that.
  case mark
  /// A mark made of icons.
  case pictogram
  /// What can go without loss.
  case decoration
  /// The line of an axis.
  case axisLine = "axis-line"
  /// A tick of an axis.
  case axisTick = "axis-tick"
  /// The text of a tick.
  case axisLabel = "axis-label"
  /// What an axis measures.
  case axisTitle = "axis-title"
  /// A line through the plot at a tick.
  case grid
  /// A sample of how a series looks.
  case legendSymbol = "legend-symbol"
  /// The name of a series or the value of a sample.
  case legendLabel = "legend-label"
  /// What a legend tells.
  case legendTitle = "legend-title"
  /// The title of a figure or of the document, the line under it, the name of a facet.
  case header, title, subtitle
  /// A datum's value as text.
  case valueLabel = "value-label"
  /// Text of a figure and page by what it does: a remark in the plot, the line that leads to it, a note, a source, running text, a heading, a caption.
  case annotation, leader, note, source, body, heading, caption
  /// The text of a cell.
  case tableCell = "table-cell"
  /// A number set large, with what belongs to it.
  case kpi
  /// The folio.
  case pageNumber = "page-number"
  /// What stands at each page's head or foot.
  case runningHead = "running-head"
  /// The table of contents; a ground behind other items; a figure as a whole.
  case toc, background, figure
}
