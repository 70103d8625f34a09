package import Diagnostics
package import StructuredData

/// What is written upon a chart to say what matters in it; drawn over the marks, on their scales.
package struct Annotation: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A level on one axis, a value or the mean of the data.
    case line(Channel, Level)
    /// A stretch of one axis.
    case band(Channel, Node, Node)
    /// A text at a point of the plane, `dx` and `dy` pixels from it, with a leader.
    case callout(x: Node, y: Node, dx: Double, dy: Double)
    /// The change of the measure between two places on x, reckoned from the rows: never written by hand.
    case change(from: Node, to: Node, Change)
    /// Stretches on x held together above the marks.
    case bracket(Node, Node)
    /// The sum of each stack above it.
    case totals
  }
  package enum Level: Hashable, Sendable {
    case value(Node)
    case mean
  }
  package enum Change: String, Hashable, Sendable, CaseIterable {
    /// In the measure's unit, in percent, as a multiple, and in percent a year (the compound rate).
    case difference, growth, multiple, cagr
  }
  package var kind: Kind
  package var text: [String]
  package var color: Node?
  package var span: SourceSpan
}
