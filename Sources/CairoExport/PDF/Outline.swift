import Diagnostics
import Scene

/// Adds the bookmarks: an entry stands under the last one before it that has a lower level, so that a skipped level does no
/// harm.
///
/// - Throws: `outline.target`.
func addOutline(_ entries: [OutlineEntry], places: borrowing NamedPlaces, to surface: borrowing PDFSurface)
  throws(Diagnostic)
{
  var above: [(level: Int, number: Int32)] = []
  for entry in entries {
    guard places.has(entry.anchor) else {
      throw places.missing(entry.anchor, rule: "outline.target", what: "the bookmark “\(entry.title)” goes")
    }
    while let last = above.last, last.level >= entry.level { above.removeLast() }
    let number = surface.addOutline(
      entry.title, to: TagAttributes.destinationName(entry.anchor), under: above.last?.number ?? 0)
    above.append((entry.level, number))
  }
}
