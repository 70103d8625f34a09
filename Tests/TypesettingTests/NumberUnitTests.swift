import Diagnostics
import Fonts
import Geometry
import Scene
import Testing
import Typesetting

/// A number is not parted from its unit, whatever the column's width.
@Suite(.enabled(if: TestFonts.sans != nil)) struct NumberUnitTests {
  func lines(_ text: String, ems: Double, language: Language = .simplifiedChinese, justified: Bool = true) throws -> [Line] {
    let library = try #require(TestFonts.library)
    var style = TextStyle(font: try #require(TestFonts.sans), size: .pt(10))
    style.language = language
    return Typesetter(fonts: library).paragraph(
      StyledText(text, style), style: ParagraphStyle(leading: .pt(18), alignment: justified ? .justified : .start),
      width: .pt(10 * ems)
    ).value
  }
  func width(_ text: String) throws -> Double { try #require(try lines(text, ems: 100).first).width.points / 10 }

  @Test(
    arguments: [
      "970.24亿元", "119.25%", "2022年12月", "53.92万件", "≥5", "第3位", "1200 家", "2.5个百分点", "+3.6%", "3.5%—4.2%", "1,234件",
      "图2-1", "表6-12",
    ], [true, false])
  func noWidthPartsANumber(figure: String, justified: Bool) throws {
    let least = try width(figure)
    for ems in stride(from: 2.0, to: justified ? 26 : 45, by: 0.5) {
      let set = try lines(
        "广西专利和商标质押登记金额为\(figure)左右同比大幅增长位居全国前列达到\(figure)以上", ems: ems, justified: justified)
      let text = set.map(\.text)
      if ems >= least { #expect(text.reduce(0) { $0 + $1.occurrences(of: figure) } == 2, "\(ems) em: \(text)") }
      #expect(!text.contains { $0.hasPrefix("%") || $0.hasSuffix("≥") }, "\(text)")
    }
  }

  /// A unit that stands alone behind a mark begins no line either.
  @Test(arguments: ["%", "‰", "℃", "％"]) func noLineBeginsWithAUnitSign(sign: String) throws {
    for ems in stride(from: 4.0, to: 24, by: 0.5) {
      let text = try lines("广东发行知识产权证券化产品占全国的比重，\(sign)，2022年12月", ems: ems, justified: false).map(\.text)
      #expect(!text.contains { $0.hasPrefix(sign) }, "\(ems) em: \(text)")
    }
  }

  @Test(arguments: ["$6 billion", "12 per cent", "RMB 970.24 billion", "2.5 percentage points", "1,200"])
  func noWidthPartsAnEnglishNumber(figure: String) throws {
    let least = try width(figure)
    for ems in stride(from: least, through: 40, by: 1) {
      let set = try lines("The registered amount was \(figure) in that year and rose by \(figure) later.", ems: ems, language: .english)
      let kept = set.reduce(0) { $0 + $1.text.occurrences(of: figure) }
      #expect(kept == 2, "\(ems) em: \(set.map(\.text))")
    }
  }

  /// Between a short text and a long figure nothing fits: the figure has the next line, the text stands short.
  @Test func aLineWithoutSpacesStandsShort() throws {
    let set = try lines("达970.24亿元", ems: 6).map(\.text)
    #expect(set == ["达", "970.24亿元"], "\(set)")
  }

  /// In a wide column evenness comes first, but only where there is no other way: the line before would gape.
  @Test(arguments: 14...27) func aWideColumnPartsAFigureOnlyBeforeAGap(before: Int) throws {
    let han = String(repeating: "权", count: before)
    let set = try lines("\(han)2022年12月\(han)", ems: 28)
    let first = try #require(set.first?.text)
    let gap = (28 - Double(before)) / Double(before - 1)
    let fits = Double(before) + (try width("权2022年12月")) - 1 <= 28 + 3 * 0.125 + 0.001
    if fits {
      #expect(first.hasPrefix(han + "2022年12月"))
    } else if gap <= 0.12 {
      #expect(first == han)
    } else {
      #expect(first != han && first.hasPrefix(han), "\(first)")
      #expect(set.dropLast().flatMap(\.hanGaps).allSatisfy { $0 <= 0.12 })
    }
  }
}

extension String {
  /// How often `part` occurs.
  func occurrences(of part: String) -> Int {
    var count = 0
    var rest = unicodeScalars[...]
    let wanted = Array(part.unicodeScalars)
    while !rest.isEmpty {
      if rest.starts(with: wanted) { count += 1 }
      rest.removeFirst()
    }
    return count
  }
}
