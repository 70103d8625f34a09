import Indicators
import Scene
import Story
import StructuredData

extension ChartFigure {
  /// What kind of picture it is, for variety.
  var form: String { mark ?? "layers" }
}

extension Planner {
  /// The figures that a claim about several facts can have, the best first; none where it is of one indicator, or needs none.
  ///
  /// A trend is columns up to six periods or else a line; places are ranked bars or lollipops, growths ranked bars.
  func figures(of claim: Claim, told: Told) -> [ChartFigure] {
    let anchor = figureLabel(claim.id, .claim)
    switch claim.subject {
    case .indicator, .target: return []
    case .series(let series):
      guard let unit = series.points.last?.figure.unit else { return [] }
      let values = series.values(in: unit)
      let rows = zip(series.points, values).compactMap { point, value in
        value.map { row(time(point.period), $0, of: point.figure, as: "period") }
      }
      return (rows.count > 6 ? ["line"] : ["bar", "line"]).map { mark in
        chart(
          anchor, mark: .string(mark), rows: rows, x: "period", y: "value", told: told,
          subtitle: [teller.name(series.name, area: series.area), chartWords.unit(unit)], unit: unit,
          highlight: mark == "line" ? nil : series.points.last.map { time($0.period) },
          facts: series.points.map(\.figure))
      }
    case .places(let levels, let period, let name):
      guard let unit = levels.first?.level.unit else { return [] }
      let rows = levels.compactMap { place in
        place.level.quantity.converted(to: unit).map {
          row(figureLanguage.furniture(place.area), $0.value, of: place.level, as: "name")
        }
      }
      return [Ranked.bars, .lollipops].map { form in
        ranked(
          form, anchor, rows, told: told,
          subtitle: [teller.name(name, area: nil), chartWords.unit(unit), periodText(period, in: figureLanguage)],
          unit: unit, facts: levels.map(\.level))
      }
    case .growths(let changes):
      let rows = changes.map { row(teller.name($0.name, area: nil), $0.value, of: $0, as: "name") }
      let form = ranked(
        .bars, anchor, rows, told: told,
        subtitle: [
          figureLanguage.furniture(language.isChinese ? "增速" : "Growth"), "%",
          claim.period.map { periodText($0, in: figureLanguage) } ?? "",
        ],
        unit: changes[0].unit, facts: changes)
      return [form]
    }
  }

  private func time(_ period: Period?) -> String { period.map { periodText($0, in: figureLanguage) } ?? "" }

  private func row(_ name: String, _ value: ExactNumber, of figure: Observation, as key: String) -> Node {
    .mapping([
      (key, .string(name)), ("value", .number(value.description)), ("qualifier", .string(figure.qualifier.rawValue)),
      ("status", .string(figure.status.rawValue)),
    ])
  }

  private enum Ranked {
    case bars, lollipops

    var mark: Node {
      switch self {
      case .bars: .mapping([("type", .string("bar")), ("orient", .string("horizontal"))])
      case .lollipops: .string("lollipop")
      }
    }
  }

  /// From the largest to the smallest, the first highlighted. Of more than a page has rows for (sixteen) the first ones (ten) and the
  /// last (four) stand there, and a note says how many are left out.
  private func ranked(
    _ form: Ranked, _ anchor: String, _ rows: [Node], told: Told, subtitle: [String], unit: Unit, facts: [Observation]
  ) -> ChartFigure {
    let count = rows.count
    let shown = count > mostRows ? Array(rows.prefix(mostRows * 5 / 8) + rows.suffix(mostRows / 4)) : rows
    let note =
      shown.count < count
      ? evidence.words.text(.rowsLeftOut, in: figureLanguage, ["count": "\(count - shown.count)"]) : nil
    return chart(
      anchor, mark: form.mark, rows: shown, x: "value", y: "name",
      told: told, subtitle: subtitle, unit: unit, highlight: shown.first?["name"]?.string, facts: facts, note: note)
  }

  private func chart(
    _ anchor: String, mark: Node, rows: [Node], x: String, y: String, told: Told, subtitle: [String], unit: Unit,
    highlight: String?, facts: [Observation], note: String? = nil
  ) -> ChartFigure {
    func channel(_ field: String) -> Node {
      field == "value"
        ? .mapping([("field", .string(field)), ("type", .string("quantitative"))])
        : .mapping([("field", .string(field)), ("type", .string("nominal")), ("sort", .null)])
    }
    let comma = language.isChinese ? "，" : ", "
    var encoding = [("x", channel(x)), ("y", channel(y))]
    // What is stated otherwise than exactly is hatched; points have no ground for it, and show exact facts only.
    if mark.string != "lollipop" {
      encoding += ["qualifier", "status"].map { ($0, .mapping([("field", .string($0))])) }
    }
    var entries: [(String, Node)] = [
      (
        "title",
        .mapping([
          ("text", .string(told.headline)),
          ("subtitle", .string(subtitle.filter { !$0.isEmpty }.joined(separator: comma))),
        ])
      ),
      ("data", .mapping([("values", .sequence(rows))])), ("mark", mark),
      ("encoding", .mapping(encoding)),
      ("unit", .string(chartWords.unit(unit))),
    ]
    if let note { entries.append(("note", .string(note))) }
    if let highlight { entries.append(("highlight", .sequence([.string(highlight)]))) }
    if let source = sourceLine(of: facts) { entries.append(("source", .string(source))) }
    return ChartFigure(.mapping(entries), anchor: anchor)
  }

  /// The documents of some facts; beyond three, the first and how many more.
  private func sourceLine(of facts: [Observation]) -> String? {
    var ids: [String] = []
    for fact in facts {
      if let id = fact.source?.document, !ids.contains(id) { ids.append(id) }
    }
    let names = ids.compactMap { id in evidence.set.documents.first { $0.id == id } }.map { document -> String in
      let name = document.publisher ?? document.title.map(printed) ?? document.id
      return [name, document.date.map(chartWords.day)].compactMap { $0 }.joined(separator: language.isChinese ? "，" : ", ")
    }
    guard let first = names.first else { return nil }
    guard names.count > 3 else { return printed(names.joined(separator: language.isChinese ? "；" : "; ")) }
    return printed(first) + (language.isChinese ? "；等\(names.count)份文稿" : " and \(names.count - 1) more documents")
  }
}
