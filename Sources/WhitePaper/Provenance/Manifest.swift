import Diagnostics
import Digest
import PDFFile
import StructuredData

/// What a document says of itself, so that it can be verified: the digests of its files and pages, and for every printed
/// figure the sentence that states it. `whitepaper verify --manifest` writes it out, to be signed by other programs.
struct Manifest: Hashable, Sendable {
  struct File: Hashable, Sendable {
    var name: String
    /// SHA-256.
    var digest: String
    /// nil for what was made of the others.
    var kind: SourceFile.Kind?
  }
  /// A sentence that states figures.
  struct Sentence: Hashable, Sendable {
    /// The name of its file, and its code points there.
    var file: String
    var range: Range<Int>
    var text: String
  }
  /// A figure on a page that leads to the sentence it comes from.
  struct Figure: Hashable, Sendable {
    /// Sheets count from 1.
    var page: Int
    /// As printed, without white space.
    var text: String
    /// Its place in ``Manifest/sentences``.
    var sentence: Int
  }
  /// The version of the program that wrote it: another may read articles otherwise.
  var program: String
  var title: String
  /// As the file's creation date; nil where it has none.
  var date: String?
  var files: [File]
  /// SHA-256 of the text drawn on each page; none of a picture.
  var pages: [String]
  /// SHA-256 of a PNG file without the files that it carries; nil of other documents.
  var picture: String? = nil
  /// All that the document is beside its files and the words on its pages, part by part; added when it is written.
  var parts: [DigestedPart] = []
  var sentences: [Sentence]
  var figures: [Figure]
}

extension Manifest {
  /// - Throws: what is wrong with it as JSON, or as a manifest.
  init(read bytes: [UInt8]) throws(Diagnostics) {
    let node = try parseJSON(String(decoding: bytes, as: UTF8.self), document: manifestName)
    self = try Manifest.shape.read(node).value
  }

  var json: String {
    var entries: [(key: String, value: Node)] = [
      ("version", .number(2)), ("program", .string(program)), ("title", .string(title)),
      ("date", date.map { .string($0) } ?? Node(.null)),
      (
        "files",
        .sequence(
          files.map { file in
            var entries: [(key: String, value: Node)] = [("name", .string(file.name)), ("sha256", .string(file.digest))]
            if let kind = file.kind { entries.append(("kind", .string(kind.rawValue))) }
            return .mapping(entries)
          })
      ),
      ("pages", .sequence(pages.map { .string($0) })),
    ]
    if let picture { entries.append(("picture", .string(picture))) }
    if !parts.isEmpty { entries.append(("parts", .sequence(parts.map(\.node)))) }
    entries += [
      (
        "sentences",
        .sequence(
          sentences.map { sentence in
            .mapping([
              ("file", .string(sentence.file)), ("start", .number(sentence.range.lowerBound)),
              ("end", .number(sentence.range.upperBound)), ("text", .string(sentence.text)),
            ])
          })
      ),
      (
        "figures",
        .sequence(
          figures.map { figure in
            .mapping([
              ("page", .number(figure.page)), ("text", .string(figure.text)), ("sentence", .number(figure.sentence)),
            ])
          })
      ),
    ]
    // Its own digest is the last line, taken while zeros stand there.
    entries.append(("sha256", .string(Manifest.zeros)))
    let text = Node.mapping(entries).json(pretty: true)
    return String(text.dropLast(Manifest.zeros.count + Manifest.end.count)) + sha256(Array(text.utf8)) + Manifest.end
  }

  private static let zeros = String(repeating: "0", count: 64)
  private static let end = "\"\n}\n"

  /// Whether the bytes of a manifest are those that its last line tells the digest of.
  static func isWhole(_ bytes: [UInt8]) -> Bool {
    let end = Array(Manifest.end.utf8)
    let place = bytes.count - end.count - zeros.utf8.count
    guard place > 0, bytes.suffix(end.count).elementsEqual(end) else { return false }
    var blank = bytes
    blank.replaceSubrange(place..<bytes.count - end.count, with: zeros.utf8)
    return String(decoding: bytes[place..<bytes.count - end.count], as: UTF8.self) == sha256(blank)
  }

