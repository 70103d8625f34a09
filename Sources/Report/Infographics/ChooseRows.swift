import StructuredData

/// Modules of a page by kind, each list from the weightiest to the least.
struct PageModules: Sendable {
  var heroes: [Card] = []
  var cards: [Card] = []
  var figures: [ChartFigure] = []
}

/// The rows of least cost that hold all heroes, and as many figures and cards as suit.
///
/// The cost of rows is that of what is left out, of rows alike that follow each other, of left edges beyond four, of cells whose
/// size does not go with their weight, and of what the last page leaves empty. A page has one hero and up to nine modules. Every way to stack the patterns is tried, the cheaper first found kept; nine modules have some hundreds.
///
/// - Parameters:
///   - first: lines of the baseline grid that are free on the first page.
///   - lines: of a page.
func chooseRows(_ modules: PageModules, patterns: [RowPattern], first: Int, lines: Int) -> [InfographicRow] {
  var search = RowSearch(modules: modules, patterns: patterns, first: first, lines: lines)
  search.go(from: RowSearch.Stack())
  return search.best?.rows ?? []
}

private struct RowSearch {
  /// Rows chosen so far.
  struct Stack {
    var patterns: [RowPattern] = []
    var heroes = 0
    var cards = 0
    var figures = 0
    /// Lines taken on the last page, and the cost of what the pages before leave empty.
    var height = 0
    var pages = 1
    var cost = 0.0
    /// Twelfths at which cells begin.
    var edges: Set<Int> = []
  }

  /// Cards of a stack beside a figure of few rows.
  private static let stacked = 2
  /// So many rows of a figure are as high as one card more.
  private static let highFigure = 7
  /// Cards of the row above two stacks of three, and in these.
  private static let aRow = 4
  private static let twoStacks = 6
  /// Ems of a label of two lines in a quarter of the page.
  private static let twoLines = 16.0
  /// What one card more in its stacks adds to a row, in lines of the baseline grid.
  private static let linesOfACard = 2
  /// Cards that are missed where they do not stand; those after them are not.
  static let weighty = 8

  let modules: PageModules
  let patterns: [RowPattern]
  let first: Int
  let lines: Int
  /// Lines that a row of cards needs less without pictograms, and without shares and ranks.
  private let lower: Int
  /// Whether three cards below each other are about as high as a figure of many rows: short labels, and nothing but a change.
  private let areLow: Bool
  private(set) var best: (rows: [InfographicRow], cost: Double)?

  init(modules: PageModules, patterns: [RowPattern], first: Int, lines: Int) {
    self.first = max(1, first)
    self.modules = modules
    self.patterns = patterns.filter { !$0.cells.contains(.reading) && !$0.cells.contains(.steps) }
    self.lines = max(1, lines)
    let isPictured = modules.cards.count { $0.pictogram != nil } * 2 > modules.cards.count
    let hasTrends = !modules.cards.isEmpty && modules.cards.allSatisfy { $0.trend.count > 2 }
    lower = (hasTrends ? -1 : 0) + (isPictured ? 0 : 1) + (modules.cards.contains { !$0.figure.chips.isEmpty || $0.share != nil } ? 0 : 1)
    let stacked = modules.cards.dropFirst(RowSearch.aRow).prefix(RowSearch.twoStacks)
    // Pictograms are drawn where all have one.
    areLow =
      stacked.contains { $0.pictogram == nil }
      && !stacked.contains { !$0.figure.chips.isEmpty || $0.share != nil || ems($0.figure.label) > RowSearch.twoLines }
  }

  mutating func go(from stack: Stack) {
    if let best, stack.cost >= best.cost { return }
    if stack.heroes == modules.heroes.count { finish(stack) }
    guard stack.patterns.count < 8 else { return }
    for pattern in patterns {
      if let next = adding(pattern, to: stack) { go(from: next) }
    }
  }

  /// Cards of each stack beside a figure: as many as are about as high, so that none has a hole within.
  private func stacked(beside figure: Int) -> Int {
    let rows = modules.figures.indices.contains(figure) ? modules.figures[figure].rowCount : 0
    return RowSearch.stacked + (rows >= RowSearch.highFigure && areLow ? 1 : 0)
  }

