import Dataflow
import Diagnostics
import Geometry
import Grammar
import Scales
import StructuredData

/// Builds the scales of a chart: domains first, then the sizes that follow from them, then ranges.
struct ScaleBuilder: Sendable {
  let resolver: Resolver
  /// Series in the strong colour, all others in grey.
  var highlight: [String] = []
  var findings: [Diagnostic] = []

  /// A scale with its domain and paddings, without its range.
  mutating func begin(_ component: ScaleComponent) -> ScaleFunction {
    var scale = ScaleFunction(component.channel, component.type)
    let definition = component.first.definition
    let config = component.config
    scale.clamps = component.written("clamp")?.bool ?? config.bool("clamp") ?? false
    scale.rounds = component.written("round")?.bool ?? false
    scale.align = component.written("align")?.double ?? 0.5
    switch component.type {
    case .log: scale.kind = .log(base: component.written("base")?.double ?? 10)
    case .pow: scale.kind = .pow(exponent: component.written("exponent")?.double ?? 1)
    case .sqrt: scale.kind = .sqrt
    case .symlog: scale.kind = .symlog(constant: component.written("constant")?.double ?? 1)
    default: break
    }
    if component.type.hasCategories {
      scale.setCategories(component.categories(resolver))
      if component.type == .ordinal, component.requests.contains(where: { $0.writtenDomain != nil }) {
        let unnamed = component.requests.flatMap { request in request.definition.isField ? request.rows.map { request.value(at: $0) } : [] }
          .filter { $0.isValid && scale.place(of: $0) == nil }
        if !unnamed.isEmpty {
          scale.setUnnamed(unnamed)
          let names = unnamed.reduce(into: [String]()) { if !$0.contains($1.asText) && $0.count < 4 { $0.append($1.asText) } }
          findings.append(
            .warning(
              "scale.domain", "the domain does not name \(names.map { "“\($0)”" }.joined(separator: ", ")): drawn, but in no legend",
              at: definition.span))
        }
      }
      setPaddings(&scale, component)
    } else if component.type == .quantile {
      scale.stops = component.samples()
    } else if component.type == .threshold {
      scale.stops = component.written("domain")?.sequence?.compactMap { resolver.value($0).finiteNumber } ?? []
    } else if component.type == .binOrdinal {
      scale.stops = binBounds(component) ?? component.continuousDomain(resolver)
      scale.bins = scale.stops
    } else {
      scale.stops = component.continuousDomain(resolver)
    }
    if definition.isBinned || component.written("bins") != nil {
      scale.bins = binBounds(component)
    }
    let isDescending = component.requests.contains { $0.definition.sort == .descending }
    scale.isReversed =
      resolver.resolved(component.written("reverse"))?.bool ?? (component.type.isContinuous && isDescending)
    return scale
  }

  private func binBounds(_ component: ScaleComponent) -> [Double]? {
    var given = component.written("bins")
    if given == nil, case .binned(let step?)? = component.first.definition.bin { given = .mapping(["step": .number(step)]) }
    if let bins = given {
      if let items = bins.sequence { return items.compactMap(\.double) }
      if let step = bins["step"]?.double, step > 0 {
        let domain = component.continuousDomain(resolver)
        var start = bins["start"]?.double ?? domain.first ?? 0
        var stop = bins["stop"]?.double ?? domain.last ?? 0
        if start < domain.first ?? start { start = ((domain.first ?? 0) / step).rounded(.up) * step }
        if stop > domain.last ?? stop { stop = ((domain.last ?? 0) / step).rounded(.down) * step }
        let count = ((stop - start) / step + 0.5).rounded(.down)
        guard count >= 0, count < 10_000 else { return nil }
        return (0...Int(count)).map { start + Double($0) * step }
      }
    }
    for request in component.requests {
      if request.definition.hasBinParameters, let name = request.definition.fieldName(), let bins = request.unit.bins[name] {
        return bins.boundaries
      }
    }
    return nil
  }

