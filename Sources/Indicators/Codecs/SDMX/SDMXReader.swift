import Diagnostics
import StructuredData

/// Reads SDMX-CSV 1.0 or 2.0: each row is a figure. Dimensions say what is measured, of whom and when; UNIT_MULT scales the value, DECIMALS
/// are the digits it is published with, OBS_STATUS tells forecasts and what is missing.
///
/// - Throws: `csv.cell`, `csv.quote`, `sdmx.period` with all places.
func readSDMX(_ text: String, document: String, codes: CodeLists) throws(Diagnostics) -> Warned<IndicatorSet> {
  let rows = try csvRows(text, document: document).map { row in row.map { (text: withoutFormulaGuard($0.text), range: $0.range) } }
  guard let heads = rows.first?.map(\.text) else { return Warned(IndicatorSet()) }
  var reader = SDMXReader(columns: SDMXColumns(heads, codes), codes: codes, document: document, lines: LineTable(text.unicodeScalars))
  for (index, row) in rows.enumerated().dropFirst() where row.contains(where: { !$0.text.isEmpty }) { reader.read(row, number: index + 1) }
  guard reader.problems.isEmpty else { throw Diagnostics(reader.problems) }
  var set = IndicatorSet(documents: [SourceDocument(id: document, title: reader.title)], observations: reader.figures)
  set.observations = linkedChanges(withIDs(set.observations, in: document))
  return Warned(set, reader.findings)
}

/// Each change leads to the level of its name, area and period, where the rows have one.
private func linkedChanges(_ figures: [Observation]) -> [Observation] {
  func key(_ figure: Observation) -> [String] {
    [figure.name, figure.area ?? "", figure.areaCode ?? "", figure.period?.description ?? "", figure.scope ?? ""]
  }
  let levels = Dictionary(figures.filter { $0.kind == .level }.map { (key($0), $0.id) }, uniquingKeysWith: { first, _ in first })
  return figures.map { figure in
    guard figure.kind == .change, figure.of == nil, let level = levels[key(figure)] else { return figure }
    var copy = figure
    copy.of = level
    return copy
  }
}

private struct SDMXReader {
  typealias Cell = (text: String, range: Range<Int>)
  let columns: SDMXColumns
  let codes: CodeLists
  let document: String
  let lines: LineTable
  private let names: [SDMXColumns.Field]
  private(set) var figures: [Observation] = []
  private(set) var problems: [Diagnostic] = []
  private(set) var title: String?
  private var statuses: [String: Int] = [:]
  private var missing = 0
  private var deleted = 0
  private var codesWithoutText: [String: Set<String>] = [:]

  init(columns: SDMXColumns, codes: CodeLists, document: String, lines: LineTable) {
    self.columns = columns
    self.codes = codes
    self.document = document
    self.lines = lines
    names = columns.names
  }

  /// Totals, and what does not apply, name nothing (CL_* of the SDMX cross-domain code lists, "Generic codes"); `T` is the total of sexes.
  /// What is unknown or left over (`_U`, `_O`) is a part of its own.
  private static func isEmpty(_ code: String, of column: String) -> Bool {
    ["_T", "_Z", "TOTAL"].contains(code) || code == "T" && column.uppercased() == "SEX"
  }
  private static let missingValues: Set<String> = ["", "NaN", "NA", ":", "-", "..", "..."]

