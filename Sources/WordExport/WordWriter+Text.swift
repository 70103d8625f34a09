import OpenPackaging
import Report
import Scene

/// Running text with its looks, links and note marks.
extension WordWriter {
  /// - Parameter look: properties of text that is no link, where they are not those of the paragraph.
  mutating func runs(_ inlines: [Inline], look base: String = "") -> String { runs(read(inlines), look: base) }

  mutating func runs(_ pieces: [TextPiece], look base: String = "", owner: String = WordWriter.main) -> String {
    var out = ""
    var index = 0
    while index < pieces.count {
      let link = pieces[index].link
      var inner = ""
      while index < pieces.count, pieces[index].link == link {
        inner += run(pieces[index], base)
        index += 1
      }
      switch link {
      case nil, .unprinted: out += inner
      case .anchor(let name): out += "<w:hyperlink w:anchor=\"\(bookmark(name))\" w:history=\"1\">\(inner)</w:hyperlink>"
      case .uri(let uri):
        out +=
          "<w:hyperlink r:id=\"\(package.relate(owner, to: uri, "hyperlink", isExternal: true))\" w:history=\"1\">\(inner)</w:hyperlink>"
      }
    }
    return out
  }

  private mutating func run(_ piece: TextPiece, _ base: String) -> String {
    switch piece.content {
    case .lineBreak: return "<w:r><w:br/></w:r>"
    case .note(let anchor, let mark): return note(anchor, mark: mark)
    case .text(let text): return run(text, look(of: piece, base))
    }
  }

  /// In the order of the schema.
  private func look(of piece: TextPiece, _ base: String) -> String {
    var out = piece.link != nil ? "<w:rStyle w:val=\"Hyperlink\"/>" : ""
    if piece.isCode { out += styles.fonts(.tableBody) }
    let isItalic = piece.isEmphasised && !manuscript.language.isChinese
    if piece.isStrong || piece.isEmphasised && !isItalic { out += "<w:b/>" }
    if isItalic { out += "<w:i/>" }
    if piece.isStruck { out += "<w:strike/>" }
    if piece.isMarked { out += styles.color("brand") } else if piece.link == nil { out += base }
    if piece.isMarked { out += "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"\(manuscript.color("highlight").digits)\"/>" }
    switch piece.height {
    case .normal: break
    case .raised: out += "<w:vertAlign w:val=\"superscript\"/>"
    case .lowered: out += "<w:vertAlign w:val=\"subscript\"/>"
    }
    return out
  }

  /// A footnote at its first mark in a chapter; a later mark shows its number.
  private mutating func note(_ anchor: String, mark: String) -> String {
    // A chapter has notes of its own, as it has on pages.
    let name = "note \(chapter) " + anchor
    if markedNotes.contains(anchor) {
      return field("NOTEREF \(bookmark(name)) \\h", result: mark, look: "<w:rStyle w:val=\"FootnoteReference\"/>")
    }
    guard let note = manuscript.notes(ofChapter: chapter).first(where: { $0.anchor == anchor }) else { return "" }
    let number = notes.count + 1
    markedNotes.insert(anchor)
    // Its place is taken first: a note may cite another one.
    notes.append("")
    let text = runs(note.text.filter { if case .note = $0.content { false } else { true } }, owner: "word/footnotes.xml")
    let cited = note.text.compactMap { piece -> (anchor: String, mark: String)? in
      if case .note(let anchor, let mark) = piece.content { (anchor, mark) } else { nil }
    }
    let mark = "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r>" + run(" ")
    let content = mark + text + run(cited.map(\.mark).joined(), "<w:vertAlign w:val=\"superscript\"/>")
    notes[number - 1] = "<w:footnote w:id=\"\(number)\">" + paragraph("FootnoteText", content) + "</w:footnote>"
    var out = marked(name, "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteReference w:id=\"\(number)\"/></w:r>")
    // Word has no mark in a note: what it cites stands after it.
    for other in cited where !markedNotes.contains(other.anchor) { out += self.note(other.anchor, mark: other.mark) }
    return out
  }

  var notesXML: String {
    func line(_ id: Int, _ type: String, _ element: String) -> String {
      "<w:footnote w:type=\"\(type)\" w:id=\"\(id)\"><w:p><w:pPr><w:pStyle w:val=\"Break\"/><w:spacing w:line=\"240\" w:lineRule=\"auto\"/></w:pPr><w:r><w:\(element)/></w:r></w:p></w:footnote>"
    }
    return "<w:footnotes \(wordNamespaces)>" + line(-1, "separator", "separator")
      + line(0, "continuationSeparator", "continuationSeparator")
      + notes.joined() + "</w:footnotes>"
  }
}
