import Dataflow
import Diagnostics
import StructuredData

/// The centre of the values in a group and how far they spread, as a rule from the lower to the upper bound.
@Sendable func errorBar(
  _ normaliser: Normaliser, _ view: ViewSpec, _ mark: MarkDefinition, _ encoding: Encoding
) -> Warned<ViewSpec> {
  do throws(Diagnostic) {
    let spread = try ErrorSpread("errorbar", normaliser, view, mark, encoding)
    let parts = spread.parts
    var tick: [String: Node] = ["orient": .string(parts.axis == .y ? "horizontal" : "vertical")]
    tick["size"] = mark.properties["thickness"]
    let layers = [
      parts.layer("ticks", .tick, from: spread.lower, base: tick),
      parts.layer("ticks", .tick, from: spread.upper, base: tick),
      parts.layer(
        "rule", .rule, from: spread.lower, to: spread.upper,
        base: mark.properties["thickness"].map { ["size": $0] } ?? [:]),
    ]
    return Warned(parts.layered(layers.compactMap(\.self), spread.transforms))
  } catch {
    return refused(view, error)
  }
}

/// As ``errorBar(_:_:_:_:)``, with a band along a continuous field.
@Sendable func errorBand(
  _ normaliser: Normaliser, _ view: ViewSpec, _ mark: MarkDefinition, _ encoding: Encoding
) -> Warned<ViewSpec> {
  do throws(Diagnostic) {
    let spread = try ErrorSpread("errorband", normaliser, view, mark, encoding)
    let parts = spread.parts
    let isPlane = encoding[.x] != nil && encoding[.y] != nil
    var base: [String: Node] = [:]
    for key in ["interpolate", "tension"] { base[key] = isPlane ? mark.properties[key] : nil }
    let layers = [
      parts.layer("band", isPlane ? .area : .rect, from: spread.lower, to: spread.upper, base: base),
      parts.layer("borders", isPlane ? .line : .rule, from: spread.lower, base: base),
      parts.layer("borders", isPlane ? .line : .rule, from: spread.upper, base: base),
    ]
    return Warned(parts.layered(layers.compactMap(\.self), spread.transforms))
  } catch {
    return refused(view, error)
  }
}

/// Lower and upper bounds of a measure: computed from rows, or from fields that hold bounds or errors.
private struct ErrorSpread {
  var parts: CompositeParts
  var transforms: [Transform] = []
  var lower: String
  var upper: String

  init(
    _ type: String, _ normaliser: Normaliser, _ view: ViewSpec, _ mark: MarkDefinition, _ encoding: Encoding
  ) throws(Diagnostic) {
    parts = try CompositeParts(type, normaliser, view, mark, encoding)
    lower = parts.named("lower")
    upper = parts.named("upper")
    let field = FieldPath(parts.field)
    func formula(_ text: String, as name: String) throws(Diagnostic) -> Transform {
      .calculate(Transform.Calculate(try Expression(text, at: mark.span), as: name))
    }
    func value(_ name: String) -> String { "datum[\(quotedText(name))]" }
    let (error, error2): (Channel, Channel) = parts.axis == .x ? (.xError, .xError2) : (.yError, .yError2)
    if let end = encoding[parts.second]?.field?.name {
      transforms = [try formula(value(parts.field), as: lower), try formula(value(end), as: upper)]
      // The bounds may stand either way round; the mark does not mind.
      return
    }
    if let errorName = encoding[error]?.field?.name {
      let minus = encoding[error2]?.field?.name
      transforms = [
        try formula("\(value(parts.field)) + \(value(errorName))", as: upper),
        try formula(
          minus.map { "\(value(parts.field)) + \(value($0))" } ?? "\(value(parts.field)) - \(value(errorName))", as: lower),
      ]
      return
    }
    let extentText = mark.properties.text("extent")
    let center =
      mark.properties.text("center") ?? extentText.map { $0 == "iqr" ? "median" : "mean" }
      ?? parts.config.text("center") ?? "mean"
    let extent = extentText ?? parts.config.text("extent") ?? (center == "mean" ? "stderr" : "iqr")
    func output(_ op: AggregateOp, _ name: String) -> Transform.Aggregate.Output { .init(op, of: field, as: name) }
    let centerOutput = output(center == "median" ? .median : .mean, parts.named("center"))
    switch extent {
    case "ci", "iqr":
      let (low, high): (AggregateOp, AggregateOp) = extent == "ci" ? (.ci0, .ci1) : (.q1, .q3)
      transforms = [
        .aggregate(
          Transform.Aggregate([output(low, lower), output(high, upper), centerOutput], groupBy: parts.groupBy))
      ]
    default:
      let spread = parts.named("extent")
      transforms = [
        .aggregate(
          Transform.Aggregate(
            [output(extent == "stdev" ? .stdev : .stderr, spread), centerOutput], groupBy: parts.groupBy)),
        try formula("\(value(parts.named("center"))) + \(value(spread))", as: upper),
        try formula("\(value(parts.named("center"))) - \(value(spread))", as: lower),
      ]
    }
  }
}

/// A text as a literal of the expression language.
func quotedText(_ text: String) -> String {
  var out = "\""
  for scalar in text.unicodeScalars {
    if scalar == "\"" || scalar == "\\" { out += "\\" }
    out.unicodeScalars.append(scalar)
  }
  return out + "\""
}
