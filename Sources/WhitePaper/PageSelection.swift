public import Diagnostics
import Scene

/// Sheets of a document that are kept, counted from 1: `1,3-5`.
public struct PageSelection: Hashable, Sendable, CustomStringConvertible {
  /// As they were written.
  public private(set) var ranges: [ClosedRange<Int>]

  /// These ranges of sheets, counted from 1.
  public init(_ pages: ClosedRange<Int>...) { ranges = pages }

  /// Reads `3`, `2-5` and lists of them, parted by commas.
  ///
  /// - Throws: `pages.invalid`.
  public init(_ text: String) throws(Diagnostic) {
    ranges = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { end in
        Int(String(end.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()))
      }
      guard let first = ends[0], let last = ends.count == 1 ? first : ends.count == 2 ? ends[1] : nil, first >= 1, last >= first else {
        throw .error("pages.invalid", "“\(text)” is no list of pages", hint: "write it as 3, 2-5 or 1,3-5; sheets count from 1")
      }
      ranges.append(first...last)
    }
  }

  /// Whether a sheet is kept.
  public func contains(_ page: Int) -> Bool { ranges.contains { $0.contains(page) } }

  public var description: String {
    ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }.joined(separator: ", ")
  }
}

extension PagedDocument {
  /// Only these pages; what leads to others goes.
  ///
  /// - Throws: `pages.none` for one that is not there.
  func keeping(_ selection: PageSelection) throws(Diagnostics) -> PagedDocument {
    if let missing = selection.ranges.first(where: { $0.lowerBound > pages.count }) {
      throw Diagnostics(
        .error("pages.none", "pages \(missing.lowerBound)–\(missing.upperBound) do not exist", hint: "the report has \(pages.count) pages"))
    }
    let kept = pages.filter { selection.contains($0.number) }
    var copy = self
    let anchors = Set(kept.flatMap { $0.frame.anchors.map(\.name) })
    copy.outline = outline.filter { anchors.contains($0.anchor) }
    copy.pages = kept.map { page in
      var page = page
      page.frame = page.frame.leading(to: anchors, unprinted: { _ in true }).frame
      return page
    }
    return copy
  }
}
