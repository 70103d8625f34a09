import Geometry
import Scales
import Scene
import Typesetting

extension CartesianPlot {
  /// Leaves room for the axis labels and the labels at the marks' ends as measured, and gives the scales their ranges.
  mutating func fit(in area: Rect) {
    let left = leftRoom(in: area)
    let bottom = bottomRoom
    let top = topRoom
    let right = isHorizontal ? 0 : rightRoom
    plot = Rect(
      area.minX.points + left, area.minY.points + top, max(1, area.size.width.points - left - right),
      max(1, area.size.height.points - top - bottom))
    fitBands()
    let (x0, x1) = (plot.minX.points, plot.maxX.points)
    let (y0, y1) = (plot.minY.points, plot.maxY.points)
    if main.mark.kind == .dumbbell {
      let room =
        (main.table.rows.compactMap { row in main.value(.x, row).number.map { text.width(label(row, $0), .value) } }
          .max() ?? 0) + gap + theme.marker * 1.1
      scales.x = scales.x?.ranged(from: x0 + room, to: max(x0 + room, x1 - room))
    } else if case .continuous? = scales.x?.kind {
      scales.x = scales.x?.ranged(
        from: x0, to: isHorizontal && labelsValues ? x0 + barExtent : x1 - (isHorizontal ? rightRoom : 0))
    } else if case .time? = scales.x?.kind {
      scales.x = scales.x?.ranged(from: x0 + theme.marker, to: x1 - theme.marker)
    }
    if case .continuous? = scales.y?.kind { scales.y = scales.y?.ranged(from: y1, to: y0) }
    if case .time? = scales.y?.kind { scales.y = scales.y?.ranged(from: y0, to: y1) }
  }

  var categoryChannel: Encoding.Channel { isHorizontal ? .y : .x }
  func isAxisShown(_ channel: Encoding.Channel) -> Bool {
    layers.allSatisfy { $0.encoding[channel]?.axis?.isShown != false }
  }

  /// Width of the category column (horizontal) or of the tick labels.
  private func leftRoom(in area: Rect) -> Double {
    guard let scale = scales.y, isAxisShown(.y) else { return 0 }
    switch scale.kind {
    case .band(let band):
      let widest = band.domain.flatMap { categoryLines($0, width: nameColumn) }.map { $0.width.points }.max() ?? 0
      return widest == 0 ? 0 : widest + gap * 1.6
    case .continuous:
      if labelsValues { return 0 }
      let widest = valueTicks(.y).map { text.width(tickText($0, .y), .label) }.max() ?? 0
      return widest + gap
    case .time(let time): return (time.ticks(count: 4).map { text.width(timeText($0), .label) }.max() ?? 0) + gap
    }
  }

  private var bottomRoom: Double {
    guard let scale = scales.x, isAxisShown(.x) else { return 0 }
    if case .continuous = scale.kind, labelsValues { return 0 }
    if case .band(let band) = scale.kind {
      let lines =
        band.domain.map { categoryLines($0, width: columnStep(in: plot.size.width.points) - theme.clearance * 2).count }
        .max() ?? 1
      return Double(max(1, lines)) * theme.label.leading + gap
    }
    return theme.label.leading + gap
  }

  /// Above the marks: the values of columns, a growth arrow, the unit of the axis.
  private var topRoom: Double {
    if isHorizontal { return 0 }
    var room = 0.0
    if labelsValues || main.mark.kind == .line { room += theme.value.size + gap }
    if labelsValues, main.table.rows.contains(where: { ValueLabels.isOpen(main.value(.qualifier, $0)) }) {
      room += openEndLength
    }
    if annotations.contains(where: { if case .growth = $0 { true } else { false } }) {
      room += 2 * theme.unit + pillHeight / 2 + gap
    }
    if !labelsValues, isAxisShown(.y), case .continuous? = scales.y?.kind {
      room = max(room, theme.label.leading + theme.unit)
    }
    return room
  }

  /// Right of lines: their names.
  private var rightRoom: Double {
    let names = directNames
    return names.isEmpty ? 0 : (names.map { text.width($0, .value) }.max() ?? 0) + gap * 1.5 + theme.marker / 2
  }

  /// Names that stand at the ends of their lines instead of in a legend.
  var directNames: [String] { layers.contains { $0.mark.kind == .line || $0.namesSeriesBeside } ? scales.series : [] }

  var pillHeight: Double { theme.value.leading + theme.unit * 0.9 }

  /// The length of the longest possible bar, so that every bar's value, set at its end, stays inside the plot.
  private var barExtent: Double {
    let width = plot.size.width.points
    guard case .continuous(let scale)? = scales.x?.kind, let high = scale.domain.last, high > 0 else { return width }
    var extent = width
    for row in main.table.rows {
      guard let value = main.value(.x, row).number, value > 0 else { continue }
      let room = labelRoom(row, value)
      extent = min(extent, (width - room) * high / value)
    }
    return max(width * 0.2, extent)
  }

