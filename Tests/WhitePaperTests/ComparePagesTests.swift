import Diagnostics
import Foundation
import GoldenImages
import Testing

private let isAsked =
  (ProcessInfo.processInfo.environment["WHITEPAPER_RINGS"] ?? "").split(separator: " ").contains("pdf")
private let hasPoppler = FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftoppm")

/// PDF files are compared page by page, as poppler draws them.
@Suite("ComparePagesTests", .enabled(if: hasPoppler || isAsked)) struct ComparePagesTests {
  /// A PDF of empty pages, the first with a grey box; lengths in points.
  private func pdf(pages: Int, box: ClosedRange<Int>) -> [UInt8] {
    let drawing = "0.5 g \(box.lowerBound) 20 \(box.count) 30 re f"
    let kids = (0..<pages).map { "\(4 + $0) 0 R" }.joined(separator: " ")
    var objects = [
      "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count \(pages)/Kids[\(kids)]/MediaBox[0 0 100 80]>>",
      "<</Length \(drawing.utf8.count)>>stream\n\(drawing)\nendstream",
    ]
    for page in 0..<pages { objects.append("<</Type/Page/Parent 2 0 R" + (page == 0 ? "/Contents 3 0 R>>" : ">>")) }
    var text = "%PDF-1.7\n"
    var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for (number, object) in objects.enumerated() {
      let place = String(text.utf8.count)
      table += String(repeating: "0", count: 10 - place.count) + place + " 00000 n \n"
      text += "\(number + 1) 0 obj\(object)endobj\n"
    }
    text += table + "trailer<</Size \(objects.count + 1)/Root 1 0 R>>\nstartxref\n\(text.utf8.count)\n%%EOF\n"
    return Array(text.utf8)
  }

  private func compare(_ actual: [UInt8], _ expected: [UInt8]) throws -> FileComparison {
    let scratch = try Scratch()
    return try compareFiles(
      actual: scratch.file("actual.pdf", actual), expected: scratch.file("expected.pdf", expected))
  }

  @Test func aBoxThatMovedIsOnItsPage() throws {
    let comparison = try compare(pdf(pages: 2, box: 20...49), pdf(pages: 2, box: 30...59))
    #expect(!comparison.matches)
    #expect(comparison.summary.hasPrefix("page 1: "))
    #expect(!comparison.summary.contains("page 2"))
  }

  @Test func aPageTooFewIsSaid() throws {
    #expect(try compare(pdf(pages: 1, box: 20...49), pdf(pages: 3, box: 20...49)).summary == "1 page, expected 3")
  }

  @Test func filesThatDifferInBytesMayShowTheSame() throws {
    let comparison = try compare(pdf(pages: 1, box: 20...49) + Array("%\n".utf8), pdf(pages: 1, box: 20...49))
    #expect(comparison.matches)
  }

  @Test func whatIsNoPDFIsSaid() throws {
    let damaged = #expect(throws: Diagnostics.self) {
      try compare(Array("%PDF-1.7\n".utf8), pdf(pages: 1, box: 20...49))
    }
    #expect(damaged?.all.map(\.rule) == ["compare.poppler"])
  }
}
