import Geometry
import Scene
import Typesetting

/// Title of the report and of the chapter above the type area, with a rule below.
func runningHead(layout: Layout, sheet: Int, styles: Styles, left: String, right: String, into frame: inout Frame) {
  guard layout.hasFurniture else { return }
  let margins = layout.margins(ofSheet: sheet)
  let style = styles.text(.runningHead)
  let typesetter = styles.typesetter
  let size = styles.size(.runningHead)
  // Of one article the chapter has the report's name.
  let isAlone = right == left || right.isEmpty
  // Both lines stand clear of each other; each has half, and what the other leaves of it.
  let room = layout.measure - size * 4
  func shown(_ text: String, beside other: String) -> Line {
    let whole = typesetter.label(text, style)
    let left = isAlone ? layout.measure : max(room / 2, room - typesetter.label(other, style).width)
    return whole.width <= left ? whole : typesetter.label(shortened(text, ems: left / size), style)
  }
  let start = shown(left, beside: right)
  start.placed(into: &frame, at: Point(x: margins.left, y: layout.head), role: .runningHead)
  if !isAlone {
    let end = shown(right, beside: left)
    end.placed(
      into: &frame, at: Point(x: layout.page.width - margins.right - end.width, y: layout.head), role: .runningHead)
  }
  guard styles.theme.furniture.hasHeadRule else { return }
  frame.place(
    .shape(Shape(.rect(Size(width: layout.measure, height: .pt(0.4)), radius: .zero), fill: styles.color("rule"))),
    at: Point(x: margins.left, y: layout.head + .pt(6)), role: .runningHead)
}

/// A running head is one line: what is longer ends at a mark where there is one, else in an ellipsis, never within a number.
func shortened(_ text: String, ems most: Double) -> String {
  let scalars = Array(text.unicodeScalars)
  guard ems(scalars) > most else { return text }
  var limit = scalars.startIndex
  while limit < scalars.count, ems(scalars[...limit]) <= most - 1 { limit += 1 }
  // Rather at a mark than at a blank; the comma of 44,917 is none.
  func isMark(_ i: Int) -> Bool {
    ["，", "：", "；"].contains(scalars[i]) || [",", ":"].contains(scalars[i]) && i + 1 < scalars.count && scalars[i + 1] == " "
  }
  let mark = (0..<limit).last(where: isMark) ?? scalars[..<limit].lastIndex(of: " ")
  if let cut = mark, cut >= limit / 3 {
    let kept = String(String.UnicodeScalarView(scalars[..<cut]))
    guard scalars[cut] == " " else { return kept }
    return String(kept.reversed().drop { ",;:，；： ".contains($0) }.reversed()) + "…"
  }
  func isNumeral(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) || scalar == "." || scalar == "%" }
  while limit > 1, limit < scalars.count, isNumeral(scalars[limit]), isNumeral(scalars[limit - 1]) { limit -= 1 }
  return String(String.UnicodeScalarView(scalars[..<limit])) + "…"
}

func drawFolio(_ label: String, sheet: Int, layout: Layout, styles: Styles, into frame: inout Frame) {
  guard layout.hasFurniture else { return }
  let line = styles.typesetter.label(label, styles.text(.folio))
  let margins = layout.margins(ofSheet: sheet)
  let left = margins.left
  let right = layout.page.width - margins.right - line.width
  let x =
    switch layout.folioPlace {
    case .left: left
    case .center: (left + right) / 2
    case .right: right
    case .outer: sheet.isMultiple(of: 2) ? left : right
    }
  line.placed(into: &frame, at: Point(x: x, y: layout.page.height - layout.folio), role: .pageNumber)
}
