public import Geometry

/// What in the data a mark, a value label, a legend symbol or an annotation stands for; for tools that check a picture.
public struct DatumReference: Hashable, Sendable {
  /// A fact's id, or the number of the row.
  public var datum: String?
  /// The measure as in the data.
  public var value: String?
  /// The series that it belongs to, as the legend names it.
  public var series: String?
  /// Of a line or an area: each datum that it goes through, in the coordinates of its path.
  public var places: [Place]
  /// Of a sector: the degrees that it spans.
  public var angle: Double?
  /// The address that it leads to: `#name` is a place of the document.
  public var href: String?

  /// What something stands for; what is not known is left out.
  public init(
    datum: String? = nil, value: String? = nil, series: String? = nil, places: [Place] = [], angle: Double? = nil, href: String? = nil
  ) {
    self.datum = datum
    self.value = value
    self.series = series
    self.places = places
    self.angle = angle
    self.href = href
  }

  /// Where a datum stands on a path that stands for many.
  public struct Place: Hashable, Sendable {
    /// A fact's id, or the number of the row.
    public var datum: String
    /// The measure as in the data.
    public var value: String?
    /// Where it stands, in the path's coordinates.
    public var at: Point

    /// A datum at its place.
    public init(datum: String, value: String?, at: Point) {
      self.datum = datum
      self.value = value
      self.at = at
    }
  }
}
