package import Charts
import Geometry
import Fonts
import Scene
import Typesetting

extension Styles {
  /// A chart's look in the colours, faces and title sizes of this theme.
  ///
  /// - Parameter base: of the size class; its distances stay, and its type sizes where it is designed in pixels.
  package func chartTheme(_ base: ChartTheme) -> ChartTheme {
    var look = base
    look.palette.ink = color("ink")
    look.palette.ink2 = color("ink-2")
    look.palette.ink3 = color("ink-3")
    look.palette.rule = color("rule")
    look.palette.grid = color("grid")
    look.palette.tint = color("tint")
    look.palette.brand = color("brand")
    look.palette.sky = color("c2")
    look.palette.red = color("c3")
    look.palette.amber = color("c4")
    look.palette.teal = color("c5")
    look.palette.context = color("c0")
    look.palette.background = color("white")
    for (face, role) in [("regular", TypeRole.figureSubtitle), ("medium", .figureNumber), ("bold", .figureTitle)] {
      let index = Int(text(role).font.index)
      if typesetter.fonts.resources.indices.contains(index) { look.fonts[face] = typesetter.fonts.resources[index].name }
    }
    // A picture that stands alone is designed in pixels and has sizes of its own.
    if base.margin == 0, base.name == "annual" {
      look.title = .init(size(.figureTitle).points, leading(.figureTitle).points)
      look.subtitle = .init(size(.figureSubtitle).points, leading(.figureSubtitle).points)
    }
    return look
  }
}
