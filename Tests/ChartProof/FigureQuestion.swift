/// What is asked of every figure, beginning with the ten questions that a reader may ask.
package enum FigureQuestion: String, Sendable, CaseIterable {
  /// One title, on two lines at most, as the spec has it.
  case title
  /// Marks of the kind asked for; each stands for a datum and is seen.
  case form
  /// The data of the marks are those of the spec, each once; a gap has no mark.
  case complete
  /// Lengths and places follow the values within half a pixel; bars begin at zero.
  case proportional
  /// Categories in the order of the data, years ascending, the legend in the order of the series.
  case order
  /// Each value label says its datum's value, is nearest its own mark, and ticks fit one scale; the unit stands once.
  case labels
  /// Colours of marks and symbols (or direct labels) correspond one to one.
  case legend
  /// A leader ends at its mark; what an annotation says follows from the data.
  case annotation
  /// The source as given.
  case source
  /// Decoration lies on nothing and takes a tenth of the figure at most.
  case decoration
  /// No text lies on another.
  case overlap
  /// No text and no mark is cut off.
  case clipping
  /// No text lies on a mark that is not its own.
  case foreignMark
  /// Every value can be read from a label or an axis.
  case readable
}

/// A question answered with no, and why.
package struct FigureFault: Sendable, Equatable, CustomStringConvertible {
  package var question: FigureQuestion
  package var what: String
  package var description: String { "\(question.rawValue): \(what)" }
}