  private func setPaddings(_ scale: inout ScaleFunction, _ component: ScaleComponent) {
    let config = component.config
    let padding = component.written("padding")?.double
    let channel = component.channel
    let units = component.requests.map(\.unit)
    // A band that is written under the marks makes no room for itself.
    let mark = (units.first { !$0.isAnnotation } ?? units.first)?.mark
    let hasNested =
      channel.offset.map { offset in units.contains { $0.field(offset)?.isFieldOrDatum == true && $0.field(offset)?.scale.isNull != true } }
      ?? false
    switch component.type {
    case .point:
      let fallback = channel.isPosition ? config.number("pointPadding") ?? 0.5 : channel.isOffset ? 0.5 : 0
      scale.paddingOuter = max(0, min(1, component.written("paddingOuter")?.double ?? padding ?? fallback))
    case .band:
      var inner = 0.0
      var outer = 0.0
      if channel.isPosition {
        if hasNested {
          inner = config.number("bandWithNestedOffsetPaddingInner") ?? 0.2
          outer = config.number("bandWithNestedOffsetPaddingOuter") ?? 0.2
        } else {
          let ofMark =
            mark == .bar
            ? config.number("barBandPaddingInner")
            : mark == .tick ? config.number("tickBandPaddingInner") : config.number("rectBandPaddingInner")
          inner = config.number("bandPaddingInner") ?? ofMark ?? 0
          outer = config.number("bandPaddingOuter") ?? (component.written("paddingInner")?.double ?? inner) / 2
        }
      } else if channel.isOffset {
        inner = config.number("offsetBandPaddingInner") ?? 0
        outer = config.number("offsetBandPaddingOuter") ?? 0
      }
      scale.paddingInner = component.written("paddingInner")?.double ?? padding ?? inner
      scale.paddingOuter = max(0, min(1, component.written("paddingOuter")?.double ?? padding ?? outer))
    default: break
    }
  }

  // MARK: Continuous domains

  /// Pads, includes zero, applies written bounds and rounds, in Vega's order; the range must be known.
  mutating func finishDomain(_ scale: inout ScaleFunction, _ component: ScaleComponent) {
    guard component.type.isContinuous || component.type == .quantize, component.type != .identity else { return }
    func bound(_ key: String) -> Double? {
      component.written(key).flatMap { resolver.value($0, isMoment: component.type.isTime).finiteNumber }
    }
    let (lower, upper, middle) = (bound("domainMin"), bound("domainMax"), bound("domainMid"))
    if scale.stops.isEmpty {
      // Nothing to measure: Vega draws such a scale from 0 to 1, moments from 0 to 0.
      scale.stops = component.type == .log ? [1, 10] : [0, 0]
    }
    if hasZero(component), let first = scale.stops.first, let last = scale.stops.last {
      if first <= last {
        if first > 0 { scale.stops[0] = 0 }
        if last < 0 { scale.stops[scale.stops.count - 1] = 0 }
      } else {
        if last > 0 { scale.stops[scale.stops.count - 1] = 0 }
        if first < 0 { scale.stops[0] = 0 }
      }
    }
    pad(&scale, component)
    if let lower { scale.stops[0] = lower }
    if let upper { scale.stops[scale.stops.count - 1] = upper }
    if let middle {
      let place = scale.stops.firstIndex { $0 > middle } ?? scale.stops.count
      if !scale.stops.contains(middle) { scale.stops.insert(middle, at: place) }
    }
    if component.type == .log, scale.stops.contains(where: { $0 == 0 }) || (scale.stops.min() ?? 1) < 0 && (scale.stops.max() ?? 1) > 0 {
      let positive = component.requests.flatMap { request in request.rows.map { request.value(at: $0).scaled } }.filter {
        $0 > 0 && $0.isFinite
      }
      findings.append(
        .warning(
          "scale.log-zero", "a logarithmic scale has no place for zero and below: such values are not drawn",
          at: component.first.definition.span, hint: "use a symlog scale, or leave these rows out"))
      scale.stops = [positive.min() ?? 1, positive.max() ?? 10]
    }
    switch niceness(component) {
    case .no: break
    case .yes(let count): scale.makeNice(count)
    }
  }

  private enum Niceness {
    case no
    case yes(TickCount?)
  }

