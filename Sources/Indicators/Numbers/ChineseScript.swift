/// The simplified form of a traditional character, where there is one; else itself.
func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  let index = Int(scalar.value) - 0x4E00
  guard simplifiedForms.indices.contains(index), simplifiedForms[index] != 0 else { return scalar }
  return Unicode.Scalar(simplifiedForms[index]) ?? scalar
}

/// Traditional characters of units, names and figures in their simplified form, one to one; others stay.
func simplified(_ text: String) -> String {
  var out = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { out.append(simplified(scalar)) }
  return String(out)
}

/// Simplified characters of units and boilerplate in their traditional form, one to one; others stay. For furniture
/// and units only: names are never converted, for which one character may have several forms.
func traditional(_ text: String) -> String {
  var out = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { out.append(toTraditional[scalar] ?? scalar) }
  return String(out)
}

/// The one script that a character belongs to; nil for what both have.
package enum ChineseScript: Hashable, Sendable { case simplified, traditional }

package func script(of scalar: Unicode.Scalar) -> ChineseScript? {
  if toTraditional[scalar] != nil { return .simplified }
  return simplified(scalar) == scalar ? nil : .traditional
}

/// Simplified and traditional form by turns, where each stands for one of the other.
private let pairs: [Unicode.Scalar] = Array(
  """
  亿億万萬个個单單笔筆项項户戶辆輛吨噸顷頃亩畝张張种種类類条條国國华華专專权權产產业業发發经經济濟贸貿总總额額\
  数數学學标標质質银銀资資贷貸务務创創环環较較长長减減农農区區县縣东東广廣云雲龙龍宁寧陕陝苏蘇湾灣门門关關举舉办辦审審\
  诉訴讼訟检檢验驗执執纠糾纷紛调調结結实實现現进進转轉让讓许許请請获獲奖獎优優势勢强強开開设設备備机機构構园園综綜\
  贡貢献獻报報导導统統计計录錄预預计計测測据據库庫网網络絡电電费費价價値值认認证證书書护護货貨运運输輸营營销銷\
  来來对對应應与與为為从從这這还還时時间間连連续續达達过過约約届屆场場队隊团團别別员員伤傷亏虧损損税稅财財负負债債\
  亚亞欧歐级級绿綠气氣热熱铁鐵钢鋼铝鋁铜銅矿礦钻鑽车車轮輪载載飞飛际際边邊处處师師导導养養医醫药藥疗療险險阶階点點\
  维維软軟脑腦图圖动動态態罚罰没沒赔賠偿償满滿联聯扩擴规規评評贴貼补補积積镇鎮围圍码碼传傳术術风風阳陽粮糧岁歲稳穩节節仪儀终終无無劳勞丰豐惩懲马馬组組织織会會体體众眾励勵继繼钱錢远遠纳納陆陸杂雜显顯层層盗盜写寫并並压壓锋鋒问問题題复複\
  余餘购購紧緊给給线線练練选選闭閉阅閱随隨离離难難领領饮飲驶駛鲜鮮鱼魚麦麥黄黃齐齊历歷厂廠双雙变變号號响響听聽坏壞块塊垄壟声聲壮壯夺奪妇婦宝寶宽寬宾賓寻尋将將尔爾尘塵尝嘗属屬币幣帅帥带帶庆慶异異弃棄弹彈归歸当當彻徹径徑忆憶怀懷恶惡悬懸\
  惊驚惯慣愿願战戰扑撲扫掃扬揚抢搶拟擬拥擁择擇挂掛挡擋挥揮换換捞撈摄攝断斷旧舊晓曉暂暫杀殺极極树樹样樣桥橋楼樓欢歡毕畢汇匯沟溝泽澤洁潔浅淺浆漿浓濃涨漲润潤渐漸温溫湿濕滨濱灯燈灵靈灾災炉爐炼煉烂爛烧燒爱愛牵牽犹猶独獨狱獄猎獵画畫监監盖蓋\
  盘盤着著砖磚硕碩确確础礎祸禍称稱穷窮窃竊竞競签簽简簡纪紀纯純纲綱纵縱纸紙纺紡细細绍紹绕繞绝絕绩績绪緒绵綿缓緩编編缘緣缩縮罗羅罢罷职職聪聰肃肅胀脹胁脅脉脈赃贓注註启啟侦偵头頭记記识識议議询詢译譯试試语語说說赁賃赢贏趋趨辅輔适適递遞遗遺\
  释釋针針锁鎖闻聞隐隱韧韌页頁顺順须須顾顧顿頓频頻颁頒驱驅骗騙装裝览覽观觀视視觉覺触觸订訂训訓访訪诚誠诊診详詳读讀课課谈談责責败敗账賬贵貴买買卖賣卫衛厅廳参參义義乐樂习習亲親仅僅仓倉伦倫伪偽倾傾储儲儿兒兴興军軍冲衝决決况況冻凍净淨凉涼\
  几幾凤鳳刘劉则則刚剛剂劑剧劇劝勸劲勁协協卢盧却卻艺藝芦蘆虑慮虽雖齿齒内內见見两兩占佔
  """.unicodeScalars)

/// The same where a simplified character stands for several: read only, never written.
private let readOnlyPairs: [Unicode.Scalar] = Array(
  """
  征徵志誌布佈于於册冊着著范範制製采採周週余餘违違干幹里裡面麵台臺松鬆后後发髮复復复複并並当當只隻尽盡尽儘历歷历曆汇匯汇彙钟鐘谷穀斗鬥表錶胜勝冲沖向嚮杰傑峰峯群羣温溫里裏
  """.unicodeScalars)

/// The simplified form of each character from U+4E00, 0 where it has none of its own.
private let simplifiedForms: [UInt16] = {
  var forms = [UInt16](repeating: 0, count: 0x5200)
  for list in [pairs, readOnlyPairs] {
    for index in stride(from: 0, to: list.count - 1, by: 2) where list[index] != list[index + 1] {
      let place = Int(list[index + 1].value) - 0x4E00
      if forms.indices.contains(place), let form = UInt16(exactly: list[index].value) { forms[place] = form }
    }
  }
  return forms
}()

private let toTraditional: [Unicode.Scalar: Unicode.Scalar] = {
  var table: [Unicode.Scalar: Unicode.Scalar] = [:]
  for index in stride(from: 0, to: pairs.count - 1, by: 2) where pairs[index] != pairs[index + 1] {
    table[pairs[index]] = pairs[index + 1]
  }
  return table
}()
