package import Geometry
package import Scene

/// One set line.
package struct Line: Hashable, Sendable {
  /// As wide as the line was set for and as high as the leading; holds text runs, underlines and links, all with role body.
  package var frame: Frame
  /// Extent of what is printed, from the left end of the first glyph's box to the right end of the last one's: without spaces at
  /// the ends, without the blank of a mark at the line's end, with the first-line indent.
  package var width: Length
  /// Stretch (positive) or shrink (negative) as a share of what the line's spaces offer; 0 for a line that is not justified.
  package var ratio: Double
  /// The text as set, an inserted hyphen shown, without spaces at the ends.
  package var text: String
  /// Extent of the tallest text above and below the baseline, both positive; an em in sum where all text has one size.
  package var ascent: Length
  package var descent: Length

  /// Copies the items into `frame` with the left end of the baseline at `baselineOrigin`, and gives them a role.
  package func placed(into frame: inout Frame, at baselineOrigin: Point, role: Role) {
    let corner = Point(x: baselineOrigin.x, y: baselineOrigin.y - self.frame.baseline)
    for placed in self.frame.items { frame.place(placed.item, at: placed.origin + corner, role: role) }
  }
}
