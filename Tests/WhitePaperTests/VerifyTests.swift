import Diagnostics
import Digest
import Foundation
import Geometry
import PDFFile
import Scene
import Testing
import WhitePaper

/// A document is changed after it was written, and verifying says so.
@Suite struct VerifyTests {
  let workshop: Workshop
  let document: PagedDocument
  let scratch: Scratch

  init() throws {
    workshop = try shippedWorkshop()
    document = try Self.brief.get()
    scratch = try Scratch()
  }

  /// A few pages of both examples.
  private static let brief = Result { () throws -> PagedDocument in
    var options = RenderOptions()
    options.layout = "brief"
    return try shippedWorkshop().render(examples, options: options).value
  }

  private func verify(_ changed: PagedDocument) throws -> Verification {
    let path = scratch.path + "/paper.pdf"
    _ = try workshop.write(changed, to: path, format: .pdf, options: RenderOptions())
    return try workshop.verify(path)
  }

  private func rules(_ changed: PagedDocument) throws -> Set<String> {
    Set(try verify(changed).findings.map(\.rule))
  }

  @Test func whatIsUntouchedIsSound() throws {
    let document = try workshop.render(examples).value
    let found = try verify(document)
    #expect(found.findings == [])
    #expect(found.pages == document.pages.count)
    #expect(found.figures > 100)
    // Two articles, the figures as JSON and as CSV, what each chart draws.
    let data = document.attachments.filter { $0.name.hasPrefix("whitepaper-figure-") }
    #expect(data.count > 5)
    #expect(data.allSatisfy { $0.mediaType == "text/csv" && $0.relationship == .data && $0.description.hasPrefix("图") })
    #expect(Set(data.map(\.name)).count == data.count)
    #expect(found.files == 4 + data.count)
  }

  @Test("one digit on any page is found") func oneDigit() throws {
    for index in document.pages.indices {
      var changed = document
      guard changed.pages[index].frame.changeOneDigit() else { continue }
      let found = try verify(changed)
      #expect(found.findings.map(\.rule) == ["verify.page"], "sheet \(index + 1)")
      #expect(found.findings.first?.message.hasPrefix("the text of sheet \(index + 1) ") == true)
    }
  }

