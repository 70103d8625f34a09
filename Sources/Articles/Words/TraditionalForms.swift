extension Unicode.Scalar {
  /// The simplified form of the traditional characters that occur in the words this project looks for; other characters
  /// are returned as they are. One code point becomes one code point, so offsets stay.
  package var simplified: Unicode.Scalar {
    guard (0x4E00...0x9FFF).contains(value) else { return self }
    let folded = TraditionalForms.table[Int(value) - 0x4E00]
    return folded == 0 ? self : Unicode.Scalar(UInt32(folded)) ?? self
  }
}

extension [Unicode.Scalar] {
  /// Half-width and simplified, scalar by scalar: the form in which words are looked up.
  package var folded: [Unicode.Scalar] { map(\.halfWidth.simplified) }
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
    亂亞佈佔併來係倆個們倫偉偵偽備傳債傷傾僅價億儘償優儲兒內兩冊凍別則剛創劃劉劑勁動務勝勞勢勵匯區協卻參叄員問啟單噸國圍園圓圖團執堅報場塊壓壞壯夢奪婦媽學實寧審寫寬將專尋對導屆屢層屬峯島嶺嶼巖師帳帶幣幫幾\
    庫廈廠廢廣張強後徑從復徵徹恆悅惡態慮憂憑應懸戰戶換損搶撫擁擇擊擔據擴攜攝數斷於時晝曆曉書會東條棄棗業極榮構槍樂樑樓標樣樹橋機檔檢欄權歐歡歲歷歸殘毀氣決沒況減測湊準溝滄滅滬滯滾滿漁漢漲潔澤濕濟濰濱瀋灣災\
    為無煙熱燈營爭爾牆獄獎獨獲獻現環瓊產畝畢畫異當療發盜盞盡監盤盧確碼礎礙礦禪禮稅種稱穀積穩窮竊競筆節範築簡簽籌糧紀約紅納紙級紡細終組結絡給統絲經綜綠綢維網緊線緝緣編緩緬練縣縮縱總績織繞繪繳續纖罰羅義習聖\
    聞聯聲職聽肅脅膚膠臨臺與興舉舊莊萊萬葉蒼藝藥蘇蘭處虛號蝦蟲術衛衝裏補裝裡製複見規視親覺觀觸訂計訊討訓記訟訪設許訴詐評詞試話該詳誌認語誠誤說課調談請論諮諾講證識譜譯議護譽讀變讓讚豐豬貝負財貢貧貨責貳貴買\
    貸費貼貿資賓賞賠賣賤賦質購賽贈贊贏趙跡踐蹤躋躍車軌軍軟較載輕輛輪輯輸輿轄轉辦農這連週進遊運過達違遞遠適選遺遼還邊鄉鄒鄧鄭鄰醫釋釐針鈔鈷銀銅銷鋁鋅鋰鋼錄錢錦錯錶鎊鎮鎳鏈鐘鐵鑑鑒長門閉開間關陝陣陰陸陽隊階\
    際隨險隱隻雙雜雞離難雲電靈靜韌韓響頁頂頃項順須預頭頻顆題額願類顧顯飛飯飼養餘館餵馬駐駕駛駝騎騙騰驗體鬆鬥魚鯨鳥鳳鳴鶴鷹鹽麗麥黃點黨齊齡龍雖誰衹祇寶賬髮闊頓擬籃纜廳慶鞏嚴輔鑽鋪鍵鎖閱闢陳霧頒飲魯齒喪塵墊奧嬰幹彎彙憲懲懷戲掃採揚撥撲擾暫棟楊樁樞殼涼淺湧溫滲潤濃濫燒爐牽狀祕禦粵糾紐紹絕綱緒繼脹腦蓋薦詢誕謝贛趕輝辭遲邁郵鑄颱驅龐麼嗎騖衆眾祗
    """
  private static let simplified = """
    乱亚布占并来系俩个们伦伟侦伪备传债伤倾仅价亿尽偿优储儿内两册冻别则刚创划刘剂劲动务胜劳势励汇区协却叁叁员问启单吨国围园元图团执坚报场块压坏壮梦夺妇妈学实宁审写宽将专寻对导届屡层属峰岛岭屿岩师帐带币帮几\
    库厦厂废广张强后径从复征彻恒悦恶态虑忧凭应悬战户换损抢抚拥择击担据扩携摄数断于时昼历晓书会东条弃枣业极荣构枪乐梁楼标样树桥机档检栏权欧欢岁历归残毁气决没况减测凑准沟沧灭沪滞滚满渔汉涨洁泽湿济潍滨沈湾灾\
    为无烟热灯营争尔墙狱奖独获献现环琼产亩毕画异当疗发盗盏尽监盘卢确码础碍矿禅礼税种称谷积稳穷窃竞笔节范筑简签筹粮纪约红纳纸级纺细终组结络给统丝经综绿绸维网紧线缉缘编缓缅练县缩纵总绩织绕绘缴续纤罚罗义习圣\
    闻联声职听肃胁肤胶临台与兴举旧庄莱万叶苍艺药苏兰处虚号虾虫术卫冲里补装里制复见规视亲觉观触订计讯讨训记讼访设许诉诈评词试话该详志认语诚误说课调谈请论咨诺讲证识谱译议护誉读变让赞丰猪贝负财贡贫货责贰贵买\
    贷费贴贸资宾赏赔卖贱赋质购赛赠赞赢赵迹践踪跻跃车轨军软较载轻辆轮辑输舆辖转办农这连周进游运过达违递远适选遗辽还边乡邹邓郑邻医释厘针钞钴银铜销铝锌锂钢录钱锦错表镑镇镍链钟铁鉴鉴长门闭开间关陕阵阴陆阳队阶\
    际随险隐只双杂鸡离难云电灵静韧韩响页顶顷项顺须预头频颗题额愿类顾显飞饭饲养余馆喂马驻驾驶驼骑骗腾验体松斗鱼鲸鸟凤鸣鹤鹰盐丽麦黄点党齐龄龙虽谁只只宝账发阔顿拟篮缆厅庆巩严辅钻铺键锁阅辟陈雾颁饮鲁齿丧尘垫奥婴干弯汇宪惩怀戏扫采扬拨扑扰暂栋杨桩枢壳凉浅涌温渗润浓滥烧炉牵状秘御粤纠纽绍绝纲绪继胀脑盖荐询诞谢赣赶辉辞迟迈邮铸台驱庞么吗骛众众只
    """
}
