import SeededNumbers

/// A cube of figures, all invented, and the layouts it can be written in: where each dimension stands, how its heads are written, where
/// units stand, and what offices put around figures.
struct GeneratedLayout {
  enum Dimension: String, CaseIterable { case measure, area, time, figure }
  enum Axis: String { case rows, columns, title }
  struct Measure {
    var name: String
    var unit: String
    var translation: String
  }
  struct Fact {
    var value: String
    var isGrowth: Bool
    var isRank = false
    var measure: Measure
    /// Nil of a sum over the areas.
    var area: String?
    var period: String
    /// The value of the level that a growth or a rank is of.
    var of: String?
  }
  struct Cell {
    var text: String
    var rows = 1
    var columns = 1
    var isHead = false
  }
  struct Block {
    var titles: [String]
    /// Nil where a cell reaches the place from the left or above.
    var rows: [[Cell?]]
    var notes: [String]
    /// The name of the sheet that it stands on, in place of titles.
    var sheet: String?
  }

  /// What was drawn, by name: a dimension of layouts and where in it this one stands.
  private(set) var choices: [(String, String)] = []
  var facts: [Fact] = []
  private(set) var blocks: [Block] = []
  private var random: SplitMix64
  let isChinese: Bool
  let measures: [Measure]
  let areas: [String]
  private(set) var times: [(head: String, period: String)]
  private var titleYear: String?
  private(set) var axes: [Dimension: Axis] = [:]
  private(set) var rowOrder: [Dimension] = []
  private(set) var columnOrder: [Dimension] = []

  private static let chinese = [
    Measure(name: "发明专利授权量", unit: "件", translation: "Invention patents granted"),
    Measure(name: "技术合同成交额", unit: "亿元", translation: "Value of technical contracts"),
    Measure(name: "城镇登记失业率", unit: "%", translation: "Registered unemployment rate"),
  ]
  private static let english = [
    Measure(name: "Patent grants", unit: "thousand", translation: ""),
    Measure(name: "Research expenditure", unit: "EUR million", translation: ""),
    Measure(name: "Unemployment rate", unit: "%", translation: ""),
  ]

  init(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let isChinese = random.below(5) < 3
    self.isChinese = isChinese
    var choices = [("language", isChinese ? "zh" : "en")]
    areas = isChinese ? ["江苏", "浙江", "山东"] : ["Germany", "France", "Spain"]
    // Times and how they are written.
    let form = [
      "years", "plain years", "gapped years", "quarters", "quarters of the title's year", "months", "month and sum",
      "month and year to date",
    ][random.below(8)]
    choices.append(("times", form))
    var titleYear: String?
    switch form {
    case "years", "plain years":
      times = [2021, 2022, 2023].map { (isChinese && form == "years" ? "\($0)年" : "\($0)", "\($0)") }
    case "gapped years": times = [2015, 2020, 2023].map { ("\($0)", "\($0)") }
    case "months":
      let names = isChinese ? ["3月", "4月", "5月"] : ["March", "April", "May"]
      times = names.enumerated().map { (isChinese ? "2024年" + $1 : $1 + " 2024", "2024-0\($0 + 3)") }
    case "month and sum", "month and year to date":
      titleYear = "2024"
      times = zip(isChinese ? ["5月", "1—5月"] : ["May", "January–May"], ["2024-05", "2024-01/2024-05"]).map { ($0, $1) }
    default:
      let isShort = form != "quarters"
      if isShort { titleYear = "2024" }
      times = (1...3).map { quarter in
        let head =
          isChinese ? (isShort ? "" : "2024年") + ["一", "二", "三"][quarter - 1] + "季度" : isShort ? "Q\(quarter)" : "Q\(quarter) 2024"
        return (head, "2024-0\(quarter * 3 - 2)/2024-0\(quarter * 3)")
      }
    }
    self.titleYear = titleYear
    let growth = ["none", "beside", "group", "below", "brackets"][random.below(5)]
    choices.append(("growth", growth))
    let all = isChinese ? Self.chinese : Self.english
    measures = growth == "none" ? all : Array(all.prefix(2))
    self.choices = choices
    self.random = random
    drawAxes(growth)
    if form == "month and year to date", axes[.time] != .title {
      self.titleYear = isChinese ? "2024年5月" : "May 2024"
      let heads = isChinese ? ["本月", "本年累计"] : ["Current month", "Year to date"]
      for (index, head) in heads.enumerated() { times[index].head = head }
    }
    draw(growth)
  }

