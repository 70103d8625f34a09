import Diagnostics
import Testing

@Test func aDiagnosticReadsAsALineOfACompiler() {
  let span = SourceSpan(document: "paper.report.md", range: 40..<46, start: .init(line: 3, column: 7))
  let problem = Diagnostic.error("unit.unknown", "unknown unit “万家家”", at: span, hint: "did you mean “万家”?")
  #expect(
    problem.description == """
      paper.report.md:3:7: error: unknown unit “万家家” [unit.unknown]
        hint: did you mean “万家”?
      """)
}

@Test func theLineIsLeftOutWhereItIsNotKnown() {
  let problem = Diagnostic.warning("article.empty", "no figures", at: SourceSpan(document: "a.txt"))
  #expect(problem.description == "a.txt: warning: no figures [article.empty]")
  #expect(Diagnostic.note("done", "done").description == "note: done [done]")
}

/// What an input holds neither colours the terminal nor moves what stands there, and ends no line.
@Test(
  arguments: [
    ("a\u{1B}[31mb", "a\\u{1B}[31mb"), ("a\rb", "a\\u{D}b"), ("a\nerror: b", "a\\u{A}error: b"), ("a\u{7F}\u{8}", "a\\u{7F}\\u{8}"),
    ("a\u{9B}2J", "a\\u{9B}2J"), ("a\u{202E}b\u{2066}", "a\\u{202E}b\\u{2066}"), ("a\u{2028}b", "a\\u{2028}b"),
    ("发明 é 👩‍👧 “x”", "发明 é 👩‍👧 “x”"),
  ])
func controlCharactersAreWrittenOut(text: String, shown: String) {
  let problem = Diagnostic.error("field.unknown", "unknown key “\(text)”", at: SourceSpan(document: text), hint: text)
  #expect(problem.description == "\(shown): error: unknown key “\(shown)” [field.unknown]\n  hint: \(shown)")
  // The message itself stays what it is.
  #expect(problem.message.contains(text))
  #expect("a\n\tb\u{1B}".showingControls(keeping: ["\n", "\t"]) == "a\n\tb\\u{1B}")
}

@Test func adviceIsAddedToACopy() {
  let problem = Diagnostic.error("size.bad", "bad size")
  #expect(problem.hint("use 1200x675").hint == "use 1200x675")
  #expect(problem.hint == nil)
}

@Test func severitiesAreOrdered() {
  #expect(Diagnostic.Severity.allCases.sorted() == [.note, .warning, .error])
}

@Test func severalAreOneALine() {
  let all = Diagnostics([.error("a", "first"), .warning("b", "second")])
  #expect(all.description == "error: first [a]\nwarning: second [b]")
}

@Test func findingsStayWithAMappedValue() {
  let warned = Warned(21, [.note("a", "first")]).map { $0 * 2 }
  #expect(warned.value == 42)
  #expect(warned.diagnostics == [.note("a", "first")])
}
