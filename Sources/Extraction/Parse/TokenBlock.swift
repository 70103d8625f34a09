import Articles
import Lingua

/// The tokens of one block with its sentences and clauses; all indices are token indices.
struct TokenBlock {
  let prose: ProseWords
  let written: [Unicode.Scalar]
  /// The same half-width and simplified in UTF-8, and where in it each scalar of `written` begins.
  private let plainBytes: [UInt8]
  private let plainStarts: [Int32]
  /// For each scalar of `written` where it stands in the file.
  private let offsets: [Int]
  /// Where in the file what stands for a scalar ends, by where it begins; empty but for entities and the like.
  private let ends: [Int: Int]
  var tokens: BoundedRow<Token>
  /// For each token the first token of its clause.
  private(set) var clauseStart = BoundedRow([], beyond: 0)
  /// For each token the index after the last token of its clause.
  private(set) var clauseEnd = BoundedRow([], beyond: 0)
  /// For each closing bracket its opening one, and the other way round; -1 elsewhere.
  private(set) var partner = BoundedRow([], beyond: -1)
  /// Tokens inside 《》.
  private(set) var inTitle = BoundedRow([], beyond: false)
  private(set) var sentences: [Range<Int>] = []
  /// Places that say which of those counted are meant, and own nothing: 港澳台 of 港澳台居民1.83亿人次.
  var attributes: Set<Int> = []
  /// What says which part of a measure is told: 航线.
  var bareParts: [String] = []

  /// Tokens of one sentence at most; longer ones are cut at a clause end so that work stays linear.
  private static let longestSentence = 400

  init(written: [Unicode.Scalar], offsets: [Int], edits: [SourceEdit] = [], tokens: [Token], prose: ProseWords) {
    self.prose = prose
    self.written = written
    self.offsets = offsets
    (plainBytes, plainStarts) = Self.plainForm(of: written)
    ends = endsInFile(edits)
    self.tokens = BoundedRow(tokens, beyond: Token(kind: .text, range: 0..<0))
    markPairs()
    markClauses()
    markSentences()
  }

  private static func plainForm(of written: [Unicode.Scalar]) -> (bytes: [UInt8], starts: [Int32]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(written.count * 3)
    var starts: [Int32] = []
    starts.reserveCapacity(written.count + 1)
    for scalar in written {
      starts.append(Int32(bytes.count))
      bytes.append(utf8Of: scalar.halfWidth.simplified)
    }
    starts.append(Int32(bytes.count))
    return (bytes, starts)
  }

  private mutating func markPairs() {
    partner = BoundedRow(Array(repeating: -1, count: tokens.count), beyond: -1)
    inTitle = BoundedRow(Array(repeating: false, count: tokens.count), beyond: false)
    var open: [Int] = []
    var title: Int?
    for index in tokens.indices {
      if let start = title, index - start > 60 { title = nil }
      switch tokens[index].punctuation {
      case .open: open.append(index)
      case .close:
        if let start = open.popLast(), index - start <= 80 {
          partner[start] = index
          partner[index] = start
        }
      case .titleOpen: title = index
      case .titleClose:
        if let start = title { for inner in start...index { inTitle[inner] = true } }
        title = nil
      case .stop: open.removeAll(keepingCapacity: true)
      default: break
      }
    }
  }

  private mutating func markClauses() {
    clauseStart = BoundedRow(Array(repeating: 0, count: tokens.count), beyond: 0)
    clauseEnd = BoundedRow(Array(repeating: tokens.count, count: tokens.count), beyond: tokens.count)
    var start = 0
    var outer: [Int] = []
    for index in tokens.indices {
      clauseStart[index] = start
      switch tokens[index].punctuation {
      case .comma, .semicolon, .colon, .stop, .dash:
        if !inTitle[index] { start = index + 1 }
      case .open where partner[index] > 0:
        outer.append(start)
        start = index + 1
      case .close where partner[index] >= 0:
        start = outer.popLast() ?? index + 1
      case .close:
        start = index + 1
      case .quoteClose where start == index:
        // What closes right after a stop belongs to the clause before.
        start = index + 1
      default: break
      }
    }
    var end = tokens.count
    for index in tokens.indices.reversed() {
      switch tokens[index].punctuation {
      case .comma, .semicolon, .colon, .stop, .dash: if !inTitle[index] { end = index }
      default: break
      }
      clauseEnd[index] = end
    }
  }

  /// A quotation mark or bracket that closes behind the stop belongs to the sentence it closes.
  private mutating func markSentences() {
    var start = 0
    var index = 0
    while index < tokens.count {
      let punctuation = tokens[index].punctuation
      let isEnd = punctuation == .stop && !inTitle[index]
      let isLong = index - start > Self.longestSentence && (punctuation == .comma || punctuation == .semicolon)
      index += 1
      guard isEnd || isLong || index - 1 - start > 2 * Self.longestSentence else { continue }
      if isEnd {
        while index < tokens.count, tokens[index].punctuation == .quoteClose || tokens[index].punctuation == .close { index += 1 }
      }
      sentences.append(start..<index)
      start = index
    }
    if start < tokens.count { sentences.append(start..<tokens.count) }
  }

  /// How many brackets stand open at a token, one at most.
  func bracketDepth(at index: Int) -> Int {
    let start = clauseStart[index]
    return start > 0 && tokens[start - 1].punctuation == .open ? 1 : 0
  }

  /// The place in the file of a range of `written`.
  func place(of range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last, offsets.indices.contains(last) else { return 0..<0 }
    return offsets[first]..<max(offsets[first], ends[offsets[last]] ?? offsets[last] + 1)
  }

  /// Whether a token is this one character.
  func reads(_ index: Int, _ scalar: Unicode.Scalar) -> Bool {
    tokens.indices.contains(index) && tokens[index].range.count == 1
      && written[tokens[index].range.lowerBound].halfWidth.simplified == scalar
  }

  /// Whether a token is one character, and one of these.
  func reads(_ index: Int, oneOf signs: [Unicode.Scalar]) -> Bool { signs.contains { reads(index, $0) } }

  /// Whether the text of a range holds, begins with or ends in one of these.
  func holds(_ range: Range<Int>, oneOf words: [String]) -> Bool {
    let text = plain(range)
    return words.contains { text.contains($0) }
  }
  func begins(_ range: Range<Int>, withOneOf words: [String]) -> Bool {
    let text = plain(range)
    return words.contains { text.hasPrefix($0) }
  }
  func ends(_ range: Range<Int>, inOneOf words: [String]) -> Bool {
    let text = plain(range)
    return words.contains { text.hasSuffix($0) }
  }

  /// The written text of a range of tokens.
  func string(_ range: Range<Int>) -> String {
    guard let first = tokens[range].first, let last = tokens[range].last else { return "" }
    return String(scalars: written[first.range.lowerBound..<last.range.upperBound])
  }

  /// The same half-width and simplified, for comparing with words.
  func plain(_ range: Range<Int>) -> String {
    guard let first = tokens[range].first, let last = tokens[range].last else { return "" }
    let bytes = plainStarts[first.range.lowerBound]..<plainStarts[last.range.upperBound]
    return String(decoding: plainBytes[Int(bytes.lowerBound)..<Int(bytes.upperBound)], as: UTF8.self)
  }
}

/// For what reads otherwise than it is written, where it ends by where it begins.
func endsInFile(_ edits: [SourceEdit]) -> [Int: Int] {
  Dictionary(edits.lazy.filter { !$0.text.isEmpty }.map { ($0.range.lowerBound, $0.range.upperBound) }) { $1 }
}
