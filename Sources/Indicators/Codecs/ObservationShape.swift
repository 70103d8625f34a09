import Diagnostics
import StructuredData

extension ExactNumber {
  /// A decimal as written, in quotes or not, or a fraction in quotes.
  static let shape = NodeShape<ExactNumber>(
    "a decimal number or a fraction", accepts: { $0.kind == .number || $0.kind == .string },
    schema: { _ in
      .mapping([
        (
          "anyOf",
          .sequence([
            .mapping([("type", .string("number"))]),
            .mapping([("type", .string("string")), ("pattern", .string("^[-\u{2212}]?[0-9]+(\\.[0-9]+|/[0-9]+)?$"))]),
          ])
        )
      ])
    },
    decode: { node, findings in
      if let number = (node.numberText ?? node.string).flatMap({ ExactNumber($0) }) { return number }
      findings.add(
        .error(
          "number.form", "expected a decimal number of at most 36 digits or a fraction, found \(node.brief)",
          at: node.span))
      return nil
    })

  /// A number node, or the fraction as a text.
  var node: Node { denominator == 1 ? .number(description) : .string(description) }
}

extension Unit {
  static let shape = NodeShape<Unit>.either(NodeShape<String>.text.map { text, _ in Unit(text) }, or: explicit)

  /// A unit whose parts do not follow from its spelling.
  private static let explicit = NodeShape<Unit>.record("Unit") { fields in
    let written = fields.required("written", .text, "As it stands in the text.")
    let multiplier = fields.required("multiplier", .integer(in: 0...30), "The power of ten it is written with.")
    let measure = fields.required("measure", .text, "The unit without multiplier.")
    guard let written, let multiplier, let measure else { return nil }
    return Unit(written: written, multiplier: multiplier, measure: measure)
  }

  var node: Node {
    if Unit(written) == self { return .string(written) }
    return .mapping([
      ("written", .string(written)), ("multiplier", .number(multiplier)), ("measure", .string(measure)),
    ])
  }
}

extension Period {
  static let shape: NodeShape<Period> = {
    var shape = NodeShape<String>.text.described("a period such as 2022, 2022-12, 2019/2021 or 2019/").map {
      text, node throws(Diagnostic) in
      if let period = Period(text) ?? Period(sdmx: text) { return period }
      throw .error("period.form", "“\(text)” is no period", at: node.span, hint: "write 2022, 2022-12 or 2019/2021")
    }
    shape.schema = { _ in
      .mapping([
        ("description", .string("a period such as 2022, 2022-12, 2019/2021 or 2019/")),
        (
          "anyOf",
          .sequence([
            .mapping([("type", .string("integer")), ("minimum", .number(1000)), ("maximum", .number(9999))]),
            .mapping([("type", .string("string")), ("pattern", .string("^\(periodPattern)$"))]),
          ])
        ),
      ])
    }
    return shape
  }()
}

private let periodMark = "[1-9][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"
private let periodPattern = "\(periodMark)(/(\(periodMark))?)?"

extension Basis {
  static let shape: NodeShape<Basis> = {
    let words = "yoy, mom, qoq, average-annual, since or a period"
    var shape = NodeShape<String>.text.described(words).map { text, node throws(Diagnostic) in
      if let basis = Basis(text) { return basis }
      let near = nearestName(to: text, among: ["yoy", "mom", "qoq", "average-annual", "since"])
      throw .error(
        "basis.form", "“\(text)” is no basis of a change", at: node.span,
        hint: near.map { "did you mean “\($0)”?" } ?? "write \(words)")
    }
    shape.schema = { _ in
      .mapping([
        ("description", .string(words)),
        (
          "anyOf",
          .sequence([
            .mapping([("type", .string("integer")), ("minimum", .number(1000)), ("maximum", .number(9999))]),
            .mapping([
              ("type", .string("string")), ("pattern", .string("^(yoy|mom|qoq|average-annual|since|\(periodPattern))$")),
            ]),
          ])
        ),
      ])
    }
    return shape
  }()
}

