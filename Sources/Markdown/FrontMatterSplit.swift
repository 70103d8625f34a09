import Diagnostics

/// Where the body begins, and the lines between `---` and `---` (or `...`) before it.
///
/// - Returns: `isOpen` when the first line opens front matter that no line closes: then all of it is body.
func splitFrontMatter(_ scalars: [Unicode.Scalar]) -> (text: Range<Int>?, bodyStart: Int, isOpen: Bool) {
  let start = scalars.first == "\u{FEFF}" ? 1 : 0
  guard let first = line(of: scalars, from: start), isMark("-", scalars[first.text]) else { return (nil, start, false) }
  var at = first.next
  while let current = line(of: scalars, from: at) {
    if isMark("-", scalars[current.text]) || isMark(".", scalars[current.text]) {
      return (first.next..<at, current.next, false)
    }
    at = current.next
  }
  return (nil, start, true)
}

/// Three marks, then nothing but blanks.
private func isMark(_ mark: Unicode.Scalar, _ line: ArraySlice<Unicode.Scalar>) -> Bool {
  line.count >= 3 && line.prefix(3).allSatisfy { $0 == mark }
    && line.dropFirst(3).allSatisfy { $0 == " " || $0 == "\t" }
}

/// The line at `start` without its break, and where the next begins; nil at the end of the text.
private func line(of scalars: [Unicode.Scalar], from start: Int) -> (text: Range<Int>, next: Int)? {
  guard start < scalars.count else { return nil }
  var at = start
  while at < scalars.count, scalars[at] != "\n", scalars[at] != "\r" { at += 1 }
  let end = at
  if at < scalars.count { at += scalars[at] == "\r" && at + 1 < scalars.count && scalars[at + 1] == "\n" ? 2 : 1 }
  return (start..<end, at)
}