  /// What stands after a horizontal bar: value, badge, and the growth arrow's column.
  private func labelRoom(_ row: DataTable.Row, _ value: Double) -> Double {
    var room = gap + text.width(label(row, value), .value)
    if ValueLabels.isOpen(main.value(.qualifier, row)) { room += openEndLength + gap }
    for annotation in annotations {
      switch annotation {
      case .badge(let category, let remark) where category == main.value(.y, row).text:
        room += gap * 1.5 + chipWidth(remark)
      case .growth(_, _, let rate): room += gap + theme.unit * 2 + (text.width(rate, .value) + theme.unit * 2.4) / 2
      default: break
      }
    }
    return room
  }

  func chipWidth(_ remark: String) -> Double { text.width(remark, .label) + 2 * theme.unit * 0.9 }
  var openEndLength: Double { theme.barThickness.lowerBound * 0.6 }

  /// Lines of a category's name.
  func categoryLines(_ name: String, width: Double) -> [Line] {
    if text.width(name, .label) <= width { return [text.line(name, .label)] }
    return text.lines(name, .label, width: width)
  }

  func columnStep(in width: Double) -> Double {
    guard case .band(let band)? = scales.x?.kind, !band.domain.isEmpty else { return width }
    return width / Double(band.domain.count)
  }

  /// Bars get the theme's thickness and gap and keep to the plot's start when there is room to spare.
  private mutating func fitBands() {
    let group = Double(max(1, scales.offsets.count))
    let hasBars = main.mark.kind == .bar
    for channel in [Encoding.Channel.x, .y] {
      let scale = channel == .x ? scales.x : scales.y
      guard case .band(var band)? = scale?.kind else { continue }
      let extent = channel == .x ? plot.size.width.points : plot.size.height.points
      let start = channel == .x ? plot.minX.points : plot.minY.points
      let count = Double(max(1, band.domain.count))
      if hasBars {
        let most =
          scales.offsets.isEmpty && count <= 3 && channel == .x ? theme.columnThickness : theme.barThickness.upperBound
        // n bars with n − 1 gaps; inside a group the bars touch but for a hairline.
        let gapShare = group > 1 ? 0.8 : theme.barGap
        thickness = min(most, extent / (count * group + (count - 1) * gapShare * (group > 1 ? 1.5 : 1)))
        let bar = thickness * group
        let widest = bar * (group > 1 ? 1.6 : 1.8)
        let step = min(widest, count > 1 ? max(bar, (extent - bar) / (count - 1)) : bar)
        let width = bar + step * (count - 1)
        band.paddingInner = count > 1 ? 1 - bar / step : 0
        band.paddingOuter = 0
        // Columns begin at the plot's left edge, rows at its top or a little lower.
        let slack = channel == .y ? max(0, extent - width) * theme.lowering : 0
        band.range = (start + slack, start + slack + min(extent, width))
      } else if main.mark.kind == .dumbbell, channel == .y {
        let width = min(extent, count * theme.barThickness.upperBound * 1.25)
        let slack = (extent - width) * theme.lowering
        band.range = (start + slack, start + slack + width)
      } else {
        band.range = (start, start + extent)
      }
      let fitted = PositionScale(kind: .band(band))
      if channel == .x { scales.x = fitted } else { scales.y = fitted }
    }
  }

  // MARK: Ticks

  func valueTicks(_ channel: Encoding.Channel) -> [Double] {
    guard case .continuous(let scale)? = channel == .x ? scales.x?.kind : scales.y?.kind else { return [] }
    let axis = layers.lazy.compactMap { $0.encoding[channel]?.axis }.first
    let given = axis?.values.compactMap(\.number) ?? []
    return given.isEmpty ? scale.ticks(count: axis?.tickCount ?? theme.tickCount) : given
  }

  func tickText(_ value: Double, _ channel: Encoding.Channel) -> String {
    let places = valueTicks(channel).map { DecimalDigits(written: $0).places }.max() ?? 0
    if main.isStacked, main.encoding[main.measure]?.stack == .normalize, channel == main.measure {
      return FigureNumbers(decimals: max(0, places - 2)).text(value * 100) + "%"
    }
    // The other axis counts something else, and has no part in the figure's magnitude.
    if channel != main.measure { return FigureNumbers(decimals: places).text(value) }
    let shift = (unit.map { unitPower($0) } ?? 0) - values.numbers.power
    return values.plain(value, decimals: max(0, places - shift))
  }

  func timeText(_ time: Double) -> String {
    guard let date = CivilDate(time: time) else { return "" }
    if date.month == 1, date.day == 1 { return "\(date.year)" }
    return text.language.isChinese ? "\(date.month)月" : "\(date.month)/\(date.year)"
  }
}
