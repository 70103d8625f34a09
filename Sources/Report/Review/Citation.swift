package import Geometry
package import Scene

/// What stands on a page and leads to a sentence of the sources.
package struct Citation: Hashable, Sendable {
  /// The number of the sentence: ``SourceNumbers/Entry/number``.
  package var sentence: Int
  package var text: String
  /// Whether it is a word of a chart, and no figure: the name of a part that leads where its share does.
  package var isName = false
  /// In the coordinates of the page, as many as lines.
  package var areas: [Rect]
}

extension Destination {
  /// A place of the document, whether it prints it or not.
  fileprivate var place: String? {
    switch self {
    case .anchor(let name), .unprinted(let name): name
    case .uri: nil
    }
  }
}

/// What leads from a page to sentences, in the order in which it is drawn; of a group after what stands beside it.
///
/// - Parameter sentences: numbers of sentences by their anchors.
package func citations(of page: Page, sentences: [String: Int]) -> [Citation] {
  var found: [Citation] = []
  func read(_ frame: Frame, _ toPage: Transform) {
    for run in LinkRuns(frame, withUnprinted: true)?.runs ?? [] {
      guard let sentence = run.destination.place.flatMap({ sentences[$0] }), !run.text.isEmpty else { continue }
      found.append(
        Citation(
          sentence: sentence, text: run.text, isName: run.datum != nil && numbersStated(in: run.text).isEmpty,
          areas: run.areas.map { toPage.apply($0) }))
    }
    for case (.group(let group), let origin) in frame.items.map({ ($0.item, $0.origin) }) {
      read(group.frame, group.transform.then(.translation(origin)).then(toPage))
    }
  }
  read(page.frame, .identity)
  return found
}

/// What a page says, and to which sentences it leads.
package struct CitedPage: Sendable {
  package let citations: [Citation]
  /// What leads to a sentence, without white space.
  private var textsOfSentence: [Int: [String]] = [:]
  private var numbers: Set<String> = []

  /// - Parameter sentences: numbers of sentences by their anchors.
  package init(_ page: Page, sentences: [String: Int]) {
    citations = Report.citations(of: page, sentences: sentences)
    for citation in citations {
      textsOfSentence[citation.sentence, default: []].append(citation.text.filter { !$0.isWhitespace })
    }
    readNumbers(of: page.frame)
  }

  private mutating func readNumbers(of frame: Frame) {
    for placed in frame.items {
      switch placed.item {
      case .text(let run) where run.isVisible: numbers.formUnion(numbersStated(in: run.text))
      case .group(let group): readNumbers(of: group.frame)
      default: continue
      }
    }
  }

  /// The sentences that the page leads to.
  package var sentences: some Collection<Int> { textsOfSentence.keys }

  /// Whether the page leads to a sentence and says a number of it, in one of the forms in which it may be printed.
  package func tells(_ forms: [String], of sentence: Int) -> Bool {
    guard let own = textsOfSentence[sentence] else { return false }
    return forms.contains { form in
      let written = form.filter { !$0.isWhitespace }
      if own.contains(where: { $0.contains(written) }) { return true }
      let stated = numbersStated(in: form)
      return !stated.isEmpty && stated.allSatisfy(numbers.contains)
    }
  }
}

/// The numbers in a text, without what only groups their digits: 75,417 is 75417, 52.70 is 52.7.
func numbersStated(in text: String) -> [String] {
  var found: [String] = []
  var digits = ""
  func end() {
    while digits.hasSuffix(".") { digits.removeLast() }
    if digits.contains(".") {
      while digits.hasSuffix("0") { digits.removeLast() }
      if digits.hasSuffix(".") { digits.removeLast() }
    }
    if !digits.isEmpty { found.append(digits) }
    digits = ""
  }
  let scalars = Array(text.unicodeScalars)
  for (i, scalar) in scalars.enumerated() {
    let isFollowed = i + 1 < scalars.count && ("0"..."9").contains(scalars[i + 1])
    switch scalar {
    case "0"..."9": digits.unicodeScalars.append(scalar)
    case "." where !digits.isEmpty && isFollowed && !digits.contains("."): digits.append(".")
    case ",", "\u{2009}", "\u{202F}", "\u{A0}": if digits.isEmpty || !isFollowed || digits.contains(".") { end() }
    default: end()
    }
  }
  end()
  return found
}
