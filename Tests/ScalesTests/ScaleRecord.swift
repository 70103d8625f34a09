import Foundation
import Scales

/// Builds the scale of a record step by step and asks it the last one.
struct ScaleRecord {
  private(set) var result: Any?
  private var domain: [Any] = []
  private var range: [Any] = [0.0, 1.0]
  private var continuous = ContinuousScale()
  private var band = BandScale([])
  private var isRound = false
  private var padding = (inner: 0.0, outer: 0.0)
  private var align = 0.5
  private var format: ((Double) -> String)?

  init(_ row: [String: Any]) {
    let steps = D3Records.steps(row)
    guard let maker = steps.first else { return }
    if maker.name == "tickFormat" {
      let numbers = maker.arguments.prefix(3).map { D3Records.number($0) ?? .nan }
      let specifier = maker.arguments.count > 3 ? maker.arguments[3] as? String : nil
      let format = TickFormat(
        from: numbers[0], to: numbers[1], count: numbers.count > 2 ? numbers[2] : 10, specifier: specifier)
      result = format?(D3Records.number(steps.last?.arguments.first) ?? .nan)
      return
    }
    switch maker.name {
    case "scaleLog": (continuous.kind, continuous.domain) = (.log(base: 10), [1, 10])
    case "scalePow": continuous.kind = .pow(exponent: 1)
    case "scaleSqrt": continuous.kind = .sqrt
    case "scaleSymlog": continuous.kind = .symlog(constant: 1)
    case "scaleUtc": continuous.domain = [946_684_800_000, 946_771_200_000]
    case "scaleThreshold": domain = [0.5]
    case "scalePoint": padding = (1, 0)
    default: break
    }
    if maker.name == "scaleQuantize" { domain = [0.0, 1.0] }
    if maker.arguments.count == 1 { range = maker.arguments[0] as? [Any] ?? [] }
    if maker.arguments.count == 2 {
      set("domain", maker.arguments[0])
      range = maker.arguments[1] as? [Any] ?? []
    }
    for (place, step) in steps.enumerated().dropFirst() {
      if place == steps.count - 1, let answer = answer(step, of: maker.name) {
        result = answer
        return
      }
      change(step, of: maker.name)
    }
  }

  private mutating func set(_ name: String, _ value: Any?) {
    guard name == "domain", let list = value as? [Any] else { return }
    domain = list
    continuous.domain = D3Records.numbers(list) ?? []
  }

  private mutating func change(_ step: D3Records.Step, of kind: String) {
    let first = step.arguments.first
    let number = D3Records.number(first) ?? .nan
    switch step.name {
    case "domain": set("domain", first)
    case "range": if let list = first as? [Any] { range = list }
    case "rangeRound":
      range = first as? [Any] ?? []
      isRound = true
    case "clamp": continuous.clamp = (first as? NSNumber)?.boolValue ?? ((first as? String)?.isEmpty == false)
    case "round": isRound = (first as? NSNumber)?.boolValue ?? false
    case "base": continuous.kind = .log(base: number)
    case "exponent": continuous.kind = .pow(exponent: number)
    case "constant": continuous.kind = .symlog(constant: number)
    case "padding": padding = kind == "scalePoint" ? (1, number) : (min(1, number), number)
    case "paddingInner": padding.inner = min(1, number)
    case "paddingOuter": padding.outer = number
    case "align": align = max(0, min(1, number))
    case "nice":
      let count = step.arguments.isEmpty ? 10 : number
      if kind == "scaleUtc" {
        let scale = TimeScale(domain: (continuous.domain[0], continuous.domain[1])).nice(count: count)
        continuous.domain = scale.linear.domain
      } else {
        continuous = continuous.nice(count: count)
      }
    case "tickFormat" where kind == "scaleUtc":
      let specifier = step.arguments.last as? String
      format = { time in specifier.flatMap { TimeFormat($0) }?(time) ?? TimeFormat.multi(time) }
    case "tickFormat":
      let count = step.arguments.first is NSNumber ? number : 10
      let specifier = step.arguments.count > 1 ? step.arguments[1] as? String : nil
      let (start, stop) = (continuous.domain.first ?? 0, continuous.domain.last ?? 1)
      if let ticks = TickFormat(from: start, to: stop, count: count, specifier: specifier) { format = { ticks($0) } }
    default: break
    }
  }

