import Diagnostics
import Documents
import Foundation
import FoundationXML
import Indicators
import Testing

@testable import WhitePaper

/// Reports as documents of office programs: their parts, read back.
@Suite struct OfficeDocumentTests {
  /// Everything that a report source can say.
  static let source = """
    ---
    title: 一切构造的报告
    subtitle: 副标题
    issuer: 研究组
    date: 2023年5月
    lang: zh-Hans
    data: [figures.txt]
    motif: [1, 3, 2, 5, 4]
    ---

    # 文字 {#text pictogram=bank}

    *导语，说明全章。*

    普通段落，**加粗**、*强调*、~~删除~~、`x<y`、H<sub>2</sub>O、m<sup>3</sup>，[外部链接](https://example.org/a?b=1&c=2)，脚注[^one]，再引[^one]。见[](#tab)与[](#fig)。
    第二行\\
    换行后。

    ## 列表 {#lists}

    - 第一项
      - 内项
    - [x] 已办

    3. 三
    4. 四

       续段。

    ### 三级标题

    > 引文一段。
    >
    > —— 某人

    > [!NOTE] 提示
    >
    > 提示内容。

    ```text
    let x  < 1
    ```

    ---

    Table: 表题 {#tab}

    | 指标 | 数值 |
    |:--|--:|
    | 甲**粗** | 1,234.5 |
    | 乙[^two] | 12% |

    注：表注。

    # 图形 {#charts}

    ```chart
    id: fig
    title: {text: 乙大于甲, subtitle: 测试}
    data: {values: [{k: 图中甲, v: 1.50}, {k: 图中乙, v: 2.25}]}
    mark: bar
    unit: 亿元
    encoding: {y: {field: k, type: nominal}, x: {field: v, type: quantitative}}
    note: 图注。
    source: 图源。
    ```

    ```charts
    - title: 左
      data: {values: [{a: 2020, b: 3}, {a: 2021, b: 4}]}
      mark: line
      encoding: {x: {field: a, type: ordinal}, y: {field: b, type: quantitative}}
    - title: 右
      data: {values: [{a: 格中甲, b: 3}, {a: 格中乙, b: 4}]}
      mark: bar
      encoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative}}
    ```

    ```kpi
    - {label: 指标一, value: "12.5", unit: 亿元, change: +3.2%, base: 较2021年, share: 20, pictogram: bank}
    - {label: 指标二, value: "300", unit: 件}
    ```

    ```row
    - span: 7
      hero: {label: 主指标, value: "970.24", unit: 亿元, sentence: 一年增至2.2倍, pictogram: bank}
    - span: 5
      stack:
        - {label: 叠甲, value: "1"}
        - {label: 叠乙, value: "2"}
    ```

    ```row
    - span: 8
      chart:
        title: 行中图
        data: {values: [{a: 行中甲, b: 3}, {a: 行中乙, b: 4}]}
        mark: bar
        encoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative}}
    - span: 4
      reading: |
        旁边的**说明**。
    ```

    [^one]: 注一，含[链接](https://example.org)。
    [^two]: 注二。

    # 数据 {.sources -}

    ```derived
    ```

    ```data-table
    ```

    ```sources
    ```
    """

  static let article = "2022年，全省专利质押金额达970.24亿元，同比增长119.25%，占全国总量的19.93%。新增企业1234家。"

  static let workshop: Workshop? = {
    var workshop = try? Workshop()
    workshop?.files.inMemory["all.report.md"] = Array(source.utf8)
    workshop?.files.inMemory["figures.txt"] = Array(article.utf8)
    return workshop
  }()

  static func document(_ format: PageFormat) -> Result<Warned<[UInt8]>, Diagnostics> {
    do throws(Diagnostics) {
      guard let workshop else { throw Diagnostics(.error("test", "no workshop")) }
      return .success(try workshop.officeDocument(["all.report.md"], as: format))
    } catch { return .failure(error) }
  }
  static let documents = [PageFormat.docx, .pptx, .xlsx].reduce(into: [PageFormat: Result<Warned<[UInt8]>, Diagnostics>]()) {
    $0[$1] = document($1)
  }

  /// The parts of a document as text, pictures left out.
  static func parts(_ format: PageFormat) throws -> [String: String] {
    let bytes = try #require(documents[format]).get().value
    let archive = try ZipArchive(bytes, document: "office." + format.rawValue)
    var parts: [String: String] = [:]
    for name in archive.names where !name.hasSuffix(".png") { parts[name] = String(decoding: try archive.part(name) ?? [], as: UTF8.self) }
    return parts
  }

