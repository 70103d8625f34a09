import Diagnostics
import Foundation
import SVGExport
import Scene
import StructuredData
import WhitePaper

/// What the browsers are shown: the last edition without an error, and what is wrong with the one after it.
actor PreviewEditions {
  private var version = 0
  private var edition: RenderSession.Edition?
  private(set) var pages: [(id: String, page: Page)] = []
  /// Places by id.
  private var places: [String: Int] = [:]
  private var findings: [Diagnostic] = []
  private var isStale = false
  private var seconds = 0.0
  private var readable: Set<String> = []
  private var hosts: Set<String> = []
  private var readers: [Int: AsyncStream<String>.Continuation] = [:]
  private var count = 0
  private let files: InputFiles

  init(files: InputFiles) { self.files = files }

  func serve(on port: UInt16) {
    hosts = Set(["127.0.0.1", "localhost"].map { "\($0):\(port)" })
  }

  /// Whether the browser asks for this server by its own name, for a page of this server's. A name of another site that leads here
  /// (DNS rebinding) is none of them.
  func isOwn(host: String?, origin: String?, site: String? = nil) -> Bool {
    guard let host, hosts.contains(host.lowercased()), site.map({ ["same-origin", "none"].contains($0) }) ?? true else { return false }
    return origin.map { $0 == "http://\(host)" } ?? true
  }

  func publish(
    _ result: Result<Warned<RenderSession.Edition>, Diagnostics>, findings: [Diagnostic], files: [String], seconds: Double
  ) {
    version += 1
    self.findings = findings
    self.seconds = seconds
    isStale = true
    readable = Set(files)
    if case .success(let made) = result {
      isStale = false
      edition = made.value
      pages = made.value.document.pages.enumerated().map { [pages] index, page in
        // Most pages are the ones of the edition before: to see that is quicker than to hash them.
        if index < pages.count, pages[index].page == page { return pages[index] }
        var hasher = Hasher()
        hasher.combine(page)
        return (String(UInt(bitPattern: hasher.finalize()), radix: 36), page)
      }
      places = Dictionary(pages.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let state = state
    for reader in readers.values { reader.yield(state) }
  }

  // MARK: Readers

  /// What a browser is told from now on, the state of now first; of several states that wait the last.
  func news() -> AsyncStream<String> {
    let (stream, continuation) = AsyncStream.makeStream(of: String.self, bufferingPolicy: .bufferingNewest(1))
    count += 1
    let reader = count
    readers[reader] = continuation
    continuation.onTermination = { [weak self] _ in Task { await self?.remove(reader) } }
    if version > 0 { continuation.yield(state) }
    return stream
  }

  private func remove(_ reader: Int) { readers[reader] = nil }

  /// The pages with their sizes, and what was found.
  private var state: String {
    func point(_ length: Length) -> Node { .number(length.points) }
    return Node.mapping([
      ("version", .number(version)), ("title", .string(edition?.document.info.title ?? "")),
      ("language", .string(edition?.document.info.language.tag ?? "en")), ("stale", .bool(isStale)), ("seconds", .number(seconds)),
      (
        "pages",
        .sequence(
          pages.map { id, page in
            .mapping([
              ("id", .string(id)), ("label", .string(page.label)), ("width", point(page.frame.size.width)),
              ("height", point(page.frame.size.height)),
            ])
          })
      ),
      (
        "outline",
        .sequence(
          (edition?.document.outline ?? []).map {
            .mapping([("title", .string($0.title)), ("level", .number($0.level)), ("anchor", .string($0.anchor))])
          })
      ),
      (
        "findings",
        .sequence(
          findings.filter { $0.severity != .note }.map { finding in
            .mapping([
              ("severity", .string(finding.severity.rawValue)), ("message", .string(finding.message)), ("rule", .string(finding.rule)),
              ("hint", finding.hint.map { .string($0) } ?? .null), ("file", finding.span.map { .string($0.document) } ?? .null),
              ("line", finding.span?.start.map { .number($0.line) } ?? .null),
              ("column", finding.span?.start.map { .number($0.column) } ?? .null),
            ])
          })
      ),
    ]).json(pretty: false)
  }

  // MARK: Answers

  func page(_ id: String) -> String? {
    guard let edition, let place = places[id] else { return nil }
    let document = edition.document
    let options = SVGOptions(title: "", language: document.info.language, idPrefix: "p\(place)-")
    let text = svg(pages[place].page, fonts: document.fonts, images: document.images, options: options)
    // Within a page of HTML there is no declaration.
    return text.firstRange(of: "<svg").map { String(text[$0.lowerBound...]) }
  }

  /// Which page has an anchor.
  private func place(of anchor: String) -> Int? { pages.firstIndex { $0.page.frame.holds(anchor) } }

  var fontFaces: String {
    (edition?.document.fonts ?? []).map { font in
      "@font-face { font-family: '\(font.family.filter { $0 != "'" && $0 != "\\" })'; font-weight: \(font.weight); src: url('/font?name=\(font.name)'); }\n"
    }.joined()
  }

  func font(_ name: String) -> Data? {
    guard let font = edition?.document.fonts.first(where: { $0.name == name }) else { return nil }
    return FileManager.default.contents(atPath: font.path)
  }

  func sentence(_ anchor: String) -> String? {
    let place = place(of: anchor)
    let sentence = edition?.sentences[anchor]
    guard sentence != nil || place != nil else { return nil }
    return Node.mapping([
      ("text", sentence.map { .string($0.text) } ?? .null), ("file", sentence.map { .string($0.document) } ?? .null),
      ("line", sentence?.line.map { .number($0) } ?? .null), ("page", place.map { .number($0) } ?? .null),
    ]).json(pretty: false)
  }

  /// The figure that stands on a page with a description; of several that say the same the one of its place among them.
  ///
  /// - Parameters:
  ///   - page: the page's id.
  ///   - number: how many of that description stand before it on the page.
  func figure(_ description: String, on page: String, after number: Int) -> String? {
    guard let place = places[page], number >= 0 else { return nil }
    let same = edition?.figures.filter { $0.descriptions.contains(description) } ?? []
    let before = pages[..<place].reduce(number) { $0 + $1.page.frame.count(of: description) }
    // One figure alone may stand on several pages: in a slide and its notes.
    let found = same.count == 1 ? same.first : same.indices.contains(before) ? same[before] : nil
    return found.map { figure in
      Node.mapping([
        ("title", .string(figure.title.isEmpty ? description : figure.title)), ("spec", .string(figure.spec.yaml())),
        ("file", figure.document.map { .string($0) } ?? .null),
        ("line", figure.line.map { .number($0) } ?? .null),
      ]).json(pretty: false)
    }
  }

  /// The lines of a file that the report reads; no other file is told of.
  func text(of file: String) -> String? {
    guard readable.contains(file), let text = try? files.preview(file) else { return nil }
    return Node.mapping([("file", .string(file)), ("text", .string(text))]).json(pretty: false)
  }

  /// The pages that hold a text, letters of any case.
  func search(_ text: String) -> String {
    let wanted = text.lowercased().filter { !$0.isWhitespace }
    let found = wanted.isEmpty ? [] : pages.indices.filter { pages[$0].page.frame.words.lowercased().contains(wanted) }
    return Node.sequence(found.map { .number($0) }).json(pretty: false)
  }
}

extension Frame {
  fileprivate func holds(_ anchor: String) -> Bool {
    items.contains { placed in
      switch placed.item {
      case .anchor(let name): name == anchor
      case .group(let group): group.frame.holds(anchor)
      default: false
      }
    }
  }

  /// How many groups have an alternative text.
  fileprivate func count(of alternative: String) -> Int {
    items.reduce(0) { count, placed in
      guard case .group(let group) = placed.item else { return count }
      return count + (group.alt == alternative ? 1 : group.frame.count(of: alternative))
    }
  }

  /// Its text without white space.
  fileprivate var words: String {
    items.reduce(into: "") { text, placed in
      switch placed.item {
      case .text(let run): text += run.text.filter { !$0.isWhitespace }
      case .group(let group): text += group.frame.words
      default: break
      }
    }
  }
}
