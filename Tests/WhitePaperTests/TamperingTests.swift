import Diagnostics
import Foundation
import PDFFile
import PNG
import SeededNumbers
import Testing
import WhitePaper

/// The bytes of a published PDF are changed, and verifying says what was. The number of changes is raised by `WHITEPAPER_CHANGED_PAPERS`.
@Suite struct TamperingTests {
  private let workshop: Workshop
  private let scratch: Scratch

  init() throws {
    workshop = try shippedWorkshop()
    scratch = try Scratch()
  }

  /// A report with chapters, links, charts, a table and a picture.
  private static let paper = Result { () throws -> [UInt8] in
    let scratch = try Scratch()
    for example in examples {
      _ = try scratch.file(String(example.split(separator: "/").last ?? ""), [UInt8](try Data(contentsOf: URL(filePath: example))))
    }
    let image = PixelImage(width: 4, height: 4, pixels: (0..<64).map { UInt8(truncatingIfNeeded: $0 * 37) })
    _ = try scratch.file("p.png", encodePNG(image))
    let shipped = try String(contentsOfFile: project + "/Examples/two-regions.report.md", encoding: .utf8)
    let report = try scratch.file("r.report.md", Array((shipped + "\n\n![一张图](p.png \"题\")\n\n见[说明](https://example.com/)。\n").utf8))
    let workshop = try shippedWorkshop()
    let document = try workshop.render([report]).value
    return try #require(try workshop.bytes(of: document, as: .pdf, named: "r.pdf").first?.bytes)
  }

  private static let updated = Result { try UpdatedPDF(try paper.get()) }

  private func verify(_ bytes: [UInt8]) throws -> [Diagnostic] { try workshop.verify(try scratch.file("r.pdf", bytes)).findings }

  @Test func untouchedIsSound() throws { #expect(try verify(try Self.paper.get()) == []) }

  @Test("each kind of change is told as what it is", arguments: Tampering.allCases)
  func kind(_ tampering: Tampering) throws {
    for seed in 0..<2 {
      var chance = SplitMix64(state: UInt64(seed))
      var pdf = try Self.updated.get()
      let isChanged = tampering.change(&pdf, &chance)
      #expect(isChanged, "the paper has nothing of the kind")
      let found = try verify(pdf.bytes)
      let rules = Set(found.filter { $0.severity == .error }.map(\.rule))
      #expect(!rules.isDisjoint(with: tampering.rules), "seed \(seed): \(found.map(\.message))")
    }
  }

  @Test("changes at places of chance are all found") func chance() throws {
    let count = ProcessInfo.processInfo.environment["WHITEPAPER_CHANGED_PAPERS"].flatMap { Int($0) } ?? 30
    let untouched = try Self.updated.get()
    for number in 0..<count {
      var chance = SplitMix64(state: UInt64(1_000 + number))
      var pdf = untouched
      let kind = try #require(Tampering.allCases.randomElement(using: &chance))
      guard kind.change(&pdf, &chance) else { continue }
      let found = try verify(pdf.bytes)
      #expect(found.contains { $0.severity == .error }, "change \(number): \(kind)")
    }
  }

  /// What changes only bytes, as a comment, is a warning; everything else is an error.
  @Test func anyByteChanged() throws {
    let paper = try Self.paper.get()
    for place in stride(from: 0, to: paper.count, by: max(1, paper.count / 30)) {
      var changed = paper
      changed[place] ^= 0x55
      let found = Result { try verify(changed) }
      #expect((try? found.get())?.isEmpty != true, "byte \(place)")
    }
  }

  /// An update that changes nothing is no change of the document.
  @Test func savedAnew() throws {
    var pdf = try Self.updated.get()
    let root = pdf[pdf.root]
    pdf[pdf.root] = root
    #expect(try verify(pdf.bytes).map(\.rule) == ["verify.bytes"])
    #expect(try workshop.verify(try scratch.file("r.pdf", pdf.bytes)).isSound)
  }
}