  mutating func read(_ row: [Cell], number: Int) {
    func cell(_ index: Int?) -> Cell? { index.flatMap { row.indices.contains($0) ? row[$0] : nil } }
    if let action = cell(columns.action)?.text, action == "D" || action == "Delete" {
      deleted += 1
      return
    }
    if title == nil { title = cell(columns.title)?.text ?? cell(columns.flow)?.text }
    guard let valueColumn = columns.first(.value), let value = cell(valueColumn.index) else { return }
    let marks = columns.first(.status).flatMap { cell($0.index)?.text } ?? ""
    let status = marks.split(whereSeparator: { ";, :".contains($0) }).first.map { $0.uppercased() } ?? ""
    guard !Self.missingValues.contains(value.text), !["M", "L", "O", "Q", "H"].contains(status) else {
      missing += 1
      return
    }
    guard var amount = exactNumber(value.text) else {
      problem("csv.cell", "“\(value.text)” is no number", value, number)
      return
    }
    if let cell = columns.first(.decimals).flatMap({ cell($0.index) }), !cell.text.isEmpty {
      if let decimals = Int(code(cell.text)), (0...15).contains(decimals) {
        amount = amount.rounded(decimals: decimals)?.padded(toScale: decimals) ?? amount
      } else {
        problem("csv.cell", "DECIMALS “\(cell.text)” is no number of digits", cell, number)
      }
    }
    var period: Period?
    if let cell = columns.first(.period).flatMap({ cell($0.index) }), !cell.text.isEmpty {
      period = Period(sdmx: code(cell.text))
      if period == nil {
        problem(
          "sdmx.period", "“\(cell.text)” is no time of SDMX", cell, number,
          hint: "as in 2022, 2022-Q1, 2022-M03, 2022-W05 or 2022-01-01/P3M")
      }
    }
    if let cell = columns.first(.occasion).flatMap({ cell($0.index) }), !cell.text.isEmpty {
      let occasion = Occasion(rawValue: code(cell.text))
      if occasion == nil {
        problem(
          "sdmx.occasion", "“\(cell.text)” is no festival or holiday that is known", cell, number,
          hint: "one of " + Occasion.allCases.map(\.rawValue).joined(separator: ", "))
      }
      period?.occasion = occasion
    }
    var multiplier = 0
    if let cell = columns.first(.multiplier).flatMap({ cell($0.index) }), !cell.text.isEmpty {
      if let power = Int(code(cell.text)), (0...18).contains(power) {
        multiplier = power
      } else {
        problem("csv.cell", "UNIT_MULT “\(cell.text)” is no power of ten", cell, number)
      }
    }
    let unitText = columns.first(.unit).flatMap { text(of: $0, row) }
    let unit = Unit(measure: Self.percentCodes.contains(unitText ?? "") ? "%" : unitText ?? "", multiplier: multiplier)
    if unit.multiplier != multiplier {
      guard let scaled = amount.shifted(byPowerOfTen: multiplier) else {
        problem("csv.cell", "“\(value.text)” times 10^\(multiplier) has more digits than a figure can hold", value, number)
        return
      }
      amount = scaled
    }
    let area = columns.first(.area)
    let areaText = area.flatMap { text(of: $0, row) }
    let areaCode = area.flatMap { cell($0.index)?.text }.map(code)
    var change = columns.first(.unit).flatMap { column in
      cell(column.index).flatMap { SDMXChange(code: code($0.text), label: unitText, period: period) }
    }
    let name = names.compactMap { column -> String? in
      let code = code(cell(column.index)?.text ?? "")
      guard !Self.isEmpty(code, of: column.id), let text = text(of: column, row) else { return nil }
      guard let said = SDMXChange(code: code, label: text, period: period) else { return text }
      change = SDMXChange(basis: change?.basis ?? said.basis)
      return text == code ? nil : SDMXChange.measured(text)
    }.joined(separator: ", ")
    var figure = Observation(
      id: "", kind: change == nil ? .level : .change, name: name.isEmpty ? flowName(row) : name, value: amount,
      unit: change == nil ? unit : Unit("%"), area: areaText, areaCode: areaText == areaCode ? nil : areaCode, period: period)
    figure.basis = change?.basis
    if status == "F" { figure.status = .forecast } else if !["", "A", "N"].contains(status) { statuses[status, default: 0] += 1 }
    if figure.status == .fact, status == "N" { statuses[status, default: 0] += 1 }
    func stated(_ role: CodeLists.Role) -> Cell? { columns.first(role).flatMap { cell($0.index) }.flatMap { $0.text.isEmpty ? nil : $0 } }
    if let cell = stated(.kind) {
      if let kind = Observation.Kind(rawValue: cell.text.lowercased()) {
        figure.kind = kind
      } else {
        problem("csv.cell", "“\(cell.text)” is no kind of figure", cell, number)
      }
    }
    if let cell = stated(.basis) {
      figure.basis = Basis(cell.text)
      if figure.basis == nil { problem("csv.cell", "“\(cell.text)” is no basis of a change", cell, number) }
    }
    figure.scope = stated(.scope)?.text
    let place = [areaText, period?.description].compactMap { $0 }.joined(separator: " · ")
    figure.cell = TableCell(row: number, column: valueColumn.index + 1, rowHead: place.isEmpty ? nil : place, columnHead: valueColumn.id)
    figure.source = Source(
      document: document, range: value.range, position: lines.position(of: value.range.lowerBound), text: value.text,
      sentenceRange: value.range,
      sentence: [figure.name, place].filter { !$0.isEmpty }.joined(separator: " · ") + ": " + value.text)
    figure.rule = "sdmx"
    figures.append(figure)
  }

  private static let percentCodes: Set<String> = ["PC", "PT", "PCT", "PERCENT", "Percent", "Per cent", "Percentage", "percent"]

  /// Where a cell parts its code from the text: the colon of `AT: Austria`, and none of `2024-01-01T10:00:00`.
  private func colon(of text: String) -> String.Index? {
    guard let colon = text.firstIndex(of: ":"), case let next = text.index(after: colon), next < text.endIndex, !text[next].isNumber else {
      return nil
    }
    return colon
  }

