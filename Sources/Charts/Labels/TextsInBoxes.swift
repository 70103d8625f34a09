import Geometry
import Scene

extension TextRoom {
  mutating func placeInside(_ texts: [RowText]) -> Bool {
    var isWhole = true
    var fitted: [(variants: [RowText], fits: [Bool])] = []
    for row in texts {
      let own = row.datum.datum.flatMap { boxes[$0] }
      guard let item = own ?? emptyBoxes.first(where: { $0.bounds.contains(row.x, row.y) }) else { continue }
      let box = item.bounds
      let pad = row.look.size * 0.3
      let (most, high) = (box.width - 2 * pad, box.height - 1.2 * pad)
      let step = row.look.size * 1.2
      var row = row
      row.lineHeight = step
      (row.dx, row.dy) = (0, 0)
      switch row.align {
      case .left: row.x = box.x1 + pad
      case .center: row.x = box.midX
      case .right: row.x = box.x2 - pad
      }
      switch row.baseline {
      case .top: row.y = box.y1 + pad
      default:
        row.y = box.midY
        row.baseline = .middle
      }
      if case .shape(let shape, _) = item.content, let fill = shape.fill {
        row.look.color = fill.ink(otherwise: row.look.color)
      }
      // All of it, on more lines, on one line, then the first line alone.
      var (joined, first) = (row, row)
      if row.lines.count > 1 {
        (joined.lines, joined.roles) = ([row.lines.joined(separator: " ")], [row.roles[0]])
        (first.lines, first.roles) = ([row.lines[0]], [row.roles[0]])
      }
      let variants = [row, most > row.look.size ? wrapped(row, to: most) : row, joined, first]
      // Rows and squares grow until their texts have room.
      let needed = (width: (row.lines.map { text.width($0, row.look) }.max() ?? 0) + 2 * pad, height: step * Double(row.lines.count) + pad)
      if growsSquare, box.width > 0, box.height > 0 {
        result.stretch = max(result.stretch, min(6, max(needed.width / box.width, needed.height / box.height)))
      } else if growsDown, box.height > 0 {
        result.stretch = max(result.stretch, min(6, needed.height / box.height))
      }
      func fits(_ row: RowText) -> Bool {
        (Double(row.lines.count) - 0.2) * step <= high && row.lines.allSatisfy { text.width($0, row.look) <= most }
      }
      fitted.append((variants, variants.map(fits)))
    }
    // Tiles of one size say alike: what one has no room for none says.
    let alike =
      !growsSquare ? nil : (0..<4).first { kind in fitted.allSatisfy { $0.fits[kind] || $0.variants[0].lines.count < 2 && $0.fits[0] } }
    for (variants, fits) in fitted {
      guard let kind = alike.flatMap({ fits[$0] ? $0 : nil }) ?? fits.firstIndex(of: true) else {
        isWhole = false
        drop(variants[0])
        continue
      }
      if variants[kind].saysValue != variants[0].saysValue {
        isWhole = false
        result.unsaid.append(variants[kind].lines.joined(separator: " "))
      }
      let set = text.place(variants[kind])
      placer.block(set.bounds)
      result.items += set.items
    }
    return isWhole
  }
}

extension Color {
  /// What is written on it in: white, else the look's own ink, else black, where neither of these could be read.
  func ink(otherwise own: Color) -> Color {
    if contrast(with: .white) >= 4.5 { return .white }
    return contrast(with: own) >= 4.5 ? own : .black
  }
}
