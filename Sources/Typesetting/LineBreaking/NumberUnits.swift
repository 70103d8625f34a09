/// Keeps numbers beside their units: 970.24亿元, 2022年12月, 第3章. Signs, decimal points and % are kept by UAX #14.
func keepNumbers(_ scalars: [Unicode.Scalar], _ result: inout [BreakOpportunity]) {
  func weaken(_ i: Int, to opportunity: BreakOpportunity) {
    if i < result.count, result[i] == .allowed { result[i] = opportunity }
  }
  var i = 0
  while i < scalars.count {
    let isDigit = isDigit(scalars[i])
    guard isDigit || scalars[i] == "%" || scalars[i] == "第" else {
      i += 1
      continue
    }
    if scalars[i] == "第" {
      if i + 1 < scalars.count, Typesetting.isDigit(scalars[i + 1]) { weaken(i + 1, to: .numberUnit) }
      i += 1
      continue
    }
    while i < scalars.count, Typesetting.isDigit(scalars[i]) { i += 1 }
    guard isDigit, i < scalars.count else {
      i += isDigit ? 0 : 1
      continue
    }
    if scalars[i] == " ", i + 1 < scalars.count { i += 1 }
    let end = endOfUnit(scalars, from: i)
    for place in i..<end { weaken(place, to: .numberUnit) }
    if end > i, end < scalars.count, Typesetting.isDigit(scalars[end]), dateParts.contains(scalars[end - 1]) {
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

/// The end of the unit that begins at `start`: a magnitude (万, 百亿), then a measure word; `start` itself when there is none.
private func endOfUnit(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
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
