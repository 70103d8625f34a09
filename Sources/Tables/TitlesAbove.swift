import Articles

/// The lines above the tables of a document that may say what these are of.
struct TitlesAbove {
  private let article: Article
  /// For each block the nearest heading before it; -1 for none.
  private let headings: [Int]

  init(_ article: Article) {
    self.article = article
    var last = -1
    headings = article.blocks.indices.map { index in
      defer { if article.blocks[index].kind == .heading { last = index } }
      return last
    }
  }

  /// The nearest first: short lines right before the table, headings, the title of the document.
  func titles(of table: SourceTable) -> [String] {
    guard let start = table.range?.lowerBound else { return article.title.map { [$0] } ?? [] }
    var found: [String] = []
    var isNear = true
    var index = blocks(before: start) - 1
    while index >= 0, found.count <= 8 {
      let block = article.blocks[index]
      let text = String(scalars: article.text(of: block).scalars)
      switch block.kind {
      case .heading:
        found.append(text)
        isNear = false
        if block.level == 1 { return found }
      case .paragraph, .caption, .listItem:
        let isShort = text.unicodeScalars.count <= 60 && !text.hasSuffix("。")
        if isNear, isShort, found.count < 4 { found.append(text) } else { isNear = false }
      case .tableRow: isNear = false
      }
      index = isNear ? index - 1 : headings[index]
    }
    if let title = article.title, !found.contains(title) { found.append(title) }
    return found
  }

  /// How many blocks end before an offset; they stand in the order of the text.
  private func blocks(before offset: Int) -> Int {
    var (low, high) = (0, article.blocks.count)
    while low < high {
      let middle = (low + high) / 2
      if article.blocks[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
