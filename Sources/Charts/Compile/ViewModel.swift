import Dataflow
import Diagnostics
import Grammar

/// A view of the normal form with its data: facets are cells.
struct ViewModel: Sendable {
  indirect enum Content: Sendable {
    case unit(UnitModel)
    case layer([ViewModel])
    case concat([ViewModel])
    case facet(FacetModel)
  }
  var content: Content
  var spec: ViewSpec

  /// Whether it is one plot, of a unit or of layers over one another.
  var isPlot: Bool {
    switch content {
    case .unit, .layer: true
    case .concat, .facet: false
    }
  }

  /// All units below, in drawing order.
  var units: [UnitModel] {
    switch content {
    case .unit(let unit): [unit]
    case .layer(let views), .concat(let views): views.flatMap(\.units)
    case .facet(let facet): facet.cells.flatMap(\.units)
    }
  }
}

/// Cells in the order of rows, then columns.
struct FacetModel: Sendable {
  var fields: FacetFields
  /// What stands in the headers.
  var rows: [DataValue]
  var columns: [DataValue]
  /// The headers of wrapped cells.
  var wrapped: [DataValue]
  var cells: [ViewModel]
  /// Where the bins of binned headers end, by their start.
  var binEnds: [String: DataValue] = [:]
  /// How many cells stand in a row; nil: all.
  var columnCount: Int?
}
