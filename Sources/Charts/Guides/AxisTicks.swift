import Dataflow
import Geometry
import Grammar
import Scales
import Scene
import StructuredData

/// Where an axis has its ticks, and what they say.
extension AxisSetter {
  struct Marks {
    var values: [DataValue]
    /// Where each label stands along the axis.
    var labelPlaces: [Double]
    var tickPlaces: [Double]
    var texts: [String]
    /// What the numbers are counted in: 万, 亿.
    var unit = ""
  }

  func marks(_ axis: AxisModel, _ scale: ScaleFunction, length: Double) -> Marks {
    let p = axis.properties
    let definition = axis.definition
    let given = p["values"]?.sequence?.map { resolver.value($0, of: definition) }
    let count = self.tickCount(axis, scale, length: length)
    var values = given ?? scale.ticks(count, minStep: minStep(axis, scale))
    if given == nil, let moments = axis.weeklyMoments, scale.type.isTime, axis.written["tickCount"] == nil {
      // As many as there is room for dates, the first among them.
      let step = max(1, (Double(moments.count) * 72 / max(1, length)).rounded(.up).whole)
      values = stride(from: 0, to: moments.count, by: step).map { .time(moments[$0]) }
    } else if given == nil, let least = axis.leastStep, scale.type.isTime {
      // Fewer ticks until none lies between two data.
      var number = Double(values.count)
      while number > 2, zip(values, values.dropFirst()).contains(where: { $1.scaled - $0.scaled < 0.9 * least }) {
        number -= 1
        values = scale.ticks(.number(number), minStep: least)
      }
      // A mark of the calendar alone says nothing of the span: the first and the last moment do.
      if values.count < 2, let first = scale.stops.first, let last = scale.stops.last, first < last {
        return ends(first, last, least, scale)
      }
    }
    if given != nil, !scale.type.hasCategories {
      values = values.filter { value in scale.number(value).map { $0 >= -1e-6 - 0.5 && $0 <= length + 0.5 } ?? false }
    }
    let isExtent = p.text("tickBand") == "extent" && scale.type == .band
    let band = p.number("bandPosition") ?? 0.5
    let offset = p.number("tickOffset") ?? 0
    var places: [Double] = []
    var kept: [DataValue] = []
    for value in values {
      guard let place = scale.number(value, band: isExtent ? 0.5 : band), place.isFinite else { continue }
      kept.append(value)
      places.append(place)
    }
    var ticks = places.map { $0 + offset }
    if isExtent {
      ticks = kept.compactMap { scale.bandStart($0) }
      // The edges lie in the middle of the gaps.
      let gap = (scale.step - scale.bandwidth) / 2
      ticks = ticks.map { $0 - gap }
      if let last = ticks.last { ticks.append(last + scale.step) }
    }
    if p.bool("tickRound") ?? true { ticks = ticks.map { $0.rounded() } }
    var marks = Marks(values: kept, labelPlaces: places, tickPlaces: ticks, texts: texts(axis, scale, kept, count: count))
    if let magnitudes, scale.type.isContinuous, !scale.type.isTime, let counted = countedTexts(axis, scale, marks, in: magnitudes) {
      (marks.texts, marks.unit) = counted
    }
    return marks
  }

  /// The first and the last moment as an axis's marks, written as finely as the data lie apart.
  private func ends(_ first: Double, _ last: Double, _ step: Double, _ scale: ScaleFunction) -> Marks {
    let day = 86_400_000.0
    let unit: [TimeUnit.Unit] = step >= 28 * day ? [.year, .month] : [.year, .month, .date]
    let format = TimeFormat(TimeUnit(unit).formatSpecifier(text.timeLocale.units), locale: text.timeLocale)
    let places = [first, last].map { scale.number(.time($0)) ?? 0 }
    return Marks(
      values: [.time(first), .time(last)], labelPlaces: places, tickPlaces: places,
      texts: [first, last].map { format?($0).trimmingBlanks ?? "" })
  }

  func tickCount(_ axis: AxisModel, _ scale: ScaleFunction, length: Double) -> TickCount? {
    if let node = axis.properties["tickCount"] { return Charts.tickCount(node) }
    if axis.properties["values"] != nil || scale.type.hasCategories || scale.type == .log { return nil }
    if axis.definition.isField {
      if axis.definition.hasBinParameters { return .number((length / 10).rounded(.up)) }
      if let unit = axis.definition.timeUnit, unit.units.count == 1, [.month, .hours, .day, .quarter].contains(unit.smallest) {
        return nil
      }
    }
    return .number((length / 40).rounded(.up))
  }

  func minStep(_ axis: AxisModel, _ scale: ScaleFunction) -> Double? {
    if let step = axis.properties.number("tickMinStep") { return step }
    // Moments are not marked in finer steps than their unit or than the data have.
    if let least = axis.leastStep, scale.type.isTime, axis.definition.timeUnit == nil { return least }
    guard let unit = axis.definition.timeUnit, scale.type.isTime, axis.properties["tickCount"] == nil else { return nil }
    return unit.end(of: 978_307_200_000) - 978_307_200_000
  }

  func texts(_ axis: AxisModel, _ scale: ScaleFunction, _ values: [DataValue], count: TickCount?) -> [String] {
    var count = count ?? .number(axis.properties["values"] == nil ? 10 : Double(max(1, values.count)))
    if case .number(let number) = count, let step = axis.properties.number("tickMinStep") {
      count = .number(scale.bounded(number, minStep: step))
    }
    return GuideLabels(config: axis.config, resolver: resolver, locale: text.timeLocale, beginsWithYear: axis.leastStep != nil).texts(
      values, axis.definition, scale, properties: axis.properties, count: count,
      isWritten: axis.properties["values"] != nil)
  }
}
