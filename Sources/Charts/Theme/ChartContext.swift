import Geometry
package import Indicators
package import Scene
package import Typesetting

/// What a chart needs beyond its spec.
package struct ChartContext: Sendable {
  package var typesetter: Typesetter
  /// Nil: the built-in theme that suits the size.
  package var theme: ChartTheme?
  package var language: Language
  /// Fetches what `data.url` names, as a list of rows.
  package var load: RowLoader?
  package var indicators: IndicatorSet?

  package init(
    typesetter: Typesetter, theme: ChartTheme? = nil, language: Language = .simplifiedChinese,
    indicators: IndicatorSet? = nil, load: RowLoader? = nil
  ) {
    self.typesetter = typesetter
    self.theme = theme
    self.language = language
    self.indicators = indicators
    self.load = load
  }
}
