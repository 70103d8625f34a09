import Diagnostics
import Geometry
import OpenPackaging
import Report
import Scene

/// Writes the slides of a presentation: first what stands on each, then, when all anchors are known, their parts.
struct SlidesWriter {
  struct Slide {
    enum Kind: Int {
      case cover = 1
      case chapter = 2
      case text = 3
      case free = 4
    }
    var kind: Kind
    /// Shapes, in reading order.
    var shapes = ""
    /// What the speaker reads.
    var notes: [String] = []
    var anchors: [String] = []
    /// Places in ``Manuscript/pictures``, in the order of their signs.
    var pictures: [Int] = []
    var nextID = 2
  }

  let manuscript: Manuscript
  let design: SlideDesign
  let xml: SlideXML
  private(set) var slides: [Slide] = []
  var findings: [Diagnostic] = []
  var chapter = 0
  var read: ([Inline]) -> [TextPiece] = { _ in [] }
  /// The heading of the slides being written, and how many it has.
  var heading = ""
  private var headingCount = 0
  private var waitingAnchors: [String] = []
  /// Paragraphs that wait for a slide, with about how high they are and what leads to them.
  private var flow: [(xml: String, height: Length, anchors: [String])] = []
  /// Where the last slide is free from, when what stands on it leaves room for a few lines below.
  private var freeFrom: Length?
  /// Whether text waits for a place beside something, however long it is.
  var holdsFlow = false

  init(_ manuscript: Manuscript) {
    self.manuscript = manuscript
    design = SlideDesign(manuscript.layout)
    xml = SlideXML(design: design)
  }

  mutating func writeSlides() {
    read = manuscript.reader(ofChapter: 0)
    writeCover()
    if manuscript.layout.sections.contains(.contents), manuscript.source.chapters.count > 1 { writeContents() }
    for index in manuscript.source.chapters.indices {
      chapter = index
      read = manuscript.reader(ofChapter: index)
      write(manuscript.source.chapters[index], head: manuscript.heads[index])
    }
  }

  // MARK: Slides

  /// Begins a slide under the heading, numbered where the heading has several.
  mutating func begin(_ kind: Slide.Kind, title: String? = nil) {
    freeFrom = nil
    var slide = Slide(kind: kind)
    slide.anchors = waitingAnchors
    waitingAnchors = []
    slides.append(slide)
    guard kind == .text || kind == .free else { return }
    var shown = title ?? heading
    if title == nil {
      headingCount += 1
      if headingCount > 1, !heading.isEmpty { shown = manuscript.vocabulary.again(heading, headingCount) }
    }
    // What has no heading of its own goes on under the report's.
    if shown.isEmpty { shown = manuscript.source.title }
    place { $0.xml.placeholder($1, "Title", "type=\"title\"", paragraphs: $0.paragraph(shown)) }
  }

  /// Puts a shape on the last slide.
  mutating func place(_ make: (SlidesWriter, Int) -> String) {
    guard !slides.isEmpty else { return }
    let id = slides[slides.count - 1].nextID
    slides[slides.count - 1].nextID += 1
    slides[slides.count - 1].shapes += make(self, id)
  }

  /// Puts a picture of the manuscript on the last slide.
  ///
  /// - Parameter description: nil for a decoration.
  mutating func place(picture: Int, _ box: Rect, description: String?) {
    guard let last = slides.indices.last else { return }
    slides[last].pictures.append(picture)
    let sign = Self.pictureSign + String(slides[last].pictures.count - 1) + Self.pictureSign
    place { $0.xml.picture($1, blip: sign, box, description: description) }
  }
  static let pictureSign = "\u{3}"

  mutating func note(_ text: String) { if let last = slides.indices.last, !text.isEmpty { slides[last].notes.append(text) } }

  mutating func anchor(_ name: String?) { if let name { waitingAnchors.append(name) } }
  /// An anchor of the slide that was begun last.
  mutating func anchorHere(_ name: String?) { if let name, let last = slides.indices.last { slides[last].anchors.append(name) } }

  mutating func setHeading(_ text: String) {
    finishFlow()
    freeFrom = nil
    heading = text
    headingCount = 0
  }

  /// What follows may stand on the last slide from there on.
  mutating func leaveRoom(from y: Length) { freeFrom = y }

  // MARK: Running text

  /// Text waits until it fills a slide or something else follows.
  mutating func append(_ paragraph: String, height: Length) {
    if !holdsFlow, !flow.isEmpty, flowHeight + height > design.content.size.height { finishFlow() }
    flow.append((paragraph, height, waitingAnchors))
    waitingAnchors = []
  }

  mutating func finishFlow() {
    guard !flow.isEmpty else { return }
    let waiting = flow
    flow = []
    let height = waiting.reduce(Length.zero) { $0 + $1.height }
    if let top = freeFrom, height <= design.content.maxY - top {
      freeFrom = top + height
      for name in waiting.flatMap(\.anchors) { anchorHere(name) }
      let box = Rect(design.content.minX.points, top.points, design.width.points, height.points)
      return place { $0.xml.box($1, "Text", box, paragraphs: waiting.map(\.xml).joined()) }
    }
    begin(.text)
    for name in waiting.flatMap(\.anchors) { anchorHere(name) }
    let shrink = height > design.content.size.height ? max(0.4, design.content.size.height / height) : nil
    place { $0.xml.placeholder($1, "Text", "type=\"body\" idx=\"1\"", paragraphs: waiting.map(\.xml).joined(), shrink: shrink) }
  }

  /// How high the text that waits is.
  var flowHeight: Length { flow.reduce(.zero) { $0 + $1.height } }

  /// What waits, for a slide that shows it beside something.
  mutating func takeFlow() -> (text: String, height: Length) {
    defer {
      for name in flow.flatMap(\.anchors) { anchorHere(name) }
      flow = []
    }
    return (flow.map(\.xml).joined(), flowHeight)
  }
}