  mutating func choose(_ name: String, _ options: [String]) -> String {
    let chosen = options[random.below(options.count)]
    choices.append((name, chosen))
    return chosen
  }
  mutating func happens(_ name: String, in times: Int = 4) -> Bool {
    let happens = random.below(times) == 0
    choices.append((name, happens ? "yes" : "no"))
    return happens
  }

  private mutating func drawAxes(_ growth: String) {
    let places: [[Axis]] = [
      [.rows, .columns, .title], [.columns, .rows, .title], [.rows, .title, .columns], [.title, .rows, .columns],
      [.title, .columns, .rows],
      [.columns, .title, .rows], [.rows, .rows, .columns], [.rows, .columns, .rows], [.columns, .rows, .rows], [.columns, .columns, .rows],
      [.columns, .rows, .columns], [.rows, .columns, .columns], [.rows, .rows, .rows],
    ]
    let chosen = places[random.below(places.count)]
    axes = [.measure: chosen[0], .area: chosen[1], .time: chosen[2]]
    rowOrder = shuffled([.measure, .area, .time].filter { axes[$0] == .rows })
    columnOrder = shuffled([.measure, .area, .time].filter { axes[$0] == .columns })
    switch growth {
    case "beside": columnOrder.append(.figure)
    case "group": columnOrder.insert(.figure, at: 0)
    case "below": rowOrder.append(.figure)
    default: break
    }
    choices.append(("axes", "\(rowOrder.map(\.rawValue).joined(separator: ">")) × \(columnOrder.map(\.rawValue).joined(separator: ">"))"))
  }

  private mutating func shuffled(_ items: [Dimension]) -> [Dimension] {
    var items = items
    for index in items.indices.dropLast() { items.swapAt(index, index + random.below(items.count - index)) }
    return items
  }

  // MARK: Members

  typealias Coordinates = [Dimension: Int]

  private func count(_ dimension: Dimension) -> Int {
    switch dimension {
    case .measure: measures.count
    case .area: areas.count
    case .time: times.count
    case .figure: 2
    }
  }

  /// All members of some dimensions, the last running fastest.
  private func members(_ order: [Dimension]) -> [Coordinates] {
    order.reduce([[:]]) { known, dimension in
      known.flatMap { outer in (0..<count(dimension)).map { outer.merging([dimension: $0]) { $1 } } }
    }
  }

  struct Style {
    var units = ""
    var growthHead = ""
    var levelHead = ""
    var isBilingual = ""
  }
  private(set) var style = Style()

  /// - Parameter path: the other coordinates of the head.
  private func head(_ dimension: Dimension, _ at: Coordinates) -> String {
    let member = at[dimension] ?? 0
    switch dimension {
    case .area: return areas[member]
    case .time: return times[member].head
    case .figure: return member == 0 ? style.levelHead : style.growthHead
    case .measure:
      let measure = measures[member]
      let translation =
        switch style.isBilingual {
        case "same line": " " + measure.translation
        case "next line": "\n" + measure.translation
        default: ""
        }
      guard style.units == "heads" else { return measure.name + translation }
      return measure.name + (isChinese ? "（\(measure.unit)）" : " (\(measure.unit))") + translation
    }
  }

  /// 2023年江苏发明专利授权量（件）, Patent grants, Germany, 2023.
  private func joinedHead(_ order: [Dimension], _ at: Coordinates) -> String {
    let isGrowth = at[.figure] == 1
    let natural: [Dimension] = isChinese ? [.time, .area, .measure, .figure] : [.measure, .figure, .area, .time]
    let parts = natural.filter(order.contains).compactMap { dimension -> String? in
      if dimension == .figure { return isGrowth ? style.growthHead : order.count == 1 ? style.levelHead : nil }
      if dimension == .measure, isGrowth { return measures[at[.measure] ?? 0].name }
      return head(dimension, at)
    }
    return parts.joined(separator: isChinese ? "" : ", ")
  }

