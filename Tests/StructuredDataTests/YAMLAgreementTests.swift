import Diagnostics
import StructuredData
import Testing
import Yams

/// libyaml as the second opinion: what it reads, the reader reads alike, but for the differences named here.
@Suite struct YAMLAgreementTests {
  private static let seeds = [
    "title: 知识产权\nlist:\n  - a: 1\n    b: \"x\\ny\"\n  - [1, 2.50, {c: null}]\n  -\n    - d\n  - - e\n    - f: g\n      h: i\n",
    "base: &b {size: 9}\nuse: *b\ntext: |\n  一\n   二\n\n  三\nfold: >-\n  甲\n  乙\n\n   丙\n  丁\nend: |+\n  x\n\nlast: 1\n",
    "a: 'it''s\n  two'\n? b\n: - c\n- d\n", "? b\n: c\nd:\n- e\n- f\ng: \"h\n\n  i\\\n  j\"\n",
    "# head\n---\nplain: one\n  two\n\n  three # said\nflow: [a, b: c, {d, e: [f]},\n  \"g\": h]\n...\n",
    "- !!str 12\n- &x y\n- *x\n- !t {a: b}\n- |2\n   x\n- >\n a\n\n b\n",
    "{a: [b, c], 'd': \"e\", f: {g: h}, i: , j}\n",
    "key with blanks: value: no\nurl: http://a.cn/b#c\ntime: 12:30\nneg: -1\nq: ?x\n-x: y\n",
  ]

  @Test func mutatedTexts() {
    var agreed = 0
    var disagreed: [String] = []
    for text in mutations(of: Self.seeds, count: 6000) {
      // libyaml takes the line breaks of YAML 1.1, `{?a` for a key without the mark, and `!,` for a tag.
      if text.unicodeScalars.contains(where: { "\u{85}\u{2028}\u{FEFF}".unicodeScalars.contains($0) }) { continue }
      if text.contains("{?") || text.contains("!,") { continue }
      let theirs = try? Yams.compose(yaml: text, .basic)
      let ours = try? parseYAML(text, document: "x")
      guard let theirs, let ours else { continue }
      if isAlike(ours, theirs) { agreed += 1 } else { disagreed.append(text) }
    }
    #expect(agreed > 500)
    #expect(disagreed == [])
  }

  private func isAlike(_ ours: StructuredData.Node, _ theirs: Yams.Node) -> Bool {
    switch (ours.value, theirs) {
    case (.sequence(let a), .sequence(let b)): a.count == b.count && zip(a, b).allSatisfy(isAlike)
    case (.mapping(let a), .mapping(let b)):
      a.count == b.count
        && zip(a.entries, b).allSatisfy { $0.key == $1.key.scalar?.string && isAlike($0.value, $1.value) }
    case (.string(let a), .scalar(let b)): a == b.string
    case (.number(let a), .scalar(let b)): a == b.string
    case (.bool(let a), .scalar(let b)): b.string.lowercased() == (a ? "true" : "false")
    case (.null, .scalar(let b)): ["", "~", "null", "Null", "NULL"].contains(b.string)
    default: false
    }
  }
}
