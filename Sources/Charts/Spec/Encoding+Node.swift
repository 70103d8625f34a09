import Diagnostics
import StructuredData

extension Encoding {
  static var shape: StructuredData.Shape<Encoding> {
    .record("Encoding") { fields in
      var encoding = Encoding()
      for channel in Channel.allCases { encoding[channel] = fields.optional(channel.rawValue, ChannelSpec.shape) }
      fields.ignore("tooltip", "href", "key")
      return encoding
    }
  }
}

extension ChannelSpec {
  static var shape: StructuredData.Shape<ChannelSpec> {
    .record("Channel") { fields in
      var spec = ChannelSpec()
      spec.field = fields.optional("field", .text)
      spec.type = fields.optional("type", .choice(FieldType.self))
      spec.aggregate = fields.optional("aggregate", .choice(AggregateFunction.self))
      spec.value = fields.optional("value", .any).map { DataValue(node: $0) }
      spec.datum = fields.optional("datum", .any).map { DataValue(node: $0) }
      spec.title = fields.optional("title", .nullable(.text)).flatMap { $0 }
      if let axis = fields.optional("axis", .nullable(AxisSpec.shape)) { spec.axis = axis ?? .hidden }
      spec.scale = fields.optional("scale", .nullable(ScaleSpec.shape)).flatMap { $0 }
      spec.sort = fields.optional("sort", sortShape)
      spec.stack = fields.optional("stack", stackShape)
      spec.bandPosition = fields.optional("bandPosition", .number(in: 0...1))
      spec.format = fields.optional("format", .text)
      if let legend = fields.optional("legend", .nullable(.any)) { spec.legend = legend != nil }
      return spec
    }
  }

  private static var sortShape: StructuredData.Shape<Sort> {
    .either(
      StructuredData.Shape<Sort>.literal(.null, .data),
      StructuredData.Shape<String>.text.map { text, _ throws(Diagnostic) in
        switch text {
        case "ascending": return Sort.ascending
        case "descending": return Sort.descending
        case "x", "y": return Sort.field(text, descending: false)
        case "-x", "-y": return Sort.field(String(text.dropFirst()), descending: true)
        default:
          throw .error(
            "field.choice", "unknown order “\(text)”",
            hint: nearestName(to: text, among: ["ascending", "descending", "x", "-x", "y", "-y"]).map {
              "did you mean “\($0)”?"
            })
        }
      },
      StructuredData.Shape<[String]>.list(of: .text).map { values, _ in Sort.values(values) },
      .record("Sort") { fields in
        let field = fields.optional("field", .text)
        let channel = fields.optional("encoding", .text)
        let order = fields.optional("order", .name(among: ["ascending", "descending"]), default: "ascending")
        fields.ignore("op")
        return (field ?? channel).map { Sort.field($0, descending: order == "descending") }
      })
  }

  private static var stackShape: StructuredData.Shape<Stack> {
    .either(
      .literal(.null, .none), .literal(.bool(false), .none), .literal(.bool(true), .zero), .choice(Stack.self))
  }
}

extension AxisSpec {
  static var shape: StructuredData.Shape<AxisSpec> {
    .record("Axis") { fields in
      var axis = AxisSpec()
      axis.title = fields.optional("title", .nullable(.text)).flatMap { $0 }
      axis.grid = fields.optional("grid", .bool)
      axis.labels = fields.optional("labels", .bool)
      axis.format = fields.optional("format", .text)
      axis.tickCount = fields.optional("tickCount", .positive)
      axis.values = fields.optional("values", .list(of: .any), default: []).map { DataValue(node: $0) }
      fields.ignore(
        "orient", "ticks", "domain", "labelAngle", "labelOverlap", "labelExpr", "offset", "tickMinStep", "labelAlign",
        "labelBaseline", "labelPadding")
      return axis
    }
  }
}

extension ScaleSpec {
  static var shape: StructuredData.Shape<ScaleSpec> {
    .record("Scale") { fields in
      var scale = ScaleSpec()
      scale.type = fields.optional("type", .choice(Kind.self))
      scale.domain = fields.optional("domain", .list(of: .any), default: []).map { DataValue(node: $0) }
      scale.range = fields.optional("range", .list(of: .any), default: []).map { DataValue(node: $0) }
      scale.zero = fields.optional("zero", .bool)
      scale.nice = fields.optional("nice", .bool)
      scale.reverse = fields.optional("reverse", .bool)
      scale.padding = fields.optional("padding", .number)
      scale.paddingInner = fields.optional("paddingInner", .number(in: 0...1))
      scale.paddingOuter = fields.optional("paddingOuter", .number(in: 0...))
      fields.ignore("scheme", "domainMin", "domainMax", "clamp")
      return scale
    }
  }
}
