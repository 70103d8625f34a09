import CairoExport
import Diagnostics
import Fonts
import Geometry
import GoldenImagesTesting
import Scene
import Testing
import Typesetting

/// Small pictures and dumps of set text, one for each rule, in the project's own fonts. A thin rule shows the right edge.
///
/// To record anew: `GOLDENS=record:NAME swift test --filter SettingPictureTests`; look at the picture before it is committed.
@Suite(.enabled(if: TestFonts.library?.font(named: "serif-regular") != nil)) struct SettingPictureTests {
  struct Sample: CustomTestStringConvertible, Sendable {
    var name: String
    var text: String
    var ems: Double
    var language = Language.simplifiedChinese
    var testDescription: String { name }
  }

  static let samples = [
    Sample(
      name: "squeezing", text: "他问：“《专利法》（修正案）何时施行？”“六月一日。”……（见《公报》、“通知”）——此后，质押、许可、转让均须登记；否则，不得对抗善意第三人！",
      ems: 20),
    Sample(
      name: "mixed", text: "2022年PCT国际专利申请量达1,234件，同比增长8.7%；WIPO《全球创新指数》的top 100集群中我国占24个，AI与open source社区合计5.3万人，户均金额约3234万元。",
      ems: 20),
    Sample(
      name: "numbers", text: "质押金额由2021年的442.53亿元增至2022年12月的970.24亿元，增长119.25%，惠及3,000家企业；利率由5.2%～6.1%降至3.65%，贴息2个百分点。",
      ems: 16),
    Sample(
      name: "zh-hant", text: "「知識產權是創新的產權。」他說：「質押、許可、轉讓，都須登記；否則，不得對抗善意第三人。」《專利法》（修正案）自六月一日起施行，屆時將公布細則。", ems: 20,
      language: .traditionalChinese),
    Sample(
      name: "english",
      text:
        "The registered amount of patent and trademark pledges reached $6 billion in 2022, an increase of 12 per cent; microenterprises accounted for representative shares of intellectual property financing.",
      ems: 25, language: .english),
  ]

  @Test(arguments: samples) func looksAsRecorded(sample: Sample) throws {
    let fonts = try #require(TestFonts.library)
    let setter = Typesetter(fonts: fonts)
    var style = TextStyle(font: try #require(fonts.font(named: "serif-regular")), size: .pt(10.5))
    style.language = sample.language
    let width = Length.pt(10.5 * sample.ems)
    let set = setter.paragraph(
      StyledText(sample.text, style), style: ParagraphStyle(leading: .pt(18)), width: width)
    #expect(set.diagnostics.isEmpty)
    check(set.value, width: width, named: sample.name, fonts: fonts)
  }

  /// Underline, link, emphasis dots, note mark, code and a bold figure in one paragraph.
  @Test func inlines() throws {
    let fonts = try #require(TestFonts.library)
    var style = TextStyle(font: try #require(fonts.font(named: "serif-regular")), size: .pt(10.5))
    var bold = style
    bold.font = try #require(fonts.font(named: "serif-semibold"))
    var code = style
    code.font = try #require(fonts.font(named: "sans-regular"))
    var raised = style
    raised.size = .pt(7.5)
    raised.baselineShift = Em(0.45)
    var text = StyledText("《公报》指出，", style)
    style.underline = true
    text.append("“桂惠贷”（知识产权贷），", style, link: .uri("https://example.cn"))
    style.underline = false
    text.append("质押登记金额达", style)
    text.append("970.24亿元", bold, noBreak: true)
    text.append("①", raised, link: .anchor("n"))
    style.emphasisDots = true
    text.append("，翻了一番还多", style)
    style.emphasisDots = false
    text.append("；代码", style)
    text.append("A-12", code)
    text.append("见附录。", style)
    let width = Length.pt(10.5 * 16)
    let set = Typesetter(fonts: fonts).paragraph(text, style: ParagraphStyle(leading: .pt(20)), width: width)
    check(set.value, width: width, named: "inlines", fonts: fonts)
  }

  private func check(_ lines: [Line], width: Length, named name: String, fonts: FontLibrary) {
    var height = Length.zero
    for line in lines { height += line.frame.size.height }
    var frame = Frame(size: Size(width: width + .pt(8), height: height))
    frame.place(
      .shape(Shape(.rect(Size(width: .pt(0.25), height: height), radius: .zero), fill: Color(red: 200, green: 60, blue: 60))),
      at: Point(x: width, y: .zero), role: .background)
    var y = Length.zero
    for line in lines {
      line.placed(into: &frame, at: Point(x: .zero, y: y + line.frame.baseline), role: .body)
      y += line.frame.size.height
    }
    expectDump(frame.dump(fonts: fonts.resources), "setting-\(name)")
    do {
      expectImage(
        try drawPNG(Page(number: 1, label: "", frame: frame), fonts: fonts.resources, scale: 2), "setting-\(name)")
    } catch {
      Issue.record(error)
    }
  }
}
