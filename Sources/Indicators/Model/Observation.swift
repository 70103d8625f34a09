/// One stated figure, or one that follows from stated ones (SDMX: observation).
public struct Observation: Hashable, Sendable, Identifiable {
  public enum Kind: String, Hashable, Sendable, CaseIterable { case level, change, share, rank, streak }

  /// How the number bears on the truth: more than, at least, about.
  public enum Qualifier: String, Hashable, Sendable, CaseIterable {
    case exactly = "="
    case moreThan = ">"
    case atLeast = ">="
    case lessThan = "<"
    case atMost = "<="
    case about = "~"
  }

  /// Who vouches for the figure; only `official` and `quoted` are charted by default.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    case official
    /// An institution or an official, quoted.
    case quoted
    /// A company or a school about itself.
    case claim
    /// A plan, target or forecast.
    case plan
    case derived
  }

  /// Unique in its set and stable between runs on the same text.
  public var id: String
  public var kind: Kind
  /// What is measured, in the article's own words.
  public var name: String
  public var value: ExactNumber
  public var unit: Unit
  public var qualifier: Qualifier
  /// Whose number it is, as named: 广东, 全国, a company.
  public var area: String?
  public var period: Period?
  /// No words give the period: it is the year of the document's date.
  public var periodIsAssumed: Bool
  /// The whole of a share (占**全国**), the field of a rank (**全国**第一).
  public var scope: String?
  public var status: Status
  /// The level that a change, share, rank or streak qualifies.
  public var qualifies: Observation.ID?
  /// The level of which this level is a part (其中).
  public var partOf: Observation.ID?
  public var source: Source?
  public var derivation: Derivation?
  /// The extraction rule that read it, for `--explain`.
  public var rule: String?

  public init(
    id: String, kind: Kind, name: String, value: ExactNumber, unit: Unit, qualifier: Qualifier = .exactly,
    area: String? = nil, period: Period? = nil, periodIsAssumed: Bool = false, scope: String? = nil,
    status: Status = .official, qualifies: Observation.ID? = nil, partOf: Observation.ID? = nil, source: Source? = nil,
    derivation: Derivation? = nil, rule: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.value = value
    self.unit = unit
    self.qualifier = qualifier
    self.area = area
    self.period = period
    self.periodIsAssumed = periodIsAssumed
    self.scope = scope
    self.status = status
    self.qualifies = qualifies
    self.partOf = partOf
    self.source = source
    self.derivation = derivation
    self.rule = rule
  }
}

/// The place that states a figure. Ranges are code-point offsets into the document as decoded.
public struct Source: Hashable, Sendable {
  /// Key of a ``SourceDocument`` of the set.
  public var document: String
  /// The numeral expression with its unit.
  public var range: Range<Int>
  public var text: String
  /// The sentence around it.
  public var sentenceRange: Range<Int>
  public var sentence: String
  /// Further places that state the same figure, in this document or in others, in text order.
  public var repeats: [Source]

  public init(
    document: String, range: Range<Int>, text: String, sentenceRange: Range<Int>, sentence: String,
    repeats: [Source] = []
  ) {
    self.document = document
    self.range = range
    self.text = text
    self.sentenceRange = sentenceRange
    self.sentence = sentence
    self.repeats = repeats
  }
}

/// How a derived figure follows from others.
public struct Derivation: Hashable, Sendable {
  public enum Formula: String, Hashable, Sendable, CaseIterable {
    /// level ÷ (1 + growth)
    case base
    /// level − base
    case absoluteChange = "absolute-change"
    /// level ÷ share
    case total
    /// whole − parts
    case remainder
    /// level ÷ level
    case ratio
    /// level ÷ level of another dimension
    case average
    /// level ÷ base − 1
    case growth
    /// (last ÷ first)^(1/years) − 1
    case cagr
  }

  public var formula: Formula
  public var inputs: [Observation.ID]
  /// The arithmetic as a reader checks it: `970.24 ÷ (1 + 119.25%)`.
  public var expression: String
  /// What rounding of the inputs allows, in the figure's own unit; nil where an input is open (超, 不足).
  public var lower: ExactNumber?
  public var upper: ExactNumber?

  public init(
    formula: Formula, inputs: [Observation.ID], expression: String, lower: ExactNumber?, upper: ExactNumber?
  ) {
    self.formula = formula
    self.inputs = inputs
    self.expression = expression
    self.lower = lower
    self.upper = upper
  }
}
