import Diagnostics
import StructuredData

extension ExactNumber {
  /// A decimal as written, in quotes or not, or a fraction in quotes.
  static let shape = Shape<ExactNumber>(
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
  static let shape = Shape<Unit>.either(Shape<String>.text.map { text, _ in Unit(text) }, or: explicit)

  /// A unit whose parts do not follow from its spelling.
  private static let explicit = Shape<Unit>.record("Unit") { fields in
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
  static let shape: Shape<Period> = {
    var shape = Shape<String>.text.described("a period such as 2022, 2022-12 or 2019/2021").map {
      text, node throws(Diagnostic) in
      if let period = Period(text) { return period }
      throw .error("period.form", "“\(text)” is no period", at: node.span, hint: "write 2022, 2022-12 or 2019/2021")
    }
    let mark = "[1-9][0-9]{3}(-(0[1-9]|1[0-2]))?"
    shape.schema = { _ in
      .mapping([
        ("description", .string("a period such as 2022, 2022-12 or 2019/2021")),
        (
          "anyOf",
          .sequence([
            .mapping([("type", .string("integer")), ("minimum", .number(1000)), ("maximum", .number(9999))]),
            .mapping([("type", .string("string")), ("pattern", .string("^\(mark)(/\(mark))?$"))]),
          ])
        ),
      ])
    }
    return shape
  }()
}

/// A range of code points as `[start, end]`.
let rangeShape = Shape<[Int]>.list(of: .integer(from: 0, to: 1 << 40), count: 2...2).map {
  bounds, node throws(Diagnostic) in
  guard bounds.count == 2, bounds[0] <= bounds[1] else {
    throw .error("range.order", "a range ends before it starts", at: node.span)
  }
  return bounds[0]..<bounds[1]
}

func rangeNode(_ range: Range<Int>) -> Node { .sequence([.number(range.lowerBound), .number(range.upperBound)]) }

extension Source {
  /// A place without the further places of the figure.
  private static let place = Shape<Source>.record("Place") { fields in Source(&fields) }

  static let shape = Shape<Source>.record("Source") { fields in
    var source = Source(&fields)
    let repeats = fields.optional(
      "repeats", .list(of: place), default: [], "Further places that state the same figure.")
    source?.repeats = repeats
    return source
  }

  private init?(_ fields: inout Fields) {
    let document = fields.required("document", .text, "The document's id.")
    let range = fields.required("range", rangeShape, "Code points of the figure in the document as decoded.")
    let text = fields.required("text", .text, "The figure as it stands there.")
    let sentenceRange = fields.optional("sentence-range", rangeShape, "Code points of the sentence around it.")
    let sentence = fields.optional("sentence", .text, "The sentence.")
    guard let document, let range, let text else { return nil }
    self.init(
      document: document, range: range, text: text, sentenceRange: sentenceRange ?? range, sentence: sentence ?? text)
  }

  var node: Node {
    var entries: [(key: String, value: Node)] = [
      ("document", .string(document)), ("range", rangeNode(range)), ("text", .string(text)),
      ("sentence-range", rangeNode(sentenceRange)), ("sentence", .string(sentence)),
    ]
    if !repeats.isEmpty { entries.append(("repeats", .sequence(repeats.map(\.node)))) }
    return .mapping(entries)
  }
}

extension Derivation {
  static let shape = Shape<Derivation>.record("Derivation") { fields in
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
  static let shape = Shape<Observation>.record("Observation") { fields in
    let id = fields.optional("id", .text, "Unique in the set; given by place when it is left out.")
    let kind = fields.optional("kind", .choice(Kind.self), default: .level, "What kind of figure it is.")
    let name = fields.required("name", .text, "What is measured.")
    let value = fields.required("value", ExactNumber.shape, "The number as written.")
    let unit = fields.optional("unit", Unit.shape, default: Unit(""), "The unit as written, multiplier included: 亿元.")
    let qualifier = fields.optional(
      "qualifier", .choice(Qualifier.self), default: .exactly, "How the number bears on the truth.")
    let area = fields.optional("area", .text, "Whose number it is.")
    let period = fields.optional("period", Period.shape, "The year, month or span: 2022, 2022-12, 2019/2021.")
    let assumed = fields.optional(
      "period-assumed", .bool, default: false, "No words give the period: it is the year of the document's date.")
    let scope = fields.optional("scope", .text, "The whole of a share, the field of a rank.")
    let status = fields.optional("status", .choice(Status.self), default: .official, "Who vouches for it.")
    let qualifies = fields.optional(
      "qualifies", .text, "Id of the level that a change, share, rank or streak qualifies.")
    let partOf = fields.optional("part-of", .text, "Id of the level of which this is a part.")
    let source = fields.optional("source", Source.shape, "The place that states it.")
    let derivation = fields.optional("derivation", Derivation.shape, "How it follows from others.")
    let rule = fields.optional("rule", .text, "The extraction rule that read it.")
    guard let name, let value else { return nil }
    return Observation(
      id: id ?? "", kind: kind, name: name, value: value, unit: unit, qualifier: qualifier, area: area, period: period,
      periodIsAssumed: assumed, scope: scope, status: status, qualifies: qualifies, partOf: partOf, source: source, derivation: derivation,
      rule: rule)
  }

  /// Without what has its default value.
  var node: Node {
    var entries: [(key: String, value: Node)] = [
      ("id", .string(id)), ("kind", .string(kind.rawValue)), ("name", .string(name)), ("value", value.node),
      ("unit", unit.node),
    ]
    if qualifier != .exactly { entries.append(("qualifier", .string(qualifier.rawValue))) }
    if let area { entries.append(("area", .string(area))) }
    if let period { entries.append(("period", .string(period.description))) }
    if periodIsAssumed { entries.append(("period-assumed", .bool(true))) }
    if let scope { entries.append(("scope", .string(scope))) }
    if status != .official { entries.append(("status", .string(status.rawValue))) }
    if let qualifies { entries.append(("qualifies", .string(qualifies))) }
    if let partOf { entries.append(("part-of", .string(partOf))) }
    if let source { entries.append(("source", source.node)) }
    if let derivation { entries.append(("derivation", derivation.node)) }
    if let rule { entries.append(("rule", .string(rule))) }
    return .mapping(entries)
  }
}
