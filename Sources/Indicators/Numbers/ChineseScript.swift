/// Traditional characters of units, names and figures in their simplified form, one to one; others stay.
func simplified(_ text: String) -> String { mapped(text, toSimplified) }

/// Simplified characters of units and furniture in their traditional form, one to one; others stay. For furniture
/// and units only: names are never converted, for which one character may have several forms.
func traditional(_ text: String) -> String { mapped(text, toTraditional) }

private func mapped(_ text: String, _ table: [Unicode.Scalar: Unicode.Scalar]) -> String {
  guard text.unicodeScalars.contains(where: { table[$0] != nil }) else { return text }
  var out = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { out.append(table[scalar] ?? scalar) }
  return String(out)
}

/// Simplified and traditional form by turns.
private let pairs: [Unicode.Scalar] = Array(
  """
  亿億万萬个個单單笔筆项項户戶辆輛吨噸顷頃亩畝张張种種类類条條国國华華专專权權产產业業发發经經济濟贸貿总總额額\
  数數学學标標质質银銀资資贷貸务務创創环環较較长長减減农農区區县縣东東广廣云雲龙龍宁寧陕陝苏蘇湾灣门門关關举舉办辦审審\
  诉訴讼訟检檢验驗执執纠糾纷紛调調结結实實现現进進转轉让讓许許请請获獲奖獎优優势勢强強开開设設备備机機构構园園综綜\
  贡貢献獻报報导導统統计計录錄预預计計测測据據库庫网網络絡电電费費价價値值认認证證书書护護货貨运運输輸营營销銷\
  来來对對应應与與为為从從这這还還时時间間连連续續达達过過约約届屆场場队隊团團别別员員伤傷亏虧损損税稅财財负負债債\
  亚亞欧歐级級绿綠气氣热熱铁鐵钢鋼铝鋁铜銅矿礦钻鑽车車轮輪载載飞飛际際边邊处處师師导導养養医醫药藥疗療险險阶階点點
  """.unicodeScalars)

private let toSimplified: [Unicode.Scalar: Unicode.Scalar] = {
  var table: [Unicode.Scalar: Unicode.Scalar] = [:]
  for index in stride(from: 0, to: pairs.count - 1, by: 2) where pairs[index] != pairs[index + 1] {
    table[pairs[index + 1]] = pairs[index]
  }
  return table
}()

private let toTraditional: [Unicode.Scalar: Unicode.Scalar] = {
  var table: [Unicode.Scalar: Unicode.Scalar] = [:]
  for index in stride(from: 0, to: pairs.count - 1, by: 2) where pairs[index] != pairs[index + 1] {
    table[pairs[index]] = pairs[index + 1]
  }
  return table
}()
