/// Whether a text without a telling suffix is HTML: its first tag says so.
func looksLikeHTML(_ scalars: [Unicode.Scalar]) -> Bool {
  var start = 0
  while start < scalars.count, scalars[start].isBlank || scalars[start].isLineEnd { start += 1 }
  let head = String(scalars: scalars[start..<min(scalars.count, start + 15)]).lowercased()
  return head.hasPrefix("<!doctype html") || head.hasPrefix("<html") || head.hasPrefix("<head") || head.hasPrefix("<body")
}

/// The lines of an HTML page: each block element is one, its tags are hidden and offsets stay those of the file.
///
/// A tolerant scanner, no parser of HTML5: it knows comments, raw elements (script, style), block elements and a few
/// entities for blanks. Whatever else stands between < and > is a tag, an unclosed one is text.
func htmlLines(_ scalars: [Unicode.Scalar]) -> [SourceLine] {
  var scanner = HTMLScanner(scalars: scalars)
  scanner.run()
  return scanner.lines
}

private struct HTMLScanner {
  let scalars: [Unicode.Scalar]
  var lines: [SourceLine] = []
  private var start = 0
  private var hidden: [Range<Int>] = []
  private var kind: Article.Block.Kind?
  private var level = 0

  init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private static let blockElements: Set<String> = [
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "tr", "table", "section", "article", "header",
    "footer", "nav", "br", "body", "html", "head", "title", "blockquote", "figcaption", "figure", "dl", "dt", "dd", "form",
    "main", "aside", "caption", "tbody", "thead", "option", "hr",
  ]
  private static let rawElements: Set<String> = ["script", "style", "noscript", "template", "svg", "iframe"]

  mutating func run() {
    var index = 0
    while index < scalars.count {
      switch scalars[index] {
      case "<": index = tag(at: index)
      case "&": index = entity(at: index)
      default: index += 1
      }
    }
    close(at: scalars.count)
  }

  /// Reads a tag and returns the offset after it.
  private mutating func tag(at index: Int) -> Int {
    if matches("<!--", at: index) {
      let end = find("-->", from: index + 4) ?? scalars.count
      hidden.append(index..<end)
      return end
    }
    var cursor = index + 1
    let closes = cursor < scalars.count && scalars[cursor] == "/"
    if closes { cursor += 1 }
    let nameStart = cursor
    while cursor < scalars.count, scalars[cursor].isLatinLetter || scalars[cursor].isDigit, cursor - nameStart < 16 {
      cursor += 1
    }
    let isDeclaration = cursor < scalars.count && scalars[cursor] == "!" && cursor == index + 1
    guard cursor > nameStart || isDeclaration else { return index + 1 }
    guard var end = find(">", from: cursor, within: 4_000) else { return index + 1 }
    let name = String(scalars: scalars[nameStart..<cursor]).lowercased()
    if !closes, Self.rawElements.contains(name) {
      let past = find("</" + name, from: end) ?? scalars.count
      end = find(">", from: past) ?? scalars.count
    }
    if Self.blockElements.contains(name) || isDeclaration {
      close(at: index)
      start = end
      (kind, level) = closes ? (nil, 0) : form(of: name)
    } else {
      hidden.append(index..<end)
    }
    return end
  }

  private func form(of name: String) -> (Article.Block.Kind?, Int) {
    switch name {
    case "h1", "title": (.heading, 1)
    case "h2", "h3", "h4", "h5", "h6": (.heading, 2)
    case "li": (.listItem, 0)
    case "tr": (.tableRow, 0)
    case "figcaption", "caption": (.caption, 0)
    default: (nil, 0)
    }
  }

  /// Hides an entity; those for characters of the text are rare in articles and stay as written.
  private mutating func entity(at index: Int) -> Int {
    for name in ["&nbsp;", "&ensp;", "&emsp;", "&thinsp;", "&#160;", "&#xa0;", "&ldquo;", "&rdquo;", "&quot;", "&mdash;"]
    where matches(name, at: index) {
      hidden.append(index..<(index + name.unicodeScalars.count))
      return index + name.unicodeScalars.count
    }
    return index + 1
  }

  private mutating func close(at end: Int) {
    var low = start
    var high = max(start, end)
    var before = hidden[...]
    while low < high {
      if let first = before.first, first.lowerBound <= low {
        low = max(low, first.upperBound)
        before.removeFirst()
      } else if scalars[low].isBlank || scalars[low].isLineEnd {
        low += 1
      } else {
        break
      }
    }
    while high > low {
      if let last = before.last, last.upperBound >= high, last.lowerBound > low {
        high = last.lowerBound
        before.removeLast()
      } else if scalars[high - 1].isBlank || scalars[high - 1].isLineEnd {
        high -= 1
      } else {
        break
      }
    }
    if low < high { lines.append(SourceLine(range: low..<high, hidden: Array(before), kind: kind, level: level)) }
    hidden = []
    start = end
  }

  private func matches(_ word: String, at index: Int) -> Bool {
    var offset = index
    for scalar in word.unicodeScalars {
      guard offset < scalars.count, scalars[offset].lowercasedHalfWidth == scalar else { return false }
      offset += 1
    }
    return true
  }

  /// The offset after the next `word`.
  private func find(_ word: String, from start: Int, within limit: Int = .max) -> Int? {
    var index = start
    let length = word.unicodeScalars.count
    let stop = limit == .max ? scalars.count : min(scalars.count, start + limit)
    while index + length <= stop {
      if matches(word, at: index) { return index + length }
      index += 1
    }
    return nil
  }
}
