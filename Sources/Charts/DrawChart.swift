package import Diagnostics
package import Geometry
package import Scene
import Typesetting

/// Draws a chart at a size, title to source line inside; nothing is shrunk to fit, and what found no place is reported.
package func drawChart(_ spec: ChartSpec, size: Size, context: ChartContext) -> Warned<Frame> {
  let theme = context.theme ?? .suited(to: size)
  let text = ChartText(typesetter: context.typesetter, theme: theme, language: context.language)
  var picture = Picture(size: size, text: text)
  let form = spec.lowered(in: context, size: size, theme: theme, diagnostics: &picture.diagnostics)  // Marks/: our marks as layers
  picture.diagnostics += checkTitle(form.spec, form.layers)  // Findings/: the title's numbers against the data
  let furniture = Furniture(form.spec, legend: form.legend(text), size: size, text: text)  // title … source, measured
  let baseline = furniture.draw(into: &picture)
  form.draw(in: furniture.plotArea, text: text, into: &picture)  // scales, guides, marks
  return picture.finished(baseline: baseline)  // labels placed, layers merged
}
