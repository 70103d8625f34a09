import Assets
import Fonts
import Geometry
import Testing
import Typesetting

@testable import Report

/// How wide a text is before it is set.
@Suite struct EmsTests {
  /// Within a twentieth of what the typesetter makes of it, in the faces of reading and of headings.
  @Test(
    arguments: [
      "2022年，广西专利质押融资金额达42.96亿元，同比增长544.08%，增速居全国第一位；专利转让许可次数达5318次。", "截至2024年底，全省发明专利有效量44917件，每万人口高价值发明专利拥有量4.71件。",
      "Patent applications in Singapore rose 6.3% to 15,482 in 2024, the national intellectual property office said on Friday.",
      "发明专利授权量连续4年上升，2024年达10,358件", "世界知识产权组织发布的《2022年全球创新指数报告》显示，“深圳—香港—广州”科技集群位列第二名。",
    ], ["serif-regular", "sans-regular"])
  func isNearWhatIsSet(text: String, face: String) throws {
    let fonts = try FontLibrary(directories: [try Assets().fonts])
    let style = TextStyle(font: try #require(fonts.font(named: face)), size: .pt(10))
    let width = Typesetter(fonts: fonts).label(StyledText(text, style)).width / .pt(10)
    #expect(abs(ems(text) / width - 1) < 0.05, "\(ems(text)) for \(width)")
  }

  @Test(arguments: [("", 0), ("广东", 2), ("。", 1), ("2024", 2.2), ("2024年", 3.45), ("年，2", 2.55)]) func byValue(
    text: String, ems width: Double
  ) {
    #expect(abs(ems(text) - width) < 1e-9)
  }
}
