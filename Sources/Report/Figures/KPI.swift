/// One key figure with what qualifies it.
package struct KPI: Hashable, Sendable {
  package var label: String
  /// 超, 约 before the number.
  package var before: String
  package var number: String
  package var unit: String
  /// The growth, signed: +119.25%. A minus turns the arrow.
  package var change: String?
  /// What it is measured against: 较2021年.
  package var base: String?
  /// Shares and ranks: 占全国19.93%, 连续13年居全国首位.
  package var chips: [String]
  /// The number of the source in the appendix.
  package var reference: String?
  /// The anchor of the sentence that states it, where the document does not print that.
  package var unprintedSource: String?

  package init(
    label: String, before: String = "", number: String, unit: String = "", change: String? = nil, base: String? = nil,
    chips: [String] = [], reference: String? = nil
  ) {
    self.label = label
    self.before = before
    self.number = number
    self.unit = unit
    self.change = change
    self.base = base
    self.chips = chips
    self.reference = reference
  }
}