  // MARK: Figures

  func value(_ at: Coordinates) -> String {
    let (measure, area, time) = (at[.measure] ?? 0, at[.area] ?? 0, at[.time] ?? 0)
    let number = 1 + measure * 9 + area * 3 + time
    if at[.figure] == 1 { return "\(number).\((number * 7) % 9 + 1)" }
    switch measure {
    case 0: return "\(21000 + number * 1013)"
    case 1: return "\(4000 + number * 37).\(number % 9 + 1)5"
    default: return "3.\(number)"
    }
  }

  private func thousands(_ value: String) -> String {
    let parts = value.split(separator: ".")
    guard let whole = parts.first, whole.count > 3 else { return value }
    return whole.dropLast(3) + "," + whole.suffix(3) + parts.dropFirst().map { "." + $0 }.joined()
  }

  // MARK: Drawing

  private mutating func draw(_ growth: String) {
    let isInRows = axes[.measure] == .rows
    style.units = choose(
      "units",
      axes[.measure] == .title
        ? ["line", "title"]
        : isInRows && growth != "below" ? ["heads", "column", "heads"] : !isInRows ? ["heads", "row", "heads"] : ["heads"])
    style.growthHead = choose(
      "growth head",
      isChinese
        ? ["比上年增长（%）", "同比增长（%）", "增速（%）", "与上年比较（%）", "较上年同期±%"]
        : [
          "Growth (%)", "Change on previous year (%)", "% change, year on year", "Difference from previous year (%)",
          "Change on the year (%)",
          "Compared with previous year (%)",
        ])
    style.levelHead = isChinese ? "绝对数" : "Level"
    style.isBilingual = isChinese && axes[.measure] != .title ? choose("translation", ["none", "none", "same line", "next line"]) : "none"
    let rowForm = rowOrder.count > 1 ? choose("row heads", ["spanned", "blank", "repeated", "lines", "indents"]) : "one"
    let columnForm = columnOrder.count > 1 ? choose("column heads", ["spanned", "blank", "repeated", "joined"]) : "one"
    let stubs = choose("stub heads", ["words", "blank"])
    let numbering = choose("numbers of rows", ["none", "none", "none", "none", "none", "named", "bare", "outline"])
    let hasSerial = numbering != "none"
    let hasSpacers = happens("spacer columns", in: 8)
    let hasCounter = happens("counter row", in: 8)
    let hasThousands = happens("thousands", in: 2)
    let hasMissing = happens("missing marks")
    let hasNotes = happens("notes")
    let hasFlags = happens("flags", in: 8)
    let isCaption = happens("title within")
    _ = isCaption
    let outer = members([.measure, .area, .time].filter { axes[$0] == .title })
    // One table of each of several members, or of one only.
    let isOne = outer.count > 1 && choose("tables", ["one", "several"]) == "one"
    let isOnSheets = !isOne && outer.count > 1 && outer[0].count == 1 && axes[.measure] != .title && happens("sheets", in: 2)
    for title in isOne ? Array(outer.suffix(1)) : outer {
      var block = Block(
        titles: titles(title), rows: [], notes: hasNotes ? [isChinese ? "注：数据为初步核算数。" : "Note: Figures are provisional."] : [])
      let isStacked = rowForm == "lines" || rowForm == "indents"
      let stubCount = isStacked ? 1 : rowOrder.count
      let hasUnitColumn = style.units == "column"
      let lead = (hasSerial ? 1 : 0) + stubCount + (hasUnitColumn ? 1 : 0)
      let columns = columnOrder.isEmpty ? [[:]] : members(columnOrder)
      // Heads of columns.
      let levels = columnForm == "joined" || columnOrder.isEmpty ? 1 : columnOrder.count
      let headRows = levels + (style.units == "row" ? 1 : 0)
      var heads = [[Cell?]](repeating: [], count: headRows)
      func stubHead(_ text: String, rows: Int) {
        for row in 0..<headRows { heads[row].append(row == 0 ? Cell(text: text, rows: rows, isHead: true) : nil) }
      }
      if hasSerial { stubHead(numbering == "named" ? isChinese ? "序号" : "No." : "", rows: headRows) }
      for dimension in isStacked ? Array(rowOrder.suffix(1)) : rowOrder {
        stubHead(stubs == "words" ? stubWord(dimension, isStacked) : "", rows: headRows)
      }
      if hasUnitColumn { stubHead(isChinese ? "单位" : "Unit", rows: headRows) }
      for (number, column) in columns.enumerated() {
        for level in 0..<levels {
          if columnOrder.isEmpty {
            heads[level].append(Cell(text: isChinese ? "数值" : "Value", isHead: true))
          } else if columnForm == "joined" || columnOrder.count == 1 {
            heads[level].append(Cell(text: joinedHead(columnOrder, column), isHead: true))
          } else {
            let order = Array(columnOrder.prefix(level + 1))
            let span = columnOrder.dropFirst(level + 1).reduce(1) { $0 * count($1) }
            let isFirst = number % span == 0
            let text = order.last.map { head($0, column) } ?? ""
            switch columnForm {
            case "spanned": heads[level].append(isFirst ? Cell(text: text, columns: span, isHead: true) : nil)
            case "blank": heads[level].append(Cell(text: isFirst ? text : "", isHead: true))
            default: heads[level].append(Cell(text: text, isHead: true))
            }
          }
        }
        if style.units == "row" {
          let isGrowth = column[.figure] == 1
          heads[headRows - 1].append(Cell(text: isGrowth ? "%" : measures[column[.measure] ?? 0].unit, isHead: true))
        }
      }
      block.rows = heads
      let width = lead + columns.count
      if hasCounter {
        let letters = ["甲", "乙", "丙", "丁", "戊"]
        block.rows.append((0..<width).map { Cell(text: $0 < lead ? letters[min($0, 4)] : "\($0 - lead + 1)") })
      }
      // Rows.
      var serial = 0
      var before: Coordinates = [:]
      let rows = members(rowOrder)
      for (number, row) in rows.enumerated() {
        let changed = rowOrder.firstIndex { row[$0] != before[$0] } ?? 0
        if isStacked, rowOrder.count > 1 {
          for level in changed..<max(changed, rowOrder.count - 1) where !(rowOrder[level] == .figure) {
            // The level itself stands on the line of its owner.
            if rowOrder[level + 1] == .figure { continue }
            let text = (rowForm == "indents" ? String(repeating: "　", count: level) : "") + head(rowOrder[level], row)
            var line = [Cell?](repeating: Cell(text: ""), count: width)
            line[hasSerial ? 1 : 0] = Cell(text: text, isHead: true)
            block.rows.append(line)
          }
        }
        var line: [Cell?] = []
        serial += 1
        if hasSerial { line.append(Cell(text: numbering == "outline" && serial > 1 ? "\(serial / 2).\(serial % 2 + 1)" : "\(serial)")) }
        if isStacked {
          let depth = rowForm == "indents" ? rowOrder.count - 1 : 0
          var text = rowOrder.last.map { head($0, row) } ?? ""
          if rowOrder.last == .figure, row[.figure] == 0, rowOrder.count > 1 { text = head(rowOrder[rowOrder.count - 2], row) }
          line.append(Cell(text: String(repeating: "　", count: depth) + text, isHead: true))
        } else {
          for (level, dimension) in rowOrder.enumerated() {
            let span = rowOrder.dropFirst(level + 1).reduce(1) { $0 * count($1) }
            let isFirst = number % span == 0
            let text = head(dimension, row)
            switch rowForm {
            case "spanned": line.append(isFirst ? Cell(text: text, rows: span, isHead: true) : nil)
            case "blank": line.append(Cell(text: isFirst ? text : "", isHead: true))
            default: line.append(Cell(text: text, isHead: true))
            }
          }
        }
        if hasUnitColumn { line.append(Cell(text: row[.figure] == 1 ? "%" : measures[row[.measure] ?? 0].unit)) }
        for (place, column) in columns.enumerated() {
          let at = title.merging(row) { $1 }.merging(column) { $1 }
          if hasMissing, number == 1, place == columns.count - 1 {
            line.append(Cell(text: isChinese ? "…" : "n.a."))
            continue
          }
          line.append(Cell(text: state(at, growth, hasThousands: hasThousands, isFlagged: hasFlags && place == 0 && number == 0)))
        }
        block.rows.append(line)
        before = row
      }
      if growth != "below", isOne || outer.count == 1 || outer == [[:]] {
        add(
          to: &block, lead: lead, columns: columns, heads: headRows, title, growth, hasSerial: hasSerial, hasUnitColumn: hasUnitColumn,
          canBeAbreast: !hasSpacers)
      }
      if isOnSheets, let only = title.keys.first {
        block.sheet = only == .area ? head(.area, title) : block.titles.first.map { _ in sheetTime(title) }
        block.titles = [block.titles[0].replacing(block.sheet ?? "", with: "", maxReplacements: 1)]
      }
      if hasSpacers { block.rows = block.rows.map { Array($0.prefix(lead)) + [Cell(text: "")] + Array($0.dropFirst(lead)) } }
      blocks.append(block)
    }
    let stated = Set(facts.filter { !$0.isGrowth }.map(\.value))
    for index in facts.indices where facts[index].of.map({ !stated.contains($0) }) ?? false { facts[index].of = nil }
  }

