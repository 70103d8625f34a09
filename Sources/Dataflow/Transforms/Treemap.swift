import Diagnostics

extension Transform {
  /// Cuts a rectangle into one for each row, of areas as a field says and as near to squares as may be (Bruls, Huizing &
  /// van Wijk, "Squarified treemaps", 2000); rows of a group stand together. Places are shares of the whole, 0…1 from the
  /// left and from the top.
  package struct Treemap: Hashable, Sendable {
    package var field: FieldPath
    package var groupBy: [FieldPath]
    /// Width over height of the rectangle that will be drawn.
    package var aspect: Double
    /// Names of the left, right, upper and lower bound.
    package var names: [String]

    package init(
      _ field: FieldPath, groupBy: [FieldPath] = [], aspect: Double = 1.5,
      as names: [String] = ["x0", "x1", "y0", "y1"]
    ) {
      self.field = field
      self.groupBy = groupBy
      self.aspect = aspect
      self.names = names
    }

    /// - Throws: `transform.treemap` for a negative size, which has no area.
    func apply(to table: Table) throws(Diagnostic) -> Warned<Table> {
      for path in groupBy + [field] { try table.require(path) }
      guard names.count == 4, aspect > 0, aspect.isFinite else {
        throw .error("transform.treemap", "a treemap needs four names and a positive aspect")
      }
      let column = table.values(at: field)
      var findings: [Diagnostic] = []
      var sizes: [Double] = []
      for (row, value) in column.values.enumerated() {
        let size = value.isNull ? 0 : value.asNumber
        if size < 0 {
          throw .error("transform.treemap", "row \(row + 1): \(value.asText) in the field “\(field)” has no area")
        }
        if size.isNaN {
          findings.append(
            .warning("data.number", "row \(row + 1): “\(value.asText)” in the field “\(field)” is no number"))
        }
        sizes.append(size.isFinite ? size : 0)
      }
      let groups = groupBy.isEmpty ? [Array(sizes.indices)] : Partition(table, by: groupBy).groups
      var boxes = [TreemapBox?](repeating: nil, count: sizes.count)
      let whole = TreemapBox(x: 0, y: 0, width: aspect, height: 1)
      let sums = groups.map { rows in rows.reduce(0) { $0 + sizes[$1] } }
      for (group, box) in zip(groups, squarified(sums, in: whole)) {
        guard let box else { continue }
        for (row, inner) in zip(group, squarified(group.map { sizes[$0] }, in: box)) { boxes[row] = inner }
      }
      func bound(_ value: (TreemapBox) -> Double) -> Column {
        Column(boxes.map { $0.map { .number(value($0)) } ?? .null })
      }
      var result = table
      result.set(names[0], bound { $0.x / aspect })
      result.set(names[1], bound { ($0.x + $0.width) / aspect })
      result.set(names[2], bound { $0.y })
      result.set(names[3], bound { $0.y + $0.height })
      return Warned(result, findings)
    }
  }
}

struct TreemapBox {
  var x: Double
  var y: Double
  var width: Double
  var height: Double
}

/// A box for each size, nil for none; the largest at the upper left.
func squarified(_ sizes: [Double], in whole: TreemapBox) -> [TreemapBox?] {
  var boxes = [TreemapBox?](repeating: nil, count: sizes.count)
  let order = sizes.indices.filter { sizes[$0] > 0 }.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
  var rest = whole
  var left = order.reduce(0) { $0 + sizes[$1] }
  var start = 0
  while start < order.count {
    // Areas, so that what is left fills the rest.
    let scale = rest.width * rest.height / left
    let side = min(rest.width, rest.height)
    var end = start
    var sum = 0.0
    var worst = Double.infinity
    while end < order.count {
      let next = sum + sizes[order[end]] * scale
      // The row's extremes are its first and its last box.
      let (most, least) = (sizes[order[start]] * scale, sizes[order[end]] * scale)
      let ratio = max(side * side * most / (next * next), next * next / (side * side * least))
      if ratio > worst { break }
      worst = ratio
      sum = next
      end += 1
    }
    let thickness = sum / side
    let isColumn = rest.width >= rest.height
    var place = isColumn ? rest.y : rest.x
    for index in order[start..<end] {
      let length = sizes[index] * scale / thickness
      boxes[index] =
        isColumn
        ? TreemapBox(x: rest.x, y: place, width: thickness, height: length)
        : TreemapBox(x: place, y: rest.y, width: length, height: thickness)
      place += length
      left -= sizes[index]
    }
    if isColumn {
      rest.x += thickness
      rest.width -= thickness
    } else {
      rest.y += thickness
      rest.height -= thickness
    }
    start = end
  }
  return boxes
}