extension Observation.Status {
  /// One of the words; `official`, as a fact was called, is read with a warning.
  static let shape: NodeShape<Observation.Status> = {
    let words = NodeShape<Observation.Status>.choice(Observation.Status.self)
    var shape = words
    shape.decode = { node, findings in
      guard node.string == "official" else { return words.decode(node, &findings) }
      findings.add(.warning("status.old-name", "“official” is called “fact” now", at: node.span))
      return .fact
    }
    return shape
  }()
}

extension Fields {
  /// The occasion within a period.
  mutating func occasion(_ key: String, of period: Period?) -> Occasion? {
    let occasion = optional(key, .choice(Occasion.self), "The festival or holiday within the period that it is of: its days, not the year.")
    if occasion != nil, period == nil {
      findings.add(.error("occasion.period", "an occasion needs the period that it is of", at: node.span))
    }
    return occasion
  }

  /// A field that had another name once: the former is read with a warning, and not told in the schema.
  mutating func optional<Value>(
    _ key: String, formerly old: String, _ shape: NodeShape<Value>, _ doc: String? = nil
  ) -> Value? {
    let value = optional(key, shape, doc)
    guard has(old) else { return value }
    findings.add(.warning("field.old-name", "“\(old)” is called “\(key)” now", at: span(ofKey: old)))
    let former = optional(old, shape)
    return value ?? former
  }
}

extension TableCell {
  static let shape = NodeShape<TableCell>.record("TableCell") { fields in
    let sheet = fields.optional("sheet", .text, "The sheet of a workbook, or the table's caption.")
    let row = fields.required("row", .integer(in: 1...100_000_000), "Counted from 1, heads included.")
    let column = fields.required("column", .integer(in: 1...1_000_000), "Counted from 1.")
    let rowHead = fields.optional("row_head", .text, "The words at the head of its row.")
    let columnHead = fields.optional("column_head", .text, "The words at the head of its column.")
    guard let row, let column else { return nil }
    return TableCell(sheet: sheet, row: row, column: column, rowHead: rowHead, columnHead: columnHead)
  }

  /// The fields of ``node``.
  func add(to line: inout JSONLines) {
    if let sheet { line.add(.sheet, sheet) }
    line.add(.row, row)
    line.add(.column, column)
    if let rowHead { line.add(.rowHead, rowHead) }
    if let columnHead { line.add(.columnHead, columnHead) }
  }

  var node: Node {
    var entries: [(key: String, value: Node)] = []
    if let sheet { entries.append(("sheet", .string(sheet))) }
    entries += [("row", .number(row)), ("column", .number(column))]
    if let rowHead { entries.append(("row_head", .string(rowHead))) }
    if let columnHead { entries.append(("column_head", .string(columnHead))) }
    return .mapping(entries)
  }
}

extension ExactNumber {
  /// A number from 0 to 1.
  static let confidenceShape: NodeShape<ExactNumber> = {
    var shape = ExactNumber.shape.map { value, node throws(Diagnostic) in
      if !value.isNegative, !ExactNumber(1).isLess(than: value) { return value }
      throw .error("field.range", "a confidence is 0 to 1, found \(node.brief)", at: node.span)
    }
    shape.schema = { _ in
      .mapping([("type", .string("number")), ("minimum", .number(0)), ("maximum", .number(1))])
    }
    return shape
  }()
}

/// A range of code points as `[start, end]`.
let rangeShape = NodeShape<[Int]>.list(of: .integer(from: 0, to: 1 << 40), count: 2...2).map {
  bounds, node throws(Diagnostic) in
  guard bounds.count == 2, bounds[0] <= bounds[1] else {
    throw .error("range.order", "a range ends before it starts", at: node.span)
  }
  return bounds[0]..<bounds[1]
}

func rangeNode(_ range: Range<Int>) -> Node { .sequence([.number(range.lowerBound), .number(range.upperBound)]) }

