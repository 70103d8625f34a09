import Diagnostics
import Markdown
import Testing

/// One line for each block and inline: its kind, its place, and the source that the place covers.
private func dump(_ text: String) -> String {
  let scalars = Array(text.unicodeScalars)
  var out = ""
  func line(_ depth: Int, _ name: String, _ span: SourceSpan) {
    let covered = String(String.UnicodeScalarView(scalars[span.range])).replacing("\n", with: "⏎")
    out += String(repeating: "  ", count: depth) + name + " ⟨" + covered + "⟩\n"
  }
  func inlines(_ all: [MarkdownInline], _ depth: Int) {
    for inline in all {
      switch inline.kind {
      case .text(let text): line(depth, "text \(text)", inline.span)
      case .code(let text): line(depth, "code \(text)", inline.span)
      case .html(let text): line(depth, "html \(text)", inline.span)
      case .softBreak: line(depth, "soft", inline.span)
      case .lineBreak: line(depth, "break", inline.span)
      case .footnoteReference(let label, let number): line(depth, "note \(label) \(number)", inline.span)
      case .emphasis(let inner): nest("em", inner)
      case .strong(let inner): nest("strong", inner)
      case .strikethrough(let inner): nest("strike", inner)
      case .link(let destination, let title, let inner): nest("link \(destination) “\(title)”", inner)
      case .image(let destination, let title, let inner): nest("image \(destination) “\(title)”", inner)
      }
      func nest(_ name: String, _ inner: [MarkdownInline]) {
        line(depth, name, inline.span)
        inlines(inner, depth + 1)
      }
    }
  }
  func blocks(_ all: [MarkdownBlock], _ depth: Int) {
    for block in all {
      switch block.kind {
      case .heading(let level, let inner):
        line(depth, "h\(level)", block.span)
        inlines(inner, depth + 1)
      case .paragraph(let inner):
        line(depth, "p", block.span)
        inlines(inner, depth + 1)
      case .list(let list):
        line(depth, "list\(list.start.map { " \($0)" } ?? "")\(list.isTight ? " tight" : "")", block.span)
        for item in list.items {
          line(depth + 1, "item\(item.isChecked.map { $0 ? " [x]" : " [ ]" } ?? "")", item.span)
          blocks(item.blocks, depth + 2)
        }
      case .blockQuote(let inner):
        line(depth, "quote", block.span)
        blocks(inner, depth + 1)
      case .codeBlock(let code): line(depth, "code \(code.info)|\(code.text.replacing("\n", with: "⏎"))", code.textSpan)
      case .table(let table):
        line(depth, "table \(table.alignments.map { $0.map { "\($0)" } ?? "-" }.joined(separator: " "))", block.span)
        for row in [table.header] + table.rows {
          for cell in row {
            line(depth + 1, "cell", cell.span)
            inlines(cell.inlines, depth + 2)
          }
        }
      case .thematicBreak: line(depth, "rule", block.span)
      case .htmlBlock(let text): line(depth, "html \(text.replacing("\n", with: "⏎"))", block.span)
      case .footnoteDefinition(let label, let number, let inner):
        line(depth, "definition \(label) \(number)", block.span)
        blocks(inner, depth + 1)
      }
    }
  }
  blocks(parseMarkdown(text, document: "x.md").blocks, 0)
  return out
}

