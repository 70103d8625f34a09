import Diagnostics

extension MarkdownSource {
  /// What cmark leaves out without a word: notes that nothing cites, second notes of one label.
  ///
  /// - Parameters:
  ///   - kept: labels of the notes in the tree.
  ///   - literal: places of code and raw HTML, ascending, where `[^a]:` is no note.
  func lostNotes(kept: Set<String>, literal: [Range<Int>]) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var seen: Set<String> = []
    var next = literal[...]
    for start in bodyLines {
      while let first = next.first, first.upperBound <= start { next = next.dropFirst() }
      if let first = next.first, first.contains(start) { continue }
      guard let (label, place) = noteDefinition(at: start) else { continue }
      let key = label.lowercased()
      if !seen.insert(key).inserted {
        found.append(
          .warning("markdown.note-duplicate", "a second note is called “\(label)” and is left out", at: span(place)))
      } else if !kept.contains(key) {
        found.append(
          .warning(
            "markdown.note-unused", "nothing cites the note “\(label)”: it is left out", at: span(place),
            hint: "cite it as [^\(label)]"))
      }
    }
    return found
  }

  /// `[^label]:` at the start of a line, after at most three blanks.
  private func noteDefinition(at start: Int) -> (label: String, place: Range<Int>)? {
    var at = start
    while at < start + 3, scalar(at) == " " { at += 1 }
    guard let place = noteMark(at), scalar(place.upperBound) == ":" else { return nil }
    return (text(place.lowerBound + 2..<place.upperBound - 1), place)
  }

  /// The place of `[^label]`, if one begins here.
  private func noteMark(_ start: Int) -> Range<Int>? {
    guard scalar(start) == "[", scalar(start + 1) == "^" else { return nil }
    var at = start + 2
    while let scalar = scalar(at), scalar != "]" {
      if scalar == "[" || scalar.properties.isWhitespace || at - start > 200 { return nil }
      at += 1
    }
    return scalar(at) == "]" && at > start + 2 ? start..<at + 1 : nil
  }

  /// `[^label]` that stayed text, since no note has the label.
  func unknownNotes(in place: Range<Int>) -> [Diagnostic] {
    place.compactMap { at in
      guard scalar(at) == "[", scalar(at - 1) != "\\", let mark = noteMark(at), mark.upperBound <= place.upperBound else {
        return nil
      }
      let label = text(mark.lowerBound + 2..<mark.upperBound - 1)
      return .error(
        "markdown.note-unknown", "there is no note “\(label)”", at: span(mark), hint: "write it as [^\(label)]: …")
    }
  }
}