  static let shape = NodeShape<Manifest>.record("Manifest") { fields in
    let version = fields.required("version", .integer(in: 2...2), "The form of this file.")
    let program = fields.required("program", .text, "The version of WhitePaper that wrote the document.")
    let title = fields.required("title", .text, "The document's title.")
    let date = fields.optional("date", .text, "Its creation date, as in the file.")
    let files = fields.required("files", .list(of: File.shape), "The files inside it, this one aside.")
    let pages = fields.required("pages", .list(of: .text), "The SHA-256 of each page's text, without white space.")
    let picture = fields.optional("picture", .text, "The SHA-256 of a picture without the files it carries.")
    let parts = fields.optional("parts", .list(of: DigestedPart.shape), "All else that the document is, part by part.")
    let sentences = fields.required("sentences", .list(of: Sentence.shape), "The sentences that state printed figures.")
    let figures = fields.required("figures", .list(of: Figure.shape), "The printed figures with their sentences.")
    _ = fields.required("sha256", .text, "The SHA-256 of this file with 64 zeros here.")
    guard version != nil, let program, let title, let files, let pages, let sentences, let figures else { return nil }
    return Manifest(
      program: program, title: title, date: date, files: files, pages: pages, picture: picture, parts: parts ?? [], sentences: sentences,
      figures: figures)
  }
}

extension Manifest.File {
  static let shape = NodeShape<Manifest.File>.record("File") { fields in
    let name = fields.required("name", .text, "Its name inside the document.")
    let digest = fields.required("sha256", .text, "The SHA-256 of its bytes.")
    let kind = fields.optional("kind", .choice(SourceFile.Kind.self), "What it was to the report; none: made from the others.")
    guard let name, let digest else { return nil }
    return Manifest.File(name: name, digest: digest, kind: kind)
  }
}

extension DigestedPart {
  static let shape = NodeShape<DigestedPart>.record("Part") { fields in
    let kind = fields.required("kind", .choice(PDFPart.Kind.self), "What it is.")
    let page = fields.optional("page", .integer(in: 1...1_000_000), "The sheet it is on, from 1; none: it is of the whole document.")
    let name = fields.optional("name", .text, "Which one of its kind.")
    let digest = fields.required("sha256", .text, "The SHA-256 of its canonical form (Documentation/Provenance.md).")
    guard let kind, let digest else { return nil }
    return DigestedPart(PDFPart(kind, page: page, name: name), digest)
  }

  fileprivate var node: Node {
    var entries: [(key: String, value: Node)] = [("kind", .string(part.kind.rawValue))]
    if let page = part.page { entries.append(("page", .number(page))) }
    if let name = part.name { entries.append(("name", .string(name))) }
    return .mapping(entries + [("sha256", .string(digest))])
  }
}

extension Manifest.Sentence {
  static let shape = NodeShape<Manifest.Sentence>.record("Sentence") { fields in
    let file = fields.required("file", .text, "The file it stands in.")
    let start = fields.required("start", .integer(in: 0...), "Where it begins, in code points.")
    let end = fields.required("end", .integer(in: 0...), "Where it ends.")
    let text = fields.required("text", .text, "As it stands there.")
    guard let file, let start, let end, let text, start <= end else { return nil }
    return Manifest.Sentence(file: file, range: start..<end, text: text)
  }
}

extension Manifest.Figure {
  static let shape = NodeShape<Manifest.Figure>.record("Figure") { fields in
    let page = fields.required("page", .integer(in: 1...1_000_000), "The sheet it is printed on, from 1.")
    let text = fields.required("text", .text, "As printed, without white space.")
    let sentence = fields.required("sentence", .integer(in: 0...), "The number of its sentence, from 0.")
    guard let page, let text, let sentence else { return nil }
    return Manifest.Figure(page: page, text: text, sentence: sentence)
  }
}
