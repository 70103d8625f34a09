import Diagnostics
import Digest
import Foundation
import PNG
import Scene
import Testing
import WhitePaper

/// Reports may come from strangers: what they name stays in their folder, and what cannot be right makes no file.
@Suite struct StrangeReportTests {
  let workshop: Workshop
  let scratch: Scratch
  /// The report's folder.
  let folder: String
  static let article = "2022年，广东省发明专利授权11.5万件，同比增长12.1%。\n"

  init() throws {
    workshop = try shippedWorkshop()
    scratch = try Scratch()
    folder = scratch.path + "/reports"
    try FileManager.default.createDirectory(atPath: folder + "/inner", withIntermediateDirectories: true)
    _ = try scratch.file("secret.txt", Array(Self.article.utf8))
    _ = try scratch.file("secret.csv", Array("a,b\n甲,1\n".utf8))
    _ = try scratch.file("secret.yaml", Array("name: x\n".utf8))
    _ = try scratch.file("reports/good.txt", Array(Self.article.utf8))
    _ = try scratch.file("reports/inner/good.txt", Array(Self.article.utf8))
    _ = try scratch.file("reports/good.csv", Array("a,b\n甲,1\n乙,2\n".utf8))
    let files = FileManager.default
    try files.createSymbolicLink(atPath: folder + "/link.txt", withDestinationPath: "../secret.txt")
    try files.createSymbolicLink(atPath: folder + "/door", withDestinationPath: "..")
    try files.createSymbolicLink(atPath: folder + "/null.txt", withDestinationPath: "/dev/null")
  }

  func findings(_ text: String, allowed: [String] = []) -> [Diagnostic] {
    do {
      let path = try scratch.file("reports/x.report.md", Array(text.utf8))
      var options = RenderOptions()
      options.allowed = allowed
      return try workshop.render([path], options: options).diagnostics
    } catch {
      return (error as? Diagnostics)?.all ?? [.error("\(error)", "")]
    }
  }
  func front(_ lines: String) -> String { "---\ntitle: t\n\(lines)\n---\n\n# a\n\nb\n" }
  func chart(_ url: String) -> String {
    "---\ntitle: t\n---\n\n# a\n\n```chart\nmark: bar\ndata: {url: \"\(url)\"}\nencoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative}}\n```\n"
  }

  static let outside = [
    "../secret.txt", "/etc/passwd", "link.txt", "door/secret.txt", "inner/../../secret.txt", "door/nothing.txt", "../nothing.txt",
    "/dev/zero",
    "door/reports/../secret.txt",
  ]

  /// Every way to name a file.
  @Test(arguments: outside) func whatLiesOutsideIsNotRead(path: String) throws {
    for line in ["data: \"\(path)\"", "corrections: \"\(path)\"", "layout: \"\(path)\"", "theme: \"\(path)\""] {
      let found = findings(front(line))
      // A bare name is that of a shipped design or of a `.yaml` beside the report.
      let isName = !path.contains("/") && (line.hasPrefix("layout") || line.hasPrefix("theme"))
      let rule = isName ? String(line.prefix { $0 != ":" }) + ".unknown" : "report.outside"
      #expect(found.contains { $0.rule == rule && $0.severity == .error }, "\(line): \(found)")
      #expect(!found.contains { "\($0)".contains("secret.csv") || ($0.hint ?? "").contains("did you mean") }, "\(line): \(found)")
      #expect(found.first?.span?.start?.line == 3)
    }
    let picture = findings("---\ntitle: t\n---\n\n# a\n\n![x](\(path))\n")
    #expect(picture.contains { $0.rule == "report.outside" && $0.span?.start?.line == 7 }, "\(picture)")
    let url = findings(chart(path))
    #expect(url.contains { $0.rule == "report.outside" && $0.severity == .error && $0.span?.start?.line == 9 }, "\(url)")
  }

