package import Diagnostics
package import Geometry

/// One filled picture of `icons/`: a single path on a square grid, drawn in one colour.
///
/// A concept names its picture as data; nothing is searched for.
package struct Pictogram: Hashable, Sendable {
  /// The file's name without `.svg`, such as `seal-check`.
  package let name: String
  /// The side of the square it is drawn on, in the units of ``path``.
  package let grid: Double
  /// y grows downwards, from (0, 0) to (grid, grid).
  package let path: Path

  /// Reads an SVG file of one path on a square grid that begins at 0, as `Scripts/make-icons` writes them.
  ///
  /// - Throws: `pictogram.unreadable` with what is not as it should be.
  package init(name: String, svg: String, document: String) throws(Diagnostic) {
    func refuse(_ what: String) -> Diagnostic {
      .error(
        "pictogram.unreadable", what, at: SourceSpan(document: document),
        hint: "a pictogram is an SVG file with one path on a square grid, such as viewBox=\"0 0 256 256\"")
    }
    let bytes = Array(svg.utf8)
    guard let box = attribute("viewBox", in: bytes) else { throw refuse("the picture has no viewBox") }
    let sides = box.split(separator: UInt8(ascii: " ")).map { Double(String(decoding: $0, as: UTF8.self)) }
    guard sides.count == 4, sides[0] == 0, sides[1] == 0, let grid = sides[2], grid > 0, grid == sides[3] else {
      throw refuse("the viewBox “\(String(decoding: box, as: UTF8.self))” is no square that begins at 0")
    }
    guard places(of: "<path", in: bytes).count == 1 else { throw refuse("the picture is not drawn with one path") }
    guard let data = attribute("d", in: bytes), let path = svgPath(String(decoding: data, as: UTF8.self)) else {
      throw refuse("the path cannot be read")
    }
    self.name = name
    self.grid = grid
    self.path = path
  }

  /// The path in a square of `side` with its corner at `origin`.
  package func path(in side: Double, at origin: Point) -> Path {
    path.transformed(by: .scaling(side / grid, side / grid)).transformed(by: .translation(origin))
  }
}

/// The value of an XML attribute that stands after a blank; nil when there is none.
private func attribute(_ name: String, in svg: [UInt8]) -> ArraySlice<UInt8>? {
  let opening = " \(name)=\""
  guard let place = places(of: opening, in: svg).first else { return nil }
  return svg[(place + opening.utf8.count)...].prefix { $0 != UInt8(ascii: "\"") }
}

/// Where a text begins among bytes.
private func places(of text: String, in bytes: [UInt8]) -> [Int] {
  let wanted = Array(text.utf8)
  guard let first = wanted.first, bytes.count >= wanted.count else { return [] }
  return (0...(bytes.count - wanted.count)).filter { place in
    bytes[place] == first && bytes[place..<(place + wanted.count)].elementsEqual(wanted)
  }
}