@Suite struct MarkdownTests {
  @Test func inlinesOfAParagraph() {
    #expect(
      dump("# 标题 *强调*\n\n文字 `代码` 与**加粗\n  两行**，[链接](u \"t\")![图](i.png)\\\n末 &amp; \\*x ~~删~~ http://a.cn/b 完") == """
        h1 ⟨# 标题 *强调*⟩
          text 标题  ⟨标题 ⟩
          em ⟨*强调*⟩
            text 强调 ⟨强调⟩
        p ⟨文字 `代码` 与**加粗⏎  两行**，[链接](u "t")![图](i.png)\\⏎末 &amp; \\*x ~~删~~ http://a.cn/b 完⟩
          text 文字  ⟨文字 ⟩
          code 代码 ⟨`代码`⟩
          text  与 ⟨ 与⟩
          strong ⟨**加粗⏎  两行**⟩
            text 加粗 ⟨加粗⟩
            soft ⟨⏎⟩
            text 两行 ⟨两行⟩
          text ， ⟨，⟩
          link u “t” ⟨[链接](u "t")⟩
            text 链接 ⟨链接⟩
          image i.png “” ⟨![图](i.png)⟩
            text 图 ⟨图⟩
          break ⟨\\⏎⟩
          text 末 & *x  ⟨末 &amp; \\*x ⟩
          strike ⟨~~删~~⟩
            text 删 ⟨删⟩
          text   ⟨ ⟩
          link http://a.cn/b “” ⟨http://a.cn/b⟩
            text http://a.cn/b ⟨http://a.cn/b⟩
          text  完 ⟨ 完⟩

        """)
  }

  @Test func containers() {
    #expect(
      dump("> 引文\n> 第二 *行*\n>\n> 3) 甲\n>    续\n> 4) 乙 `c`\n懒 **行**\n\n- [x] 完\n- [ ] 未\n\n***\n<div>\nx</div>\n") == """
        quote ⟨> 引文⏎> 第二 *行*⏎>⏎> 3) 甲⏎>    续⏎> 4) 乙 `c`⏎懒 **行**⟩
          p ⟨引文⏎> 第二 *行*⟩
            text 引文 ⟨引文⟩
            soft ⟨⏎⟩
            text 第二  ⟨第二 ⟩
            em ⟨*行*⟩
              text 行 ⟨行⟩
          list 3 tight ⟨3) 甲⏎>    续⏎> 4) 乙 `c`⏎懒 **行**⟩
            item ⟨3) 甲⏎>    续⟩
              p ⟨甲⏎>    续⟩
                text 甲 ⟨甲⟩
                soft ⟨⏎⟩
                text 续 ⟨续⟩
            item ⟨4) 乙 `c`⏎懒 **行**⟩
              p ⟨乙 `c`⏎懒 **行**⟩
                text 乙  ⟨乙 ⟩
                code c ⟨`c`⟩
                soft ⟨⏎⟩
                text 懒  ⟨懒 ⟩
                strong ⟨**行**⟩
                  text 行 ⟨行⟩
        list tight ⟨- [x] 完⏎- [ ] 未⟩
          item [x] ⟨- [x] 完⟩
            p ⟨完⟩
              text 完 ⟨完⟩
          item [ ] ⟨- [ ] 未⟩
            p ⟨未⟩
              text 未 ⟨未⟩
        rule ⟨***⟩
        html <div>⏎x</div>⏎ ⟨<div>⏎x</div>⟩

        """)
  }

  @Test func tables() {
    #expect(
      dump("| 指标 | 值\\|率 |\n|:--|--:|\n| *甲* | `x` 970.24 |\n| 乙 |\n") == """
        table left right ⟨| 指标 | 值\\|率 |⏎|:--|--:|⏎| *甲* | `x` 970.24 |⏎| 乙 |⟩
          cell ⟨指标⟩
            text 指标 ⟨指标⟩
          cell ⟨值\\|率⟩
            text 值|率 ⟨值\\|率⟩
          cell ⟨*甲*⟩
            em ⟨*甲*⟩
              text 甲 ⟨甲⟩
          cell ⟨`x` 970.24⟩
            code x ⟨`x`⟩
            text  970.24 ⟨ 970.24⟩
          cell ⟨乙⟩
            text 乙 ⟨乙⟩
          cell ⟨⟩

        """)
  }

  @Test func footnotesAreNumberedByFirstReference() {
    #expect(
      dump("甲[^b] 乙[^甲].\n\n[^甲]: 注\n[^b]: 次\n\n    段\n") == """
        p ⟨甲[^b] 乙[^甲].⟩
          text 甲 ⟨甲⟩
          note b 1 ⟨[^b]⟩
          text  乙 ⟨ 乙⟩
          note 甲 2 ⟨[^甲]⟩
          text . ⟨.⟩
        definition b 1 ⟨[^b]: 次⏎⏎    段⟩
          p ⟨次⟩
            text 次 ⟨次⟩
          p ⟨段⟩
            text 段 ⟨段⟩
        definition 甲 2 ⟨[^甲]: 注⟩
          p ⟨注⟩
            text 注 ⟨注⟩

        """)
  }

  @Test func codeBlocksTellWhereTheirTextStands() {
    #expect(
      dump("图：\n```chart wide\nmark: bar\n图: 1\n```\n\n    缩进\n\n```\n开") == """
        p ⟨图：⟩
          text 图： ⟨图：⟩
        code chart wide|mark: bar⏎图: 1⏎ ⟨mark: bar⏎图: 1⏎⟩
        code |缩进⏎ ⟨缩进⟩
        code |开⏎ ⟨开⟩

        """)
  }

  @Test func frontMatterIsSplitOff() throws {
    let text = "\u{FEFF}---\r\ntitle: 书\r\n---\r\n# 一\r\n"
    let document = parseMarkdown(text, document: "x.md")
    #expect(document.frontMatter?.text == "title: 书\r\n")
    #expect(document.frontMatter?.span == SourceSpan(document: "x.md", range: 6..<16, start: .init(line: 2, column: 1)))
    #expect(
      document.blocks.map(\.span) == [SourceSpan(document: "x.md", range: 21..<24, start: .init(line: 4, column: 1))])
    let open = parseMarkdown("---\ntitle: x\n", document: "x.md")
    #expect(open.frontMatter == nil)
    #expect(open.diagnostics.map(\.rule) == ["markdown.front-matter"])
    #expect(parseMarkdown("text\n---\n", document: "x").frontMatter == nil)
  }

  @Test func deepNestingIsCutOff() {
    let document = parseMarkdown(String(repeating: "> ", count: 5000) + "x", document: "x.md")
    #expect(document.diagnostics.map(\.rule) == ["markdown.depth"])
    let inner = parseMarkdown(
      String(repeating: "**a ", count: 5000) + String(repeating: "b** ", count: 5000), document: "x")
    #expect(inner.blocks.count == 1)
  }
}
