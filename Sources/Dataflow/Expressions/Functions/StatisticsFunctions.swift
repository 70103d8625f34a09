import Scales

/// Distributions; mean 0 and deviation 1 (or the bounds 0 and 1) where they are left out.
let statisticsFunctions: [String: ExpressionFunction] = [
  "densityNormal": ExpressionFunction(1) { .number(normal($0).density($0[0].asNumber)) },
  "cumulativeNormal": ExpressionFunction(1) { .number(normal($0).cumulative($0[0].asNumber)) },
  "quantileNormal": ExpressionFunction(1) { .number(normal($0).quantile($0[0].asNumber)) },
  "densityLogNormal": ExpressionFunction(1) { arguments in
    let x = arguments[0].asNumber
    return .number(x <= 0 ? 0 : normal(arguments).density(naturalLogarithm(x)) / x)
  },
  "cumulativeLogNormal": ExpressionFunction(1) { arguments in
    let x = arguments[0].asNumber
    return .number(x <= 0 ? 0 : normal(arguments).cumulative(naturalLogarithm(x)))
  },
  "quantileLogNormal": ExpressionFunction(1) { .number(exponential(normal($0).quantile($0[0].asNumber))) },
  "densityUniform": ExpressionFunction(1) { arguments in
    let (low, high) = uniform(arguments)
    let x = arguments[0].asNumber
    return .number(x >= low && x <= high ? 1 / (high - low) : 0)
  },
  "cumulativeUniform": ExpressionFunction(1) { arguments in
    let (low, high) = uniform(arguments)
    return .number(min(1, max(0, (arguments[0].asNumber - low) / (high - low))))
  },
  "quantileUniform": ExpressionFunction(1) { arguments in
    let (low, high) = uniform(arguments)
    let p = arguments[0].asNumber
    return .number(p >= 0 && p <= 1 ? low + p * (high - low) : .nan)
  },
]

private func normal(_ arguments: [DataValue]) -> NormalDistribution {
  NormalDistribution(
    mean: arguments.argument(1).isNull ? 0 : arguments[1].asNumber,
    deviation: arguments.argument(2).isNull ? 1 : arguments[2].asNumber)
}

/// One bound alone is the upper one.
private func uniform(_ arguments: [DataValue]) -> (low: Double, high: Double) {
  switch arguments.count {
  case ..<2: (0, 1)
  case 2: (0, arguments[1].asNumber)
  default: (arguments[1].asNumber, arguments[2].asNumber)
  }
}