  private func adding(_ pattern: RowPattern, to stack: Stack) -> Stack? {
    var next = stack
    let stacked = stacked(beside: stack.figures)
    for kind in pattern.cells {
      switch kind {
      case .hero: next.heroes += 1
      case .card: next.cards += 1
      case .stack: next.cards += stacked
      case .chart: next.figures += 1
      case .reading, .steps: return nil
      }
    }
    guard next.heroes <= modules.heroes.count, next.cards <= modules.cards.count, next.figures <= modules.figures.count else { return nil }
    // Heroes lead, and cards come before figures that do not stand beside them.
    if stack.heroes < modules.heroes.count, next.heroes == stack.heroes { return nil }
    if let last = stack.patterns.last, !last.cells.contains(.card), last.cells.contains(.chart), pattern.cells.contains(.card) {
      return nil
    }

    next.patterns.append(pattern)
    let room = stack.pages == 1 ? first : lines
    let higher = pattern.cells.contains(.stack) ? (stacked - RowSearch.stacked) * RowSearch.linesOfACard : 0
    let height = max(1, pattern.lines + higher - (pattern.cells.allSatisfy { $0 == .card } ? lower : 0))
    if stack.height + height > room, stack.height > 0 {
      next.cost += RowSearch.cost(empty: room - stack.height, of: room) + 4
      next.pages += 1
      next.height = 0
    }
    next.height += height + 1
    if let last = stack.patterns.last, last == pattern { next.cost += pattern.cells.contains(.chart) ? 3 : 0.5 }
    // Figures of one row are of one size; one that is not the first needs no whole row.
    if pattern.cells == [.chart] { next.cost += stack.figures == 0 ? 0.5 : 1.5 }
    var x = 0
    for span in pattern.spans {
      next.edges.insert(x)
      x += span
    }
    next.cost += Double(max(0, next.edges.count - 4) - max(0, stack.edges.count - 4))
    return next
  }

  /// What is left of a page: little for a few lines, as much as a figure for half a page.
  private static func cost(empty lines: Int, of room: Int) -> Double {
    let share = Double(lines) / Double(room)
    return 14 * share * share
  }

  private mutating func finish(_ stack: Stack) {
    let room = stack.pages == 1 ? first : lines
    // A figure left out costs as much as three cards, and less than a further page; cards beyond eight fill what would be empty.
    let further = max(0, modules.cards.count - max(stack.cards, RowSearch.weighty))
    let left =
      Double(max(0, min(modules.cards.count, RowSearch.weighty) - stack.cards)) * 1.2 + Double(further) * 0.3
      + Double(modules.figures.count - stack.figures) * 3.6
    let total = stack.cost + left + RowSearch.cost(empty: max(0, room - stack.height), of: room)
    guard total < best?.cost ?? .infinity else { return }
    best = (rows(of: stack), total)
  }

  private func rows(of stack: Stack) -> [InfographicRow] {
    var heroes = modules.heroes[...]
    var cards = modules.cards[...]
    var figures = modules.figures[...]
    return stack.patterns.map { pattern in
      let stacked = stacked(beside: modules.figures.count - figures.count)
      return InfographicRow(
        pattern.spans,
        pattern.cells.compactMap { kind in
          switch kind {
          case .hero: heroes.popFirst().map { .hero($0) }
          case .card: cards.popFirst().map { .card($0) }
          case .stack: .stack((0..<stacked).compactMap { _ in cards.popFirst() })
          case .chart: figures.popFirst().map { .chart($0) }
          case .reading, .steps: nil
          }
        })
    }
  }
}

extension ChartFigure {
  /// Of a figure of rows how many it has; 0 of others.
  fileprivate var rowCount: Int {
    guard spec["mark"]?["orient"]?.string == "horizontal" || mark == "lollipop" else { return 0 }
    return spec["data"]?["values"]?.sequence?.count ?? 0
  }
}