  /// What the last step asks; nil when it sets something.
  private func answer(_ step: D3Records.Step, of kind: String) -> Any? {
    let first = step.arguments.first
    let x = D3Records.number(first) ?? .nan
    if step.name == "call", let format { return format(x) }
    switch kind {
    case "scaleBand", "scalePoint": return bandAnswer(step, first)
    case "scaleQuantize":
      let ends = D3Records.numbers(domain) ?? []
      let scale = QuantizeScale(domain: (ends.first ?? 0, ends.count > 1 ? ends[1] : 1), values: range)
      switch step.name {
      case "domain" where step.arguments.isEmpty: return [scale.domain.start, scale.domain.stop]
      case "range" where step.arguments.isEmpty: return range
      case "thresholds": return scale.thresholds
      case "call": return scale(x) ?? NSNull()
      case "invertExtent":
        let place = range.firstIndex { D3Records.same($0, first, tolerance: 0) } ?? -1
        return scale.extent(ofClass: place).map { [$0.start, $0.stop] } ?? [Double.nan, .nan]
      default: return nil
      }
    case "scaleThreshold":
      let scale = ThresholdScale(thresholds: D3Records.numbers(domain) ?? [], values: range)
      switch step.name {
      case "domain" where step.arguments.isEmpty: return domain
      case "range" where step.arguments.isEmpty: return range
      case "call": return scale(x) ?? NSNull()
      default: return nil
      }
    default: return continuousAnswer(step, x, kind)
    }
  }

  private func continuousAnswer(_ step: D3Records.Step, _ x: Double, _ kind: String) -> Any? {
    var scale = continuous
    scale.round = isRound
    let isAsked = step.arguments.isEmpty
    switch step.name {
    case "domain" where isAsked: return scale.domain
    case "range" where isAsked: return range
    case "clamp" where isAsked: return scale.clamp
    case "exponent" where isAsked:
      if case .pow(let exponent) = scale.kind { return exponent }
      return nil
    case "constant" where isAsked:
      if case .symlog(let constant) = scale.kind { return constant }
      return nil
    case "ticks":
      let count = isAsked ? 10 : x
      if kind == "scaleUtc" { return TimeScale(domain: (scale.domain[0], scale.domain[1])).ticks(count: count) }
      return scale.ticks(count: count)
    case "call":
      let colors = range.compactMap { ($0 as? String).flatMap { RGBColor($0) } }
      if colors.count == range.count, colors.count > 1 {
        scale.range = range.indices.map { Double($0) }
        let place = scale(x)
        let index = max(0, min(colors.count - 2, Int(place.rounded(.down))))
        return mixed(colors[index], colors[index + 1], place - Double(index), in: .rgb).description
      }
      scale.range = D3Records.numbers(range) ?? []
      let position = scale(x)
      return position.isNaN && x.isNaN ? NSNull() : position
    case "invert":
      scale.range = D3Records.numbers(range) ?? []
      return scale.invert(x)
    default: return nil
    }
  }

  private func bandAnswer(_ step: D3Records.Step, _ first: Any?) -> Any? {
    let ends = D3Records.numbers(range) ?? [0, 1]
    let scale = BandScale(
      domain.map { "\($0)" }, range: (ends[0], ends[1]), paddingInner: padding.inner, paddingOuter: padding.outer,
      align: align, round: isRound)
    let isAsked = step.arguments.isEmpty
    switch step.name {
    case "domain" where isAsked: return scale.domain
    case "range" where isAsked: return [scale.range.start, scale.range.stop]
    case "step": return scale.step
    case "bandwidth": return scale.bandwidth
    case "round" where isAsked: return isRound
    case "align" where isAsked: return align
    case "padding" where isAsked: return padding.outer
    case "paddingInner" where isAsked: return scale.paddingInner
    case "paddingOuter" where isAsked: return scale.paddingOuter
    case "call": return first.flatMap { scale("\($0)") } ?? NSNull()
    default: return nil
    }
  }
}
