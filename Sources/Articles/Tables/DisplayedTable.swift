/// A table of a document as a reader sees it: its title, a row of heads, rows of texts and notes.
package struct DisplayedTable: Hashable, Sendable {
  package struct Row: Hashable, Sendable {
    /// One for each column; empty where a cell reaches in from the left or from above.
    package var cells: [String]
    /// Of the first cell, in ems.
    package var indent: Int
    package init(cells: [String], indent: Int) {
      self.cells = cells
      self.indent = indent
    }
  }

  /// The path of its document as given.
  package var document: String
  /// Counted from 1 over the document.
  package var number: Int
  package var sheet: String?
  package var title: String?
  /// What else stands above its heads: 单位：万元.
  package var subtitles: [String] = []
  /// For each column the texts of its heads, the outermost first.
  package var heads: [[String]]
  package var rows: [Row]
  /// Whether numbers stand in a column.
  package var isNumeric: [Bool]
  package var notes: [String] = []

  package init(document: String, number: Int, sheet: String? = nil, title: String? = nil, heads: [[String]], rows: [Row], isNumeric: [Bool])
  {
    self.document = document
    self.number = number
    self.sheet = sheet
    self.title = title
    self.heads = heads
    self.rows = rows
    self.isNumeric = isNumeric
  }

  /// What it may be called: its title, its sheet, its number in the document.
  package var names: [String] { [title, sheet].compactMap { $0 } + ["table \(number)"] }
}
