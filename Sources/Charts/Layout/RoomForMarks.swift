import Dataflow
import Grammar
import Scene

/// The room that marks ask for beyond the place of their values.
extension SceneBuilder {
  /// By how much rows must be higher for their symbols not to lie on those of the next row.
  func symbolStretch(_ units: [UnitModel]) -> Double {
    units.compactMap { unit -> Double? in
      guard [.point, .circle, .square].contains(unit.mark), unit.encoding[.size] == nil, let size = unit.properties.number("size"),
        size > 0,
        let rows = table[unit.id, .y].map({ scales[$0] }), rows.type.hasCategories, rows.step > 0
      else { return nil }
      return (4 * size / .pi).squareRoot() * 1.08 / rows.step
    }.max() ?? 1
  }

  /// How far points and texts reach to the left of the plot.
  func leftReach(_ units: [UnitModel]) -> Double {
    let reaching = units.filter { [.point, .text].contains($0.mark) && $0.table.rowCount <= 4000 }
    return max(0, reaching.flatMap { marks(of: $0).map { -$0.bounds.x1 } }.max() ?? 0)
  }

  /// Where bars that stand on an axis begin, if some rise and some fall.
  func zeroLine(across axis: AxisModel, _ units: [UnitModel]) -> Double? {
    let measure: Channel = axis.channel == .x ? .y : .x
    guard let unit = units.first(where: { $0.mark == .bar && $0.orient == (measure == .y ? .vertical : .horizontal) }),
      let scale = table[unit.id, measure].map({ scales[$0] }), scale.type == .linear, let low = scale.stops.first,
      let high = scale.stops.last,
      min(low, high) < 0, max(low, high) > 0
    else { return nil }
    return scale.number(.number(0))
  }

  func leastStep(_ axis: AxisModel, _ units: [UnitModel]) -> Double? {
    let moments = moments(axis, units)
    return zip(moments, moments.dropFirst()).map { $1 - $0 }.min()
  }

  /// The moments of data that lie whole weeks apart: they are what an axis marks, for weeks begin on any day. Nil for other data.
  func weeklyMoments(_ axis: AxisModel, _ units: [UnitModel]) -> [Double]? {
    guard axis.definition.timeUnit == nil else { return nil }
    let moments = moments(axis, units)
    let week = 7 * 86_400_000.0
    let gaps = zip(moments, moments.dropFirst()).map { $1 - $0 }
    return moments.count > 2 && gaps.allSatisfy { $0.truncatingRemainder(dividingBy: week) == 0 } ? moments : nil
  }

  private func moments(_ axis: AxisModel, _ units: [UnitModel]) -> [Double] {
    guard let unit = units.first(where: { $0.id == axis.unit }), let path = axis.definition.path() else { return [] }
    return Set(unit.table.values(at: path).values.map(\.scaled).filter(\.isFinite)).sorted()
  }
}
