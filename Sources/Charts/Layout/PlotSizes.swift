import Grammar
import StructuredData

/// How large each plot is, before guides take their room.
struct PlotSizes {
  let table: ScaleTable
  let scales: [ScaleFunction]
  let config: Config
  /// Of a figure's grid: what its plots have whose sizes are open.
  var cells: GridCells?

  /// The size of every plot: as written, by steps of a discrete scale, or by default.
  ///
  /// - Parameters:
  ///   - override: the size of a plot that is fitted into a picture.
  ///   - sizes: by unit.
  func assign(_ view: ViewModel, _ override: PlotSize?, _ sizes: inout [Int: PlotSize]) {
    switch view.content {
    case .concat(let views): for child in views { assign(child, nil, &sizes) }
    case .facet(let facet): for cell in facet.cells { assign(cell, nil, &sizes) }
    case .unit, .layer:
      let units = view.units
      let size =
        override?.keeping(view.spec.aspect)
        ?? PlotSize(
          width: sound(extent(.x, view.writtenSize { $0.width }, units)),
          height: sound(extent(.y, view.writtenSize { $0.height }, units)))
      for unit in units { sizes[unit.id] = size }
    }
  }

  /// In a figure rows are never nearer to one another than their names; 0 where rows have none.
  private func leastStep(of unit: UnitModel, _ channel: Channel) -> Double {
    guard channel == .y, !config["figure"].isEmpty, let axis = unit.field(.y)?.axis, !axis.isNull, axis.value?.bool("labels") != false,
      let size = config.styles["guide-label"]?.number("fontSize")
    else { return 0 }
    return size * 1.25 + (config["axis"].number("labelSeparation") ?? 0) + 1
  }

  /// A length that can be reckoned with: beyond any picture where it is too long for one, which `chart.size` tells.
  private func sound(_ length: Double) -> Double { length.isNaN ? 0 : max(0, min(1e7, length)) }

  private func extent(_ channel: Channel, _ written: ViewSize?, _ units: [UnitModel]) -> Double {
    if case .pixels(let pixels)? = written { return pixels }
    let view = config["view"]
    let isX = channel == .x
    if isX, written == nil, let cells { return cells.width }
    if written == nil, let height = cells?.height { return height }
    let natural = view.number(isX ? "continuousWidth" : "continuousHeight") ?? 300
    let continuous = isX ? natural : cells?.plotHeight(natural: natural) ?? natural
    let discrete = view[isX ? "discreteWidth" : "discreteHeight"]
    let step = discrete?["step"]?.double ?? view.number("step") ?? 20
    let owner = units.first { table[$0.id, channel] != nil }
    guard let owner, let index = table[owner.id, channel] else {
      if case .container? = written { return continuous }
      if units.contains(where: { $0.mark == .arc || $0.map != nil }) { return continuous }
      if case .step(let step, _)? = written { return step }
      return discrete?.double ?? step
    }
    let scale = scales[index]
    guard scale.type.hasCategories else { return continuous }
    if case .container? = written { return continuous }
    var own = step
    var forOffset: Bool?
    if case .step(let written, let offset)? = written {
      own = max(written, leastStep(of: owner, channel))
      forOffset = offset
    } else if let fixed = discrete?.double {
      return fixed
    }
    let inner = scale.type == .point ? 1 : scale.paddingInner
    let space = bandSpace(count: scale.categories.count, inner: inner, outer: scale.paddingOuter)
    if scale.type == .band, let offsetChannel = channel.offset, let unit = units.first(where: { table[$0.id, offsetChannel] != nil }),
      let place = table[unit.id, offsetChannel], forOffset ?? scales[place].type.hasCategories
    {
      let offset = scales[place]
      let count =
        offset.type == .band
        ? bandSpace(count: offset.categories.count, inner: offset.paddingInner, outer: offset.paddingOuter)
        : Double(offset.categories.count)
      return own * count / max(0.001, 1 - inner) * space
    }
    return own * space
  }
}

extension PlotSize {
  /// The largest plot within this one whose width over its height lies in `aspect`.
  fileprivate func keeping(_ aspect: ClosedRange<Double>?) -> PlotSize {
    guard let aspect, aspect.lowerBound > 0 else { return self }
    return PlotSize(width: min(width, height * aspect.upperBound), height: min(height, width / aspect.lowerBound))
  }
}
