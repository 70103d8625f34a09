/// How a derived figure follows from others.
public struct Derivation: Hashable, Sendable {
  /// How it is computed.
  public enum Formula: String, Hashable, Sendable, CaseIterable {
    /// level ÷ (1 + growth)
    case base
    /// level − base
    case absoluteChange = "absolute-change"
    /// level ÷ share
    case total
    /// whole − parts
    case remainder
    /// level ÷ level
    case ratio
    /// level ÷ level of another dimension
    case average
    /// level ÷ base − 1
    case growth
    /// (last ÷ first)^(1/years) − 1
    case cagr
  }

  /// How it was computed.
  public var formula: Formula
  /// The figures that it follows from, in the order of ``expression``.
  public var inputs: [Observation.ID]
  /// The arithmetic as a reader checks it: `970.24 ÷ (1 + 119.25%)`.
  public var expression: String
  /// What rounding of the inputs allows, in the figure's own unit; nil where an input is open (超, 不足).
  public var lower: ExactNumber?
  /// The upper end, as ``lower``.
  public var upper: ExactNumber?

  /// A derivation with its bounds.
  public init(
    formula: Formula, inputs: [Observation.ID], expression: String, lower: ExactNumber?, upper: ExactNumber?
  ) {
    self.formula = formula
    self.inputs = inputs
    self.expression = expression
    self.lower = lower
    self.upper = upper
  }
}
