import Diagnostics
import Scales

let formatFunctions: [String: ExpressionFunction] = {
  let timeFormat = ExpressionFunction(1) { arguments in
    let specifier = arguments.argument(1)
    let time = momentOf(arguments[0])
    if specifier.isNull { return .text(TimeFormat.multi(time)) }
    return TimeFormat(specifier.asText).map { .text($0(time)) } ?? .undefined
  }
  let timeParse = ExpressionFunction(2) { arguments in
    TimeFormat(arguments[1].asText)?.time(of: arguments[0].asText).map { .time($0) } ?? .null
  }
  return [
    "format": ExpressionFunction(1) { arguments in
      arguments[0].isNull
        ? .null : .text(NumberFormat(arguments.argument(1).isNull ? "" : arguments[1].asText)?(arguments[0].asNumber) ?? "")
    },
    "timeFormat": timeFormat, "utcFormat": timeFormat, "timeParse": timeParse, "utcParse": timeParse,
  ]
}()

/// What hinders a text from being a number format.
func problem(ofFormat specifier: String, in expression: String) -> Diagnostic? {
  if NumberFormat(specifier) != nil { return nil }
  guard NumberFormat.isTooWide(specifier) else {
    return .error("expression.format", "“\(specifier)” in “\(expression)” is no number format")
  }
  return .error(
    "format.width",
    "“\(specifier.prefix(40))” in “\(expression.prefix(200))” asks for numbers wider than \(NumberFormat.mostWidth) characters",
    hint: "write the format without its width")
}