  @Test func aLayoutOfTheReportKeepsToItsFolderToo() throws {
    _ = try scratch.file("reports/mine.yaml", Array("extends: ../secret.yaml\n".utf8))
    #expect(findings(front("layout: mine.yaml")).map(\.rule) == ["report.outside"])
    _ = try scratch.file("reports/mine.yaml", Array("extends: annual\nname: mine\ntheme: ../secret.yaml\n".utf8))
    #expect(findings(front("layout: mine.yaml")).map(\.rule) == ["report.outside"])
  }

  @Test(arguments: [
    ("data: null.txt", "report.outside"), ("data: inner", "report.irregular"), ("data: goood.txt", "input.missing"),
    ("data: \"http://a.cn/x.txt\"", "report.network"), ("theme: \"https://a.cn/x.yaml\"", "report.network"),
    ("data: {path: ../secret.txt, sha256: \"12\"}", "report.digest"),
    ("data: {path: ../secret.txt, sha256: \"\(String(repeating: "0", count: 64))\"}", "report.outside"),
  ])
  func whatIsNoFileOfTheReport(line: String, rule: String) {
    let found = findings(front(line))
    #expect(found.first?.rule == rule, "\(found)")
    if rule == "input.missing" { #expect(found.first?.hint == "did you mean “good.txt”?") }
  }

  @Test func whatIsInsideOrAllowedIsRead() throws {
    for line in ["data: good.txt", "data: [inner/good.txt, inner/../good.txt]", "data: ./good.txt"] {
      #expect(findings(front(line)).filter { $0.severity > .note } == [], "\(line)")
    }
    #expect(findings(chart("good.csv")) == [])
    #expect(findings(front("data: ../secret.txt"), allowed: [scratch.path]).filter { $0.severity > .note } == [])
    let digest = sha256(Array(Self.article.utf8))
    #expect(findings(front("data: {path: ../secret.txt, sha256: \(digest)}")).filter { $0.severity > .note } == [])
    _ = try scratch.file("reports/good.txt", Array((Self.article + "\n").utf8))
    #expect(findings(front("data: {path: good.txt, sha256: \(digest)}")).map(\.rule) == ["report.changed"])
  }

  @Test(arguments: [
    chartBlock("mark: bar\ndata: {url: no.csv}\nencoding: {x: {field: a}, y: {field: b, type: quantitative}}"),
    chartBlock("mark: bra"), "{{没有}}", "[](#no)", "[^no]", "![a](no.png)",
  ])
  func anErrorMakesNoPages(body: String) {
    let found = findings("---\ntitle: t\n---\n\n# a\n\n\(body)\n")
    #expect(found.contains { $0.severity == .error })
    #expect(found.filter { $0.severity == .error }.allSatisfy { ($0.span?.start?.line ?? 0) >= 7 }, "\(found)")
  }
  static func chartBlock(_ spec: String) -> String { "```chart\n\(spec)\n```" }

  @Test func picturesAreOnThePages() throws {
    let png = encodePNG(PixelImage(width: 300, height: 200, pixels: Array(repeating: 90, count: 300 * 200 * 4)))
    _ = try scratch.file("reports/p.png", png)
    let path = try scratch.file("reports/x.report.md", Array("---\ntitle: t\n---\n\n# a\n\n见[](#p)。\n\n![一张图](p.png \"题 {#p}\")\n".utf8))
    let document = try workshop.render([path])
    #expect(document.diagnostics == [])
    #expect(document.value.images.count == 1)
    #expect(document.value.dump().contains("\"type\": \"image\""))
    #expect(document.value.dump().contains("一张图"))
    let text = document.value.pages.map { $0.frame.plainText }.joined()
    #expect(text.contains("见图1-1。") && text.contains("图1-1　题"))
    for bad in [Array(png.dropLast(20)), Array("GIF89a".utf8), [0xFF, 0xD8, 0xFF]] {
      _ = try scratch.file("reports/p.png", bad)
      #expect(findings(try String(contentsOfFile: path, encoding: .utf8)).contains { $0.severity == .error && $0.span?.start?.line == 9 })
    }
  }

  @Test func digestsAreThoseOfTheStandard() {
    #expect(sha256(Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(sha256([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      sha256(Array(repeating: UInt8(ascii: "a"), count: 1_000)) == "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3")
  }
}
