import Diagnostics
import Indicators

/// What the plan looks up of the evidence again and again, by document.
struct EvidenceIndex {
  private(set) var indicators: [SourceDocument.ID: [Indicator]] = [:]
  /// Places of figures, repeats included, from the start of the document.
  private(set) var sources: [SourceDocument.ID: [Source]] = [:]
  private(set) var areas: [SourceDocument.ID: String] = [:]
  /// The area that most figures of a document are of, folded; one that names its subject otherwise (英国, UK) is found by it.
  private var mainAreas: [SourceDocument.ID: Folded] = [:]
  private(set) var facts: [Observation.ID: Observation] = [:]
  /// Folded titles.
  private(set) var titles: [SourceDocument.ID: Folded] = [:]
  /// The number of the first sentence of a document that states figures.
  private(set) var firstEntries: [SourceDocument.ID: Int] = [:]
  /// Where the figures stand that a check found to be wrong.
  private var contradicted: Set<FigurePlace> = []

  init(_ evidence: Evidence, sources numbers: SourceNumbers) {
    for observation in evidence.facts.observations + evidence.derived where facts[observation.id] == nil {
      facts[observation.id] = observation
    }
    for entry in numbers.entries where firstEntries[entry.document] == nil { firstEntries[entry.document] = entry.number }
    for document in evidence.set.documents {
      if let title = document.title, !title.isEmpty { titles[document.id] = Folded(title) }
    }
    for indicator in evidence.indicators {
      if let document = indicator.lead.source?.document { indicators[document, default: []].append(indicator) }
    }
    for source in evidence.set.observations.compactMap(\.source) {
      for place in [source] + source.repeats { sources[place.document, default: []].append(place) }
    }
    for document in sources.keys {
      sources[document] = sources[document]?.enumerated().sorted {
        ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
      }.map(\.element)
    }
    for document in evidence.set.documents where areas[document.id] == nil { areas[document.id] = document.area }
    for (document, own) in indicators {
      let named = own.compactMap(\.area).map { foldedArea($0) }.counted()
      if let most = named.max(by: { $0.1 < $1.1 }), most.1 * 2 > own.count { mainAreas[document] = most.0 }
    }
    for finding in evidence.checks where finding.severity == .error {
      if let span = finding.span { contradicted.insert(FigurePlace(span.document, span.range)) }
    }
  }

  /// Whether an area is not what the document is about: 钦州 among figures of 广西.
  func isForeign(_ area: String?, to document: SourceDocument.ID) -> Bool {
    guard let area, let subject = areas[document], foldedArea(area) != foldedArea(subject) else { return false }
    return mainAreas[document] != foldedArea(area)
  }

  func isContradicted(_ observation: Observation) -> Bool {
    observation.source.map { contradicted.contains(FigurePlace($0.document, $0.range)) } ?? false
  }

  /// The figures that a document states, in order, each as often as it does.
  func sources(of document: SourceDocument.ID) -> [Source] { sources[document] ?? [] }

  /// The figures that a stretch of a document states, in order.
  func sources(of document: String, within range: ClosedRange<Int>) -> [Source] {
    guard let all = sources[document] else { return [] }
    let start = all.partitioningIndex { $0.range.lowerBound >= range.lowerBound }
    return all[start...].prefix { $0.range.lowerBound <= range.upperBound }.filter { $0.range.upperBound <= range.upperBound + 1 }
  }
}

/// The place of a figure in the documents.
private struct FigurePlace: Hashable {
  var document: String
  var range: Range<Int>
  init(_ document: String, _ range: Range<Int>) {
    self.document = document
    self.range = range
  }
}

extension Array {
  /// The first index of an array whose elements from there on fulfil a condition.
  func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
