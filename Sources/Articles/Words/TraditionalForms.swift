extension Unicode.Scalar {
  /// The simplified form of the traditional characters that occur in the words this project looks for; other characters
  /// are returned as they are. One code point becomes one code point, so offsets stay.
  package var simplified: Unicode.Scalar {
    guard (0x4E00...0x9FFF).contains(value) else { return self }
    let folded = TraditionalForms.table[Int(value) - 0x4E00]
    return folded == 0 ? self : Unicode.Scalar(UInt32(folded)) ?? self
  }
}

private enum TraditionalForms {
  static let table: [UInt16] = {
    var table = [UInt16](repeating: 0, count: 0x5200)
    for (old, new) in zip(traditional.unicodeScalars, simplified.unicodeScalars) {
      table[Int(old.value) - 0x4E00] = UInt16(new.value)
    }
    return table
  }()

  private static let traditional = """
    亞佈佔併來係倆個們倫偵偽備傳債傷傾僅價億償優內兩冊別則剛創劃勁動務勝勞勢勵區協參叄員問啟單噸國圍圓團執堅報場壓壞學實寧審寫專對導屆屢層屬峯島嶺嶼巖師帶幣幾廈廠廢廣張強後徑從徵態慮憂憑應懸戰戶換損搶撫擁\
    擊據擴攜數斷於時書會東條棄棗業極榮構樂樑樓標樣樹橋機檔檢欄權歐歡歲歷歸殘毀氣決沒減測湊準滄滅滬滯滾滿漁漲澤濟濰濱瀋灣災為無煙熱營爭爾獄獎獲獻現環瓊產畝畢畫異當療發盜盞監盧確碼礎礙礦稅種稱積穩窮竊競節築\
    簽籌糧約納紙級紡組結絡統絲經綢維網緊線緝緣緩緬縣縮總績織繞繳續羅聯聲職膠臺與舉莊萊萬葉蒼藝藥蘇蘭處蝦術衛衝裏補裡製見規視觀觸訂計訊訟訪設許訴詐試話誌認說調談請論講證識議護譽讀讓讚豬貝負貧貨貳貴買貸費貼\
    貿資賠賣賤賦質購賽贈贊贏蹤躋躍車軍軟較載輕輛輸輿轉辦農這連進遊運過達違遞遠選遼還邊鄉鄒鄭鄰醫釋釐鈔鈷銀銅銷鋁鋅鋰鋼錦錶鎊鎮鎳鐘鐵鑑鑒長門閉開間關陝陣陰陸陽隊際隨險隻雙雞離難雲電韌韓響頁頂頃項順預頭頻顆\
    題額類顧顯飛飼養餘餵馬駐駕駛駝騎騙騰驗體鬆鬥魚鯨鳥鳳鳴鶴鷹鹽麗麥黃點齊齡龍
    """
  private static let simplified = """
    亚布占并来系俩个们伦侦伪备传债伤倾仅价亿偿优内两册别则刚创划劲动务胜劳势励区协叁叁员问启单吨国围元团执坚报场压坏学实宁审写专对导届屡层属峰岛岭屿岩师带币几厦厂废广张强后径从征态虑忧凭应悬战户换损抢抚拥\
    击据扩携数断于时书会东条弃枣业极荣构乐梁楼标样树桥机档检栏权欧欢岁历归残毁气决没减测凑准沧灭沪滞滚满渔涨泽济潍滨沈湾灾为无烟热营争尔狱奖获献现环琼产亩毕画异当疗发盗盏监卢确码础碍矿税种称积稳穷窃竞节筑\
    签筹粮约纳纸级纺组结络统丝经绸维网紧线缉缘缓缅县缩总绩织绕缴续罗联声职胶台与举庄莱万叶苍艺药苏兰处虾术卫冲里补里制见规视观触订计讯讼访设许诉诈试话志认说调谈请论讲证识议护誉读让赞猪贝负贫货贰贵买贷费贴\
    贸资赔卖贱赋质购赛赠赞赢踪跻跃车军软较载轻辆输舆转办农这连进游运过达违递远选辽还边乡邹郑邻医释厘钞钴银铜销铝锌锂钢锦表镑镇镍钟铁鉴鉴长门闭开间关陕阵阴陆阳队际随险只双鸡离难云电韧韩响页顶顷项顺预头频颗\
    题额类顾显飞饲养余喂马驻驾驶驼骑骗腾验体松斗鱼鲸鸟凤鸣鹤鹰盐丽麦黄点齐龄龙
    """
}
