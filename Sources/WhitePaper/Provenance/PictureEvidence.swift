import Digest
import Indicators
import PNG
import Scene

/// What pictures of a document's pages carry: each the sources of the figures printed on it, what it was read of them, and a manifest of its
/// own.
struct PictureEvidence {
  private let document: PagedDocument
  private let manifest: Manifest
  private let bytes: [String: [UInt8]]
  /// The figures read from the sources; none for a chart of a spec.
  private let figures: IndicatorSet

  /// nil where the document carries no evidence.
  init?(_ document: PagedDocument) {
    bytes = Dictionary(document.attachments.map { ($0.name, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    guard let text = bytes[manifestName], let manifest = try? Manifest(read: text) else { return nil }
    self.document = document
    self.manifest = manifest
    let data = bytes[indicatorsName + ".json"].map { String(decoding: $0, as: UTF8.self) } ?? ""
    figures = (try? decodeIndicators(data, document: indicatorsName + ".json", as: .json).value) ?? IndicatorSet()
  }

  /// The picture with its files.
  func carried(by picture: [UInt8], of page: Page) -> [UInt8] {
    var own = manifest
    own.picture = sha256(picture)
    // A picture has neither pages nor a date.
    own.pages = []
    own.date = nil
    var contents = bytes
    if document.pages.count > 1 {
      own.keepFigures(ofPage: (document.pages.firstIndex { $0.number == page.number } ?? 0) + 1)
      let stated = figures.stated(by: own.sentences)
      let cited = Set(own.sentences.map(\.file)).union(stated.observations.compactMap { $0.source?.document })
      own.files.removeAll { file in
        switch file.kind {
        case .article, .indicators: !cited.contains(file.name)
        case .corrections, .codes: cited.isEmpty
        case .report, nil: file.name != indicatorsName + ".json" || cited.isEmpty
        }
      }
      if let place = own.files.firstIndex(where: { $0.name == indicatorsName + ".json" }) {
        let data = Array(encode(stated, as: .json).utf8)
        contents[indicatorsName + ".json"] = data
        own.files[place].digest = sha256(data)
      }
    }
    let files = own.files.compactMap { file in contents[file.name].map { CarriedFile(name: file.name, bytes: $0) } }
    return carrying(files + [CarriedFile(name: manifestName, bytes: Array(own.json.utf8))], in: picture)
  }
}

extension Manifest {
  fileprivate mutating func keepFigures(ofPage page: Int) {
    figures.removeAll { $0.page != page }
    let kept = Set(figures.map(\.sentence)).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(kept, kept.indices))
    sentences = kept.filter(sentences.indices.contains).map { sentences[$0] }
    for index in figures.indices { figures[index].sentence = places[figures[index].sentence] ?? 0 }
  }
}

extension IndicatorSet {
  /// The figures of these sentences, and those that they refer to.
  fileprivate func stated(by sentences: [Manifest.Sentence]) -> IndicatorSet {
    let texts = Dictionary(grouping: sentences, by: \.file).mapValues { Set($0.map(\.text)) }
    let byID = Dictionary(observations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var kept: Set<Observation.ID> = []
    var open = observations.filter { observation in
      observation.source.map { texts[$0.document]?.contains($0.sentence) ?? false } ?? false
    }
    while let next = open.popLast() {
      guard kept.insert(next.id).inserted else { continue }
      open += ([next.of, next.partOf].compactMap(\.self) + (next.derivation?.inputs ?? [])).compactMap { byID[$0] }
    }
    return IndicatorSet(documents: documents, observations: observations.filter { kept.contains($0.id) })
  }
}
