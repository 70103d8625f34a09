/// What offices add to the rows and columns of a table: sums, parts, ranks, codes, a second half beside the first.
extension GeneratedLayout {
  /// - Parameters:
  ///   - lead: how many columns stand before the figures.
  ///   - columns: the coordinates of each column of figures.
  ///   - heads: how many rows of heads there are.
  mutating func add(
    to block: inout Block, lead: Int, columns: [Coordinates], heads: Int, _ title: Coordinates, _ growth: String, hasSerial: Bool,
    hasUnitColumn: Bool, canBeAbreast: Bool
  ) {
    if rowOrder == [.area] {
      if happens("sum of areas", in: 3) { addSum(to: &block, lead, columns, title, growth, isFirst: happens("sum on top", in: 2), heads) }
      if columns.count == 1, happens("ranks", in: 2) { addRanks(to: &block, heads, title, growth) }
      if happens("codes"), block.rows.count == heads + areas.count { addCodes(to: &block, lead: lead, heads) }
      if canBeAbreast, happens("halves abreast"), block.rows.count > heads + 2 { setAbreast(&block, heads) }
    }
    if rowOrder == [.measure], !hasUnitColumn, style.units == "heads", block.rows.count == heads + measures.count {
      let within = isChinese ? "其中：" : "of which: "
      switch choose("parts", ["none", "of which", "flush", "items"]) {
      case "of which": addParts(to: &block, lead, columns, title, growth, heads, hasSerial, within, 1)
      case "flush": addParts(to: &block, lead, columns, title, growth, heads, hasSerial, "", 2)
      case "items": addParts(to: &block, lead, columns, title, growth, heads, hasSerial, "- ", 2)
      default: break
      }
    }
  }

  private mutating func addSum(
    to block: inout Block, _ lead: Int, _ columns: [Coordinates], _ title: Coordinates, _ growth: String, isFirst: Bool, _ heads: Int
  ) {
    var line = [Cell?](repeating: Cell(text: ""), count: lead)
    let stub = lead - (style.units == "column" ? 2 : 1)
    line[max(0, stub)] = Cell(text: isChinese ? "合计" : "Total", isHead: true)
    for column in columns {
      let at = title.merging([.area: areas.count]) { $1 }.merging(column) { $1 }
      line.append(Cell(text: state(at, growth, hasThousands: false, isFlagged: false)))
    }
    if style.units == "column" { line[lead - 1] = Cell(text: measures[title[.measure] ?? 0].unit) }
    // Behind the numbers of the columns.
    let top = block.rows.count - areas.count
    block.rows.insert(line, at: isFirst ? top : block.rows.count)
  }

  private mutating func addRanks(to block: inout Block, _ heads: Int, _ title: Coordinates, _ growth: String) {
    for row in block.rows.indices {
      block.rows[row].append(
        row == 0 ? Cell(text: isChinese ? "位次" : "Rank", rows: heads, isHead: true) : row < heads ? nil : Cell(text: ""))
    }
    for (index, area) in areas.enumerated() {
      guard let row = block.rows.firstIndex(where: { $0.contains { $0?.text == area } }) else { continue }
      block.rows[row][block.rows[row].count - 1] = Cell(text: "\(index + 1)")
      let at = title.merging([.area: index]) { $1 }
      let of = value(at)
      let isStated = facts.contains { $0.value == of && !$0.isGrowth && $0.area == area }
      facts.append(
        Fact(
          value: "\(index + 1)", isGrowth: false, isRank: true, measure: measures[title[.measure] ?? 0], area: area,
          period: times[title[.time] ?? 0].period, of: isStated ? of : nil))
    }
  }

  private func addCodes(to block: inout Block, lead: Int, _ heads: Int) {
    let codes = isChinese ? ["320000", "330000", "370000"] : ["DE", "FR", "ES"]
    for row in block.rows.indices {
      let code = areas.firstIndex { area in block.rows[row].contains { $0?.text == area } }.map { codes[$0] }
      let head = Cell(text: isChinese ? "地区代码" : "Code", rows: heads, isHead: true)
      block.rows[row].insert(row == 0 ? head : row < heads ? nil : Cell(text: code ?? ""), at: lead)
    }
  }

  /// The second half of the rows to the right of the first, below the same heads.
  private func setAbreast(_ block: inout Block, _ heads: Int) {
    let top = Array(block.rows.prefix(heads))
    guard top.first?.first??.text.isEmpty == false else { return }
    let body = Array(block.rows.dropFirst(heads))
    // Numbers of columns do not begin again.
    guard body.first?.contains(where: { $0?.text == "甲" }) == false else { return }
    let half = (body.count + 1) / 2
    let width = body[0].count
    let right = Array(body.dropFirst(half)) + [[Cell?]](repeating: (0..<width).map { _ in Cell(text: "") }, count: 2 * half - body.count)
    block.rows = zip(top, top).map { $0 + $1 } + zip(body.prefix(half), right).map { $0 + $1 }
  }

  /// Parts of each measure below it, in its unit without saying so.
  private mutating func addParts(
    to block: inout Block, _ lead: Int, _ columns: [Coordinates], _ title: Coordinates, _ growth: String, _ heads: Int, _ hasSerial: Bool,
    _ mark: String, _ count: Int
  ) {
    let names = Array((isChinese ? ["企业", "高校"] : ["Companies", "Universities"]).prefix(count))
    for index in measures.indices.reversed() {
      guard measures[index].unit != "%" else { continue }
      for (number, name) in names.enumerated().reversed() {
        var line: [Cell?] = hasSerial ? [Cell(text: "")] : []
        line.append(Cell(text: mark + name, isHead: true))
        let first = facts.count
        for column in columns {
          let at = title.merging([.measure: index, .figure: 0]) { $1 }.merging(column) { $1 }
          line.append(Cell(text: state(at, growth, hasThousands: false, isFlagged: false)))
        }
        // Values of their own, by a digit behind.
        for place in first..<facts.count {
          facts[place].measure.name = name
          facts[place].value += "\(number + 1)"
          facts[place].of = facts[place].of.map { $0 + "\(number + 1)" }
        }
        for place in lead..<line.count { line[place] = Cell(text: withDigit(line[place]?.text ?? "", number + 1)) }
        block.rows.insert(line, at: heads + index + 1)
      }
    }
  }

  /// 21013（+3.4%） with a digit behind each number.
  private func withDigit(_ text: String, _ digit: Int) -> String {
    guard let bracket = text.firstIndex(of: "（") else { return text + "\(digit)" }
    return text[..<bracket] + "\(digit)" + text[bracket...].replacing("%", with: "\(digit)%")
  }
}
