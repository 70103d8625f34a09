import Geometry
import Grammar

/// How large the plots of a figure's grid are where the spec leaves it open: so wide that the grid is as wide as the figure.
///
/// A grid that is scaled as a whole has texts too small to read; its plots are made smaller instead, and a free height grows.
struct GridCells: Hashable, Sendable {
  var width: Double
  /// nil: as the rows of a plot or its proportions ask.
  var height: Double?

  /// A plot's height over its width: low ones, and higher ones where the figure has a height that they would leave empty.
  private var aspect = Self.aspects.lowerBound
  private static let aspects = 0.62...1.25
  private static let leastWidth = 60.0
  private static let leastHeight = 40.0

  /// The height of a plot without rows of its own, at most `natural`.
  func plotHeight(natural: Double) -> Double { height ?? min(natural, width * aspect) }

  /// The cells that fill an area, in pixels; nil where the view is no grid of plots, or leaves nothing open.
  ///
  /// - Parameters:
  ///   - laid: the grid as it was laid out before, with the room that its guides take.
  ///   - isHeightFree: whether the figure grows with its rows.
  ///   - hasHeight: whether it has a height before it grows.
  init?(filling area: Size, isHeightFree: Bool, hasHeight: Bool, _ laid: SceneGroup, of view: ViewModel) {
    let views: [ViewModel]
    switch view.content {
    case .facet(let facet): views = facet.cells
    case .concat(let children): views = children
    case .unit, .layer: return nil
    }
    guard !views.isEmpty, views.count == laid.children.count, views.allSatisfy(\.isPlot) else { return nil }
    var columns: [Double: (extent: Double, isOpen: Bool)] = [:]
    var rows: [Double: (extent: Double, isOpen: Bool)] = [:]
    for (child, cell) in zip(views, laid.children) {
      let (x, y) = (cell.x.rounded(), cell.y.rounded())
      columns[x] = (max(columns[x]?.extent ?? 0, cell.width), (columns[x]?.isOpen ?? true) && child.writtenSize(\.width) == nil)
      rows[y] = (max(rows[y]?.extent ?? 0, cell.height), (rows[y]?.isOpen ?? true) && child.writtenSize(\.height) == nil)
    }
    /// What is left for each open column or row when all else has its room.
    func share(_ tracks: [(extent: Double, isOpen: Bool)], of whole: Double, drawn: Double) -> Double? {
      let open = tracks.filter(\.isOpen).map(\.extent).sorted()
      return open.isEmpty ? nil : ((whole - (drawn - open.reduce(0, +))) / Double(open.count)).rounded(.down)
    }
    guard let width = share(Array(columns.values), of: area.width.points, drawn: laid.bounds.width) else { return nil }
    self.width = max(Self.leastWidth, width)
    if isHeightFree, hasHeight, let height = share(Array(rows.values), of: area.height.points, drawn: laid.bounds.height) {
      aspect = max(Self.aspects.lowerBound, min(Self.aspects.upperBound, height / self.width))
    }
    if !isHeightFree, let height = share(Array(rows.values), of: area.height.points, drawn: laid.bounds.height) {
      self.height = max(Self.leastHeight, height)
    }
  }
}

/// The rows of plots whose height the spec leaves open: one of a plot, those of a grid; none where each has a height of its own.
func openRows(of view: ViewModel, _ laid: SceneGroup) -> Int {
  guard case .facet(let facet) = view.content else { return 1 }
  if facet.cells.allSatisfy({ $0.writtenSize(\.height) != nil }) { return 0 }
  return Set(laid.children.map { $0.y.rounded() }).count
}

extension ViewModel {
  /// The size that the view, or a layer of it, is given in the spec.
  func writtenSize(_ key: (ViewSpec) -> ViewSize?) -> ViewSize? {
    if let own = key(spec) { return own }
    guard case .layer(let views) = content else { return nil }
    for view in views { if let size = view.writtenSize(key) { return size } }
    return nil
  }
}
