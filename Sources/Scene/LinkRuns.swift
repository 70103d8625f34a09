package import Geometry

/// The links of one frame with the items that are seen through them. An area and the text under it become one structure
/// element, and areas that follow each other to the same place (a link broken over lines) too.
package struct LinkRuns {
  package struct Run {
    package var destination: Destination
    /// In the frame's coordinates, as many as lines.
    package var areas: [Rect]
    package var text: String
    /// Of a text or mark of a chart.
    package var datum: DatumReference?
  }
  package private(set) var runs: [Run] = []
  /// By item index; -1 where no link is.
  package private(set) var runOfItem: [Int] = []
  /// Runs no item is seen through.
  package private(set) var bare: [Int] = []

  /// Nil when the frame has no link of its own.
  ///
  /// - Parameter withUnprinted: places that the document does not print too, to know where its texts come from.
  package init?(_ frame: Frame, withUnprinted: Bool = false) {
    var areas: [(rect: Rect, destination: Destination)] = []
    for placed in frame.items {
      // An address that no file may lead to is no link: its text stays.
      if case .link(let destination, let size) = placed.item, destination.refusedScheme == nil || withUnprinted && destination.isUnprinted {
        areas.append((Rect(origin: placed.origin, size: size), destination))
      }
    }
    guard !areas.isEmpty else { return nil }
    runOfItem = Array(repeating: -1, count: frame.items.count)
    var used = Array(repeating: -1, count: areas.count)
    var previous = -1
    for (index, placed) in frame.items.enumerated() {
      guard let (center, text) = LinkRuns.seen(placed) else { continue }
      guard let area = areas.firstIndex(where: { $0.rect.holds(center) }) else {
        previous = -1
        continue
      }
      let destination = areas[area].destination
      if used[area] < 0 {
        // Each text of a chart is one by itself, though the next one may lead to the same place.
        if previous >= 0, runs[previous].destination == destination, placed.datum == nil {
          runs[previous].areas.append(areas[area].rect)
          used[area] = previous
        } else {
          used[area] = runs.count
          runs.append(Run(destination: destination, areas: [areas[area].rect], text: "", datum: placed.datum))
        }
      }
      previous = used[area]
      runOfItem[index] = previous
      runs[previous].text += text
    }
    for (area, run) in zip(areas, used) where run < 0 {
      bare.append(runs.count)
      runs.append(Run(destination: area.destination, areas: [area.rect], text: ""))
    }
  }

  /// The middle of what an item shows, where it can stand under a link: text, an image, or a group without tags and links.
  private static func seen(_ placed: Placed) -> (center: Point, text: String)? {
    switch placed.item {
    case .text(let run):
      let center = Point(x: run.width / 2, y: (run.descent - run.ascent) / 2)
      return (placed.origin + center, run.text)
    case .image(_, let size): return (placed.origin + Point(x: size.width / 2, y: size.height / 2), "")
    case .group(let group):
      guard group.tag == nil, group.alt == nil, let text = plainText(of: group.frame) else { return nil }
      let box = group.transform.apply(Rect(origin: .zero, size: group.frame.size)).offset(by: placed.origin)
      return (Point(x: box.midX, y: box.midY), text)
    case .shape, .link, .anchor: return nil
    }
  }

  /// The first destination in a frame and its groups, with its areas in the frame's coordinates; for a group that is tagged
  /// as one link.
  package static func only(in frame: Frame) -> (destination: Destination, areas: [Rect])? {
    var found: (destination: Destination, areas: [Rect])?
    func visit(_ frame: Frame, _ toOuter: Transform) {
      for placed in frame.items {
        switch placed.item {
        case .link(let destination, let size) where destination.refusedScheme == nil:
          let area = toOuter.apply(Rect(origin: placed.origin, size: size))
          if found == nil {
            found = (destination, [area])
          } else if found?.destination == destination {
            found?.areas.append(area)
          }
        case .group(let group):
          visit(group.frame, group.transform.then(.translation(placed.origin)).then(toOuter))
        default: continue
        }
      }
    }
    visit(frame, .identity)
    return found
  }

  /// All text of a frame and its groups, in paint order.
  package static func text(of frame: Frame) -> String {
    var text = ""
    for placed in frame.items {
      switch placed.item {
      case .text(let run): text += run.text
      case .group(let group): text += LinkRuns.text(of: group.frame)
      default: continue
      }
    }
    return text
  }

  /// Nil when there is a tag or a link inside.
  private static func plainText(of frame: Frame) -> String? {
    var text = ""
    for placed in frame.items {
      switch placed.item {
      case .text(let run): text += run.text
      case .group(let group):
        guard group.tag == nil, group.alt == nil, let inner = plainText(of: group.frame) else { return nil }
        text += inner
      case .link: return nil
      case .shape, .image, .anchor: continue
      }
    }
    return text
  }
}

extension Rect {
  fileprivate func holds(_ p: Point) -> Bool { p.x >= minX && p.x <= maxX && p.y >= minY && p.y <= maxY }
}
