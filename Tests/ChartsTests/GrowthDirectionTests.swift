import Charts
import Testing

@Suite struct GrowthDirectionTests {
  @Test(
    "a stated change gets the arrow that it deserves, once",
    arguments: [
      ("+119.25%", "↑"), ("119.25%", "↑"), ("增长12%", "↑"), ("前移2位", "↑"), ("up 4%", "↑"), ("2022年增至3倍", "↑"),
      ("−3.5%", "↓"), ("-3.5%", "↓"), ("降约3%", "↓"), ("下降0.4个百分点", "↓"), ("后移2位", "↓"), ("由升转降", "↓"), ("down 2 places", "↓"),
      ("down more than 3%", "↓"), ("降10多个百分点", "↓"), ("下降三成多", "↓"), ("rose less than 3%", "↑"), ("多12件", "↑"), ("3 fewer", "↓"),
      ("↓3.5%", ""), ("↑ 2位", ""), ("0%", ""), ("+0.0%", ""), ("持平", ""), ("与上年持平", ""), ("与2021年持平", ""), ("unchanged from 2021", ""),
      ("", ""),
    ])
  func arrows(change: String, arrow: String) { #expect(growthArrow(change) == arrow) }

  @Test(
    "a rate is negative where its words or its arrow say so",
    arguments: [
      ("+119.25%", 119.25), ("−3.5%", -3.5), ("↓3.5%", -3.5), ("降约3%", -3), ("增长12%", 12),
    ])
  func rates(text: String, percent: Double) { #expect(statedPercent(text) == percent) }
}
