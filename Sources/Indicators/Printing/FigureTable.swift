import Diagnostics

/// The figures of a set as lines of text in columns, for a person who checks what was read: where it stands, what it is, its
/// value and unit, whose and of when, and what it bears on.
package func figureTable(_ set: IndicatorSet) -> String {
  var rows = [["place", "kind", "name", "value", "unit", "area", "period", "note"]]
  let places = Dictionary(set.observations.map { ($0.id, place(of: $0)) }, uniquingKeysWith: { first, _ in first })
  for figure in set.observations {
    var notes: [String] = []
    if let basis = figure.basis { notes.append(basis.description) }
    if let scope = figure.scope { notes.append("of \(scope)") }
    if let of = figure.of { notes.append("→ \(places[of] ?? of)") }
    if let whole = figure.partOf { notes.append("part of \(places[whole] ?? whole)") }
    if figure.status != .fact { notes.append(figure.status.rawValue) }
    rows.append([
      places[figure.id] ?? figure.id, figure.kind.rawValue, figure.name,
      (figure.qualifier == .exactly ? "" : figure.qualifier.rawValue) + figure.value.description,
      figure.unit.written, figure.area ?? "–", (figure.period?.description ?? "–") + (figure.periodIsAssumed ? "?" : ""),
      notes.joined(separator: ", "),
    ])
  }
  let widths = rows[0].indices.map { column in min(48, rows.map { displayWidth($0[column]) }.max() ?? 0) }
  var out = ""
  for row in rows {
    var line = ""
    for (column, text) in row.enumerated() {
      let gap = String(repeating: " ", count: max(0, widths[column] - displayWidth(text)))
      line += (column == 3 ? gap + text : text + gap) + "  "
    }
    while line.last == " " { line.removeLast() }
    out += line + "\n"
  }
  return out
}

/// `2-1!C5`, `C5` of a table without sheet, `12:7` of a sentence.
private func place(of figure: Observation) -> String {
  if let cell = figure.cell {
    var number = cell.column
    var letters = ""
    while number > 0 {
      letters = String(Character(Unicode.Scalar(UInt8((number - 1) % 26) + 0x41))) + letters
      number = (number - 1) / 26
    }
    return (cell.sheet.map { String($0.prefix(16)) + "!" } ?? "") + letters + String(cell.row)
  }
  return figure.source?.position.map { "\($0.line):\($0.column)" } ?? figure.id
}

/// Columns of a terminal: ideographs and full-width signs take two.
private func displayWidth(_ text: String) -> Int {
  text.unicodeScalars.reduce(0) {
    $0 + ((0x1100...0x115F).contains($1.value) || (0x2E80...0xFFE6).contains($1.value) && !(0xFB00...0xFEFF).contains($1.value) ? 2 : 1)
  }
}
