import Diagnostics
package import StructuredData

/// A way to fill a row of an infographic page; the data of `layouts/patterns/rows.yaml`.
package struct RowPattern: Hashable, Sendable {
  package var name: String
  /// What each cell holds, and how many twelfths of the page it spans.
  package var cells: [InfographicRow.Kind]
  package var spans: [Int]
  /// About how high it is, in lines of the baseline grid.
  package var lines: Int
}

/// The patterns that pages are made of.
package struct RowPatterns: Hashable, Sendable {
  package var all: [RowPattern]
  package init(_ all: [RowPattern] = []) { self.all = all }

  package static let shape = NodeShape<RowPatterns>.record("RowPatterns") { fields in
    let rows = fields.required("rows", .list(of: pattern), "Ways to fill a row.")
    guard let rows else { return nil }
    var names: Set<String> = []
    for row in rows where !names.insert(row.name).inserted {
      fields.findings.add(.error("rows.name", "two rows are called “\(row.name)”", at: fields.span(of: "rows")))
    }
    return RowPatterns(rows)
  }

  private static let pattern = NodeShape<RowPattern>.record("RowPattern") { fields in
    let name = fields.required("name", .text, "What it is called.")
    let cells = fields.required("cells", .list(of: .choice(InfographicRow.Kind.self)), "What stands in it, from the left.")
    let spans = fields.required("spans", .list(of: .integer(in: 1...InfographicRow.twelfths)), "Twelfths of the page, one number a cell.")
    let lines = fields.required("lines", .integer(in: 1...60), "About how high it is, in lines of the baseline grid.")
    guard let name, let cells, let spans, let lines else { return nil }
    guard cells.count == spans.count, !cells.isEmpty else {
      fields.findings.add(
        .error(
          "rows.spans", "\(cells.count) cells have \(spans.count) spans", at: fields.span(of: "spans"), hint: "write one number a cell"))
      return nil
    }
    guard spans.reduce(0, +) == InfographicRow.twelfths else {
      fields.findings.add(
        .error(
          "rows.spans", "the spans of “\(name)” are \(spans.reduce(0, +)) twelfths", at: fields.span(of: "spans"),
          hint: "a row is 12 twelfths wide"))
      return nil
    }
    return RowPattern(name: name, cells: cells, spans: spans, lines: lines)
  }
}