  private func stubWord(_ dimension: Dimension, _ isStacked: Bool) -> String {
    if isStacked || dimension == .figure { return isChinese ? "项目" : "Item" }
    return switch dimension {
    case .measure: isChinese ? "指标" : "Indicator"
    case .area: isChinese ? "地区" : "Country"
    default: isChinese ? "时间" : "Period"
    }
  }

  /// 2024年一季度, 2023: a time as the name of a sheet.
  private func sheetTime(_ at: Coordinates) -> String {
    let time = head(.time, at)
    guard let titleYear else { return time }
    return isChinese ? titleYear + "年" + time : time + " " + titleYear
  }

  mutating func state(_ at: Coordinates, _ growth: String, hasThousands: Bool, isFlagged: Bool) -> String {
    let measure = measures[at[.measure] ?? 0]
    let isGrowth = at[.figure] == 1
    var level = at
    level[.figure] = 0
    let written = value(at)
    let of = isGrowth ? value(level) : nil
    let (area, period) = ((at[.area] ?? 0) < areas.count ? areas[at[.area] ?? 0] : nil, times[at[.time] ?? 0].period)
    facts.append(Fact(value: written, isGrowth: isGrowth, measure: measure, area: area, period: period, of: of))
    var text = hasThousands ? thousands(written) : written
    if growth == "brackets" {
      level[.figure] = 1
      let change = value(level)
      facts.append(Fact(value: change, isGrowth: true, measure: measure, area: area, period: period, of: written))
      text += "（+\(change)%）"
    }
    return text + (isFlagged ? "*" : "")
  }

  private func titles(_ at: Coordinates) -> [String] {
    let time = at[.time].map { times[$0].head }
    let year = titleYear.map { time == nil ? $0 : isChinese ? $0 + "年" + (time ?? "") : (time ?? "") + " " + $0 } ?? time
    let area = at[.area].map { areas[$0] }
    let measure = at[.measure].map { measures[$0] }
    var title: String
    if isChinese {
      title =
        (year.map { $0.hasSuffix("年") || $0.hasSuffix("度") || $0.hasSuffix("月") ? $0 : $0 + "年" } ?? "") + (area ?? "各省")
        + (measure?.name ?? "主要指标")
    } else {
      title = ([measure?.name ?? "Main indicators"] + [area, year].compactMap { $0 }).joined(separator: ", ")
    }
    guard let measure else { return [title] }
    if style.units == "title" { return [title + (isChinese ? "（\(measure.unit)）" : " (\(measure.unit))")] }
    return [title, isChinese ? "单位：\(measure.unit)" : "Unit: \(measure.unit)"]
  }
}
