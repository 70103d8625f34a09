/// 本地公司, 上市公司, 公立医院: whether a name is one that many bodies are called by, so that it names none of them.
///
/// - Parameter name: half-width and simplified.
package func namesManyBodies(_ name: String) -> Bool { namesOfMany.contains { name.hasPrefix($0) } }

/// How such names begin.
private let namesOfMany = [
  "国内外", "各", "多家", "全体", "有关", "相关", "部分", "这些", "一些", "许多", "不少", "所有", "全部", "其他", "国内", "我国", "境外", "境内", "外国", "内地", "本地", "外地", "非本地",
  "非香港", "非上市", "新本地", "新设", "新成立", "新注册", "上市公司", "上市集团", "民营", "国有", "外资", "中外合资", "中小", "大型", "公立", "私立", "民办", "公办", "三级", "二级", "高等",
  "股份制", "有限责任", "股份有限", "合伙", "农村合作", "政策性", "开发性", "商业银行", "城市商业", "农村商业", "保险公司", "证券公司", "基金公司", "物流公司", "快递公司", "航空公司", "成为",
  "作为",
]
