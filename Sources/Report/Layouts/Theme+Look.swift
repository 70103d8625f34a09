import Geometry
package import StructuredData

extension Theme {
  /// What the theme says of a chart's look: `$name` of the files of `layouts/charts`. Colours go by their names; `font` is the family
  /// of figures' titles.
  package var lookValues: [String: Node] {
    var values: [String: Node] = [:]
    for (name, color) in colors { values[name] = .string(color.hex) }
    if let name = styles[.figureTitle]?.font {
      values["font"] = .string(families.first { $0.name == name }?.family ?? name)
    }
    for (name, role) in [("figure-title", TypeRole.figureTitle), ("figure-subtitle", .figureSubtitle)] {
      values[name] = styles[role].map { .number($0.size.points) }
      values[name + "-leading"] = styles[role].map { .number($0.leading.points) }
    }
    return values
  }
}