  @Test("one character of any file is found") func oneCharacter() throws {
    for index in document.attachments.indices {
      var changed = document
      let place = changed.attachments[index].bytes.firstIndex { (UInt8(ascii: "0")...UInt8(ascii: "8")).contains($0) }
      changed.attachments[index].bytes[try #require(place)] += 1
      let isManifest = changed.attachments[index].name == "whitepaper-manifest.json"
      if isManifest {
        // Its first digit is that of its own form.
        #expect(throws: Diagnostics.self) { try verify(changed) }
      } else {
        #expect(try rules(changed).contains("verify.file"), "\(changed.attachments[index].name)")
      }
    }
  }

  @Test("what only the manifest says of a figure is found changed") func manifestAlone() throws {
    var changed = document
    let manifest = try #require(changed.attachments.firstIndex { $0.name == "whitepaper-manifest.json" })
    let text = String(decoding: changed.attachments[manifest].bytes, as: UTF8.self)
    let number = try #require(text.ranges(of: #/"sentence": \d+/#).last)
    changed.attachments[manifest].bytes = Array(text.replacingCharacters(in: number, with: #""sentence": 0"#).utf8)
    #expect(try rules(changed) == ["verify.manifest"])
  }

  @Test("a file taken out, put in, or there twice") func files() throws {
    for index in document.attachments.indices.dropLast() {
      var changed = document
      changed.attachments.remove(at: index)
      #expect(try rules(changed).contains("verify.file"))
    }
    var more = document
    more.attachments.append(Attachment(name: "other.csv", bytes: [], mediaType: "text/csv", description: ""))
    #expect(try rules(more) == ["verify.file"])
    var twice = document
    twice.attachments.append(document.attachments[0])
    #expect(try rules(twice) == ["verify.file"])
    var bare = document
    bare.attachments = []
    #expect(throws: Diagnostics.self) { try verify(bare) }
  }

  @Test func titleAndDate() throws {
    var changed = document
    changed.info.title += "（修订）"
    #expect(try rules(changed) == ["verify.title"])
    changed = document
    changed.info.date = (changed.info.date ?? 0) + 86_400
    #expect(try rules(changed) == ["verify.date"])
  }

  @Test func pagesExchanged() throws {
    var changed = document
    changed.pages.swapAt(2, 3)
    #expect(try rules(changed).contains("verify.page"))
  }

  /// Who changes a sentence and mends the digests is found by reading the article again.
  @Test func aSentenceChangedWithItsDigest() throws {
    var changed = document
    let article = try #require(changed.attachments.firstIndex { $0.name == "guangdong-2022.txt" })
    let manifest = try #require(changed.attachments.firstIndex { $0.name == "whitepaper-manifest.json" })
    let before = changed.attachments[article].bytes
    let text = String(decoding: before, as: UTF8.self).replacing("970.24亿元", with: "907.24亿元")
    changed.attachments[article].bytes = Array(text.utf8)
    let mended = String(decoding: changed.attachments[manifest].bytes, as: UTF8.self)
      .replacing(sha256(before), with: sha256(Array(text.utf8)))
    changed.attachments[manifest].bytes = Array(mended.utf8)
    #expect(try rules(changed) == ["verify.manifest", "verify.sentence", "verify.facts"])
  }

  /// Nothing in the file tells where it was made.
  @Test func noPathOfTheMachine() throws {
    for attachment in document.attachments {
      #expect(!String(decoding: attachment.bytes, as: UTF8.self).contains(project), "\(attachment.name)")
    }
    #expect(!document.dump().contains(project))
  }

  @Test func correctionsAreReadAgain() throws {
    let corrections = try scratch.file(
      "fix.yaml",
      Array(
        """
        corrections:
          - {text: 53.92万件, set: {scope: 有效期内}}
        """.utf8))
    var options = RenderOptions()
    options.corrections = [corrections]
    let corrected = try workshop.render(examples, options: options).value
    #expect(corrected.attachments.map(\.name).contains("fix.yaml"))
    #expect(try verify(corrected).findings == [])
  }

  @Test func aReportIsCarriedWithItsData() throws {
    let report = try workshop.render([project + "/Examples/two-regions.report.md"]).value
    #expect(report.attachments.first?.name == "two-regions.report.md")
    #expect(try verify(report).findings == [])
  }
}

/// Papers of one page, changed at places of chance: every change is found. Their number is raised by
/// `WHITEPAPER_CHANGED_PAPERS`.
@Suite struct ChangedPaperTests {
  private let count = ProcessInfo.processInfo.environment["WHITEPAPER_CHANGED_PAPERS"].flatMap { Int($0) } ?? 20
  private let workshop: Workshop
  private let scratch: Scratch
  private var options = RenderOptions()

  init() throws {
    workshop = try shippedWorkshop()
    scratch = try Scratch()
    options.layout = "card"
  }

  private func verify(_ document: PagedDocument) throws -> Verification {
    let path = scratch.path + "/paper.pdf"
    _ = try workshop.write(document, to: path, format: .pdf, options: options)
    return try workshop.verify(path)
  }

  @Test func everyChangeIsFound() throws {
    let document = try workshop.render([examples[1]], options: options).value
    var state: UInt64 = 1_000
    func roll(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(1, bound)
    }
    for number in 0..<count {
      var changed = document
      switch number % 5 {
      case 0:
        let page = roll(changed.pages.count)
        if !changed.pages[page].frame.changeOneDigit(after: roll(30)) { _ = changed.pages[page].frame.changeOneDigit() }
      case 1:
        let text = String(decoding: changed.attachments[0].bytes, as: UTF8.self)
        let digits = text.indices.filter { ("0"..."9").contains(text[$0]) }
        let place = digits[roll(digits.count)]
        changed.attachments[0].bytes = Array(text.replacingCharacters(in: place...place, with: text[place] == "9" ? "0" : "9").utf8)
      case 2:
        let file = roll(changed.attachments.count - 1)
        changed.attachments[file].bytes[roll(changed.attachments[file].bytes.count)] ^= 1
      case 3:
        // In the manifest alone.
        guard let manifest = changed.attachments.indices.last else { return }
        let bytes = changed.attachments[manifest].bytes
        changed.attachments[manifest].bytes[roll(bytes.count)] ^= 1
      default: changed.info.date = (changed.info.date ?? 0) + 1 + roll(1_000_000)
      }
      // A manifest that can be read no more is found by that.
      let isFound = (try? verify(changed)).map { !$0.isSound } ?? true
      #expect(isFound, "change \(number)")
    }
  }
}

/// A chart as PDF: one figure on a white ground.
@Suite struct ChartPDFTests {
  @Test(
    "charts of both kinds become tagged PDF with their spec inside",
    arguments: [
      (
        "bars.json",
        #"{"data": {"values": [{"a": "甲", "b": 5}]}, "mark": "bar", "encoding": {"x": {"field": "b", "type": "quantitative"}, "y": {"field": "a", "type": "nominal"}}, "title": "甲为5", "source": "示例"}"#
      ),
      (
        "ring.yaml",
        "title: 占近两成\ndata: {values: [{n: 甲, v: 19.93}, {n: 乙, v: 80.07}]}\nmark: ring\nencoding: {theta: {field: v}, color: {field: n}}\nunit: '%'\nsource: 示例\n"
      ),
    ], ["a-3a", "a-2a", "none"])
  func tagged(spec: (name: String, text: String), standard: String) throws {
    let scratch = try Scratch()
    let workshop = try shippedWorkshop()
    let path = try scratch.file(spec.name, Array(spec.text.utf8))
    var options = RenderOptions()
    options.pdfStandard = standard
    let chart = try workshop.chart(path, options: options).value
    let out = scratch.path + "/chart.pdf"
    _ = try workshop.write(chart, to: out, format: .pdf, options: options)
    let contents = try readPDF([UInt8](try Data(contentsOf: URL(filePath: out))), document: out)
    #expect(contents.pages == [chart.pages[0].frame.drawnText])
    #expect(
      contents.attachments.map(\.name) == (standard == "a-3a" ? [spec.name, "whitepaper-figure.csv", "whitepaper-manifest.json"] : []))
    if standard == "a-3a" {
      let data = String(decoding: contents.attachments[1].bytes, as: UTF8.self)
      #expect(try workshop.verify(out).findings == [])
      #expect(data.hasPrefix(spec.name == "ring.yaml" ? "" : "a,b\r\n甲,5"), "\(data)")
      #expect(data.hasSuffix("\r\n") && data.contains("甲"))
    }
    #expect(chart.info.author == "示例")
    let bytes = String(decoding: try Data(contentsOf: URL(filePath: out)), as: UTF8.self)
    #expect(bytes.contains("pdfuaid:part") == (standard != "none"))
  }
}

extension Frame {
  /// Another digit in the first number that is drawn, or in one after it.
  fileprivate mutating func changeOneDigit(after skipped: Int = 0) -> Bool {
    var left = skipped
    return changeOneDigit(&left)
  }

  private mutating func changeOneDigit(_ left: inout Int) -> Bool {
    var copy = Frame(size: size, baseline: baseline)
    var isDone = false
    for placed in items {
      var item = placed.item
      switch item {
      case .text(var run) where !isDone && run.fill.alpha > 0:
        if let digit = run.text.firstIndex(where: { $0.isASCII && $0.isNumber }) {
          left -= 1
          guard left < 0 else { break }
          run.text.replaceSubrange(digit...digit, with: run.text[digit] == "9" ? "0" : "9")
          item = .text(run)
          isDone = true
        }
      case .group(var group) where !isDone:
        isDone = group.frame.changeOneDigit(&left)
        item = .group(group)
      default: break
      }
      copy.place(item, at: placed.origin, role: placed.role, datum: placed.datum)
    }
    self = copy
    return isDone
  }
}