/// Line and column as `[line, column]`.
private let positionShape = NodeShape<[Int]>.list(of: .integer(from: 1, to: 1 << 40), count: 2...2).map {
  fields, node throws(Diagnostic) in
  guard fields.count == 2 else { throw .error("field.range", "expected [line, column]", at: node.span) }
  return SourceSpan.Position(line: fields[0], column: fields[1])
}

extension Source {
  /// A place without the further places of the figure.
  private static let place = NodeShape<Source>.record("Place") { fields in Source(&fields) }

  static let shape = NodeShape<Source>.record("Source") { fields in
    var source = Source(&fields)
    let repeats = fields.optional(
      "repeats", .list(of: place), default: [], "Further places that state the same figure.")
    source?.repeats = repeats
    return source
  }

  private init?(_ fields: inout Fields) {
    let document = fields.required("document", .text, "The document's id.")
    let range = fields.required("range", rangeShape, "Code points of the figure in the document as decoded.")
    let position = fields.optional("at", positionShape, "Its line and column, from 1.")
    let text = fields.required("text", .text, "The figure as it stands there.")
    let sentenceRange = fields.optional(
      "sentence_range", formerly: "sentence-range", rangeShape, "Code points of the sentence around it.")
    let sentence = fields.optional("sentence", .text, "The sentence.")
    let heading = fields.optional("heading", .bool, default: false, "It stands in the title or a heading.")
    guard let document, let range, let text else { return nil }
    self.init(
      document: document, range: range, position: position, text: text, sentenceRange: sentenceRange ?? range,
      sentence: sentence ?? text, isHeading: heading)
  }

  var node: Node {
    var entries: [(key: String, value: Node)] = [
      ("document", .string(document)), ("range", rangeNode(range)),
    ]
    if let position { entries.append(("at", .sequence([.number(position.line), .number(position.column)]))) }
    entries += [
      ("text", .string(text)), ("sentence_range", rangeNode(sentenceRange)), ("sentence", .string(sentence)),
    ]
    if isHeading { entries.append(("heading", .bool(true))) }
    if !repeats.isEmpty { entries.append(("repeats", .sequence(repeats.map(\.node)))) }
    return .mapping(entries)
  }
}

extension Derivation {
  static let shape = NodeShape<Derivation>.record("Derivation") { fields in
    let formula = fields.required("formula", .choice(Formula.self), "How it follows from its inputs.")
    let inputs = fields.required("inputs", .list(of: .text), "Ids of the observations it follows from.")
    let expression = fields.required("expression", .text, "The arithmetic as a reader checks it.")
    let lower = fields.optional("lower", ExactNumber.shape, "Least value that rounding of the inputs allows.")
    let upper = fields.optional("upper", ExactNumber.shape, "Greatest value that rounding of the inputs allows.")
    guard let formula, let inputs, let expression else { return nil }
    return Derivation(formula: formula, inputs: inputs, expression: expression, lower: lower, upper: upper)
  }

  var node: Node {
    var entries: [(key: String, value: Node)] = [
      ("formula", .string(formula.rawValue)), ("inputs", .sequence(inputs.map { .string($0) })),
      ("expression", .string(expression)),
    ]
    if let lower { entries.append(("lower", lower.node)) }
    if let upper { entries.append(("upper", upper.node)) }
    return .mapping(entries)
  }
}

extension Observation {
  static let shape = NodeShape<Observation>.record("Observation") { fields in
    let id = fields.optional("id", .text, "Unique in the set; made from document, sentence and value when it is left out.")
    let kind = fields.optional("kind", .choice(Kind.self), default: .level, "What kind of figure it is.")
    let name = fields.required("name", .text, "What is measured.")
    let value = fields.required("value", ExactNumber.shape, "The number as written.")
    let unit = fields.optional("unit", Unit.shape, default: Unit(""), "The unit as written, multiplier included: 亿元.")
    var observation = Observation(
      id: id ?? "", kind: kind, name: name ?? "", value: value ?? ExactNumber(0), unit: unit)
    observation.readCircumstances(&fields)
    observation.readLinks(&fields)
    return name == nil || value == nil ? nil : observation
  }

