import Articles
import Diagnostics
import Indicators
import Testing

@testable import Extraction

/// Whose figures a release is of that names no place: the nation's, where an office of the nation issues it. All figures are invented.
@Suite struct NationalOfficeTests {
  @Test(arguments: [
    ("2023年国民经济和社会发展统计公报\n\n国家统计局", "全国"), ("前三季度货物贸易进出口情况\n\n海关总署新闻办　2023年10月13日", "全国"),
    ("2023年12月制造业采购经理指数\n\n国家统计局服务业调查中心", "全国"), ("2016年12月中国制造业采购经理指数运行情况", "全国"), ("1—5月规模以上工业企业利润\n\n来源：国家统计局", "全国"),
    ("2023年能源生产情况\n\n国家统计局广东调查总队", "广东"), ("2023年汽车产量情况", nil),
  ])
  func theNationIsTheIssuers(opening: String, area: String?) throws {
    let text = "\(opening)\n\n2023年，汽车产量为3016.1万辆，比上年增长11.6%。\n"
    let found = try observations(in: try readArticle(bytes: Array(text.utf8), path: "t.txt").value).value
    #expect(found.count == 2)
    #expect(found.allSatisfy { $0.area == area }, "\(found.map(\.area))")
  }
}
