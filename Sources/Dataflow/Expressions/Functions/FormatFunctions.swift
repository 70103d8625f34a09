import Diagnostics
import Scales

let formatFunctions: [String: ExpressionFunction] = {
  @Sendable func format(_ specifier: String) throws(Diagnostic) -> TimeFormat {
    guard let format = TimeFormat(specifier) else { throw .error("expression.format", "“\(specifier)” is no format of times") }
    return format
  }
  let timeFormat = ExpressionFunction(1) { arguments throws(Diagnostic) in
    let specifier = arguments.argument(1)
    let time = momentOf(arguments[0])
    if specifier.isNull { return .text(TimeFormat.multi(time)) }
    return .text(try format(specifier.asText)(time))
  }
  let timeParse = ExpressionFunction(2) { arguments throws(Diagnostic) in
    try format(arguments[1].asText).time(of: arguments[0].asText).map { .time($0) } ?? .null
  }
  return [
    "format": ExpressionFunction(1) { arguments throws(Diagnostic) in
      if arguments[0].isNull { return .null }
      let specifier = arguments.argument(1).isNull ? "" : arguments[1].asText
      guard let format = NumberFormat(specifier) else { throw problem(ofFormat: specifier) }
      return .text(format(arguments[0].asNumber))
    },
    "timeFormat": timeFormat, "utcFormat": timeFormat, "timeParse": timeParse, "utcParse": timeParse,
  ]
}()

/// What hinders a text from being a number format.
private func problem(ofFormat specifier: String) -> Diagnostic {
  guard NumberFormat.isTooWide(specifier) else { return .error("expression.format", "“\(specifier)” is no number format") }
  return .error(
    "format.width", "“\(specifier.prefix(40))” asks for numbers wider than \(NumberFormat.mostWidth) characters",
    hint: "write the format without its width")
}
