import Dataflow
import Diagnostics
import StructuredData

/// Tile grid: one square for each province-level region of China, about where it lies, coloured by a rate.
let tileGrid = house { parts throws(Diagnostic) in
  let name = try parts.need(.detail, "the provinces")
  let color = try parts.need(.color, "the rate")
  let text = parts.take(.text)
  let table = provinceTiles.map { "\(quotedText($0.name)):[\($0.column),\($0.row)]" }.joined(separator: ",")
  let rate = color.datumText
  // 广东省, 广西壮族自治区 and 香港特别行政区 go by their short names.
  try parts.calculate(
    "replace(\(name.datumText), /(省|市|(壮族|回族|维吾尔)?自治区|特别行政区)$/, '')", as: "_province")
  try parts.expect(
    "indexof([\(provinceTiles.map { quotedText($0.name) }.joined(separator: ","))], datum._province) >= 0", naming: name,
    rule: "chart.unknown-place", "“%@” is no province-level region of China and has no tile",
    hint: "name provinces, autonomous regions and municipalities as 广东 or 广东省")
  try parts.expectOneRow(each: name)
  // Provinces without a value keep their tiles, so that the country is recognised.
  parts.add(
    .impute(.init(color.fieldPath, key: "_province", keyvals: provinceTiles.map { .text($0.name) }, value: .null)))
  try parts.calculate("{\(table)}[datum._province]", as: "_tile")
  try parts.calculate("isValid(datum._tile) ? datum._tile[0] : null", as: "_column")
  try parts.calculate("isValid(datum._tile) ? datum._tile[1] : null", as: "_row")
  parts.add(try parts.filter("isValid(datum._tile)"))
  let (columns, rows) = (Node.sequence((0...9).map { .number($0) }), Node.sequence((0...8).map { .number($0) }))
  parts.isFrameless = true
  if parts.isFigure {
    // Tiles as wide as their names and values ask for, where the height is too small for squares that hold them.
    parts.aspect = 10.0 / 9...3.2
  } else {
    parts.width = parts.width ?? .step(40, forOffset: false)
    parts.height = parts.height ?? .step(40, forOffset: false)
  }
  let x = ChannelDefinition.field("_column", .ordinal).scaled(["domain": columns]).withoutAxis
  let y = ChannelDefinition.field("_row", .ordinal).scaled(["domain": rows]).withoutAxis
  parts.layer(
    .rect, ["stroke": "white", "strokeWidth": 2], [.x: x, .y: y, .color: color, .detail: name], isMain: true,
    transforms: [try parts.filter("isValid(\(rate))")])
  parts.layer(
    .rect, ["stroke": "white", "strokeWidth": 2, "style": "house-tile-empty"], [.x: x, .y: y],
    transforms: [try parts.filter("!isValid(\(rate))")])
  if parts.isFigure {
    let lines = text.map { "isValid(\(rate)) ? [datum._province, \($0.datumText)] : [datum._province]" } ?? "[datum._province]"
    let says: Node = text == nil ? "name" : ["name", "value"]
    parts.layer(
      .text, ["style": "house-tile", "placement": "inside", "says": says, "align": "center"],
      [.x: x, .y: y, .text: .field("_lines", .nominal)], transforms: [try parts.calculation(lines, as: "_lines")])
    return
  }
  // Ramps of one hue run from light to dark: the upper half is written on in white.
  parts.add(
    .joinAggregate(
      .init([.init(.min, of: color.fieldPath, as: "_least"), .init(.max, of: color.fieldPath, as: "_most")])))
  let upper = "\(color.datumText) > (datum._least + datum._most) / 2"
  for (test, ink) in [("!(\(upper))", Node("black")), (upper, "white")] {
    let own = [try parts.filter(test)]
    parts.layer(
      .text, ["fontSize": 11, "color": ink, "dy": text == nil ? 0 : -6],
      [.x: x, .y: y, .text: .field("_province", .nominal)], transforms: own)
    if let text {
      parts.layer(.text, ["fontSize": 10, "color": ink, "dy": 7], [.x: x, .y: y, .text: text], transforms: own)
    }
  }
}

/// Column and row of each tile from the upper left.
private let provinceTiles: [(name: String, column: Int, row: Int)] = {
  // One line for each row; · is an empty place.
  let rows = """
    · · · · · · · · · 黑龙江
    · · · · · · · · 内蒙古 吉林
    新疆 · · · · · 北京 天津 河北 辽宁
    · 青海 甘肃 宁夏 陕西 山西 河南 山东 · ·
    · 西藏 四川 重庆 湖北 安徽 江苏 上海 · ·
    · · 云南 贵州 湖南 江西 浙江 · · ·
    · · · 广西 广东 福建 台湾 · · ·
    · · · 澳门 香港 · · · · ·
    · · · 海南 · · · · · ·
    """
  return rows.split(separator: "\n").enumerated().flatMap { row, line in
    line.split(separator: " ").enumerated().filter { $0.element != "·" }.map { (String($0.element), $0.offset, row) }
  }
}()

/// Treemap: sizes of many parts as areas, those of one group together.
let treemap = house { parts throws(Diagnostic) in
  let size = try parts.need(.size, "the sizes")
  let color = parts.take(.color)
  let name = parts.take(.text) ?? parts.take(.detail)
  let (width, height) = (parts.width ?? .pixels(420), parts.height ?? .pixels(280))
  if !parts.isFigure { (parts.width, parts.height) = (width, height) }
  parts.isFrameless = true
  var aspect = parts.isFigure ? 2.6 : 1.5
  if !parts.isFigure, case .pixels(let w) = width, case .pixels(let h) = height, w > 0, h > 0 { aspect = w / h }
  let group = color.flatMap { $0.type?.isDiscrete == true ? [$0.fieldPath] : nil } ?? []
  parts.add(.treemap(.init(size.fieldPath, groupBy: group, aspect: aspect, as: ["_x0", "_x1", "_y0", "_y1"])))
  let unit: [String: Node] = ["domain": [0, 1], "nice": false, "zero": false]
  let x = ChannelDefinition.field("_x0", .quantitative).scaled(unit).withoutAxis
  let y = ChannelDefinition.field("_y0", .quantitative).scaled(unit.merging(["reverse": true]) { $1 }).withoutAxis
  parts.layer(
    .rect, ["stroke": "white", "strokeWidth": 2],
    [.x: x, .x2: .end("_x1"), .y: y, .y2: .end("_y1"), .color: color], isMain: true)
  guard let name else { return }
  if parts.isFigure {
    parts.layer(
      .text, ["style": "house-tile", "placement": "inside", "says": ["name", "value"], "align": "left", "baseline": "top"],
      [.x: x, .y: y, .text: .field("_label", .nominal), .size: nil],
      transforms: [try parts.calculation("[\(name.datumText), format(\(size.datumText), ',')]", as: "_label")])
    return
  }
  // Names stand where there is room for them.
  let room = [try parts.filter("(datum._x1 - datum._x0) * \(numberText(aspect)) > 0.12 && datum._y1 - datum._y0 > 0.12")]
  let label = [try parts.calculation("[\(name.datumText), format(\(size.datumText), ',')]", as: "_label")]
  parts.layer(
    .text, ["align": "left", "baseline": "top", "dx": 6, "dy": 6, "color": "white"],
    [.x: x, .y: y, .text: .field("_label", .nominal)], transforms: room + label)
}