  /// Whose, when, how sure.
  private mutating func readCircumstances(_ fields: inout Fields) {
    qualifier = fields.optional(
      "qualifier", .choice(Qualifier.self), default: .exactly, "How the number bears on the truth.")
    qualifierWord = fields.optional("qualifier_word", .text, "The article's word for it: 超, 余, 以上, 近, 最高.")
    area = fields.optional("area", .text, "Whose number it is.")
    areaCode = fields.optional("area_code", .text, "The code of that place.")
    period = fields.optional("period", Period.shape, "The year, month or span: 2022, 2022-12, 2019/2021.")
    let occasion = fields.occasion("occasion", of: period)
    period?.occasion = occasion
    periodIsAssumed =
      fields.optional(
        "period_assumed", formerly: "period-assumed", .bool,
        "No words give the period: it is the year of the document's date.") ?? false
    isStock = fields.optional("stock", .bool, default: false, "A level at a date rather than over a time.")
    scope = fields.optional("scope", .text, "The whole of a share, the field of a rank.")
    topic = fields.optional("topic", .text, "The owner that a short name took.")
    status = fields.optional("status", Status.shape, default: .fact, "Who vouches for it, and for what.")
    confidence = fields.optional("confidence", ExactNumber.confidenceShape, "How sure the reading is, 0 to 1.")
  }

  /// What it bears on, and where it stands.
  private mutating func readLinks(_ fields: inout Fields) {
    of = fields.optional(
      "of", formerly: "qualifies", .text, "Id of the level that a change, share, rank or streak qualifies.")
    partOf = fields.optional("part_of", formerly: "part-of", .text, "Id of the level of which this is a part.")
    basis = fields.optional("basis", Basis.shape, "What a change is counted from.")
    form = fields.optional("form", .choice(MultipleForm.self), "How a change in 倍 or 番 is meant.")
    isAtConstantPrices = fields.optional("constant_prices", .bool, default: false, "A change at constant prices.")
    isOfGrowth = fields.optional("of_growth", .bool, default: false, "A rank or streak of the growth, not of the size.")
    since = fields.optional("since", Period.shape, "Where a streak or a change of basis `since` began.")
    gapFrom = fields.optional("gap_from", .text, "The place or thing that a change is a distance from, and no movement in time.")
    cell = fields.optional("table", TableCell.shape, "The cell of a table that states it.")
    source = fields.optional("source", Source.shape, "The place that states it.")
    derivation = fields.optional("derivation", Derivation.shape, "How it follows from others.")
    rule = fields.optional("rule", .text, "The extraction rule that read it.")
  }

  /// Without what has its default value.
  var node: Node {
    var entries: [(key: String, value: Node)] = [
      ("id", .string(id)), ("kind", .string(kind.rawValue)), ("name", .string(name)), ("value", value.node),
      ("unit", unit.node),
    ]
    func add(_ key: String, _ text: String?) { if let text { entries.append((key, .string(text))) } }
    func mark(_ key: String, _ isSet: Bool) { if isSet { entries.append((key, .bool(true))) } }
    if qualifier != .exactly { add("qualifier", qualifier.rawValue) }
    add("qualifier_word", qualifierWord)
    add("area", area)
    add("area_code", areaCode)
    add("period", period?.description)
    add("occasion", period?.occasion?.rawValue)
    mark("period_assumed", periodIsAssumed)
    mark("stock", isStock)
    add("scope", scope)
    add("topic", topic)
    if status != .fact { add("status", status.rawValue) }
    if let confidence { entries.append(("confidence", confidence.node)) }
    add("of", of)
    add("part_of", partOf)
    add("basis", basis?.description)
    add("form", form?.rawValue)
    mark("constant_prices", isAtConstantPrices)
    mark("of_growth", isOfGrowth)
    add("since", since?.description)
    add("gap_from", gapFrom)
    if let cell { entries.append(("table", cell.node)) }
    if let source { entries.append(("source", source.node)) }
    if let derivation { entries.append(("derivation", derivation.node)) }
    add("rule", rule)
    return .mapping(entries)
  }
}
