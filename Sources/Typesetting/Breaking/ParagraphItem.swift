/// A part of a paragraph as the breaker sees it: numbers without text (Knuth & Plass 1981, "Box/glue/penalty").
package struct ParagraphItem: Hashable, Sendable {
  package enum Kind: UInt8, Hashable, Sendable { case box, glue, penalty }
  package var kind: Kind
  /// For a penalty: a hyphen or the like, which should not end two lines running.
  package var flagged = false
  /// For a penalty: infinite where no line may end, −infinite where one must.
  package var cost: Float = 0
  /// Natural width; of a penalty only when the line ends at it.
  package var width: Double
  package var stretch: Double = 0
  package var shrink: Double = 0

  package static func box(_ width: Double) -> ParagraphItem { ParagraphItem(kind: .box, width: width) }
  package static func glue(_ width: Double, stretch: Double = 0, shrink: Double = 0) -> ParagraphItem {
    ParagraphItem(kind: .glue, width: width, stretch: stretch, shrink: shrink)
  }
  package static func penalty(_ cost: Float, width: Double = 0, flagged: Bool = false) -> ParagraphItem {
    ParagraphItem(kind: .penalty, flagged: flagged, cost: cost, width: width)
  }
}
