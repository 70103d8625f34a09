package import Diagnostics
import Scales

extension Column {
  /// The column of a quantitative field: texts become the numbers that they state where there is one reading (`1,234`,
  /// `１２`, `30%` as 30, `−5`); what states none becomes null and is named by row.
  package func quantities(of field: String) -> Warned<Column> {
    var findings = RowFindings("data.number", "is no number", field: field)
    var column = self
    for (row, value) in values.enumerated() {
      switch value {
      case .text(let text):
        let plain = statedDigits(text)
        if text.allSatisfy(\.isWhitespace) {
          column.values[row] = .null
        } else if let plain, let number = Double(plain), number.isFinite {
          column.values[row] = .number(number)
          if plain != numberText(number) { column.written[row] = plain }
        } else {
          column.values[row] = .null
          findings.add(row, text)
        }
      case .list, .object:
        column.values[row] = .null
        findings.add(row, value.asText)
      case .undefined: column.values[row] = .null
      case .null, .boolean, .number, .time: break
      }
    }
    return Warned(column, findings.all)
  }

  /// The column of a temporal field. Texts are read as dates; whole numbers of the forms `2022`, `202201` and `20220101`
  /// (which nobody means as milliseconds of 1970) as year, month and day where all numbers of the field have one such
  /// form. What is no date becomes null and is named by row.
  package func moments(of field: String) -> Warned<Column> {
    var findings = RowFindings("data.time", "is no date", field: field)
    let numbers = values.compactMap { if case .number(let number) = $0 { number } else { nil } }
    let forms = ["%Y", "%Y%m", "%Y%m%d"].compactMap { TimeFormat($0) }
    let form =
      numbers.isEmpty
      ? nil
      : forms.first { form in
        numbers.allSatisfy { $0 == $0.rounded() && $0 >= 1000 && form.time(of: numberText($0), isStrict: true) != nil }
      }
    let times = values.enumerated().map { row, value -> DataValue in
      switch value {
      case .time(let time): return time.isNaN ? .null : value
      case .number(let number):
        if let time = form?.time(of: numberText(number), isStrict: true) { return .time(time) }
        // A field of such numbers with an odd one among them: 20221301.
        let isMilliseconds = number.isFinite && (number == 0 || abs(number) >= 1e9 || numbers.contains { abs($0) >= 1e9 })
        if isMilliseconds { return .time(number) }
      case .text(let text):
        if text.allSatisfy(\.isWhitespace) { return .null }
        if let time = parsedDate(text) ?? compactDate(text) { return .time(time) }
      case .null, .undefined: return .null
      case .boolean, .list, .object: break
      }
      findings.add(row, value.asText)
      return .null
    }
    return Warned(Column(times), findings.all)
  }
}

/// `202201` and `20220105` as texts.
private func compactDate(_ text: String) -> Double? {
  guard text.utf8.count == 6 || text.utf8.count == 8 else { return nil }
  return TimeFormat(text.utf8.count == 6 ? "%Y%m" : "%Y%m%d")?.time(of: text, isStrict: true)
}

/// The decimal number that a text states, in plain digits; nil when it states none or could mean two.
private func statedDigits(_ text: String) -> String? {
  var scalars: [Unicode.Scalar] = []
  for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
    switch scalar {
    case "\u{FF10}"..."\u{FF19}": scalars.append(Unicode.Scalar(scalar.value - 0xFF10 + 48) ?? "0")
    case "\u{2212}", "\u{FF0D}": scalars.append("-")
    case "\u{FF0B}": scalars.append("+")
    case "\u{FF0C}": scalars.append(",")
    case "\u{FF0E}": scalars.append(".")
    case "\u{FF05}": scalars.append("%")
    default: scalars.append(scalar)
    }
  }
  // Blanks group digits by threes too, as in 12 345; two numbers side by side are none.
  let groups = text.split(whereSeparator: \.isWhitespace)
  if groups.count > 1 {
    guard groups.dropFirst().allSatisfy({ $0.prefix { $0.isNumber }.count == 3 || $0 == "%" || $0 == "％" }) else { return nil }
  }
  if scalars.last == "%" { scalars.removeLast() }
  let sign = scalars.first == "-" ? "-" : ""
  if scalars.first == "-" || scalars.first == "+" { scalars.removeFirst() }
  let parts = scalars.split(separator: ",", omittingEmptySubsequences: false)
  if parts.count > 1 {
    let point = parts[parts.count - 1].firstIndex(of: ".") ?? parts[parts.count - 1].endIndex
    let isGrouped =
      (1...3).contains(parts[0].count) && parts.dropFirst().dropLast().allSatisfy { $0.count == 3 }
      && parts[parts.count - 1][..<point].count == 3
    guard isGrouped else { return nil }
  }
  let body = String(String.UnicodeScalarView(parts.joined()))
  guard let first = body.unicodeScalars.first, ("0"..."9").contains(first) || first == ".",
    body.unicodeScalars.allSatisfy({ ("0"..."9").contains($0) || ".eE+-".unicodeScalars.contains($0) }), Double(body) != nil
  else { return nil }
  return sign + (first == "." ? "0" : "") + body
}
