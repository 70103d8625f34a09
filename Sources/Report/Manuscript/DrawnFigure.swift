package import Charts
import Diagnostics
package import Geometry
import Grammar
import Scene
import StructuredData

/// A chart of a manuscript: its picture without words round it, the words, and what it draws as tables.
package struct DrawnFigure: Sendable {
  /// `图2-3`; nil where the report names the figure nowhere.
  package var label: String?
  package var anchor: String?
  /// The headline.
  package var title: String?
  /// What is measured where and when, with the unit.
  package var subtitle: String?
  /// Notes, then who says so.
  package var notes: [String]
  package var source: [String]
  /// What those are told who do not see it.
  package var alternative: String
  package var size: Size
  /// The place of its picture in ``Manuscript/pictures``.
  package var picture: Int
  /// With heads in the language of the report.
  package var tables: [FigureTable]
}

/// Where a figure stands, which decides its size.
package enum FigureSlot: Hashable, Sendable {
  case full
  /// One of so many side by side.
  case row(Int)
  /// So many twelfths of a row.
  case cell(Int)
  /// With text beside it.
  case beside
  /// In a panel, a quotation or a list.
  case inset
}

extension FigureSetting {
  /// Compiles a chart for a manuscript.
  func drawn(_ figure: ChartFigure, size: ChartSize, least: Length?) -> Warned<(chart: BuiltChart, source: ChartSource)?> {
    do throws(Diagnostics) {
      let source = try readSpec(figure.spec)
      func built(_ size: ChartSize) throws(Diagnostics) -> Warned<BuiltChart> {
        var setting = ChartSetting(theme: look, typesetter: typesetter, language: language, size: size, fetch: fetch)
        setting.isEditable = true
        return try BuiltChart.compile(source.value, in: setting)
      }
      var chart = try built(size)
      // A figure without rows may be higher than it must.
      if let least, chart.value.size.height < least, chart.value.heights.upperBound > chart.value.size.height.points + 1 {
        let height = min(least, .pt(chart.value.heights.upperBound))
        chart = try built(.fixed(Size(width: chart.value.size.width, height: height)))
      }
      let findings = (source.diagnostics + chart.diagnostics).map { $0.placed(at: figure.written?.span) }
      return Warned((chart.value, source.value), findings)
    } catch {
      return Warned(nil, error.all.map { $0.placed(at: figure.written?.span) })
    }
  }
}

extension ChartSource {
  /// The subtitle, with the unit where nothing says it yet.
  func editableSubtitle(_ words: FigureWords) -> String? {
    var subtitle = view.title?.subtitle.joined(separator: " ") ?? ""
    let says = subtitle.isEmpty ? view.title?.lines.joined(separator: " ") ?? "" : subtitle
    if let unit, !unit.isEmpty, !says.contains(unit) { subtitle += (subtitle.isEmpty ? "" : words.semicolon) + words.unit + unit }
    return subtitle.isEmpty ? nil : subtitle
  }
}

extension FigureTable {
  /// With heads and words in the language of the report; columns in which nothing is said are left out.
  func worded(_ vocabulary: Vocabulary, _ words: FigureWords, unit: String?) -> FigureTable {
    var copy = self
    for index in copy.columns.indices {
      let column = copy.columns[index]
      var head = column.title ?? vocabulary.column(column.name)
      let isMeasure = column.isMeasure && [.x, .y, .theta].contains(column.channel)
      if isMeasure, let unit, !unit.isEmpty, !head.contains(unit) { head += vocabulary.language.isChinese ? "（\(unit)）" : " (\(unit))" }
      copy.columns[index].title = head
      guard column.channel == .status || column.channel == .qualifier else { continue }
      for row in copy.rows.indices {
        let said = copy.rows[row][index].text
        let word = column.channel == .status ? words.status(said).filter { !"（）() ".contains($0) } : words.qualifier(said)
        // A stated fact and an exact value need no word; what is no code is a word already.
        copy.rows[row][index] = ["", "fact", "="].contains(said) ? .empty : .text(word.isEmpty ? said : word)
      }
    }
    let kept = copy.columns.indices.filter { place in copy.rows.contains { $0[place] != .empty } }
    copy.columns = kept.map { copy.columns[$0] }
    copy.rows = copy.rows.map { row in kept.map { row[$0] } }
    return copy
  }
}
