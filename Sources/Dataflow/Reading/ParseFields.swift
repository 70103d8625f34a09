package import Diagnostics
import Scales

extension Table {
  /// The table with its fields read as types (vega-loader's `parse`); what cannot be read is named by row.
  package func parsed(_ parse: DataFormat.Parse) throws(Diagnostic) -> Warned<Table> {
    var table = self
    var findings: [Diagnostic] = []
    switch parse {
    case .none: break
    case .auto:
      for (name, column) in zip(names, columns) { table.set(name, column.inferred()) }
    case .fields(let types):
      for type in types {
        // A field that the data lack has nothing to be read.
        guard has(type.field.root) else { continue }
        let column = values(at: type.field)
        let result = try column.read(as: type.kind, name: type.field.name)
        table.set(type.field.steps.count == 1 ? type.field.root : type.field.text, result.value)
        findings += result.diagnostics
      }
    }
    return Warned(table, findings)
  }
}

extension Column {
  /// - Throws: `data.format` for a date format that is none.
  func read(as kind: DataFormat.Kind, name: String) throws(Diagnostic) -> Warned<Column> {
    switch kind {
    case .text: return Warned(Column(values.map { $0.isNull || $0 == .text("") ? .null : .text($0.asText) }))
    case .boolean:
      return Warned(
        Column(
          values.map { value in
            if value.isNull || value == .text("") { return .null }
            return value == .text("false") || value == .text("0") ? false : .boolean(value.isTruthy)
          }))
    case .number:
      var findings = RowFindings("data.number", "is no number", field: name)
      var column = Column(values, written: written)
      for (row, value) in values.enumerated() {
        guard case .text(let text) = value else {
          if value == .undefined { column.values[row] = .null }
          continue
        }
        guard !text.isEmpty else {
          column.values[row] = .null
          continue
        }
        let number = numberOfText(text)
        if number.isNaN { findings.add(row, text) }
        column.values[row] = .number(number)
        if !number.isNaN, numberText(number) != text { column.written[row] = text }
      }
      return Warned(column, findings.all)
    case .date(let format):
      var findings = RowFindings("data.time", "is no date" + (format.map { " of the form “\($0)”" } ?? ""), field: name)
      var reader: TimeFormat?
      if let format {
        reader = TimeFormat(format)
        if reader == nil { throw .error("data.format", "“\(format)” is no date format") }
      }
      let times = values.enumerated().map { row, value -> DataValue in
        switch value {
        case .text(let text) where !text.isEmpty:
          if let time = reader.map({ $0.time(of: text, isStrict: true) }) ?? parsedDate(text) { return .time(time) }
          findings.add(row, text)
          return .null
        case .number(let number):
          guard let reader else { return .time(number) }
          if let time = reader.time(of: numberText(number), isStrict: true) { return .time(time) }
          findings.add(row, numberText(number))
          return .null
        case .time: return value
        default: return .null
        }
      }
      return Warned(Column(times), findings.all)
    }
  }

  /// Read as what all values can be read as: boolean, number, date, else text (vega-loader's `inferTypes`).
  func inferred() -> Column {
    let texts = values.filter { !$0.isNull && $0 != .text("") }
    func all(_ test: (DataValue) -> Bool) -> Bool { texts.allSatisfy(test) }
    let kind: DataFormat.Kind
    if texts.isEmpty {
      return Column(values.map { $0 == .text("") ? .null : $0 })
    } else if all({ $0 == .text("true") || $0 == .text("false") || $0 == .boolean(true) || $0 == .boolean(false) }) {
      kind = .boolean
    } else if all({ if case .time = $0 { false } else { !$0.asNumber.isNaN } }) {
      kind = .number
    } else if all({ if case .text(let text) = $0 { parsedDate(text) != nil } else { false } }) {
      kind = .date(format: nil)
    } else {
      kind = .text
      if all({ if case .text = $0 { false } else { true } }) { return self }
    }
    return (try? read(as: kind, name: "").value) ?? self
  }
}

/// Findings about rows of one field; after twenty the rest is counted.
struct RowFindings {
  private let rule: String
  private let problem: String
  private let field: String
  private var found: [Diagnostic] = []
  private var more = 0

  init(_ rule: String, _ problem: String, field: String) {
    self.rule = rule
    self.problem = problem
    self.field = field
  }

  mutating func add(_ row: Int, _ text: String) {
    guard found.count < 20 else {
      more += 1
      return
    }
    found.append(.warning(rule, "row \(row + 1): “\(text)” in the field “\(field)” \(problem)"))
  }

  var all: [Diagnostic] {
    more == 0 ? found : found + [.warning(rule, "\(more) more rows: what stands in the field “\(field)” \(problem)")]
  }
}
