import Diagnostics
import Foundation
import Scene
import StructuredData
import Testing

@testable import PreviewServer
@testable import WhitePaper

/// A report that is rendered again while its files change.
@Suite struct SessionTests {
  static let chart = """
    ```chart
    title: 质押金额
    mark: bar
    data: {url: amounts.csv}
    encoding: {x: {field: year, type: nominal}, y: {field: amount, type: quantitative}}
    ```
    """

  private func report(_ word: String) -> [UInt8] {
    let filler = (1...60).map { "第\($0)段：专利质押融资工作稳步推进，服务企业的范围继续扩大，流程更加简便。" }.joined(separator: "\n\n")
    let text =
      "---\ntitle: 报告\nlang: zh-Hans\n---\n\n# 甲\n\n\(filler)\n\n# 乙\n\n第\(word)稿。\n\n\(SessionTests.chart)\n\n# 丙\n\n\(filler)\n"
    return Array(text.utf8)
  }

  private func session(_ scratch: Scratch) throws -> RenderSession {
    _ = try scratch.file("amounts.csv", Array("year,amount\n2023,34\n2024,42.5\n".utf8))
    return RenderSession(try Workshop(), paths: [try scratch.file("a.report.md", report("一"))], options: RenderOptions())
  }

  @Test func onlyTheEditedPageChangesAndIsThatOfAFreshRender() throws {
    let scratch = try Scratch()
    let session = try session(scratch)
    let first = session.edition()
    let before = try first.result.get().value.document.pages
    let path = try scratch.file("a.report.md", report("二"))
    let second = session.edition(after: first.stamps)
    let after = try second.result.get().value.document.pages
    #expect(before.count == after.count && before.count > 4)
    let changed = zip(before, after).enumerated().filter { $0.element.0 != $0.element.1 }.map(\.offset)
    #expect(changed.count == 1)
    #expect(after == (try Workshop().render([path])).value.pages)
  }

  /// Whatever is edited, the pages are those of a fresh rendering: text, a title that a reference prints, a note, a line more above a
  /// chart, a chart, the theme and the layout.
  @Test func everyEditionIsThatOfAFreshRender() throws {
    let scratch = try Scratch()
    _ = try scratch.file("amounts.csv", Array("year,amount\n2023,34\n2024,42.5\n".utf8))
    var text =
      "---\ntitle: 报告\nlang: zh-Hans\n---\n\n# 甲\n\n见[](#b)和[](#fig)。注[^1]。\n\n\(SessionTests.chart)\n\n# 乙 {#b}\n\n一稿[^2]。\n\n"
      + SessionTests.chart.replacing("title: 质押金额", with: "id: fig\ntitle: 比2023年增长九倍")
      + "\n\n# 丙\n\n见[](#b)。\n\n[^1]: 甲注。\n[^2]: 乙注。\n"
    let path = try scratch.file("a.report.md", Array(text.utf8))
    let session = RenderSession(try shippedWorkshop(), paths: [path], options: RenderOptions())
    var stamps = session.edition().stamps
    let edits = [
      ("一稿", "二稿"), ("# 甲\n", "\n\n# 甲\n\n多一段。\n"), ("# 乙", "# 乙乙"), ("甲注", "改了的注"), ("mark: bar", "mark: line"),
      ("九倍", "八倍"), ("# 丙\n", "# 丙\n\n## 节\n"), ("title: 报告", "title: 报告\ntheme: ink"), ("theme: ink", "layout: brief"),
      ("# 丙", "# 丁\n\n新章。\n\n# 丙"),
    ]
    for (old, new) in edits {
      text = text.replacing(old, with: new)
      _ = try scratch.file("a.report.md", Array(text.utf8))
      let made = session.edition(after: stamps)
      stamps = made.stamps
      let fresh = try shippedWorkshop().render([path])
      let edition = try made.result.get()
      #expect(edition.value.document.pages == fresh.value.pages, "after \(new)")
      #expect(edition.value.document.outline == fresh.value.outline)
      #expect(edition.diagnostics.map(\.description) == fresh.diagnostics.map(\.description), "after \(new)")
    }
  }