  /// AT of `AT: Austria`.
  private func code(_ text: String) -> String { colon(of: text).map { String(text[..<$0]) } ?? text }

  /// The words for a code: those of the mapping file, else those beside it, else itself.
  private mutating func text(of column: SDMXColumns.Field, _ row: [Cell]) -> String? {
    guard row.indices.contains(column.index), !row[column.index].text.isEmpty else { return nil }
    let written = row[column.index].text
    let code = code(written)
    if let mapped = codes.text(code, of: column.id) { return mapped }
    if let label = column.label, row.indices.contains(label), !row[label].text.isEmpty { return row[label].text }
    if column.holdsBoth || written.contains(": "), let colon = colon(of: written) {
      return String(written[written.index(after: colon)...].drop { $0 == " " })
    }
    if column.role != .unit || !Self.percentCodes.contains(code) { codesWithoutText[column.id, default: []].insert(code) }
    return code
  }

  private func flowName(_ row: [Cell]) -> String {
    guard let flow = columns.flow, row.indices.contains(flow) else { return title ?? "" }
    return codes.text(row[flow].text, of: "DATAFLOW") ?? columns.title.flatMap { row.indices.contains($0) ? row[$0].text : nil }
      ?? row[flow].text
  }

  /// `1.2E3` too.
  private func exactNumber(_ text: String) -> ExactNumber? {
    let plain = text.first == "+" ? String(text.dropFirst()) : text
    if let number = ExactNumber(plain), number.denominator == 1 { return number }
    let parts = plain.split(whereSeparator: { $0 == "e" || $0 == "E" })
    guard parts.count == 2, let mantissa = ExactNumber(String(parts[0])), let power = Int(parts[1].drop { $0 == "+" }),
      (-29...29).contains(power)
    else { return nil }
    return mantissa.shifted(byPowerOfTen: power)
  }

  private mutating func problem(_ rule: String, _ message: String, _ cell: Cell, _ row: Int, hint: String? = nil) {
    guard problems.count < 100 else { return }
    problems.append(
      .error(
        rule, message, at: SourceSpan(document: document, range: cell.range, start: lines.position(of: cell.range.lowerBound)), hint: hint))
  }

  // MARK: What was passed over

  private static let statusWords = [
    "B": "break in the series", "D": "definition differs", "E": "estimated", "G": "experimental", "I": "imputed", "J": "derogation",
    "K": "included elsewhere",
    "N": "not significant", "P": "provisional", "R": "revised", "S": "strike or special", "U": "low reliability", "V": "unvalidated",
    "W": "includes others",
  ]

  var findings: [Diagnostic] {
    var found: [Diagnostic] = []
    let span = SourceSpan(document: document)
    if missing > 0 { found.append(.note("sdmx.missing", "\(missing) rows state that there is no value", at: span)) }
    if deleted > 0 { found.append(.note("sdmx.deleted", "\(deleted) rows of action D delete a value and are not read", at: span)) }
    for (status, count) in statuses.sorted(by: { $0.key < $1.key }) {
      found.append(
        .note(
          "sdmx.status", "\(count) figures are marked \(status)\(Self.statusWords[status].map { " (\($0))" } ?? ""), and are read as facts",
          at: span))
    }
    if !columns.unread.isEmpty {
      found.append(.note("sdmx.attribute", "attributes that are not read: \(columns.unread.joined(separator: ", "))", at: span))
    }
    for (column, texts) in codesWithoutText.sorted(by: { $0.key < $1.key }) {
      let some = texts.sorted().prefix(5).joined(separator: ", ")
      found.append(
        .note(
          "sdmx.code", "codes of \(column) that no text explains: \(some)\(texts.count > 5 ? ", …" : "")", at: span,
          hint: "name them in a mapping file: --codes FILE"))
    }
    return found
  }
}

extension Unit {
  /// A measure with the word of its multiplier before or behind it; without multiplier where no word says so.
  init(measure: String, multiplier: Int) {
    let isHan = measure.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    let han = [2: "百", 3: "千", 4: "万", 5: "十万", 6: "百万", 7: "千万", 8: "亿", 9: "十亿", 10: "百亿", 11: "千亿", 12: "万亿"]
    let latin = [3: "thousand", 6: "million", 9: "billion", 12: "trillion"]
    guard multiplier > 0, let word = isHan ? han[multiplier] : latin[multiplier] else {
      self.init(written: measure, multiplier: 0, measure: measure)
      return
    }
    self.init(written: isHan ? word + measure : measure.isEmpty ? word : word + " " + measure, multiplier: multiplier, measure: measure)
  }
}
