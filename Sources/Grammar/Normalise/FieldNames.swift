package import Dataflow
import StructuredData

/// Names and titles of what channels make of fields; Vega-Lite's own, so that formulas in a spec can use them.
extension ChannelDefinition {
  /// The field's name after its implicit transforms: `mean_price`, `bin_maxbins_10_age`, `yearmonth_date`, `__count`.
  ///
  /// - Parameter suffix: `end`, `range` or `mid` of a bin or time unit.
  package func fieldName(suffix: String? = nil) -> String? {
    var prefix: String?
    var name = field?.name ?? ""
    switch aggregate {
    case .op(.count): return "__count" + (suffix.map { "_" + $0 } ?? "")
    case .op(let op): prefix = op.rawValue
    case .argmax(let by): return "argmax_" + by + "." + name
    case .argmin(let by): return "argmin_" + by + "." + name
    case nil:
      if case .parameters(let parameters)? = bin {
        prefix = binName(parameters)
      } else if let timeUnit, !timeUnit.isBinned {
        prefix = timeUnit.name
      }
    }
    guard field != nil else { return nil }
    if let prefix { name = prefix + "_" + FieldPath(name).name }
    if let suffix { name += "_" + suffix }
    return name
  }

  /// The path at which the values of the channel stand.
  package func path(suffix: String? = nil) -> FieldPath? {
    guard let name = fieldName(suffix: suffix) else { return nil }
    if case .argmax? = aggregate { return FieldPath(name) }
    if case .argmin? = aggregate { return FieldPath(name) }
    let isPlain = aggregate == nil && suffix == nil && (timeUnit == nil || timeUnit?.isBinned == true) && !hasBinParameters
    return isPlain ? FieldPath(name) : FieldPath(verbatim: name)
  }

  package var hasBinParameters: Bool { if case .parameters? = bin { true } else { false } }

  /// Vega-Lite's automatic title, in the style that the configuration names.
  package func automaticTitle(_ config: Config) -> String? {
    let name = field?.name ?? ""
    if aggregate == .op(.count) { return config.plain.text("countTitle") ?? "Count of Records" }
    guard field != nil else { return nil }
    let style = config.plain.text("fieldTitle") ?? "verbal"
    if style == "none" { return nil }
    if style == "plain" { return name }
    if style == "functional" {
      switch aggregate {
      case .op(let op): return op.rawValue.uppercased() + "(" + name + ")"
      case .argmax(let by): return "\(name) for argmax(\(by))"
      case .argmin(let by): return "\(name) for argmin(\(by))"
      case nil: break
      }
      if hasBinParameters { return "BIN(" + name + ")" }
      if let timeUnit, !timeUnit.isBinned { return timeUnit.name.uppercased() + "(" + name + ")" }
      return name
    }
    if hasBinParameters { return name + " (binned)" }
    if let timeUnit, !timeUnit.isBinned { return name + " (" + timeUnit.units.map(\.rawValue).joined(separator: "-") + ")" }
    switch aggregate {
    case .op(let op): return op.rawValue.prefix(1).uppercased() + op.rawValue.dropFirst() + " of " + name
    case .argmax(let by): return "\(name) for max \(by)"
    case .argmin(let by): return "\(name) for min \(by)"
    case nil: return name
    }
  }

  /// The title's lines: as written at the guide or the channel, else the automatic one; nil for none.
  package func titleLines(_ config: Config, guide: Properties?) -> [String]? {
    if let title = guide?["title"] {
      if title.isNull { return nil }
      return title.sequence.map { $0.compactMap(\.text) }
        ?? title.text.map { $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
    }
    switch title {
    case .none: return nil
    case .lines(let lines): return lines
    case .automatic: return automaticTitle(config).map { [$0] }
    }
  }

  /// Whether a title is written for the channel or its guide.
  package func hasWrittenTitle(guide: Properties?) -> Bool { guide?["title"] != nil || title != .automatic }
}

/// `bin_maxbins_10`, `bin_step_5_extent_0_100`: the parameters that were given.
private func binName(_ parameters: BinParameters) -> String {
  var name = "bin_maxbins_" + numberText(parameters.maxbins)
  if let step = parameters.step { name = "bin_step_" + numberText(step) }
  if let extent = parameters.extent { name += "_extent_\(numberText(extent.low))_\(numberText(extent.high))" }
  if let anchor = parameters.anchor { name += "_anchor_" + numberText(anchor) }
  if let steps = parameters.steps { name += "_steps_" + steps.map(numberText).joined(separator: "_") }
  if parameters.minstep != 0 { name += "_minstep_" + numberText(parameters.minstep) }
  if !parameters.nice { name += "_nice_false" }
  return name
}