  @Test func whatTheReportReadsIsWatched() throws {
    let scratch = try Scratch()
    let session = try session(scratch)
    let first = session.edition()
    let names = first.stamps.paths.map { ($0 as NSString).lastPathComponent }
    #expect(names.contains("a.report.md") && names.contains("amounts.csv"), "\(names)")
    // Figures are made anew where their data change.
    let data = try scratch.file("amounts.csv", Array("year,amount\n2023,34\n2024,99.5\n".utf8))
    let second = session.edition(after: first.stamps)
    #expect(try second.result.get().value.document.pages.contains { $0.frame.plainText.contains("99.5") })
    // A file that is gone is an error, and its coming back is seen.
    try FileManager.default.removeItem(atPath: data)
    let third = session.edition(after: second.stamps)
    #expect(throws: Diagnostics.self) { try third.result.get() }
    _ = try scratch.file("amounts.csv", Array("year,amount\n2024,77.5\n".utf8))
    #expect(FileStamps(of: third.stamps.paths) != third.stamps)
    let fourth = session.edition(after: third.stamps)
    #expect(try fourth.result.get().value.document.pages.contains { $0.frame.plainText.contains("77.5") })
  }

  @Test func anErrorIsMended() throws {
    let scratch = try Scratch()
    let session = try session(scratch)
    let first = session.edition()
    let wrong = String(decoding: report("二"), as: UTF8.self).replacingOccurrences(of: "mark: bar", with: "mark: bra")
    _ = try scratch.file("a.report.md", Array(wrong.utf8))
    let second = session.edition(after: first.stamps)
    let error = #expect(throws: Diagnostics.self) { try second.result.get() }
    #expect(error?.all.contains { $0.severity == .error && $0.span?.start != nil } == true)
    _ = try scratch.file("a.report.md", report("三"))
    #expect(try session.edition(after: second.stamps).result.get().value.document.pages.count > 4)
  }

  @Test func figuresLeadToSentencesAndSpecs() throws {
    let edition = try RenderSession(try Workshop(), paths: examples, options: RenderOptions()).edition().result.get().value
    let anchors = Set(edition.document.pages.flatMap { $0.frame.linkTargets }).filter { $0.hasPrefix("source-") }
    #expect(anchors.count > 10)
    #expect(anchors.allSatisfy { edition.sentences[$0]?.line != nil })
    #expect(edition.figures.count > 3 && edition.figures.allSatisfy { $0.spec.yaml().contains("encoding") })
  }

