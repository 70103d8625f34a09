extension Gazetteer {
  struct Province: Sendable {
    var name: String
    var full: String
    var others: [String] = []
    /// Prefecture-level cities by their names without 市.
    var cities: String
  }

  /// Provinces in the order of the administrative division code (GB/T 2260), with their prefecture-level cities.
  static let provinces: [Province] = [
    Province(name: "北京", full: "北京市", others: ["Beijing"], cities: ""),
    Province(name: "天津", full: "天津市", others: ["Tianjin"], cities: ""),
    Province(
      name: "河北", full: "河北省", others: ["Hebei"],
      cities: "石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水"),
    Province(
      name: "山西", full: "山西省", others: ["Shanxi"], cities: "太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁"),
    Province(
      name: "内蒙古", full: "内蒙古自治区", others: ["Inner Mongolia"],
      cities: "呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 兴安盟 锡林郭勒盟 阿拉善盟"),
    Province(
      name: "辽宁", full: "辽宁省", others: ["Liaoning"],
      cities: "沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳市 葫芦岛"),
    Province(name: "吉林", full: "吉林省", others: ["Jilin"], cities: "长春 吉林市 四平 辽源 通化 白山 松原 白城"),
    Province(
      name: "黑龙江", full: "黑龙江省", others: ["Heilongjiang"],
      cities: "哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 大兴安岭地区"),
    Province(name: "上海", full: "上海市", others: ["Shanghai"], cities: ""),
    Province(
      name: "江苏", full: "江苏省", others: ["Jiangsu"],
      cities: "南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁"),
    Province(
      name: "浙江", full: "浙江省", others: ["Zhejiang"], cities: "杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水"),
    Province(
      name: "安徽", full: "安徽省", others: ["Anhui"],
      cities: "合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山市 滁州 阜阳 宿州 六安 亳州 池州 宣城"),
    Province(name: "福建", full: "福建省", others: ["Fujian"], cities: "福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德"),
    Province(
      name: "江西", full: "江西省", others: ["Jiangxi"], cities: "南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶"),
    Province(
      name: "山东", full: "山东省", others: ["Shandong"],
      cities: "济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽"),
    Province(
      name: "河南", full: "河南省", others: ["Henan"],
      cities: "郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店"),
    Province(
      name: "湖北", full: "湖北省", others: ["Hubei"], cities: "武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州"),
    Province(
      name: "湖南", full: "湖南省", others: ["Hunan"], cities: "长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底"),
    Province(
      name: "广东", full: "广东省", others: ["Guangdong", "粤方"],
      cities: "广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山市 潮州 揭阳 云浮"),
    Province(
      name: "广西", full: "广西壮族自治区", others: ["Guangxi"],
      cities: "南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾市 崇左"),
    Province(name: "海南", full: "海南省", others: ["Hainan"], cities: "海口 三亚 三沙 儋州"),
    Province(name: "重庆", full: "重庆市", others: ["Chongqing"], cities: ""),
    Province(
      name: "四川", full: "四川省", others: ["Sichuan"],
      cities: "成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳"),
    Province(name: "贵州", full: "贵州省", others: ["Guizhou"], cities: "贵阳 六盘水 遵义 安顺 毕节 铜仁"),
    Province(name: "云南", full: "云南省", others: ["Yunnan"], cities: "昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧"),
    Province(
      name: "西藏", full: "西藏自治区", others: ["Tibet", "Xizang"], cities: "拉萨 日喀则 昌都 林芝 山南 那曲 阿里地区"),
    Province(
      name: "陕西", full: "陕西省", others: ["Shaanxi"], cities: "西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛"),
    Province(
      name: "甘肃", full: "甘肃省", others: ["Gansu"], cities: "兰州 嘉峪关 金昌 白银市 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南"),
    Province(name: "青海", full: "青海省", others: ["Qinghai"], cities: "西宁 海东"),
    Province(name: "宁夏", full: "宁夏回族自治区", others: ["Ningxia"], cities: "银川 石嘴山 吴忠 固原 中卫"),
    Province(
      name: "新疆", full: "新疆维吾尔自治区", others: ["Xinjiang"],
      cities: "乌鲁木齐 克拉玛依 吐鲁番 哈密 阿克苏地区 喀什 和田 塔城地区 阿勒泰 石河子 阿拉尔 图木舒克 五家渠"),
    Province(name: "台湾", full: "台湾省", others: ["Taiwan"], cities: "台北 高雄 台中 台南 新北 桃园市"),
    Province(name: "香港", full: "香港特别行政区", others: ["香港特区", "Hong Kong"], cities: ""),
    Province(name: "澳门", full: "澳门特别行政区", others: ["澳门特区", "Macao", "Macau"], cities: ""),
  ]

  /// Autonomous prefectures: full name, short name, province.
  static let prefectures: [(String, String, String)] = [
    ("延边朝鲜族自治州", "延边州", "吉林"), ("恩施土家族苗族自治州", "恩施州", "湖北"), ("湘西土家族苗族自治州", "湘西州", "湖南"),
    ("阿坝藏族羌族自治州", "阿坝州", "四川"), ("甘孜藏族自治州", "甘孜州", "四川"), ("凉山彝族自治州", "凉山州", "四川"),
    ("黔西南布依族苗族自治州", "黔西南州", "贵州"), ("黔东南苗族侗族自治州", "黔东南州", "贵州"),
    ("黔南布依族苗族自治州", "黔南州", "贵州"), ("楚雄彝族自治州", "楚雄州", "云南"), ("红河哈尼族彝族自治州", "红河州", "云南"),
    ("文山壮族苗族自治州", "文山州", "云南"), ("西双版纳傣族自治州", "西双版纳", "云南"), ("大理白族自治州", "大理州", "云南"),
    ("德宏傣族景颇族自治州", "德宏州", "云南"), ("怒江傈僳族自治州", "怒江州", "云南"), ("迪庆藏族自治州", "迪庆州", "云南"),
    ("临夏回族自治州", "临夏州", "甘肃"), ("甘南藏族自治州", "甘南州", "甘肃"), ("海北藏族自治州", "海北州", "青海"),
    ("黄南藏族自治州", "黄南州", "青海"), ("海南藏族自治州", "海南州", "青海"), ("果洛藏族自治州", "果洛州", "青海"),
    ("玉树藏族自治州", "玉树州", "青海"), ("海西蒙古族藏族自治州", "海西州", "青海"), ("昌吉回族自治州", "昌吉州", "新疆"),
    ("博尔塔拉蒙古自治州", "博州", "新疆"), ("巴音郭楞蒙古自治州", "巴州", "新疆"), ("克孜勒苏柯尔克孜自治州", "克州", "新疆"),
    ("伊犁哈萨克自治州", "伊犁州", "新疆"),
  ]
}
