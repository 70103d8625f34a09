import Scene
import Testing
import Typesetting

@Suite struct PrintFormTests {
  @Test(arguments: [
    ("2022年,广西专利质押970.24亿元,同比增长119.25%,占全国19.93%", "2022年，广西专利质押970.24亿元，同比增长119.25%，占全国19.93%"),
    ("专利1,234件", "专利1,234件"),
    ("时间:10:30", "时间：10:30"),
    ("见https://a.cn/b,c:d,下载", "见https://a.cn/b,c:d，下载"),
    ("企业(含个体)和f(x)", "企业（含个体）和f(x)"),
    ("惠企政策(PCT)", "惠企政策（PCT）"),
    ("他说\"好\"了", "他说“好”了"),
    ("Made in \"China\", yes: ok", "Made in \"China\", yes: ok"),
    ("企业's和it's", "企业's和it's"),
    ("是吗?好!", "是吗？好！"),
    ("计划(2022下半年-2023年)", "计划（2022下半年—2023年）"), ("自2019-2021年", "自2019—2021年"),
    ("型号12019-2021年", "型号12019-2021年"), ("科技-2时代", "科技-2时代"), ("京津-3月", "京津-3月"),
    ("本月-1.5%，一季度-0.4%", "本月-1.5%，一季度-0.4%"), ("当日-3℃；2022年-3.2%", "当日-3℃；2022年-3.2%"), ("全年-12.5亿元", "全年-12.5亿元"),
    ("上半年-7个百分点", "上半年-7个百分点"), ("1月-9月", "1月—9月"), ("9时-17时30分", "9时—17时30分"), ("2022年-2023年", "2022年—2023年"),
    ("1号-15号", "1号—15号"), ("9点-17:30", "9点—17:30"), ("1月-12月-5%", "1月—12月-5%"), ("第1季-第3季", "第1季-第3季"),
  ])
  func simplified(source: String, printed: String) {
    #expect(printForm(of: source, language: .simplifiedChinese) == printed)
    #expect(printed.unicodeScalars.count == source.unicodeScalars.count)
  }

  @Test func traditionalQuotationMarks() {
    #expect(printForm(of: "他說\"好\"了", language: .traditionalChinese) == "他說「好」了")
  }

  @Test func englishStays() {
    #expect(printForm(of: "Growth, in 中国, was (large)", language: .english) == "Growth, in 中国, was (large)")
  }
}
