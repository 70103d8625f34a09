import Diagnostics
import Foundation
import Geometry
import Indicators
import Testing
import WhitePaper

/// What a user may get wrong ends in a message with a rule, never in a crash or a half-written file.
@Suite struct BadInputTests {
  let workshop: Workshop
  let scratch: Scratch

  init() throws {
    workshop = try shippedWorkshop()
    scratch = try Scratch()
  }

  func rules(_ work: () throws -> Void) -> [String] {
    do {
      try work()
      return []
    } catch let error as Diagnostics {
      return error.all.map(\.rule)
    } catch let error as Diagnostic {
      return [error.rule]
    } catch {
      return ["\(error)"]
    }
  }

  @Test func inputs() throws {
    #expect(rules { _ = try workshop.render([scratch.path + "/none.txt"]) } == ["input.missing"])
    #expect(rules { _ = try workshop.render([scratch.path]) } == ["input.directory"])
    let empty = try scratch.file("empty.txt")
    #expect(rules { _ = try workshop.render([empty]) }.count == 1)
    let binary = try scratch.file("binary.txt", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 1, 2, 3])
    #expect(rules { _ = try workshop.render([binary]) }.count == 1)
    let plain = try scratch.file("plain.txt", Array("今天天气很好。\n\n大家都很高兴，准备出门散步。\n".utf8))
    #expect(rules { _ = try workshop.render([plain]) } == ["figures.none"])
    #expect(scratch.names == ["binary.txt", "empty.txt", "plain.txt"])
  }

  @Test func severalProblemsAreReportedAtOnce() {
    let paths = [scratch.path + "/a.txt", scratch.path + "/b.txt"]
    #expect(rules { _ = try workshop.extract(paths) } == ["input.missing", "input.missing"])
  }

  @Test func invalidUTF8IsPlaced() throws {
    let file = try scratch.file("bad.txt", Array("第一行有12件。\n第二行".utf8) + [0xFF, 0xFE, 0xFF] + Array("完".utf8))
    do {
      _ = try workshop.extract([file])
      Issue.record("read")
    } catch {
      #expect(error.all.first?.span?.start?.line == 2)
    }
  }

  @Test func gb18030IsDecodedAndSaidSo() throws {
    // 2022年，广东省发明专利授权11.5万件，同比增长12.1%。
    let bytes: [UInt8] = [
      0x32, 0x30, 0x32, 0x32, 0xC4, 0xEA, 0xA3, 0xAC, 0xB9, 0xE3, 0xB6, 0xAB, 0xCA, 0xA1, 0xB7, 0xA2, 0xC3, 0xF7, 0xD7,
      0xA8, 0xC0, 0xFB, 0xCA, 0xDA, 0xC8, 0xA8, 0x31, 0x31, 0x2E, 0x35, 0xCD, 0xF2, 0xBC, 0xFE, 0xA3, 0xAC, 0xCD, 0xAC,
      0xB1, 0xC8, 0xD4, 0xF6, 0xB3, 0xA4, 0x31, 0x32, 0x2E, 0x31, 0x25, 0xA1, 0xA3, 0x0A,
    ]
    let set = try workshop.extract([try scratch.file("gb.txt", bytes)])
    #expect(set.value.observations.map { $0.value.description } == ["11.5", "12.1"])
    #expect(set.diagnostics.contains { $0.message.contains("GB18030") })
  }

  @Test func namesAreCorrected() throws {
    var options = RenderOptions()
    options.layout = "anual"
    do {
      _ = try workshop.render(examples, options: options)
      Issue.record("rendered")
    } catch {
      #expect(error.all.map(\.rule) == ["layout.unknown"])
      #expect(error.all.first?.hint == "did you mean “annual”?")
    }
    #expect(rules { _ = try Workshop.size("12x") } == ["size.invalid"])
    #expect(rules { _ = try Workshop.size("0x99999") } == ["size.invalid"])
    for text in ["5-2", "", "0", "1,", "1-2-3", "a", "-3", "1 2"] {
      #expect(rules { _ = try PageSelection(text) } == ["pages.invalid"], "\(text)")
    }
    #expect(try Workshop.size("1200x675") == Size(1200, 675))
    #expect(try PageSelection("2-5, 7").ranges == [2...5, 7...7])
  }

  @Test func unwritableOutputLeavesNothing() throws {
    let document = try workshop.render([examples[0]]).value
    #expect(
      rules { _ = try workshop.write(document, to: scratch.path + "/no/x.pdf", format: .pdf, options: RenderOptions()) }
        == ["output.unwritable"])
    #expect(
      rules { _ = try workshop.write(document, to: scratch.path, format: .scene, options: RenderOptions()) }
        == ["output.unwritable"])
    #expect(scratch.names.isEmpty)
  }
}