  /// Charts of one title, charts without one, and two that say the very same are told apart by description and place.
  @Test func eachChartLeadsToItsOwnSpec() async throws {
    let scratch = try Scratch()
    func chart(_ title: String, _ value: Int, _ mark: String = "bar") -> String {
      """
      ```chart
      \(title)mark: \(mark)
      data: {values: [{年: 2023, 金额: 34}, {年: 2024, 金额: \(value)}]}
      encoding: {x: {field: 年, type: nominal}, y: {field: 金额, type: quantitative}}
      ```


      """
    }
    let charts =
      chart("title: 质押金额\n", 41) + chart("title: 质押金额\n", 42) + chart("", 43) + chart("title: 同\n", 44)
      + chart("title: 同\n", 44, "{type: bar, color: '#123456'}")
    let path = try scratch.file("a.report.md", Array("---\ntitle: 报告\nlang: zh-Hans\n---\n\n# 甲\n\n\(charts)".utf8))
    let made = RenderSession(try Workshop(), paths: [path], options: RenderOptions()).edition()
    let editions = PreviewEditions(files: InputFiles())
    await editions.publish(made.result, findings: [], files: made.stamps.paths, seconds: 0)
    var specs: [String] = []
    for page in await editions.pages {
      var counts: [String: Int] = [:]
      for text in page.page.frame.descriptions {
        specs.append(try #require(await editions.figure(text, on: page.id, after: counts[text, default: 0]), "\(text)"))
        counts[text, default: 0] += 1
      }
    }
    let marks = ["41", "42", "43", "44", "#123456"]
    #expect(specs.count == marks.count)
    for (spec, mark) in zip(specs, marks) { #expect(spec.contains(mark), "\(spec)") }
    #expect(!specs[3].contains("#123456"))
    #expect(await editions.figure("nothing", on: "nowhere", after: 0) == nil)
  }

  @Test func aFileThatIsReplacedOrMadeIsAChange() async throws {
    let scratch = try Scratch()
    let path = try scratch.file("a.txt", Array("a".utf8))
    let other = scratch.path + "/b.txt"
    let stamps = FileStamps(of: [path, other])
    #expect(FileStamps(of: [path, other]) == stamps)
    let waiting = Task { try await stamps.change() }
    try FileManager.default.moveItem(atPath: try scratch.file("c.txt", Array("a".utf8)), toPath: other)
    try await waiting.value
    let new = FileStamps(of: [path, other])
    #expect(new != stamps)
    // What an edition asks for first is stamped when it does.
    #expect(stamps.keeping([path, other]) == stamps)
    try FileManager.default.removeItem(atPath: path)
    #expect(FileStamps(of: [path, other]) != new)
  }

  @Test func onlyThisServersOwnPagesAreAnswered() async {
    let editions = PreviewEditions(files: InputFiles())
    await editions.serve(on: 4640)
    for (host, origin, isOwn) in [
      ("127.0.0.1:4640", nil, true), ("localhost:4640", "http://localhost:4640", true), ("LOCALHOST:4640", nil, true),
      ("example.org:4640", nil, false), ("127.0.0.1:4641", nil, false), ("127.0.0.1", nil, false), (nil, nil, false),
      ("127.0.0.1:4640", "http://example.org", false), ("127.0.0.1:4640", "https://127.0.0.1:4640", false),
      ("127.0.0.1:4640", "null", false), ("127.0.0.1:4640", "http://localhost:4640", false),
    ] as [(String?, String?, Bool)] {
      #expect(await editions.isOwn(host: host, origin: origin) == isOwn, "\(host ?? "-") \(origin ?? "-")")
    }
  }

  /// Errors leave the last output and the command as they are; Ctrl-C is no failure.
  @Test(.enabled(if: Program.isBuilt)) func watchWritesOnEachChange() throws {
    let scratch = try Scratch()
    _ = try scratch.file("amounts.csv", Array("year,amount\n2023,34\n2024,42.5\n".utf8))
    let source = try scratch.file("a.report.md", report("一"))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = ["watch", "a.report.md", "-o", "a.scene.json", "-q"]
    process.currentDirectoryURL = URL(fileURLWithPath: scratch.path)
    process.standardError = FileHandle.nullDevice
    try process.run()
    defer { process.terminate() }
    func waits(for word: String) -> Bool {
      let deadline = Date(timeIntervalSinceNow: 60)
      while Date() < deadline {
        if let text = try? String(contentsOfFile: scratch.path + "/a.scene.json", encoding: .utf8), text.contains(word) { return true }
        Thread.sleep(forTimeInterval: 0.05)
      }
      return false
    }
    #expect(waits(for: "第一稿"))
    try Data("---\ntitle: [\n---\n".utf8).write(to: URL(fileURLWithPath: source))
    Thread.sleep(forTimeInterval: 0.5)
    #expect(waits(for: "第一稿"))
    try Data(report("二")).write(to: URL(fileURLWithPath: source))
    #expect(waits(for: "第二稿"))
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0 && process.terminationReason == .exit)
  }

  @Test(
    arguments: [
      (["watch", "-", "-o", "a.pdf"], "cannot be watched"), (["watch", "a.txt", "-o", "-", "--format", "pdf"], "to a file"),
      (["preview", "-"], "cannot be watched"),
      (["preview"], "inputs"), (["preview", "a.txt", "--port", "70000"], "port"),
    ])
  func wrongUsageIsStatus2(arguments: [String], words: String) throws {
    try #require(Program.isBuilt)
    let scratch = try Scratch()
    let run = try Program(arguments, in: scratch.path)
    #expect(run.status == 2 && run.errors.contains(words), "\(run.errors)")
  }
}

extension Frame {
  /// The alternative texts of its charts, in order: a cover's drawing has no place for data.
  fileprivate var descriptions: [String] {
    items.flatMap { placed -> [String] in
      guard case .group(let group) = placed.item else { return [] }
      return (group.tag?.element == .figure && group.alt?.contains("2024") == true ? [group.alt ?? ""] : []) + group.frame.descriptions
    }
  }
}
