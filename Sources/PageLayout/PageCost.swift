import Geometry

/// What a page's filling costs: one model for pages, slides, cards, columns and endless pages.
///
/// A full page costs nothing. One that ends within a chapter costs the square of what stays empty beyond the stretch of its
/// figures. One after which a chapter begins may end earlier, but not on less than a third; neither may the last.
enum PageCost {
  /// A chapter that begins below another one, on its page.
  static let joined = 50.0
  /// A figure that waits for the next page, and one that stands there in another section or above another chapter: about as much as a third
  /// of a page left open.
  static let (wait, astray) = (6.0, 270.0)
  /// The same in another section where that is one of the ways to fill a page.
  static let passed = 60.0
  /// A page that runs over its foot.
  static let overrun = 60.0
  /// Less of the page than this is pulled together with what stands before, or spread.
  static let leastEnd = 1.0 / 3
  /// What counts as full.
  static let full = 0.85
  /// A page within a chapter that is not full: more than two pages that are just so.
  private static let underfull = 80.0

  static func within(_ need: FlowBox.Extent, height: Length) -> Double {
    if need.natural > height { return shrunk(need, height) }
    let fill = need.greatest / height
    let empty = max(0, 1 - fill)
    let stretched = max(0, min(1, fill) - need.natural / height)
    return 2000 * empty * empty + 60 * stretched + (fill < full ? underfull : 0) + 1
  }

  /// Of the last page, which ends where its text does; its columns end level, so that all count.
  static func last(_ need: FlowBox.Extent, height: Length, column: Int = 0, of columns: Int = 1) -> Double {
    if need.natural > height { return shrunk(need, height) }
    let fill = (Double(column) + need.natural / height) / Double(columns)
    return fill >= leastEnd ? 0 : end(filledTo: fill)
  }

  /// Of a page that ends a part, where the next could begin on it.
  static func end(_ need: FlowBox.Extent, height: Length) -> Double {
    if need.natural > height { return shrunk(need, height) }
    return end(filledTo: need.natural / height)
  }

  private static func end(filledTo fill: Double) -> Double {
    if fill < leastEnd { return 300 + 1500 * (leastEnd - fill) }
    return fill < full ? 350 * (full - fill) : 0
  }

  /// Shrinking figures is worse than stretching them.
  private static func shrunk(_ need: FlowBox.Extent, _ height: Length) -> Double { 20 + 200 * (need.natural / height - 1) }
}
