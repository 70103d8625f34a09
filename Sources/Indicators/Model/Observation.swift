/// One stated figure, or one that follows from stated ones (SDMX: observation). It carries all that later stages need:
/// none of them reads its sentence.
public struct Observation: Hashable, Sendable, Identifiable {
  /// What sort of statement a figure is: a level, a change on an earlier level, a share of a whole, a place among others, or how long a run goes on.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A size: 970.24亿元.
    case level
    /// Growth, or a change in units or points.
    case change
    /// A part of a whole, as a rule in per cent.
    case share
    /// A place among others.
    case rank
    /// A run: 连续5年.
    case streak
  }

  /// How the number bears on the truth: more than, at least, about.
  public enum Qualifier: String, Hashable, Sendable, CaseIterable {
    /// As stated.
    case exactly = "="
    /// 超, 余, more than.
    case moreThan = ">"
    /// 以上, 不低于, at least.
    case atLeast = ">="
    /// 不足, 近, under.
    case lessThan = "<"
    /// 以内, 不超过, at most.
    case atMost = "<="
    /// 约, 左右, about.
    case about = "~"
  }

  /// Who vouches for the figure, and for what; as fact or as what is to come.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// The article vouches for it.
    case fact
    /// An institution or an official, quoted.
    case quoted
    /// A company or a school about itself.
    case claim
    /// What is to be reached: 力争, 目标, 到…达到.
    case target
    /// What is intended: 计划, 拟, 将.
    case plan
    /// What is expected: 预计, 预测.
    case forecast
    /// Follows from stated figures.
    case derived

    /// Charted by default, and the only ones that figures are derived from.
    package var isFactual: Bool { self == .fact || self == .quoted }
    /// About what has not happened yet; never compared with facts.
    package var isProspective: Bool { self == .target || self == .plan || self == .forecast }
  }

  /// Unique in its set, and made from what the figure is, so it stays when others are added.
  public var id: String
  /// What sort of statement it is.
  public var kind: Kind
  /// What is measured, in the article's own words.
  public var name: String
  /// As written, in ``unit``; negative for a decline.
  public var value: ExactNumber
  /// As written, multiplier included: 亿元, %, $ billion.
  public var unit: Unit
  /// How the number bears on the truth.
  public var qualifier: Qualifier
  /// The word of the article that carries the qualifier: 超, 余, 多, 以上, 近, 不足, 最高, 以内. Nil for a word of the house.
  public var qualifierWord: String?
  /// Whose number it is, as named: 广东, 全国, a company.
  public var area: String?
  /// The code of that place (GB/T 2260, ISO 3166); nil for a body, or a place without code.
  public var areaCode: String?
  /// When, to the month or the day; nil where nothing tells.
  public var period: Period?
  /// No words give the period: it is the year of the document's date.
  public var periodIsAssumed: Bool
  /// A level at a date (截至2022年底, 累计有效量) rather than over a time; its period is the month that ends it.
  public var isStock: Bool
  /// The whole of a share (占**全国**), the field of a rank (**全国**第一).
  public var scope: String?
  /// The owner that a short name took from what stands around it: 民营企业 for 其中，出口.
  public var topic: String?
  /// Who vouches for it.
  public var status: Status
  /// The level or share that a change, share, rank or streak qualifies.
  public var of: Observation.ID?
  /// The level of which this level is a part (其中).
  public var partOf: Observation.ID?
  /// What a change is counted from; nil where the article gives none.
  public var basis: Basis?
  /// How a change in 倍 or 番 is meant, and `times` for a part of a base (恢复至…的81.7%) and for a share that compares with another whole; nil for
  /// others, and where the article does not tell.
  public var form: MultipleForm?
  /// A change at constant prices (实际增长, 按可比价格): it does not lead from the base's money to the level's.
  public var isAtConstantPrices: Bool
  /// A rank or a streak of the growth (增速居全国第一), not of the size.
  public var isOfGrowth: Bool
  /// Where a streak began, or the origin of a change whose basis is `since`; nil where the article names none.
  public var since: Period?
  /// The place or thing that a change is a distance from, and no movement in time: 全国平均水平 of 高于全国平均水平8.8个百分点; nil for others.
  public var gapFrom: String?
  /// The cell of a table that states it.
  public var cell: TableCell? {
    get { boxedCell?.value }
    set { boxedCell = newValue.map { .box($0) } }
  }
  /// How sure the reading is, 0 to 1; nil for 1.
  public var confidence: ExactNumber? {
    get { boxedConfidence?.value }
    set { boxedConfidence = newValue.map { .box($0) } }
  }
  /// Where it is stated; nil for one that is derived or given as data.
  public var source: Source?
  /// How it follows from others; nil for one that is stated.
  public var derivation: Derivation? {
    get { boxedDerivation?.value }
    set { boxedDerivation = newValue.map { .box($0) } }
  }
  /// The extraction rule that read it, for `--explain`.
  public var rule: String?

  private var boxedCell: Boxed<TableCell>?
  private var boxedConfidence: Boxed<ExactNumber>?
  private var boxedDerivation: Boxed<Derivation>?

  /// A figure with what is known of it.
  public init(
    id: String, kind: Kind, name: String, value: ExactNumber, unit: Unit, qualifier: Qualifier = .exactly,
    qualifierWord: String? = nil, area: String? = nil, areaCode: String? = nil, period: Period? = nil,
    periodIsAssumed: Bool = false, isStock: Bool = false, scope: String? = nil, topic: String? = nil,
    status: Status = .fact, of: Observation.ID? = nil, partOf: Observation.ID? = nil, basis: Basis? = nil,
    form: MultipleForm? = nil, isAtConstantPrices: Bool = false, isOfGrowth: Bool = false, since: Period? = nil,
    gapFrom: String? = nil, cell: TableCell? = nil, confidence: ExactNumber? = nil, source: Source? = nil, derivation: Derivation? = nil,
    rule: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.value = value
    self.unit = unit
    self.qualifier = qualifier
    self.qualifierWord = qualifierWord
    self.area = area
    self.areaCode = areaCode
    self.period = period
    self.periodIsAssumed = periodIsAssumed
    self.isStock = isStock
    self.scope = scope
    self.topic = topic
    self.status = status
    self.of = of
    self.partOf = partOf
    self.basis = basis
    self.form = form
    self.isAtConstantPrices = isAtConstantPrices
    self.isOfGrowth = isOfGrowth
    self.since = since
    self.gapFrom = gapFrom
    boxedCell = cell.map { .box($0) }
    boxedConfidence = confidence.map { .box($0) }
    self.source = source
    boxedDerivation = derivation.map { .box($0) }
    self.rule = rule
  }
}

/// A value held beside the figure, so that the many without one take no room for it.
private indirect enum Boxed<Value: Hashable & Sendable>: Hashable, Sendable {
  case box(Value)

  var value: Value {
    switch self {
    case .box(let value): value
    }
  }
}

/// The place of a figure in a table.
public struct TableCell: Hashable, Sendable {
  /// The sheet of a workbook or the table's caption; nil where it has none.
  public var sheet: String?
  /// Counted from 1 over the table's own rows, heads included.
  public var row: Int
  /// Counted from 1.
  public var column: Int
  /// The words at the head of its row, levels joined by ` / `.
  public var rowHead: String?
  /// The words at the head of its column, levels joined by ` / `.
  public var columnHead: String?

  /// A cell by its place.
  public init(sheet: String? = nil, row: Int, column: Int, rowHead: String? = nil, columnHead: String? = nil) {
    self.sheet = sheet
    self.row = row
    self.column = column
    self.rowHead = rowHead
    self.columnHead = columnHead
  }
}
