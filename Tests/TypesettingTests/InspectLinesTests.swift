import Diagnostics
import Fonts
import FoundationEssentials
import Geometry
import Scene
import Testing
import Typesetting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// `inspect lines` answers for any text and any measure.
@Suite(.enabled(if: TestFonts.sans != nil)) struct InspectLinesTests {
  func inspect(_ text: String, width: Double, patterns: String? = nil, language: Language = .simplifiedChinese) throws
    -> Warned<String>
  {
    let typesetter = Typesetter(fonts: try #require(TestFonts.library), hyphenationPatterns: patterns)
    var style = TextStyle(font: try #require(TestFonts.sans), size: .pt(10))
    style.language = language
    return inspectLines(
      text, typesetter: typesetter, style: style, paragraph: ParagraphStyle(leading: .pt(18)), width: .pt(width))
  }

  @Test(arguments: ["", "\n", "\r\n", "\n\n\n", "\u{FEFF}", "   \n\t"]) func nothingIsNoLine(text: String) throws {
    let found = try inspect(text, width: 100)
    #expect(found.value.allSatisfy { $0 == "\n" })
    #expect(found.diagnostics.isEmpty)
  }

  /// However narrow, all characters are there in order, and what does not fit is reported.
  @Test(arguments: [0.001, 1, 9.99, 10, 15, 33.3, 1e6]) func anyMeasureHoldsTheText(width: Double) throws {
    let text = "知识产权（2022年）达970.24亿元，WIPO《指数》representation——完。"
    let found = try inspect(text, width: width)
    let set = found.value.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    #expect(set.allSatisfy { $0.count == 3 })
    let parted = found.value.split(separator: "\n").map { line -> Substring in
      let shown = line.prefix { $0 != "\t" }
      return shown.hasSuffix("-") ? shown.dropLast() : shown
    }
    #expect(parted.joined() == text)
    #expect(found.diagnostics.contains { $0.rule == "line.too-wide" } == (width < 33))
  }

  @Test func aMissingGlyphIsReportedAndTheLineIsSet() throws {
    let found = try inspect("知㐀识", width: 100)
    #expect(found.value.hasPrefix("知㐀识\t"))
    #expect(found.diagnostics.map(\.rule) == ["font.missing-glyph"])
  }

  /// Without patterns, or with a file that holds none, no word is parted, and an English text says why.
  @Test(arguments: ["/nowhere/hyph_en_US.dic", "/", #filePath]) func patternsMayBeMissing(path: String) throws {
    let text = "characteristics of representation"
    let found = try inspect(text, width: 90, patterns: path, language: .english)
    #expect(found.value.split(separator: "\n").allSatisfy { !$0.prefix { $0 != "\t" }.hasSuffix("-") })
    #expect(found.diagnostics.filter { $0.rule == "hyphenation.no-patterns" }.count == 1)
    #expect(found.diagnostics.first { $0.rule == "hyphenation.no-patterns" }?.hint?.contains("hyphen-en-us") == true)
    #expect(try inspect("知识产权知识产权", width: 40, patterns: path).diagnostics.isEmpty)
  }

  /// Ten times the text takes at most sixteen times as long; memory is not looked at.
  @Test func aVeryLongParagraphTakesLinearTime() throws {
    let typesetter = Typesetter(fonts: try #require(TestFonts.library))
    let style = TextStyle(font: try #require(TestFonts.sans), size: .pt(10))
    func seconds(characters: Int) throws -> Double {
      var generator = MixedText(seed: 3)
      var text = String.UnicodeScalarView()
      while text.count < characters { text.append(contentsOf: generator.paragraph().unicodeScalars) }
      let styled = StyledText(String(String.UnicodeScalarView(text.prefix(characters))), style)
      let start = threadSeconds()
      let lines = typesetter.paragraph(styled, style: ParagraphStyle(leading: .pt(18)), width: .pt(280)).value
      #expect(lines.count > characters / 40)
      return threadSeconds() - start
    }
    _ = try seconds(characters: 2000)
    let short = try min(seconds(characters: 20_000), seconds(characters: 20_000))
    #expect(try seconds(characters: 200_000) < short * 16)
  }
}

/// Time that this thread has run, without what others took meanwhile.
private func threadSeconds() -> Double {
  var now = timespec()
  unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now)
  return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
}
