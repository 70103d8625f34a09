import Dataflow
import Diagnostics
import StructuredData

/// Quartiles as a box with the median, whiskers to the last values within reach, and points for those beyond (Tukey 1977); with
/// `extent: min-max` the whiskers reach all values.
@Sendable func boxplot(
  _ normaliser: Normaliser, _ view: ViewSpec, _ mark: MarkDefinition, _ encoding: Encoding
) -> Warned<ViewSpec> {
  do throws(Diagnostic) {
    let parts = try CompositeParts("boxplot", normaliser, view, mark, encoding)
    let field = FieldPath(parts.field)
    let extent = mark.properties["extent"] ?? parts.config["extent"] ?? .number(1.5)
    let size = mark.properties["size"] ?? parts.config["size"] ?? .number(14)
    let orient = Node.string(parts.axis == .y ? "vertical" : "horizontal")
    let across = Node.string(parts.axis == .y ? "horizontal" : "vertical")
    func output(_ op: AggregateOp, _ name: String, of path: FieldPath? = nil) -> Transform.Aggregate.Output {
      .init(op, of: path ?? field, as: name)
    }
    func name(_ prefix: String) -> String { parts.named(prefix) }
    func value(_ name: String) -> String { "datum[\(quotedText(name))]" }
    let quartiles = [
      output(.q1, name("lower_box")), output(.q3, name("upper_box")), output(.median, name("mid_box")),
    ]
    let plain: Set<Channel> = [.color, .fill, .stroke, .size]
    func whiskers() -> [ViewSpec?] {
      [
        parts.layer("rule", .rule, from: name("lower_whisker"), to: name("lower_box"), without: plain),
        parts.layer("rule", .rule, from: name("upper_box"), to: name("upper_whisker"), without: plain),
        parts.layer("ticks", .tick, from: name("lower_whisker"), base: ["orient": across], without: plain),
        parts.layer("ticks", .tick, from: name("upper_whisker"), base: ["orient": across], without: plain),
      ]
    }
    let boxes = [
      parts.layer("box", .bar, from: name("lower_box"), to: name("upper_box"), base: ["orient": orient, "size": size]),
      parts.layer("median", .tick, from: name("mid_box"), base: ["orient": across, "size": size], without: plain),
    ]
    if extent.string == "min-max" {
      let transforms: [Transform] = [
        .aggregate(
          Transform.Aggregate(
            quartiles + [output(.min, name("lower_whisker")), output(.max, name("upper_whisker"))], groupBy: parts.groupBy))
      ]
      return Warned(parts.layered((whiskers() + boxes).compactMap(\.self), transforms))
    }
    let reach = numberText(extent.double ?? 1.5)
    let (low, high) = (value(name("lower_box")), value(name("upper_box")))
    let here = "datum[\(quotedText(parts.field))]"
    let iqr = "(\(high) - \(low))"
    let within = "(\(low) - \(reach) * \(iqr) <= \(here)) && (\(here) <= \(high) + \(reach) * \(iqr))"
    let beyond = "(\(here) < \(low) - \(reach) * \(iqr)) || (\(here) > \(high) + \(reach) * \(iqr))"
    func filter(_ text: String) throws(Diagnostic) -> Transform {
      .filter(.expression(try Expression(text, at: mark.span)))
    }
    let join = Transform.joinAggregate(
      Transform.Aggregate(
        [output(.q1, name("lower_box")), output(.q3, name("upper_box"))], groupBy: parts.groupBy))
    var layers: [ViewSpec] = []
    if var outliers = parts.layer("outliers", .point, from: parts.field, without: [.size]) {
      outliers.transforms = [join, try filter(beyond)]
      layers.append(outliers)
    }
    var spread = ViewSpec(.layer(whiskers().compactMap(\.self), Encoding()), at: view.span)
    spread.transforms = [
      join, try filter(within),
      .aggregate(
        Transform.Aggregate(
          [
            output(.min, name("lower_whisker")), output(.max, name("upper_whisker")),
            output(.min, name("lower_box"), of: FieldPath(verbatim: name("lower_box"))),
            output(.max, name("upper_box"), of: FieldPath(verbatim: name("upper_box"))),
          ], groupBy: parts.groupBy)),
    ]
    layers.append(spread)
    var box = ViewSpec(.layer(boxes.compactMap(\.self), Encoding()), at: view.span)
    box.transforms = [.aggregate(Transform.Aggregate(quartiles, groupBy: parts.groupBy))]
    layers.append(box)
    return Warned(parts.layered(layers, []))
  } catch {
    return refused(view, error)
  }
}
