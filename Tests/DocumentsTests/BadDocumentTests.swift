import Articles
import Assets
import Diagnostics
import Foundation
import Lingua
import Testing

@testable import Documents

@Suite("Damaged, strange and hostile documents")
struct BadDocumentTests {
  private static func knowledge() throws -> ArticleKnowledge {
    let folder = try Assets().language
    let places = try Gazetteer([UInt8](Data(contentsOf: URL(fileURLWithPath: folder + "/places.table"))), document: "places.table")
    let text = try String(contentsOf: URL(fileURLWithPath: folder + "/subjects.yaml"), encoding: .utf8)
    return ArticleKnowledge(places: PlaceNames(places), subjects: try SubjectWords.read(text, document: "subjects.yaml"))
  }
  private static let known = Result { try knowledge() }

  private func rules(_ bytes: [UInt8]) throws -> [String] {
    let knowledge = try Self.known.get()
    do {
      return try readOfficeDocument(bytes: bytes, path: "d.xlsx", knowledge).diagnostics.map(\.rule)
    } catch {
      return error.all.map(\.rule)
    }
  }

  private static func fixture(_ name: String) throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
      "TablesTests/Fixtures")
    return [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  @Test("old and encrypted documents are told from each other")
  func containers() throws {
    let start: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    #expect(try rules(start + [UInt8](repeating: 0, count: 600)) == ["document.old-format"])
    #expect(try rules(start + "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == ["document.encrypted"])
  }

  @Test("an archive that is cut off anywhere is refused, not misread")
  func cutOff() throws {
    let bytes = try Self.fixture("areas-across.xlsx")
    for length in stride(from: 4, to: bytes.count - 1, by: 397) {
      #expect(try rules(Array(bytes.prefix(length))) == ["document.damaged"], "\(length)")
    }
  }

  @Test("a document with any byte changed ends in a finding or is read")
  func mutations() throws {
    for name in ["areas-across.xlsx", "two-tables-on-a-sheet.xlsx", "merged-groups.docx"] {
      let bytes = try Self.fixture(name)
      var state: UInt64 = 42
      for _ in 0..<120 {
        var copy = bytes
        for _ in 0..<3 {
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          copy[Int(state >> 33) % copy.count] = UInt8(truncatingIfNeeded: state >> 20)
        }
        let found = try rules(copy)
        #expect(found.allSatisfy { $0.hasPrefix("document.") || $0.hasPrefix("sheet.") || $0 == "input.blank" }, "\(found)")
      }
    }
  }

  @Test(
    "XML with a document type, open elements or nothing in it",
    arguments: [
      ("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", "document.doctype"), ("<a><b></a>", "document.damaged"), ("", "document.damaged"),
      (String(repeating: "<a>", count: 5_000), "document.damaged"),
    ])
  func xml(text: String, rule: String) {
    do throws(Diagnostic) {
      let reader = try XMLReader(Array(text.utf8), document: "d", part: "p")
      while try reader.next() != nil {}
      Issue.record("nothing was found")
    } catch {
      #expect(error.rule == rule)
    }
  }

  @Test("places of cells", arguments: [("A1", 0, 0), ("C5", 4, 2), ("$AA$10", 9, 26), ("XFD1048576", 1_048_575, 16_383)])
  func places(name: String, row: Int, column: Int) {
    #expect(CellPlace(name) == CellPlace(row: row, column: column))
    #expect(CellPlace("AAAA1") == nil)
    #expect(CellPlace("1A") == nil)
    #expect(CellPlace(row: row, column: column).name == name.filter { $0 != "$" })
  }
}
