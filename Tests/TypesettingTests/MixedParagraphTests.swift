import Diagnostics
import Fonts
import Geometry
import Scene
import Testing
import Typesetting

/// Rules that hold for every line of a made-up report in narrow and wide columns.
@Suite(.enabled(if: TestFonts.serif != nil)) struct MixedParagraphTests {
  @Test(arguments: [12.0, 20, 28, 44]) func linesAreSound(ems: Double) throws {
    let library = try #require(TestFonts.library)
    let setter = Typesetter(fonts: library)
    let style = TextStyle(font: try #require(TestFonts.serif), size: .pt(10.5))
    let paragraph = ParagraphStyle(leading: .pt(18))
    let width = Length.pt(10.5 * ems)
    var generator = MixedText(seed: 7)
    var (sum, count, greedySum, greedyCount, parted) = (0.0, 0, 0.0, 0, 0)
    var gaps: [String] = []
    for _ in 0..<200 {
      let text = generator.paragraph()
      let styled = StyledText(text, style)
      let lines = setter.paragraph(styled, style: paragraph, width: width).value
      #expect(
        lines.map { $0.text.hasSuffix("-") ? String($0.text.dropLast()) : $0.text }.joined().filter { $0 != " " }
          == text.filter { $0 != " " })
      for (i, line) in lines.enumerated() {
        let first = try #require(line.text.unicodeScalars.first)
        let last = try #require(line.text.unicodeScalars.last)
        #expect(!"，。、；：！？”’）》】～·".unicodeScalars.contains(first), "\(line.text)")
        #expect(!"“‘（《【".unicodeScalars.contains(last), "\(line.text)")
        guard i + 1 < lines.count else { continue }
        #expect(abs(line.width.points - width.points) < 0.01, "\(line.text)")
        sum += abs(line.ratio)
        count += 1
        let next = try #require(lines[i + 1].text.unicodeScalars.first)
        if let widest = line.hanGaps.max(), ems >= 28, widest > 0.12 { gaps.append("\(widest) \(line.text)") }
        if (48...57).contains(last.value), "亿万元件项个户年月".unicodeScalars.contains(next) { parted += 1 }
      }
      let items = setter.items(of: styled, style: paragraph)
      for end in firstFit(items, width: width.points, dearestPenalty: 50_000).dropLast() {
        greedySum += abs(end.ratio)
        greedyCount += 1
      }
    }
    #expect(count > 100)
    #expect(sum / Double(count) < 0.7 * greedySum / Double(greedyCount))
    #expect(gaps.isEmpty, "\(gaps)")
    #expect(Double(parted) <= (ems < 26 ? 0 : 0.002) * Double(count), "\(parted) of \(count)")
  }
}
