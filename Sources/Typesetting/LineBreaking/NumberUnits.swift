/// Keeps numbers beside their units: 970.24亿元, 2022年12月, 第3章, 图2-1, 1200 家, $6 billion. Signs, decimal points and % are kept by
/// UAX #14.
func keepNumbers(_ scalars: [Unicode.Scalar], _ result: inout [BreakOpportunity]) {
  func weaken(_ i: Int, to opportunity: BreakOpportunity) {
    if i < result.count, result[i] == .allowed { result[i] = opportunity }
  }
  var i = 0
  while i < scalars.count {
    if ordinals.contains(scalars[i]) {
      if i + 1 < scalars.count, isDigit(scalars[i + 1]) { weaken(i + 1, to: .numberUnit) }
      i += 1
      continue
    }
    guard isDigit(scalars[i]) else {
      i += 1
      continue
    }
    if let sign = startOfCurrency(scalars, before: i) { weaken(sign, to: .numberUnit) }
    while i < scalars.count, isDigit(scalars[i]) { i += 1 }
    if i < scalars.count, percentSigns.contains(scalars[i]) { i += 1 }
    guard i < scalars.count else { return }
    if scalars[i] == " ", i + 1 < scalars.count { i += 1 }
    let end = endOfUnit(scalars, from: i)
    for place in i..<end { weaken(place, to: place == i ? .numberUnit : .withinUnit) }
    if end > i, end < scalars.count, isDigit(scalars[end]), dateParts.contains(scalars[end - 1]) {
      weaken(end, to: .reluctant)
    }
    if scalars[i] == "—" || scalars[i] == "～" || scalars[i] == "–" {
      weaken(i, to: .reluctant)
      weaken(i + 1, to: .reluctant)
    }
    i = max(end, i)
  }
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool {
  (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
}

/// The number's first digit, where a currency and a space stand before it: RMB 6, US$ 6.
private func startOfCurrency(_ scalars: [Unicode.Scalar], before digit: Int) -> Int? {
  guard digit >= 2, scalars[digit - 1] == " " else { return nil }
  return currencies.contains { currency in
    let start = digit - 1 - currency.count
    guard start >= 0, scalars[start..<digit - 1].elementsEqual(currency) else { return false }
    return start == 0 || !scalars[start - 1].properties.isAlphabetic
  } ? digit : nil
}

/// The end of the unit that begins at `start`: a magnitude (万, 百亿), then a measure word; `start` itself when there is none.
private func endOfUnit(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
  if scalars[start].value < 0x80 { return scalars[start - 1] == " " ? endOfEnglishUnit(scalars, from: start) : start }
  guard scalars[start].value >= 0x4E00 else { return start }
  var end = start
  if scalars[end] == "多" || scalars[end] == "余" { end += 1 }
  while end < scalars.count, end < start + 4, magnitudes.contains(scalars[end]) { end += 1 }
  if end < scalars.count, end > start, scalars[end] == "多" || scalars[end] == "余" { end += 1 }
  for unit in measureWords where end + unit.count <= scalars.count {
    var k = 0
    while k < unit.count, scalars[end + k] == unit[k] { k += 1 }
    if k == unit.count { return end + k }
  }
  return end
}

/// The end of a magnitude (billion, percentage points) behind a number and a space; `start` itself when there is none.
private func endOfEnglishUnit(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
  for unit in englishUnits where start + unit.count <= scalars.count {
    let end = start + unit.count
    guard scalars[start..<end].elementsEqual(unit) else { continue }
    if end == scalars.count || !scalars[end].properties.isAlphabetic { return end }
  }
  return start
}

private let currencies: [[Unicode.Scalar]] = [
  "RMB", "CNY", "USD", "US$", "EUR", "HK$", "HKD", "NT$", "TWD", "JPY", "GBP", "$", "€", "£", "¥", "￥",
].map { Array($0.unicodeScalars) }

/// Longer ones before those they begin with.
private let englishUnits: [[Unicode.Scalar]] = [
  "percentage points", "percentage point", "per cent", "percent", "hundred million", "trillion", "billion", "million",
  "thousand", "hundred", "dozen", "bn", "mn", "km", "kg", "GW", "MW", "kWh", "yuan",
].map { Array($0.unicodeScalars) }

/// What stands before its number: 第3章, 图2-1, 表6-1.
private let ordinals: Set<Unicode.Scalar> = ["第", "图", "圖", "表"]
private let percentSigns: Set<Unicode.Scalar> = ["%", "‰", "％", "℃"]
private let magnitudes: Set<Unicode.Scalar> = ["十", "百", "千", "万", "亿", "兆", "萬", "億"]
private let dateParts: Set<Unicode.Scalar> = ["年", "月", "日", "时", "分", "時", "季"]

/// Longer ones before those they begin with.
private let measureWords: [[Unicode.Scalar]] = [
  "个百分点", "個百分點", "百分点", "百分點", "人民币", "平方公里", "平方千米", "平方米", "立方米", "千瓦时", "标准箱", "个月", "個月", "年度", "季度",
  "小时", "小時", "分钟", "分鐘", "公里", "千米", "厘米", "毫米", "公斤", "千克", "公顷", "公頃", "美元", "欧元", "歐元", "港元", "港币", "日元", "英镑",
  "澳门元", "澳門元", "台币", "新台幣", "元", "角", "件", "个", "個", "家", "户", "戶", "起", "人", "次", "项", "項", "年", "月", "日", "时", "時",
  "分", "秒", "号", "號", "期", "天", "周", "週", "岁", "歲", "倍", "成", "位", "名", "种", "種", "类", "類", "批", "笔", "筆", "单", "單",
  "套",
  "台", "辆", "輛", "吨", "噸", "克", "米", "亩", "畝", "度", "届", "屆", "条", "條", "篇", "份", "本", "页", "頁", "章", "节", "節", "级",
  "級",
  "省", "市", "县", "區", "区", "国", "國", "只", "枚", "门", "座", "处", "處", "所", "艘", "场", "場", "亿", "万",
].map { Array($0.unicodeScalars) }
