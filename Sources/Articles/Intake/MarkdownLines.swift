/// The lines of a Markdown article with their marks hidden: headings, list items, quotes, table rows, emphasis, links.
///
/// Line by line, which is enough for press texts: a paragraph of several lines is joined, fenced code is left out.
func markdownLines(_ scalars: [Unicode.Scalar]) -> [SourceLine] {
  var lines: [SourceLine] = []
  var fenced = false
  var joins = false
  for (number, line) in textLines(scalars).enumerated() {
    guard !line.range.isEmpty else {
      joins = false
      continue
    }
    let text = scalars[line.range]
    if text.starts(with: "```".unicodeScalars) || (number == 0 || fenced) && text.elementsEqual("---".unicodeScalars) {
      fenced.toggle()
      joins = false
      continue
    }
    if fenced || text.allSatisfy({ "-=*_|: ".unicodeScalars.contains($0) }) { continue }
    var source = SourceLine(range: line.range)
    var low = line.range.lowerBound
    while low < line.range.upperBound, scalars[low] == ">" || scalars[low].isBlank { low += 1 }
    var marks = low
    while marks < line.range.upperBound, scalars[marks] == "#" { marks += 1 }
    if marks > low, marks - low <= 6, marks < line.range.upperBound, scalars[marks].isBlank {
      source.kind = .heading
      source.level = marks - low
      low = marks + 1
    } else if let after = bullet(scalars, in: low..<line.range.upperBound) {
      source.kind = .listItem
      low = after
    } else if low < line.range.upperBound, scalars[low] == "|" {
      source.kind = .tableRow
    }
    source.range = low..<line.range.upperBound
    source.hidden = inlineMarks(scalars, in: source.range)
    if source.kind == nil, joins, let last = lines.indices.last {
      lines[last].hidden.append(lines[last].range.upperBound..<source.range.lowerBound)
      lines[last].hidden += source.hidden
      lines[last].range = lines[last].range.lowerBound..<source.range.upperBound
    } else if !source.range.isEmpty {
      lines.append(source)
    }
    joins = source.kind == nil
  }
  return lines
}

/// The offset after `- `, `* `, `+ ` or `1. ` at the start of the range.
private func bullet(_ scalars: [Unicode.Scalar], in range: Range<Int>) -> Int? {
  var index = range.lowerBound
  guard index < range.upperBound else { return nil }
  if "-*+".unicodeScalars.contains(scalars[index]) {
    index += 1
  } else {
    while index < range.upperBound, scalars[index].isDigit, index - range.lowerBound < 3 { index += 1 }
    guard index > range.lowerBound, index < range.upperBound, scalars[index] == "." || scalars[index] == ")" else { return nil }
    index += 1
  }
  guard index < range.upperBound, scalars[index].isBlank else { return nil }
  return index + 1
}

/// `**`, `__`, backticks, and of a link or picture everything but its text.
private func inlineMarks(_ scalars: [Unicode.Scalar], in range: Range<Int>) -> [Range<Int>] {
  var hidden: [Range<Int>] = []
  var index = range.lowerBound
  while index < range.upperBound {
    switch scalars[index] {
    case "*", "`": hidden.append(index..<(index + 1))
    case "_" where index + 1 < range.upperBound && scalars[index + 1] == "_": hidden.append(index..<(index + 1))
    case "[": hidden.append(index..<(index + 1))
    case "!" where index + 1 < range.upperBound && scalars[index + 1] == "[": hidden.append(index..<(index + 1))
    case "]":
      var end = index + 1
      if end < range.upperBound, scalars[end] == "(" {
        while end < range.upperBound, scalars[end] != ")" { end += 1 }
        end = min(end + 1, range.upperBound)
      }
      hidden.append(index..<end)
      index = end
      continue
    default: break
    }
    index += 1
  }
  return hidden
}
