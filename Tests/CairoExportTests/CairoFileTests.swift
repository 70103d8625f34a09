import CairoExport
import Diagnostics
import Foundation
import PDFFile
import SeededNumbers
import Testing

/// The file that cairo wrote, read back, changed and written.
@Suite struct CairoFileTests {
  /// As cairo ends it.
  static func drawn() throws -> [UInt8] { try writePDF(sampleDocument(), options: PDFOptions(standard: .none)) }

  func text(_ value: PDFValue?) -> String? { value.map { String(decoding: $0.bytes, as: UTF8.self) } }

  @Test func valuesAreWrittenAsTheyAreRead() throws {
    let source = "[ 1 0 R (a \\) (b) c) <4D61> << /K [ 5 6 0 R % 7 0 R\n true ] /S /P>> -1.5 /N#20m null]"
    let items = try #require(PDFValue(syntax: source).items)
    #expect(
      items.map { text($0) } == [
        "1 0 R", "(a \\) (b) c)", "<4D61>", "<< /K [ 5 6 0 R % 7 0 R\n true ] /S /P>>", "-1.5", "/N#20m", "null",
      ])
    #expect(items[0].reference == 1)
    #expect(items[4].integer == nil)
    let dictionary = try #require(items[3].dictionary)
    #expect(dictionary["S"]?.isName("P") == true)
    #expect(dictionary["S"]?.isName("Part") == false)
    #expect(dictionary["K"]?.items?.map { text($0) } == ["5", "6 0 R", "true"])
    #expect(dictionary["Missing"] == nil)
  }

  @Test(arguments: ["[1 2", "<</A 1", "<</A>>", "(open", "<</A 1>", "]", "", "12"])
  func whatIsNoDictionary(source: String) { #expect(PDFValue(syntax: source).dictionary == nil) }

  @Test func textsAndNamesAreEscaped() {
    #expect(text(.text("a (b) \\")) == "(a \\(b\\) \\\\)")
    // U+5C28 and U+0D29 hold the bytes of a backslash, a bracket and a carriage return.
    #expect(PDFValue.text("尨").bytes == [40, 0xFE, 0xFF, 0x5C, 0x5C, 0x5C, 0x28, 41])
    #expect(PDFValue.text("ഩ").bytes == [40, 0xFE, 0xFF, 0x5C, 0x72, 0x5C, 0x29, 41])
    #expect(text(.name("text/csv")) == "/text#2Fcsv")
    #expect(text(.name("A B#é")) == "/A#20B#23#C3#A9")
  }

  @Test func entriesKeepTheirOrder() throws {
    var dictionary: PDFDictionary = ["Type": .name("Page"), "Tabs": .name("S"), "Count": .integer(3)]
    dictionary["Tabs"] = nil
    dictionary["Type"] = .name("Pages")
    dictionary["Kids"] = .array([.reference(4), .reference(5)])
    #expect(text(.dictionary(dictionary)) == "<</Type/Pages/Count 3/Kids[4 0 R 5 0 R]>>")
  }

  @Test(.enabled(if: Program.qpdf.isInstalled))
  func addedAndChangedObjectsAreInTheFile() throws {
    var file = try CairoFile(reading: Self.drawn())
    let note = file.add(["Note": .text("注")])
    let data = file.add(stream: .packed(Array(repeating: 65, count: 5000)), ["Type": .name("Data")])
    file[file.rootNumber]["Extra"] = .array([.reference(note), .reference(data)])
    let pdf = file.written()
    #expect(file.written() == pdf)
    _ = try Program.qpdf.output(of: pdf, ["--check", "%"])
    let json = try Program.qpdf.output(of: pdf, ["--json=2", "--json-key=qpdf", "--json-stream-data=inline", "%"])
    #expect(json.contains("\"/Note\": \"u:注\""))
    #expect(json.contains("\"data\": \"QUFBQUFB"))
  }

  @Test("lengths of streams are no objects any more", .enabled(if: Program.qpdf.isInstalled))
  func nothingNeedless() throws {
    let file = try CairoFile(reading: Self.drawn())
    let json = try Program.qpdf.output(of: file.written(), ["--json=2", "--json-key=qpdf", "%"])
    let numbers = json.matches(of: #/"obj:\d+ 0 R": \{\s*"value": \d+\s*\}/#)
    #expect(numbers.isEmpty)
  }

  @Test func whatCairoDidNotWriteIsAnError() throws {
    let drawn = try Self.drawn()
    func code(_ bytes: [UInt8]) -> String? {
      do {
        _ = try CairoFile(reading: bytes)
        return nil
      } catch { return error.rule }
    }
    #expect(code([]) == "pdf.cairo")
    #expect(code(Array("%PDF-1.5\nstartxref\n5\n%%EOF".utf8)) == "pdf.cairo")
    #expect(code(Array(drawn.dropLast(40))) == "pdf.cairo")
    #expect(code(drawn) == nil)
  }

  @Test("damaged files give an error or a file, never a crash")
  func damaged() throws {
    let drawn = try Self.drawn()
    var generator = SplitMix64(state: 11)
    var errors = 0
    for _ in 0..<2_000 {
      var bytes = drawn
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let at = Int.random(in: bytes.indices, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: at)
        default: bytes.insert(UInt8.random(in: 32...62, using: &generator), at: at)
        }
      }
      do { #expect(!(try CairoFile(reading: bytes).written()).isEmpty) } catch { errors += 1 }
    }
    #expect(errors > 0)
  }
}
