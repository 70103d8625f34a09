import Diagnostics
import Markdown
import SeededNumbers
import Testing

@Suite struct MutationTests {
  private let seed = """
    ---
    title: 书
    ---
    # 标题 *强*
    文字 `码` **粗 _斜_**，[链](u "t") ~~删~~ http://a.cn 与[^1]
      续行 &amp; \\* <b>x</b>

    > - 甲 `c
    >   d`
    > 1. 乙 ![图](i)

    | a | b\\|c |
    |--|:-:|
    | *x* | `y` |

    ```chart
    mark: bar
    ```

    [^1]: 注
    """

  private var mutations: [String] {
    var numbers = SplitMix64(state: 11)
    let marks = Array("#*_`~[]()<>!|\\&;:-+=.1 \t\n\r>中^{}\"'\u{0}\u{FEFF}\u{2028}w@/".unicodeScalars)
    return (0..<1500).map { _ in
      var text = Array(seed.unicodeScalars)
      for _ in 0..<Int.random(in: 1...8, using: &numbers) {
        let at = Int.random(in: 0..<text.count, using: &numbers)
        switch Int.random(in: 0..<3, using: &numbers) {
        case 0: text.insert(marks.randomElement(using: &numbers) ?? "x", at: at)
        case 1: text.remove(at: at)
        default: text[at] = marks.randomElement(using: &numbers) ?? "x"
        }
      }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: text)
      return String(view)
    }
  }

  @Test func placesStayInTheirContainersAndInOrder() {
    for text in mutations {
      let document = parseMarkdown(text, document: "x.md")
      let length = text.unicodeScalars.count
      for block in document.blocks { check(block, within: 0..<length, text) }
    }
  }

  private func check(_ block: MarkdownBlock, within whole: Range<Int>, _ text: String) {
    let range = block.span.range
    expect(range, within: whole, text)
    switch block.kind {
    case .heading(_, let inner), .paragraph(let inner): check(inner, within: range, text)
    case .blockQuote(let inner), .footnoteDefinition(_, _, let inner):
      for block in inner { check(block, within: range, text) }
    case .list(let list):
      for item in list.items {
        expect(item.span.range, within: range, text)
        for block in item.blocks { check(block, within: item.span.range, text) }
      }
    case .table(let table):
      for cell in table.header + table.rows.flatMap({ $0 }) {
        expect(cell.span.range, within: range, text)
        check(cell.inlines, within: cell.span.range, text)
      }
    case .codeBlock(let code): expect(code.textSpan.range, within: 0..<text.unicodeScalars.count, text)
    case .thematicBreak, .htmlBlock: return
    }
  }

  private func check(_ inlines: [MarkdownInline], within whole: Range<Int>, _ text: String) {
    var last = whole.lowerBound
    for inline in inlines {
      let range = inline.span.range
      expect(range, within: last..<max(last, whole.upperBound), text)
      last = range.upperBound
      switch inline.kind {
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, _, let inner),
        .image(_, _, let inner):
        check(inner, within: range, text)
      default: continue
      }
    }
  }

  private func expect(_ range: Range<Int>, within whole: Range<Int>, _ text: String) {
    if whole.lowerBound <= range.lowerBound, range.upperBound <= whole.upperBound { return }
    Issue.record("\(range) is not within \(whole) of \(text.debugDescription)")
  }

  @Test(
    "long inputs made to be slow",
    arguments: [
      "*a ", "**a *", "[", "![", "[a](", "`", "\\`", "> ", "- ", "<", "<!--", "&", "~~a ", "www.", "http://a", "|",
      "_a_ ", "[^a]", "a\n", "a|b\n-|-\n",
    ])
  func longInputs(part: String) {
    let text = String(repeating: part, count: 60_000 / part.utf8.count)
    let clock = ContinuousClock()
    let time = clock.measure { #expect(!parseMarkdown(text, document: "x").blocks.isEmpty) }
    #expect(time < .seconds(20))
  }

  @Test func severalThreadsAtOnce() async {
    let expected = parseMarkdown("~~a~~ *b* www.a.cn\n", document: "x")
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<200 { group.addTask { parseMarkdown("~~a~~ *b* www.a.cn\n", document: "x") == expected } }
      for await isEqual in group { #expect(isEqual) }
    }
  }
}
