/// What differences of two pictures are forgiven.
public struct ComparisonRules: Hashable, Sendable {
  /// How far apart two colours are.
  public enum Measure: Hashable, Sendable {
    /// The largest difference of one channel, colours multiplied by alpha, 0 to 255.
    case channels(Int)
    /// The difference as seen on white, 0 (none) to 1 (black against white): Y′IQ with the weights of Kotsarenko and
    /// Ramos, “Measuring perceived color difference using YIQ NTSC transmission color space in mobile applications”,
    /// 2010. About 0.02 is the least that side by side is seen.
    case perceived(Double)
  }

  /// A part of the picture with rules of its own.
  public struct Region: Hashable, Sendable {
    /// Where it lies.
    public var extent: PixelExtent
    /// nil: whatever stands there is forgiven.
    public var measure: Measure?

    /// A box with a measure of its own; without one it is left out.
    public init(_ extent: PixelExtent, measure: Measure? = nil) {
      self.extent = extent
      self.measure = measure
    }
  }

  /// How far two pixels may be apart.
  public var measure: Measure
  /// Later ones win where they overlap.
  public var regions: [Region]
  /// Whether a differing pixel is forgiven that looks like the edge of a shape smoothed another way: it has a
  /// darker and a brighter neighbour, one of which lies in a plain part of both pictures (Vyšniauskas, “Anti-aliased
  /// pixel and intensity slope detector”, 2009).
  public var forgivesAntialiasing: Bool
  /// So many differing pixels are forgiven.
  public var allowedPixels: Int

  /// By default every channel may differ by 1 of 255: the last bit of a blend.
  public init(
    _ measure: Measure = .channels(1), regions: [Region] = [], forgivesAntialiasing: Bool = false, allowedPixels: Int = 0
  ) {
    self.measure = measure
    self.regions = regions
    self.forgivesAntialiasing = forgivesAntialiasing
    self.allowedPixels = allowedPixels
  }

  /// Channels may differ by as much, 0 to 255.
  public static func tolerance(_ tolerance: Int) -> ComparisonRules { ComparisonRules(.channels(tolerance)) }
}

/// A box of whole pixels, counted from the top left.
public struct PixelExtent: Hashable, Sendable {
  /// Columns.
  public var x: ClosedRange<Int>
  /// Rows.
  public var y: ClosedRange<Int>

  /// A box of columns and rows.
  public init(x: ClosedRange<Int>, y: ClosedRange<Int>) {
    self.x = x
    self.y = y
  }

  /// Reads `X,Y,WIDTH,HEIGHT`; nil for anything else, and for boxes without a pixel.
  public init?(_ text: String) {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 4, let x = numbers[0], let y = numbers[1], let width = numbers[2], let height = numbers[3],
      x >= 0, y >= 0, width > 0, height > 0, width < 1 << 30, height < 1 << 30, x < 1 << 30, y < 1 << 30
    else { return nil }
    self.init(x: x...(x + width - 1), y: y...(y + height - 1))
  }

  func contains(_ column: Int, _ row: Int) -> Bool { y.contains(row) && x.contains(column) }
}
