import Geometry
import Scene

/// What one structure element says of itself beyond its name. cairo 1.16 writes none of it, so it is kept, one row for each
/// `cairo_tag_begin` in order, and put into the finished file by the pass for the standards.
struct StructureRow: Hashable, Sendable {
  var name: StructureName
  /// The element of the scene; nil for leaves the exporter adds.
  var id: Int?
  var element: StructureTag.Element?
  var alt: String?
  var language: Language?
  /// In PDF coordinates (y up): left, bottom, right, top.
  var box: [Double]?
  /// For a link: what is said of the annotation.
  var contents: String?

  init(_ name: StructureName) { self.name = name }
}
