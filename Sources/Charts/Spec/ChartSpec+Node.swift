package import Diagnostics
import Geometry
package import StructuredData

/// Fetches what `data.url` names, as a list of rows.
package typealias RowLoader = @Sendable (String) throws(Diagnostic) -> Node

extension ChartSpec {
  /// Reads a spec in Vega-Lite's words, with our marks and our keys `source`, `note`, `highlight`, `alt`, `unit`.
  ///
  /// - Throws: all errors at once; an unknown key is `field.unknown` with the nearest name.
  package init(node: Node) throws(Diagnostics) { self = try Self.shape.read(node).value }

  package static var shape: StructuredData.Shape<ChartSpec> { record(isLayer: false) }

  private static func record(isLayer: Bool) -> StructuredData.Shape<ChartSpec> {
    .record(isLayer ? "ChartLayer" : "Chart") { fields in
      fields.ignore(
        "$schema", "description", "name", "config", "usermeta", "background", "autosize", "padding", "params", "id")
      var spec = ChartSpec()
      spec.title = fields.optional("title", Title.shape, "The finding; a subtitle says measure, unit, place, period.")
      spec.data = fields.optional("data", Source.shape)
      spec.transform = fields.optional("transform", .list(of: ChartTransform.shape), default: [])
      spec.mark = fields.optional("mark", MarkSpec.shape)
      spec.encoding = fields.optional("encoding", Encoding.shape) ?? Encoding()
      spec.layer = fields.optional(
        "layer", .list(of: .deferred("a layer", kind: .mapping) { record(isLayer: true) }), default: [])
      spec.width = fields.optional("width", extent).flatMap { $0 }
      spec.height = fields.optional("height", extent).flatMap { $0 }
      spec.source = fields.optional("source", .text, "Who says so.")
      spec.note = fields.optional("note", .text)
      spec.highlight = fields.optional(
        "highlight", .oneOrMore(of: .text), default: [], "Categories in the strong colour.")
      spec.alt = fields.optional("alt", .text, "Replaces the computed text for readers who do not see the chart.")
      spec.unit = fields.optional("unit", .text, "The unit of the values, such as 亿元.")
      if spec.mark == nil, spec.layer.isEmpty, fields.node.kind == .mapping {
        fields.findings.add(.error("chart.mark", "a chart needs a “mark” or “layer”", at: fields.node.span))
        return nil
      }
      return spec
    }
  }

  /// A number of pixels; `container` and steps are left to the size that is asked for.
  private static var extent: StructuredData.Shape<Double?> {
    .either(
      StructuredData.Shape<Double>.positive.map { value, _ in value },
      .init(
        "a step", accepts: { $0.kind == .mapping || $0.kind == .string }, schema: { _ in .mapping([]) },
        decode: { _, _ in .some(nil) }))
  }
}

extension ChartSpec.Title {
  static var shape: StructuredData.Shape<ChartSpec.Title> {
    .either(
      line.map { text, _ in ChartSpec.Title(text) },
      .record("Title") { fields in
        let text = fields.required("text", line)
        let subtitle = fields.optional("subtitle", line)
        fields.ignore("anchor", "align", "orient", "offset", "fontSize", "color")
        return text.map { ChartSpec.Title($0, subtitle: subtitle) }
      })
  }
  /// One text, or lines that are joined.
  private static var line: StructuredData.Shape<String> {
    .either(.text, StructuredData.Shape<[String]>.list(of: .text).map { lines, _ in lines.joined(separator: " ") })
  }
}

extension ChartSpec.Source {
  static var shape: StructuredData.Shape<ChartSpec.Source> {
    .record("Data") { fields in
      let values = fields.optional("values", .any)
      let url = fields.optional("url", .text)
      let file = fields.optional("indicators", .text, "An article or indicator set.")
      let filter = fields.optional("where", IndicatorFilter.shape)
      fields.ignore("format", "name")
      if let values {
        do throws(Diagnostic) {
          return .values(try DataTable(node: values))
        } catch {
          fields.findings.add(error)
          return nil
        }
      }
      if let url { return .url(url) }
      if file != nil || filter != nil {
        return .indicators(file: file, concept: filter?.concept, area: filter?.area, period: filter?.period)
      }
      fields.findings.add(.error("chart.data", "data needs “values”, “url” or “indicators”", at: fields.node.span))
      return nil
    }
  }
}

private struct IndicatorFilter {
  var concept: String?
  var area: String?
  var period: String?
  static var shape: StructuredData.Shape<IndicatorFilter> {
    .record("Where") { fields in
      IndicatorFilter(
        concept: fields.optional("concept", .text), area: fields.optional("area", .text),
        period: fields.optional("period", .text))
    }
  }
}

extension MarkSpec {
  static var shape: StructuredData.Shape<MarkSpec> {
    .either(
      StructuredData.Shape<Kind>.choice(Kind.self).map { kind, _ in MarkSpec(kind) },
      .record("Mark") { fields in
        let kind = fields.required("type", .choice(Kind.self))
        var mark = MarkSpec(kind ?? .bar)
        mark.orient = fields.optional("orient", .choice(Orientation.self))
        mark.color = fields.optional("color", color)
        mark.opacity = fields.optional("opacity", .number(in: 0...1))
        mark.size = fields.optional("size", .positive)
        mark.strokeWidth = fields.optional("strokeWidth", .positive)
        mark.strokeDash = fields.optional("strokeDash", .list(of: .number(in: 0...)), default: [])
        mark.interpolate = fields.optional("interpolate", .text)
        mark.point = fields.optional("point", .bool)
        mark.innerRadius = fields.optional("innerRadius", .number(in: 0...))
        mark.align = fields.optional("align", .choice(Align.self))
        mark.baseline = fields.optional("baseline", .choice(Baseline.self))
        mark.dx = fields.optional("dx", .number)
        mark.dy = fields.optional("dy", .number)
        fields.ignore("tooltip", "cornerRadius", "clip", "filled", "fontSize", "fontWeight", "style")
        return kind == nil ? nil : mark
      })
  }

  private static var color: StructuredData.Shape<Color> {
    StructuredData.Shape<String>.text.map { text, node throws(Diagnostic) in
      if let color = Color(hex: text) { return color }
      throw .error("chart.color", "“\(text)” is no colour: #RGB or #RRGGBB is expected", at: node.span)
    }
  }
}
