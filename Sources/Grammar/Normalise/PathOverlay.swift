import StructuredData

extension Normaliser {
  /// Lines and areas with `point` and `line` become layers; a line with a second end is a rule.
  func overlaid(_ view: ViewSpec, _ mark: MarkDefinition, _ encoding: Encoding, inLayer: Bool) -> ViewSpec {
    guard let type = mark.plain else { return view }
    if type == .line, encoding[.x2] != nil || encoding[.y2] != nil {
      var ruled = view
      var rule = mark
      rule.type = MarkType.rule.rawValue
      ruled.content = .unit(rule, encoding)
      return ruled
    }
    guard type == .line || type == .area else { return view }
    let group = config[type.rawValue]
    let points = overlay(mark.properties["point"], group["point"], transparent: true, byEncoding: encoding[.shape] != nil)
    let lines = type == .area ? overlay(mark.properties["line"], group["line"], transparent: false, byEncoding: false) : nil
    guard points != nil || lines != nil else { return view }

    var own = mark
    own.properties["point"] = .bool(false)
    own.properties["line"] = nil
    if type == .area, mark.properties["opacity"] == nil, mark.properties["fillOpacity"] == nil {
      own.properties["opacity"] = .number(0.7)
    }
    var base = encoding
    base[.shape] = nil
    var layers = [unit(own, base, named: view.name, at: view)]
    var over = encoding
    over[.x2] = nil
    over[.y2] = nil
    // The overlay lies on the edge of the stack, though lines and points do not stack of themselves.
    if let stack = stackProperties(type, mark.properties, encoding.withTypes().encoding), let channel = over[stack.fieldChannel] {
      var stacked = channel
      stacked.stack = stack.offset
      over[stack.fieldChannel] = stacked
    }
    if let lines {
      let kept = ["clip", "interpolate", "tension"].reduce(into: Properties(at: mark.span)) { $0[$1] = mark.properties[$1] }
      var line = MarkDefinition("line", lines.over(kept), at: mark.span)
      line.properties["point"] = .bool(false)
      layers.append(unit(line, over, named: nil, at: view))
    }
    if let points {
      var kept = Properties(["opacity": .number(1), "filled": .bool(true)], at: mark.span)
      kept["clip"] = mark.properties["clip"]
      layers.append(unit(MarkDefinition("point", points.over(kept), at: mark.span), over, named: nil, at: view))
    }
    var layered = view
    layered.content = .layer(layers, Encoding())
    layered.parameters = view.parameters
    return layered
  }

  private func unit(_ mark: MarkDefinition, _ encoding: Encoding, named name: String?, at view: ViewSpec) -> ViewSpec {
    var unit = ViewSpec(.unit(mark, encoding), at: view.span)
    unit.name = name
    return unit
  }

  private func overlay(_ own: Node?, _ configured: Node?, transparent: Bool, byEncoding: Bool) -> Properties? {
    let setting: Node
    if let own {
      setting = own
    } else if let configured, configured.bool != false {
      setting = configured
    } else {
      return byEncoding ? Properties() : nil
    }
    if transparent, setting.string == "transparent" { return Properties(["opacity": .number(0)]) }
    if setting.bool == true { return Properties() }
    guard setting.kind == .mapping else { return nil }
    return Properties(["_": setting]).properties("_")
  }
}
