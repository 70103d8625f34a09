import Geometry
import Scene
import Typesetting

/// A text that wants a place near what it explains.
struct LabelRequest {
  /// Where the text box may stand, best first: its top left corner.
  struct Candidate {
    var origin: Point
    /// On top of its own mark, which then is no obstacle, in this colour.
    var onMark: Color?
  }

  var line: Line
  var candidates: [Candidate]
  var role: Role
  /// Higher ones are placed first, and the lowest go first when there is no room.
  var priority: Int
  /// The obstacle that the label belongs to.
  var owner: Int?
  /// What is drawn with the label and goes when it goes, such as the dot that it names.
  var companion = Frame(size: .zero)
  /// Sets the text anew in the colour of a candidate on its mark.
  var recolored: (Color) -> Line

  init(
    _ line: Line, at candidates: [Candidate], role: Role, priority: Int = 0, owner: Int? = nil,
    recolored: @escaping (Color) -> Line
  ) {
    self.line = line
    self.candidates = candidates
    self.role = role
    self.priority = priority
    self.owner = owner
    self.recolored = recolored
  }

  var size: Size { Size(width: line.width, height: line.ascent + line.descent) }
}

/// Something that a text must not touch.
struct Obstacle {
  var box: Rect
  var owner: Int?
}

/// Finds places for all labels of a figure, whatever layer they come from: each in turn of its priority, ties in input
/// order, takes its first free candidate. Deterministic; what finds no place is left out and returned.
struct LabelPlacer {
  /// Texts stay inside.
  var bounds: Rect
  var clearance: Length
  private(set) var taken: [Obstacle]

  init(bounds: Rect, clearance: Length, obstacles: [Obstacle]) {
    self.bounds = bounds
    self.clearance = clearance
    taken = obstacles
  }

  mutating func place(_ requests: [LabelRequest]) -> (
    placed: [(request: Int, candidate: LabelRequest.Candidate)], dropped: [Int]
  ) {
    var placed: [(request: Int, candidate: LabelRequest.Candidate)] = []
    var dropped: [Int] = []
    let order = requests.indices.sorted { (-requests[$0].priority, $0) < (-requests[$1].priority, $1) }
    for index in order {
      let request = requests[index]
      if let candidate = request.candidates.first(where: { isFree($0, of: request) }) {
        taken.append(Obstacle(box: Rect(origin: candidate.origin, size: request.size), owner: nil))
        placed.append((index, candidate))
      } else {
        dropped.append(index)
      }
    }
    return (placed.sorted { $0.request < $1.request }, dropped.sorted())
  }

  private func isFree(_ candidate: LabelRequest.Candidate, of request: LabelRequest) -> Bool {
    let box = Rect(origin: candidate.origin, size: request.size)
    guard bounds.contains(box) else { return false }
    // A hundredth of slack, so that a label set exactly at the clearance fits.
    let kept = box.inset(by: Insets(all: .pt(0.01) - clearance))
    return !taken.contains { obstacle in
      if candidate.onMark != nil, let owner = request.owner, obstacle.owner == owner { return false }
      return obstacle.box.intersects(kept)
    }
  }
}
