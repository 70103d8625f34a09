/// A named level with what qualifies it: what a card, a chart or a sentence on a page shows.
///
/// Where an article states only a growth, a share or a rank, ``level`` is nil and ``lead`` is that figure, so that
/// nothing stated is lost.
public struct Indicator: Hashable, Sendable, Identifiable {
  /// What it shows first: the level, else the first stated of what would qualify it.
  public var lead: Observation
  /// Growths of it, and changes in units.
  public var changes: [Observation]
  /// How far it stands from other places or things (高于全国8.8个百分点), which is no growth.
  public var gaps: [Observation]
  /// What it is of larger wholes.
  public var shares: [Observation]
  /// Its places among others.
  public var ranks: [Observation]
  /// How long it has gone one way.
  public var streaks: [Observation]
  /// Levels that are parts of this one (其中).
  public var parts: [Observation.ID]
  /// The level of which this one is a part.
  public var whole: Observation.ID?
  /// Derived from this level: base year, national total, remainder.
  public var derived: [Observation]
  /// The article's theme it belongs to: the heading above it, nil before the first.
  public var theme: String?

  /// The level; nil where the article states only what qualifies it.
  public var level: Observation? { lead.kind == .level ? lead : nil }
  /// The id of the ``lead``.
  public var id: Observation.ID { lead.id }
  /// What is measured: the level's name; without one, the lead's.
  public var name: String { lead.name }
  /// As ``Observation/area`` of the lead.
  public var area: String? { lead.area }
  /// As ``Observation/period`` of the lead.
  public var period: Period? { lead.period }

  /// An indicator of one figure; others are added to it.
  ///
  /// - Parameters:
  ///   - lead: the level, or the figure that stands for one that is not stated. Another kind is filed in its list.
  ///   - theme: the heading it stands under.
  public init(_ lead: Observation, theme: String? = nil) {
    self.lead = lead
    self.theme = theme
    changes = lead.kind == .change && lead.gapFrom == nil ? [lead] : []
    gaps = lead.gapFrom == nil ? [] : [lead]
    shares = lead.kind == .share ? [lead] : []
    ranks = lead.kind == .rank ? [lead] : []
    streaks = lead.kind == .streak ? [lead] : []
    parts = []
    whole = nil
    derived = []
  }

  /// A level with what qualifies it.
  public init(
    level: Observation, changes: [Observation] = [], shares: [Observation] = [], ranks: [Observation] = [],
    streaks: [Observation] = [], parts: [Observation.ID] = [], derived: [Observation] = [], theme: String? = nil
  ) {
    self.init(level, theme: theme)
    self.changes = changes
    self.shares = shares
    self.ranks = ranks
    self.streaks = streaks
    self.parts = parts
    self.derived = derived
  }
}

/// A document that figures were read from.
public struct SourceDocument: Hashable, Sendable, Identifiable {
  /// The path as given.
  public var id: String
  /// Its heading; nil for none.
  public var title: String?
  /// ISO 8601 day of publication.
  public var date: String?
  /// The place or body that the document is about.
  public var area: String?
  /// Who published it.
  public var publisher: String?

  /// A document by its path.
  public init(id: String, title: String? = nil, date: String? = nil, area: String? = nil, publisher: String? = nil) {
    self.id = id
    self.title = title
    self.date = date
    self.area = area
    self.publisher = publisher
  }
}

/// All figures of one or several documents, in text order.
public struct IndicatorSet: Hashable, Sendable {
  /// What they were read from, in the order given.
  public var documents: [SourceDocument]
  /// The figures, in text order.
  public var observations: [Observation]

  /// A set of figures with their documents.
  public init(documents: [SourceDocument] = [], observations: [Observation] = []) {
    self.documents = documents
    self.observations = observations
  }
}
