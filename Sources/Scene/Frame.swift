public import Geometry

/// A finished layout: items at fixed positions, painted in array order. Nothing is left to decide.
public struct Frame: Hashable, Sendable {
  public var size: Size
  /// Distance from the top edge to the first baseline; zero where there is none.
  public var baseline: Length
  public private(set) var items: [Placed] = []

  public init(size: Size, baseline: Length = .zero) {
    self.size = size
    self.baseline = baseline
  }

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

public struct Placed: Hashable, Sendable {
  public var item: Item
  /// In the coordinates of the frame that holds it: the top left corner of a group, rect, image or link, the zero of a
  /// path's or symbol's coordinates, the left end of a text's baseline.
  public var origin: Point
  public var role: Role
  /// What in the data it stands for.
  public var datum: DatumReference?
}

/// Everything an exporter has to know how to draw.
public enum Item: Hashable, Sendable {
  indirect case group(Group)
  case text(TextRun)
  case shape(Shape)
  case image(ImageID, Size)
  /// An active area; what is seen there is drawn by other items.
  case link(Destination, Size)
  /// A named place that links and the outline point to.
  case anchor(String)
}

public struct Group: Hashable, Sendable {
  public var frame: Frame
  /// Applied about the group's origin, before the group is moved there.
  public var transform: Transform
  /// Nothing outside is painted; in the frame's coordinates.
  public var clip: Rect?
  public var tag: StructureTag?
  /// What a person who cannot see it is told; for figures.
  public var alt: String?

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
  public let index: Int
  @inlinable public init(_ index: Int) { self.index = index }
}

public enum Destination: Hashable, Sendable {
  /// The place of an ``Item/anchor(_:)``.
  case anchor(String)
  /// An address, percent-encoded.
  case uri(String)
}

/// What an item is for, as dumps name it.
public enum Role: String, Hashable, Sendable, CaseIterable {
  /// Stands for data, and only that.
  case mark
  /// A mark made of icons.
  case pictogram
  /// What can go without loss.
  case decoration
  case axisLine = "axis-line"
  case axisTick = "axis-tick"
  case axisLabel = "axis-label"
  case axisTitle = "axis-title"
  case grid
  case legendSymbol = "legend-symbol"
  case legendLabel = "legend-label"
  case legendTitle = "legend-title"
  case header, title, subtitle
  case valueLabel = "value-label"
  case annotation, leader, note, source, body, heading, caption
  case tableCell = "table-cell"
  case kpi
  case pageNumber = "page-number"
  case runningHead = "running-head"
  case toc, background, figure
}
