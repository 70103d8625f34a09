import Geometry
import Scene

/// Something to draw, in the coordinates of its group.
struct SceneItem: Sendable {
  enum Content: Sendable {
    case shape(Shape, at: Point)
    /// A line of text: the left end of its baseline before it is turned by `angle` degrees clockwise about `anchor`.
    case text(SetText, at: Point, anchor: Point, angle: Double)
    case image(ImageID, Size, at: Point)
  }
  var content: Content
  /// With half the width of a stroke; of a text its line box.
  var bounds: Box
  var role: Role
  var datum: DatumReference?
  var alpha = 1.0
}

/// A plot, or a group of plots, with its guides. Children are moved; items are not.
struct SceneGroup: Sendable {
  var x = 0.0
  var y = 0.0
  /// The plot's size.
  var width = 0.0
  var height = 0.0
  /// Painted first: background, then grids and guides behind the marks.
  var back: [SceneItem] = []
  var children: [SceneGroup] = []
  var marks: [SceneItem] = []
  /// Painted over the marks.
  var front: [SceneItem] = []
  var clips = false
  /// Enlarges all that is within, about the group's origin.
  var scale = 1.0
  /// All that is drawn, in the group's own coordinates.
  var bounds = Box()

  init() {}

  /// The bounds in the coordinates of the group around.
  var outerBounds: Box { bounds.moved(x, y) }
}

extension SceneItem {
  func moved(_ dx: Double, _ dy: Double) -> SceneItem {
    var copy = self
    let shift = Point(dx, dy)
    switch content {
    case .shape(let shape, let at): copy.content = .shape(shape, at: at + shift)
    case .text(let set, let at, let anchor, let angle): copy.content = .text(set, at: at + shift, anchor: anchor + shift, angle: angle)
    case .image(let id, let size, let at): copy.content = .image(id, size, at: at + shift)
    }
    copy.bounds = bounds.moved(dx, dy)
    return copy
  }
}
