import Scales

/// Colours are texts, `rgb(r, g, b)`, as everywhere in Vega.
let colorFunctions: [String: ExpressionFunction] = [
  "rgb": ExpressionFunction(1) { color($0) { RGBColor.rgb($0, $1, $2) } },
  "hsl": ExpressionFunction(1) { color($0) { RGBColor.hsl($0, $1, $2) } },
  "lab": ExpressionFunction(1) { color($0) { RGBColor.lab($0, $1, $2) } },
  "hcl": ExpressionFunction(1) { color($0) { RGBColor.hcl($0, $1, $2) } },
  "luminance": ExpressionFunction(1) { RGBColor($0[0].asText).map { .number($0.luminance) } ?? .number(.nan) },
  "contrast": ExpressionFunction(2) { arguments in
    guard let a = RGBColor(arguments[0].asText), let b = RGBColor(arguments[1].asText) else { return .number(.nan) }
    let (light, dark) = (max(a.luminance, b.luminance), min(a.luminance, b.luminance))
    return .number((light + 0.05) / (dark + 0.05))
  },
]

private func color(_ arguments: [DataValue], _ make: (Double, Double, Double) -> RGBColor) -> DataValue {
  if arguments.count >= 3 {
    return .text(make(arguments[0].asNumber, arguments[1].asNumber, arguments[2].asNumber).description)
  }
  return RGBColor(arguments[0].asText).map { .text($0.description) } ?? .null
}
