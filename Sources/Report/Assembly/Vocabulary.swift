package import Indicators
package import Scene

/// The words that the layout itself prints, by language.
package struct Vocabulary: Hashable, Sendable {
  package let language: Language
  package init(_ language: Language) { self.language = language }

  private func pick(_ hans: String, _ hant: String, _ english: String) -> String {
    switch language {
    case .simplifiedChinese: hans
    case .traditionalChinese, .hongKongChinese: hant
    case .english: english
    }
  }

  package var contents: String { pick("目录", "目錄", "Contents") }
  package var figuresAndTables: String { pick("图表", "圖表", "Figures and tables") }
  package var keyFigures: String { pick("核心数据", "核心數據", "Key figures") }
  package var overview: String { pick("总体情况", "總體情況", "Overview") }
  package var comparison: String { pick("两地比较", "兩地比較", "Two areas compared") }
  package var derivedAndChecks: String { pick("推算与校核", "推算與校核", "Derived figures and checks") }
  package var derivedFigures: String { pick("推算指标", "推算指標", "Derived figures") }
  package var checks: String { pick("校核意见", "校核意見", "Checks") }
  package var dataAndSources: String { pick("数据与来源", "數據與來源", "Data and sources") }
  package var notes: String { pick("注释", "註釋", "Notes") }
  package var dataTable: String { pick("指标总表", "指標總表", "All figures") }
  package var sources: String { pick("来源原文", "來源原文", "Source sentences") }
  package var method: String { pick("编制说明", "編製說明", "How this report was made") }
  /// Above a table that goes on: 续表 6-1, Table 6-1 (continued).
  package func continued(_ label: String?) -> String {
    guard language.isChinese else { return label.map { $0 + " (continued)" } ?? "Continued" }
    let number = label.map { $0.drop { !$0.isNumber } } ?? ""
    return pick("续表", "續表", "") + (number.isEmpty ? "" : " " + number)
  }
  /// 资料来源：甲报、乙网.
  package func sources(_ names: [String]) -> String { sourcePrefix + names.joined(separator: pick("、", "、", ", ")) }
  package var documents: String { pick("资料来源", "資料來源", "Sources") }
  package func documents(_ shown: Int, of count: Int) -> String {
    pick("共\(count)篇，此处列前\(shown)篇。", "共\(count)篇，此處列前\(shown)篇。", "The first \(shown) of \(count) documents.")
  }
  package var sourcePrefix: String { pick("资料来源：", "資料來源：", "Source: ") }
  package var derivedMark: String { pick("（推算）", "（推算）", " (derived)") }
  package var indicator: String { pick("指标", "指標", "Indicator") }
  package var value: String { pick("数值", "數值", "Value") }
  package var unit: String { pick("单位", "單位", "Unit") }
  package var area: String { pick("地区", "地區", "Area") }
  package var period: String { pick("时期", "時期", "Period") }
  package var number: String { pick("编号", "編號", "No.") }
  package var qualifiers: String { pick("增速、占比与位次", "增速、占比與位次", "Growth, share, rank") }
  package var source: String { pick("来源", "來源", "Source") }
  package var formula: String { pick("算式", "算式", "Formula") }
  package var interval: String { pick("区间", "區間", "Interval") }
  package var figureData: String { pick("图表数据", "圖表數據", "Data of the figures") }
  /// Below a table that shows so many of all rows.
  package func rows(_ shown: Int, of count: Int) -> String {
    pick("共\(count)行，此处列前\(shown)行。", "共\(count)列，此處列前\(shown)列。", "The first \(shown) of \(count) rows.")
  }

  /// The head of a column of a figure's data, by the name that the planner and our examples give the field; another name stays.
  package func column(_ field: String) -> String {
    switch field {
    case "name", "indicator": indicator
    case "value", "number": value
    case "unit": unit
    case "area": area
    case "period": period
    case "year": pick("年份", "年份", "Year")
    case "date": pick("日期", "日期", "Date")
    case "label": pick("名称", "名稱", "Name")
    case "text": pick("内容", "內容", "What")
    case "rank": pick("位次", "位次", "Place")
    case "growth", "change": pick("增速", "增速", "Growth")
    case "base": pick("基期", "基期", "Base")
    case "share": pick("占比", "佔比", "Share")
    case "part": pick("部分", "部分", "Part")
    case "total": pick("总量", "總量", "Total")
    case "series": pick("系列", "系列", "Series")
    case "category": pick("类别", "類別", "Category")
    case "qualifier", "before": pick("约数", "約數", "Precision")
    case "status": pick("性质", "性質", "Status")
    case "badge", "chips": pick("备注", "備註", "Remark")
    default: field
    }
  }
  /// Between what is listed.
  var comma: String { language.isChinese ? "，" : ", " }
  package var reviewCopy: String { pick("审阅稿", "審閱稿", "Review copy") }
  /// How many of the figures that were read are told.
  package func told(_ told: Int, of count: Int) -> String {
    pick(
      "共读出\(count)个数字，书页讲到\(told)个。", "共讀出\(count)個數字，書頁講到\(told)個。",
      "\(told) of the \(count) figures read are told on these pages.")
  }
  package func more(_ count: Int) -> String {
    pick("另有\(count)句，此处列不下", "另有\(count)句，此處列不下", "\(count) more sentences have no room here")
  }
  package var assumedPeriod: String { pick("时期依文稿日期推定", "時期依文稿日期推定", "period taken from the date") }
  package func confidence(_ text: String) -> String { pick("把握 \(text)", "把握 \(text)", "confidence \(text)") }
  package func kind(_ kind: Observation.Kind) -> String {
    switch kind {
    case .level: pick("数量", "數量", "level")
    case .change: pick("变化", "變化", "change")
    case .share: pick("占比", "佔比", "share")
    case .rank: pick("位次", "位次", "rank")
    case .streak: pick("连续", "連續", "streak")
    }
  }
  package func status(_ status: Observation.Status) -> String {
    switch status {
    case .fact: pick("陈述", "陳述", "stated")
    case .quoted: pick("引述", "引述", "quoted")
    case .claim: pick("自述", "自述", "own claim")
    case .target: pick("目标", "目標", "target")
    case .plan: pick("计划", "計劃", "plan")
    case .forecast: pick("预测", "預測", "forecast")
    case .derived: pick("推算", "推算", "derived")
    }
  }
  package var page: String { pick("页", "頁", "page") }
  package var whitePaper: String { pick("白皮书", "白皮書", "White paper") }

  /// `图2-3`, `Figure 2-3`.
  package func figure(_ chapter: String, _ number: Int) -> String { label(pick("图", "圖", "Figure "), chapter, number) }
  package func table(_ chapter: String, _ number: Int) -> String { label(pick("表", "表", "Table "), chapter, number) }
  private func label(_ word: String, _ chapter: String, _ number: Int) -> String {
    chapter.isEmpty ? "\(word)\(number)" : "\(word)\(chapter)-\(number)"
  }

  /// `第2章`, `Chapter 2`.
  package func chapter(_ number: Int) -> String { language.isChinese ? "第\(number)章" : "Chapter \(number)" }

  /// A title that stands there once more: `总体情况（二）`.
  package func again(_ title: String, _ count: Int) -> String {
    let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    guard language.isChinese, numerals.indices.contains(count - 1) else { return "\(title) (\(count))" }
    return "\(title)（\(numerals[count - 1])）"
  }

  package func quoted(_ text: String) -> String {
    switch language {
    case .simplifiedChinese: "“\(text)”"
    case .traditionalChinese, .hongKongChinese: "「\(text)」"
    case .english: "“\(text)”"
    }
  }
}
