import Diagnostics

/// A function of the expression language.
struct ExpressionFunction: Sendable {
  /// The fewest arguments; further ones may be left out, and more than it takes are passed over, as in JavaScript.
  let arguments: Int
  /// - Throws: what cannot be done with these arguments, in place of a value that would be false.
  typealias Body = @Sendable ([DataValue]) throws(Diagnostic) -> DataValue
  let body: Body

  init(_ arguments: Int, _ body: @escaping Body) {
    self.arguments = arguments
    self.body = body
  }

  /// A function of numbers; an argument left out is NaN.
  static func numeric(_ function: @escaping @Sendable (Double) -> Double) -> ExpressionFunction {
    ExpressionFunction(1) { .number(function($0[0].asNumber)) }
  }
}

/// All functions by name; `if` is part of the language itself.
let expressionFunctions: [String: ExpressionFunction] = [
  mathFunctions, typeFunctions, textFunctions, listFunctions, dateFunctions, formatFunctions, colorFunctions,
  statisticsFunctions,
].reduce(into: ["if": ExpressionFunction(3) { $0[0].isTruthy ? $0[1] : $0[2] }]) { $0.merge($1) { old, _ in old } }

/// Functions of Vega that are known and cannot work here, with the reason.
let unavailableFunctions: [String: String] = {
  var reasons: [String: String] = [:]
  for name in ["now", "random", "sampleNormal", "sampleLogNormal", "sampleUniform"] {
    reasons[name] = "gives something else each time, and a chart must come out the same"
  }
  for name in [
    "scale", "invert", "bandwidth", "bandspace", "domain", "range", "copy", "gradient", "geoArea", "geoBounds", "geoCentroid", "geoScale",
  ] {
    reasons[name] = "needs a scale, which transforms do not see"
  }
  for name in [
    "data", "indata", "setdata", "vlSelectionTest", "vlSelectionIdTest", "vlSelectionResolve", "vlSelectionTuples", "modify", "inScope",
    "treePath", "treeAncestors",
  ] {
    reasons[name] = "needs the running data of a view"
  }
  for name in [
    "event", "item", "group", "xy", "x", "y", "pinchDistance", "pinchAngle", "screen", "containerSize", "windowSize", "panLinear", "panLog",
    "panPow", "panSymlog", "zoomLinear", "zoomLog", "zoomPow", "zoomSymlog", "encode", "intersect", "lassoAppend", "lassoPath",
    "intersectLasso", "warn", "info", "debug",
  ] {
    reasons[name] = "needs an interactive view"
  }
  return reasons
}()

extension [DataValue] {
  /// The argument at a place; undefined when it was left out.
  func argument(_ place: Int) -> DataValue { indices.contains(place) ? self[place] : .undefined }

  /// A whole number, as JavaScript's ToInteger; `missing` when the argument was left out.
  func integer(_ place: Int, default missing: Int = 0) -> Int {
    guard indices.contains(place), self[place] != .undefined else { return missing }
    let number = self[place].asNumber
    return number.isNaN ? 0 : Int(Swift.max(-1e15, Swift.min(1e15, number.rounded(.towardZero))))
  }
}

/// How much a function may make of one row.
enum FunctionLimits {
  /// Items of a list.
  static let items = 10_000
  /// Characters that `pad` adds.
  static let padding = 10_000
}

/// A unit of time by its name.
/// - Throws: `expression.unit`.
func timeUnit(named name: String) throws(Diagnostic) -> TimeUnit.Unit {
  guard let unit = TimeUnit.Unit(rawValue: name) else {
    let near = nearestName(to: name, among: TimeUnit.Unit.allCases.map(\.rawValue))
    throw .error("expression.unit", "“\(name)” is no unit of time", hint: near.map { "did you mean “\($0)”?" })
  }
  return unit
}