  @Test("nothing is found wrong, and the same report gives the same bytes", arguments: [PageFormat.docx, .pptx, .xlsx])
  func sameBytes(format: PageFormat) throws {
    let first = try #require(Self.documents[format]).get()
    #expect(first.diagnostics.allSatisfy { $0.severity == .note }, "\(first.diagnostics)")
    #expect(try Self.document(format).get().value == first.value)
  }

  @Test("parts are well-formed, and lead to parts that are there", arguments: [PageFormat.docx, .pptx])
  func packages(format: PageFormat) throws {
    let bytes = try #require(Self.documents[format]).get().value
    let names = Set(try ZipArchive(bytes, document: "office").names)
    let parts = try Self.parts(format)
    let types = try #require(parts["[Content_Types].xml"])
    for (name, text) in parts {
      let parser = XMLParser(data: Data(text.utf8))
      #expect(parser.parse(), "\(name): \(String(describing: parser.parserError))")
      if !name.hasSuffix(".rels"), !name.hasSuffix(".svg"), name != "[Content_Types].xml" {
        #expect(types.contains("\"/\(name)\""), "\(name)")
      }
      guard name.hasSuffix(".rels") else { continue }
      let owner = name.replacing("_rels/", with: "").replacing(".rels", with: "")
      let folder = owner.split(separator: "/").dropLast().joined(separator: "/")
      for relation in text.matches(of: /Id="(rId\d+)"[^>]*Target="([^"]*)"([^>]*)>/) {
        if relation.output.3.contains("External") { continue }
        let target = String(relation.output.2)
        let path = target.hasPrefix("/") ? String(target.dropFirst()) : folder.isEmpty ? target : folder + "/" + target
        #expect(names.contains(path), "\(name) leads to \(path)")
      }
      // What the owner names by id is related.
      for use in (parts[owner] ?? "").matches(of: /r:(?:id|embed)="(rId\d+)"/) {
        #expect(text.contains("Id=\"\(use.output.1)\""), "\(owner): \(use.output.1)")
      }
    }
    // Every picture of the package is shown, and is there in pixels and in vectors.
    let pictures = names.filter { $0.hasSuffix(".png") }
    #expect(pictures.count >= 5)
    for picture in pictures { #expect(names.contains(picture.dropLast(4) + ".svg"), "\(picture)") }
  }

  @Test func wordIsNative() throws {
    let parts = try Self.parts(.docx)
    let body = try #require(parts["word/document.xml"])
    func count(_ text: String) -> Int { body.components(separatedBy: text).count - 1 }
    // Three chapters and the data of the figures.
    #expect(count("<w:pStyle w:val=\"Heading1\"/>") == 4)
    #expect(count("<w:pStyle w:val=\"Heading3\"/>") == 1)
    #expect(count("<w:footnoteReference ") == 2)
    #expect(count("NOTEREF") == 1)
    #expect(count("<w:tblHeader/>") >= 7)
    #expect(count("asvg:svgBlip") >= 8)
    #expect(count(" SEQ Figure2 ") == 4)
    #expect(count(" TOC ") == 2)
    for word in [
      "导语，说明全章", "加粗", "换行后", "第一项", "内项", "续段", "引文一段", "某人", "提示内容", "let x  &lt; 1", "表注", "图注", "图源", "较2021年", "叠乙", "旁边的", "1,234.5",
    ] {
      #expect(body.contains(word), "\(word)")
    }
    #expect(body.contains("<w:strike/>") && body.contains("<w:vertAlign w:val=\"subscript\"/>"))
    #expect(parts["word/footnotes.xml"]?.contains("注一，含") == true)
    #expect(parts["word/_rels/document.xml.rels"]?.contains("https://example.org/a?b=1&amp;c=2") == true)
    #expect(parts["word/_rels/footnotes.xml.rels"]?.contains("https://example.org") == true)
    // Every link within leads to a bookmark, and no bookmark stands twice.
    let marks = body.matches(of: /<w:bookmarkStart w:id="\d+" w:name="([^"]+)"/).map { String($0.output.1) }
    #expect(Set(marks).count == marks.count)
    for link in body.matches(of: /w:anchor="([^"]+)"/) { #expect(marks.contains(String(link.output.1)), "\(link.output.1)") }
    // Charts tell what they show.
    #expect(body.contains("descr=\"乙大于甲"))
    #expect(body.contains("图中甲：1.50亿元"))
    #expect(parts["docProps/core.xml"]?.contains("<dc:title>一切构造的报告</dc:title>") == true)
    #expect(parts["word/styles.xml"]?.contains("w:eastAsia=\"zh-CN\"") == true)
  }

  @Test("every figure of the set stands in the documents", arguments: [PageFormat.docx, .pptx, .xlsx])
  func figures(format: PageFormat) throws {
    let set = try #require(Self.workshop).extract(["figures.txt"]).value
    #expect(set.observations.count == 4)
    let parts = try Self.parts(format)
    let text = parts.filter { !$0.key.hasPrefix("customXml/") }.values.joined()
    for figure in set.observations {
      let value = figure.value.description
      let isThere = format == .xlsx ? text.contains("<v>\(value)</v>") : text.contains(">\(value)") || text.contains(value)
      #expect(isThere, "\(figure.name) \(value)")
      // As data for other programs, too.
      if format != .xlsx {
        #expect(parts["customXml/item1.xml"]?.contains("name=\"\(figure.name)\" value=\"\(value)\"") == true, "\(figure.name)")
      }
    }
    // And what the charts draw.
    for value in ["1.5", "2.25"] { #expect(format == .xlsx ? text.contains("<v>\(value)</v>") : text.contains(">\(value)"), "\(value)") }
  }

  @Test func slidesAreNative() throws {
    let parts = try Self.parts(.pptx)
    let slides = parts.filter { $0.key.hasPrefix("ppt/slides/slide") }
    #expect(slides.count >= 15)
    for (name, slide) in slides { #expect(slide.contains("type=\"title\"") || slide.contains("type=\"ctrTitle\""), "\(name)") }
    let chart = try #require(slides.first { $0.value.contains("乙大于甲") && $0.value.contains("<p:pic>") })
    // The data stand beside it, the source on the page of notes.
    #expect(chart.value.contains("<a:tbl>") && chart.value.contains("图中乙") && chart.value.contains("asvg:svgBlip") == true)
    let notes = try #require(parts[chart.key.replacing("slides/slide", with: "notesSlides/notesSlide")])
    #expect(notes.contains("图源") && notes.contains("图中甲：1.50亿元"))
    let all = slides.values.joined()
    for word in ["导语，说明全章", "加粗", "续段", "引文一段", "提示内容", "注一，含", "表注", "叠乙", "旁边的", "指标一", "行中甲", "格中乙"] {
      #expect(all.contains(word), "\(word)")
    }
    #expect(!all.unicodeScalars.contains { $0.value < 9 })
    #expect(all.contains("ppaction://hlinksldjump"))
  }

  @Test func workbookHasASheetForEachFigure() throws {
    let parts = try Self.parts(.xlsx)
    let book = try #require(parts["xl/workbook.xml"])
    for name in ["目录", "图2-1", "图2-2", "图2-3", "图2-4", "表1-1", "指标总表"] { #expect(book.contains("<sheet name=\"\(name)\""), "\(name)") }
    #expect(parts["xl/worksheets/sheet1.xml"]?.contains("location=\"'图2-1'!A1\"") == true)
    // Numbers of a table too; a percentage stays as it is written.
    #expect(parts.values.contains { $0.contains("<v>1234.5</v>") })
    #expect(parts["xl/sharedStrings.xml"]?.contains("<t>12%</t>") == true)
    let notes = try #require(Self.documents[.xlsx]).get().diagnostics
    #expect(notes.map(\.rule) == ["workbook.text"])
  }

  @Test("layouts and themes", arguments: [("brief", "ink"), ("long-image", "bright"), ("card", "annual"), ("slides", "bright")])
  func layouts(layout: String, theme: String) throws {
    var options = RenderOptions()
    (options.layout, options.theme) = (layout, theme)
    let workshop = try #require(Self.workshop)
    for format in [PageFormat.docx, .pptx] {
      let made = try workshop.officeDocument(["figures.txt"], as: format, options: options)
      let archive = try ZipArchive(made.value, document: layout)
      for name in archive.names where name.hasSuffix(".xml") {
        #expect(XMLParser(data: Data(try archive.part(name) ?? [])).parse(), "\(name)")
      }
    }
  }

  @Test func pagesOfOfficeDocumentsCannotBeChosen() throws {
    var options = RenderOptions()
    options.pages = PageSelection(1...1)
    #expect(throws: Diagnostics.self) { try #require(Self.workshop).officeDocument(["figures.txt"], as: .docx, options: options) }
  }
}
