/// A named level with what qualifies it: what a card, a chart or a sentence on a page shows.
public struct Indicator: Hashable, Sendable, Identifiable {
  /// The id of the level.
  public var id: Observation.ID
  public var level: Observation
  public var changes: [Observation]
  public var shares: [Observation]
  public var ranks: [Observation]
  public var streaks: [Observation]
  /// Levels that are parts of this one (其中).
  public var parts: [Observation.ID]
  /// Derived from this level: base year, national total, remainder.
  public var derived: [Observation]
  /// The article's theme it belongs to: the heading above it, nil before the first.
  public var theme: String?

  public init(
    level: Observation, changes: [Observation] = [], shares: [Observation] = [], ranks: [Observation] = [],
    streaks: [Observation] = [], parts: [Observation.ID] = [], derived: [Observation] = [], theme: String? = nil
  ) {
    self.id = level.id
    self.level = level
    self.changes = changes
    self.shares = shares
    self.ranks = ranks
    self.streaks = streaks
    self.parts = parts
    self.derived = derived
    self.theme = theme
  }
}

/// A document that figures were read from.
public struct SourceDocument: Hashable, Sendable, Identifiable {
  /// The path as given.
  public var id: String
  public var title: String?
  /// ISO 8601 day of publication.
  public var date: String?
  /// The place or body that the document is about.
  public var area: String?
  /// Who published it.
  public var publisher: String?

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
  public var documents: [SourceDocument]
  public var observations: [Observation]

  public init(documents: [SourceDocument] = [], observations: [Observation] = []) {
    self.documents = documents
    self.observations = observations
  }
}
