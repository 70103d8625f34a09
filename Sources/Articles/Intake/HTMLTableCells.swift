/// Collects the cells of the tables of a page while its tags are read; tables within tables are tables of their own.
struct HTMLTableCells {
  struct OpenCell {
    var start: Int
    var form: HTMLCellForm
    /// How many edits and lines there were when it began.
    var edits: Int
    var lines: Int
  }

  /// Finished ones and those still open, by number.
  private var builders: [SourceTableBuilder] = []
  private let before: Int
  /// Indices of the open tables, the innermost last, each with the cell that was open when an inner one began.
  private var stack: [(table: Int, cell: OpenCell?)] = []
  private(set) var open: OpenCell?

  init(count: Int) { before = count }

  var tables: [SourceTable] { builders.map(\.table) }
  /// The number of the innermost open table.
  var number: Int? { stack.last.map { before + $0.table + 1 } }

  mutating func beginTable() {
    if let outer = stack.indices.last {
      stack[outer].cell = nil
      builders[stack[outer].table].markAsFrame()
    }
    open = nil
    stack.append((builders.count, nil))
    builders.append(SourceTableBuilder(number: before + builders.count + 1))
  }

  mutating func endTable() {
    open = nil
    _ = stack.popLast()
  }

  mutating func beginRow() {
    guard let index = stack.last?.table else { return }
    builders[index].beginRow()
  }

  mutating func beginCell(at start: Int, _ form: HTMLCellForm, edits: Int, lines: Int) {
    guard !stack.isEmpty else { return }
    open = OpenCell(start: start, form: form, edits: edits, lines: lines)
  }

  /// - Parameter isWhole: whether its text is known; a cell that holds headings or lists makes its table a frame.
  mutating func endCell(_ text: [Unicode.Scalar], range: Range<Int>, isWhole: Bool) {
    defer { open = nil }
    guard let cell = open, let index = stack.last?.table else { return }
    if !isWhole { builders[index].markAsFrame() }
    let inner = text.drop { $0.isBlank || $0.isLineEnd }
    builders[index].add(
      text, range: range, rowSpan: cell.form.rowSpan, columnSpan: cell.form.columnSpan,
      indent: inner.isEmpty ? 0 : cell.form.indent)
  }

  mutating func setCaption(_ text: String) {
    guard let index = stack.last?.table else { return }
    builders[index].setCaption(text)
  }
}

/// What the tag of a cell says of its form.
struct HTMLCellForm: Hashable {
  var rowSpan = 1
  var columnSpan = 1
  /// In ems.
  var indent = 0

  init(_ tag: some Sequence<Unicode.Scalar>) {
    let text = Array(tag.lazy.map(\.lowercasedHalfWidth).filter { !$0.isBlank && !$0.isLineEnd && $0 != "\"" && $0 != "'" })
    rowSpan = Self.number(after: "rowspan=", in: text)?.value ?? 1
    columnSpan = Self.number(after: "colspan=", in: text)?.value ?? 1
    for property in ["padding-left:", "text-indent:"] {
      guard let (value, end) = Self.number(after: property, in: text) else { continue }
      let unit = String(scalars: text[end...].prefix(2))
      indent += unit == "em" ? value : unit == "px" || unit == "pt" ? value / 12 : 0
    }
  }

  private static func number(after key: String, in text: [Unicode.Scalar]) -> (value: Int, end: Int)? {
    let key = Array(key.unicodeScalars)
    guard text.count > key.count else { return nil }
    for start in 0..<(text.count - key.count) where text[start] == key[0] && text[start..<(start + key.count)].elementsEqual(key) {
      var value = 0
      var index = start + key.count
      while index < text.count, (48...57).contains(text[index].value), value < 100_000 {
        value = value * 10 + Int(text[index].value) - 48
        index += 1
      }
      return index > start + key.count ? (value, index) : nil
    }
    return nil
  }
}
