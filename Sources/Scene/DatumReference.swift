/// What in the data a mark, a value label, a legend symbol or an annotation stands for; for tools that check a picture.
public struct DatumReference: Hashable, Sendable {
  /// A fact's id, or the number of the row.
  public var datum: String?
  /// The measure as in the data.
  public var value: String?
  public var series: String?

  public init(datum: String? = nil, value: String? = nil, series: String? = nil) {
    self.datum = datum
    self.value = value
    self.series = series
  }
}
