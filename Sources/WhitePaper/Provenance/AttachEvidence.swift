import AllCores
import CairoExport
import Digest
import Indicators
import Report
import Scene

/// What a document carries with it: the files it was made from, its figures as data, what its charts draw, and the manifest that proves
/// all of it.
func evidenceAttachments(_ files: [SourceFile], set: IndicatorSet, document: PagedDocument) -> [Attachment] {
  let names = attachmentNames(files, besides: document.attachments.map(\.name))
  let nameOfPath = Dictionary(zip(files.map(\.path), names), uniquingKeysWith: { first, _ in first })
  var attachments = zip(files, names).map { file, name in
    Attachment(
      name: name, bytes: file.bytes, mediaType: file.mediaType, description: file.kind.description,
      relationship: .source)
  }
  let told = set.renamingDocuments(nameOfPath)
  for (format, mediaType) in [(IndicatorFormat.json, "application/json"), (.csv, "text/csv")] {
    attachments.append(
      Attachment(
        name: "\(indicatorsName).\(format.rawValue)", bytes: Array(encode(told, as: format).utf8), mediaType: mediaType,
        description: "The figures read from the sources"))
  }
  attachments += document.attachments
  let kinds = Dictionary(zip(names, files.map(\.kind)), uniquingKeysWith: { first, _ in first })
  var manifest = manifest(of: document, files: attachments, kinds: kinds)
  (manifest.sentences, manifest.figures) = printedFigures(of: document, set: set, names: nameOfPath)
  return attachments + [manifestAttachment(manifest)]
}

/// What a chart carries with it: its spec, what it draws, and their manifest.
func chartAttachments(spec: Attachment, of document: PagedDocument) -> [Attachment] {
  let attachments = [spec] + document.attachments.filter { $0.name != spec.name }
  return attachments + [manifestAttachment(manifest(of: document, files: attachments))]
}

/// The digests of a document; it prints no figure that leads to a sentence.
private func manifest(of document: PagedDocument, files: [Attachment], kinds: [String: SourceFile.Kind] = [:]) -> Manifest {
  Manifest(
    program: WhitePaperVersion.current, title: document.info.title, date: document.info.date.map { pdfDate($0) },
    files: files.map { Manifest.File(name: $0.name, digest: sha256($0.bytes), kind: kinds[$0.name]) },
    pages: onAllCores(document.pages.count) { sha256(Array(document.pages[$0].frame.drawnText.utf8)) },
    sentences: [], figures: [])
}

/// The manifest of a PDF, to which the parts of the file are added; nil where it carries none.
func seal(of document: PagedDocument) -> Seal? {
  guard let attached = document.attachments.first(where: { $0.name == manifestName })?.bytes else { return nil }
  return Seal(name: manifestName) { parts in
    // What is no whole manifest stays so.
    guard Manifest.isWhole(attached), var manifest = try? Manifest(read: attached) else { return attached }
    manifest.parts = parts
    return Array(manifest.json.utf8)
  }
}

private func manifestAttachment(_ manifest: Manifest) -> Attachment {
  Attachment(
    name: manifestName, bytes: Array(manifest.json.utf8), mediaType: "application/json",
    description: "What `whitepaper verify` compares", relationship: .supplement)
}

extension SourceFile.Kind {
  fileprivate var description: String {
    switch self {
    case .article: "An article that the figures come from"
    case .indicators: "A set of figures that the report was made from"
    case .corrections: "Corrections to the figures"
    case .codes: "What the codes of the data mean"
    case .report: "The source of the report"
    }
  }
}

/// The figures on the pages that lead to a sentence, and these sentences.
private func printedFigures(of document: PagedDocument, set: IndicatorSet, names: [String: String])
  -> (sentences: [Manifest.Sentence], figures: [Manifest.Figure])
{
  let known = SourceNumbers(set.observations, documents: set.documents)
  let anchors = known.byAnchor
  var sentences: [Manifest.Sentence] = []
  var numbers: [Int: Int] = [:]
  var figures: [Manifest.Figure] = []
  func place(of number: Int) -> Int? {
    if let place = numbers[number] { return place }
    // They are numbered from 1.
    let entry = known.entries[number - 1]
    guard let file = names[entry.document] else { return nil }
    sentences.append(.init(file: file, range: entry.range, text: entry.sentence))
    numbers[number] = sentences.count - 1
    return sentences.count - 1
  }
  for (index, page) in document.pages.enumerated() {
    for citation in citations(of: page, sentences: anchors) {
      let text = citation.text.filter { !$0.isWhitespace }
      if !text.isEmpty, !citation.isName, let sentence = place(of: citation.sentence) {
        figures.append(.init(page: index + 1, text: text, sentence: sentence))
      }
    }
  }
  return (sentences, figures)
}

extension IndicatorSet {
  /// Documents under other names; one that `names` does not have keeps its file name, never its path.
  func renamingDocuments(_ names: [String: String]) -> IndicatorSet {
    func name(_ id: String) -> String { names[id] ?? fileName(id) }
    func renamed(_ source: Source) -> Source {
      var copy = source
      copy.document = name(source.document)
      copy.repeats = source.repeats.map(renamed)
      return copy
    }
    var copy = self
    for index in copy.documents.indices { copy.documents[index].id = name(copy.documents[index].id) }
    for index in copy.observations.indices {
      copy.observations[index].source = copy.observations[index].source.map(renamed)
    }
    return copy
  }
}
