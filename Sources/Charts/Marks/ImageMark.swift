import Dataflow
import Geometry
import Grammar
import Scene
import StructuredData

extension UnitEncoder {
  /// Images: a picture a row in the box that its width and height, or its bands, give it.
  ///
  /// A picture keeps its proportions within the box unless `aspect` is false. What could not be read is a grey box.
  func images() -> [SceneItem] {
    let (xs, ys) = (rectSpan(.x), rectSpan(.y))
    let addresses = imageAddresses
    let keepsAspect = unit.properties.bool("aspect") ?? true
    let missing = Color(red: 0x88, green: 0x88, blue: 0x88, alpha: 60)
    return drawnRows.compactMap { row in
      guard let x = xs(row), let y = ys(row), [x.start, x.end, y.start, y.end].allSatisfy(\.isFinite) else { return nil }
      let box = Box(x.start, y.start, x.end, y.end)
      let size = Size(box.width, box.height)
      let at = Point(box.x1, box.y1)
      let id = addresses(row).flatMap { address in
        resolver.pictures.id(of: address, fitting: keepsAspect ? size : nil)
      }
      let content: SceneItem.Content =
        id.map { .image($0, size, at: at) } ?? .shape(Shape(.rect(size, radius: .zero), fill: missing), at: at)
      return SceneItem(content: content, bounds: box, role: .mark, datum: reference(row))
    }
  }

  /// Where each row's picture stands.
  var imageAddresses: (Int) -> String? {
    if let channel = texts(.url) { return channel }
    let fixed = unit.properties.text("url")
    return { _ in fixed }
  }
}
