import Dataflow
package import Diagnostics
package import Geometry
package import Grammar
import Scales
package import Scene
import StructuredData
import Typesetting

/// A chart laid out: the passes up to layout have run, only drawing is left.
package struct BuiltChart: Sendable {
  let root: SceneGroup
  /// What of it leads where.
  let links: ChartLinks
  /// Names of the places of a document that it leads to.
  package var linkedPlaces: [String] { links.places }
  /// By how much the design is enlarged in the picture.
  let scale: Double
  let padding: (left: Double, top: Double, right: Double, bottom: Double)
  let background: Color?
  /// Width and height of the whole picture, padding included.
  package let size: Size
  package let title: String
  /// What a file of it is called: the title, else what is drawn by what.
  package let name: String
  /// The pictures of image marks, by their numbers.
  package let images: [ImageResource]
  /// What those are told who do not see the chart.
  package let description: String
  /// Heights in which the figure looks well at its width; rows may stand a little closer and never farther apart.
  package let heights: ClosedRange<Double>
  /// A line or more for each pass: what it made of the spec; none where the setting does not ask for it.
  package let explanation: [String]
  /// What is drawn, where the setting asks for it; empty else.
  package let tables: [FigureTable]
  /// As the spec names it; nil where it does not.
  package let unit: String?
  /// What another layout of the same chart, at another height, may begin with.
  package var precedent: LayoutPrecedent

  /// Compiles a spec pass by pass.
  package static func compile(_ source: ChartSource, in setting: ChartSetting) throws(Diagnostics) -> Warned<BuiltChart> {
    var setting = setting
    let figure = source.config.over(setting.theme)["figure"]
    // A look for pages has no height of its own.
    if setting.size == .own, figure.bool("isScaled") == false, let width = figure.number("designWidth"),
      ChartCompilation.pixels(source.view) == nil
    {
      setting.size = .wide(.pt(width))
    }
    let source = source.scalingLengths(by: Self.specScale(source.view, figure))
    if let precedent = setting.precedent, precedent.isTurned, let turned = turned(source) {
      let fit = ChartCompilation.FigureFit(isTurned: true, guides: precedent.guides, prepared: precedent.prepared)
      return try ChartCompilation(turned, in: setting, as: fit).built()
    }
    let fit = ChartCompilation.FigureFit(guides: setting.precedent?.guides, prepared: setting.precedent?.prepared)
    return try ChartCompilation(source, in: setting, as: fit).built()
  }

  /// What a pixel of the spec is in the pixels of a figure's design: of the picture whose width the spec gives, else as the look says.
  private static func specScale(_ view: ViewSpec, _ figure: Properties) -> Double {
    guard let design = figure.number("designWidth"), design > 0 else { return 1 }
    if figure.bool("isScaled") != false, let written = ChartCompilation.pixels(view) { return design / written.width.points }
    return figure.number("specScale") ?? 1
  }
}
