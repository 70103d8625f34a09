import Diagnostics
import PageLayout
import Scene
import Synchronization

/// A chapter as it is set in lines, tables and figures of several heights, before pages are chosen.
struct ChapterMaterial: Sendable {
  var stretches: [Stretch]
  var diagnostics: [Diagnostic]
  /// What its figures report and give when they are drawn.
  let drawn: DrawnDiagnostics
  let data: DrawnData
  /// What was reported when it was set.
  let setFindings: [Diagnostic]
  /// Tells it from all others that a session has set; of no use to documents that are laid out once.
  let edition: Int

  init(stretches: [Stretch], diagnostics: [Diagnostic], drawn: DrawnDiagnostics, data: DrawnData, edition: Int) {
    self.stretches = stretches
    self.diagnostics = diagnostics
    self.drawn = drawn
    self.data = data
    self.edition = edition
    setFindings = drawn.all
  }

  /// Its figures are drawn anew, perhaps at other heights: what they reported at the old ones is forgotten.
  func beginDrawing() {
    drawn.reset(to: setFindings)
    data.reset()
  }
}

/// All that the material of a chapter hangs on besides the look of the pages. Two that are equal give the same material.
struct ChapterGround: Equatable {
  var chapter: ReportSource.Chapter
  var entry: ChapterNumbers.Entry
  var sections: [String]
  var notes: ChapterFootnotes
}

/// What the whole document gives to each of its chapters.
struct DocumentGround: Equatable {
  var labels: [String: String]
  var anchors: Set<String>
  var pictures: PictureNumbers
  var notes: [ReportSource.Footnote]
}

/// The chapters and parts of a document as they were set, for the next edition of it, in which most are the same.
///
/// Layout, theme and fonts are those of its owner: who changes them begins with another one.
package final class SetChapters: Sendable {
  private struct State {
    var ground: DocumentGround?
    var chapters: [Int: (ground: ChapterGround, material: ChapterMaterial)] = [:]
    var parts: [[PartKey]: PlacedPart] = [:]
    var usedParts: Set<[PartKey]> = []
    /// The parts by the number of pages before them.
    var places: [Int: [PartKey]] = [:]
    var contents: (key: ContentsKey, pages: [Page])?
    var count = 0
  }
  private let state = Mutex(State())

  package init() {}

  /// Forgets all chapters where what the document gives them has changed.
  func begin(_ ground: DocumentGround, chapters: Int) {
    state.withLock { state in
      if state.ground != ground { state.chapters = [:] }
      state.ground = ground
      state.chapters = state.chapters.filter { $0.key < chapters }
      state.usedParts = []
    }
  }

  /// The material of a chapter; set anew where its ground is another.
  func material(of index: Int, on ground: ChapterGround, _ set: (_ edition: Int) -> ChapterMaterial) -> ChapterMaterial {
    let known = state.withLock { $0.chapters[index] }
    if let known, known.ground == ground { return known.material }
    let edition = state.withLock { state in
      state.count += 1
      return state.count
    }
    let material = set(edition)
    state.withLock { $0.chapters[index] = (ground, material) }
    return material
  }

  /// The pages of a part; placed and drawn anew where its chapters are others.
  ///
  /// - Parameters:
  ///   - pages: how many stand before it.
  ///   - place: is given the part that stood there.
  func part(_ key: [PartKey], after pages: Int, _ place: (PlacedPart?) -> PlacedPart) -> PlacedPart {
    let (known, earlier) = state.withLock { state in
      state.usedParts.insert(key)
      return (state.parts[key], state.places.updateValue(key, forKey: pages).flatMap { state.parts[$0] })
    }
    if let known { return known }
    let part = place(earlier)
    state.withLock { $0.parts[key] = part }
    return part
  }

  /// The pages of the contents; set anew where a line of them is another.
  func contents(_ key: ContentsKey, _ set: () -> [Page]) -> [Page] {
    if let known = state.withLock({ $0.contents }), known.key == key { return known.pages }
    let pages = set()
    state.withLock { $0.contents = (key, pages) }
    return pages
  }

  /// Forgets the parts that were not asked for since ``begin(_:chapters:)``.
  func end() {
    state.withLock { state in
      state.parts = state.parts.filter { state.usedParts.contains($0.key) }
      state.places = state.places.filter { state.usedParts.contains($0.value) }
    }
  }
}

/// All that the pages of the contents hang on besides the look of the pages.
struct ContentsKey: Equatable {
  var lines: [ContentsLine]
  var figures: [ContentsLine]
  /// How many pages stand before them, and how many elements of the structure.
  var pagesBefore: Int
  var tags: TagNumbers
}

/// What follows each other in a part.
struct PartKey: Hashable {
  /// ``ChapterMaterial/edition``.
  var edition: Int
  /// Whether it would rather begin a page than the chapter before it.
  var isNewSection: Bool
}
