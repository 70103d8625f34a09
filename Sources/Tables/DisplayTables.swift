package import Articles
import Extraction
package import Lingua

/// The tables of a document as they are displayed, each part with heads of its own as one.
package func displayedTables(of article: Article, _ words: TableWords) -> [DisplayedTable] {
  let titles = TitlesAbove(article, words)
  return article.tables.flatMap { table -> [DisplayedTable] in
    guard !table.isFrame, let grid = TableGrid(table, words) else { return [] }
    var sections = grid.sections()
    if sections.isEmpty {
      // A table of words: its first row is its heads.
      sections = [TableSection(columns: 0..<grid.columnCount, headRows: [0], bodyRows: Array(1..<max(1, grid.rowCount)))]
    }
    let above = titles.lines(above: table)
    return sections.map { grid.displayed($0, of: article, above: above) }
  }
}

extension TableGrid {
  fileprivate func displayed(_ section: TableSection, of article: Article, above: LinesAbove) -> DisplayedTable {
    let isFilled = section.columns.map { column in (section.headRows + section.bodyRows).contains { !text($0, column).isEmpty } }
    let columns = zip(section.columns, isFilled).filter(\.1).map(\.0)
    // A unit beside the title is none.
    let lines = section.titles.filter { reading($0).units.isEmpty }
    let units = section.titles.filter { !reading($0).units.isEmpty }
    var displayed = DisplayedTable(
      document: article.id, number: table.number, sheet: table.sheet,
      title: table.caption ?? lines.last.map { withoutLabel($0, words) }
        ?? above.titles.first { reading($0).units.isEmpty }.map { withoutLabel($0, words) },
      heads: columns.map { headPath($0, section) },
      rows: section.bodyRows.filter { row in columns.contains { !text(row, $0).isEmpty } }.map { row in
        DisplayedTable.Row(
          cells: columns.map { begins(row, $0) ? text(row, $0) : "" }, indent: columns.first.flatMap { cell(row, $0)?.indent } ?? 0)
      },
      isNumeric: columns.map { column in section.bodyRows.contains { content($0, column).number != nil } })
    displayed.subtitles = units.isEmpty ? Array((above.titles + above.items).prefix(2)).filter { !reading($0).units.isEmpty } : units
    displayed.notes = section.notes
    return displayed
  }
}