  private func niceness(_ component: ScaleComponent) -> Niceness {
    if let nice = resolver.resolved(component.written("nice")) {
      if let isNice = nice.bool { return isNice ? .yes(nil) : .no }
      return .yes(tickCount(nice))
    }
    let request = component.first
    let hasBounds = component.requests.contains {
      $0.writtenDomain != nil || $0.definition.scale.value?["domainMin"] != nil || $0.definition.scale.value?["domainMax"] != nil
    }
    if request.definition.isBinned || hasBounds || component.type.isTime { return .no }
    return component.channel.isPosition ? .yes(nil) : .no
  }

  private func hasZero(_ component: ScaleComponent) -> Bool {
    switch component.type {
    case .log, .time, .utc, .threshold, .quantile, .identity: return false
    default: break
    }
    if let zero = resolver.resolved(component.written("zero"))?.bool { return zero }
    // Of layers that share a scale the first speaks (Vega-Lite's mergeValuesWithExplicit).
    return implicitZero(component.first, component)
  }

  private func implicitZero(_ request: ScaleRequest, _ component: ScaleComponent) -> Bool {
    let definition = request.definition
    if let domain = component.requests.lazy.compactMap(\.writtenDomain).first {
      let values = domain.compactMap { resolver.value($0).finiteNumber }
      return (values.first ?? 1) <= 0 && (values.last ?? -1) >= 0
    }
    if component.channel == .size, definition.type == .quantitative { return component.type != .quantize }
    let placed: [Channel] = [.x, .y, .xOffset, .yOffset, .theta, .radius]
    guard placed.contains(component.channel), definition.bin == nil || definition.bin == ChannelDefinition.Bin.none else { return false }
    let (mark, orient) = (request.unit.mark, request.unit.orient)
    if [.bar, .area, .line, .trail].contains(mark) {
      if (orient == .horizontal && component.channel == .y) || (orient == .vertical && component.channel == .x) { return false }
    }
    let hasSecond = component.channel.second.flatMap { request.unit.field($0) } != nil
    if mark == .bar || mark == .area, !hasSecond { return true }
    return component.config.bool("zero") ?? true
  }

  private func pad(_ scale: inout ScaleFunction, _ component: ScaleComponent) {
    guard let pixels = continuousPadding(component), pixels != 0, scale.stops.count >= 2,
      scale.stops[0] != scale.stops[scale.stops.count - 1],
      case .numbers(let range) = scale.range, let first = range.first, let last = range.last
    else { return }
    let span = abs(last - first)
    guard span > 2 * pixels else { return }
    let fraction = span / (span - 2 * pixels)
    let straight = ContinuousScale(scale.kind, domain: [scale.stops[0], scale.stops[scale.stops.count - 1]], range: [0, 1])
    let margin = (fraction - 1) / 2
    scale.stops[0] = straight.invert(-margin)
    scale.stops[scale.stops.count - 1] = straight.invert(1 + margin)
  }

  private func continuousPadding(_ component: ScaleComponent) -> Double? {
    if let padding = component.written("padding")?.double { return padding }
    guard component.channel.isPosition else { return nil }
    if let padding = component.config.number("continuousPadding") { return padding }
    return component.requests.lazy.compactMap { request -> Double? in
      let unit = request.unit
      guard unit.mark == .bar, request.definition.bin == nil || request.definition.bin == ChannelDefinition.Bin.none,
        request.definition.timeUnit == nil
      else { return nil }
      let isAcross =
        (unit.orient == .vertical && component.channel == .x) || (unit.orient == .horizontal && component.channel == .y)
      return isAcross ? unit.config["bar"].number("continuousBandSize") ?? 5 : nil
    }.first
  }
}

/// `nice` and `tickCount`: a number, the name of an interval, or an interval with a step.
func tickCount(_ node: Node) -> TickCount? {
  if let number = node.double { return .number(number) }
  let name = node.string ?? node["interval"]?.string
  let step = Int(max(1, min(1e6, node["step"]?.double ?? 1)))
  let units: [String: TimeInterval.Unit] = [
    "millisecond": .millisecond, "second": .second, "minute": .minute, "hour": .hour, "day": .day, "week": .week,
    "month": .month, "year": .year,
  ]
  if name == "quarter" { return .interval(TimeInterval(.month, every: 3 * step)) }
  return name.flatMap { units[$0] }.map { .interval(TimeInterval($0, every: step)) }
}
