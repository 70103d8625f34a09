import Articles
import Diagnostics
import Testing

@Suite("Reading a file")
struct ReadArticleTests {
  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  /// The bracket that names the source at a paragraph's end is none of its text; other brackets are.
  @Test(arguments: [
    ("（来源：广西新闻网）", "广西新闻网", true), ("(来源:GXNews)", "GXNews", true), ("（记者 王某）", nil, true),
    ("（含个体工商户）", nil, false), ("（记者获悉，全年增长3%）", nil, false),
  ])
  func attributionsAtTheEndAreDropped(bracket: String, publisher: String?, isDropped: Bool) throws {
    let body = "2022年，全区专利质押融资金额达42.96亿元，同比增长544.08%，创历史新高。"
    let article = try readArticle(bytes: Array("广西专利工作\n\n\(body)\(bracket)\n".utf8), path: "a.txt").value
    let block = try #require(article.blocks.last)
    #expect(String(String.UnicodeScalarView(article.text(of: block).scalars)) == (isDropped ? body : body + bracket))
    #expect(article.publisher == publisher)
    #expect(article.dropped.contains { $0.reason == .byline } == isDropped)
  }

  @Test(
    "a nation that an English text names among other countries is not whose the text is",
    arguments: [
      ("Most applications from abroad came from either China or the USA. Grants fell by 2.9%.", nil),
      ("Imports from China, Germany and Japan rose by 4.1%.", nil),
      ("Patent filings in China rose by 3.4% to 1.6 million. Trade marks fell.", "全国"),
      ("In China and France, exports grew by 2.0%.", nil),
      ("China filed 1.6 million applications, more than the United States and Japan.", nil),
    ] as [(String, String?)])
  func nationsAmongOthers(text: String, area: String?) throws {
    let article = try readArticle(bytes: bytes("# Facts and figures: 2022\n\n\(text)\n"), path: "a.md").value
    #expect(article.areaPlace?.name == area)
  }

  @Test(
    "what announces a release is not its title",
    arguments: [
      "FOR RELEASE AT 8:30 A.M. EST, WEDNESDAY, MARCH 4, 2026", "Embargoed until 7.00 a.m., 4 March 2026", "Statistical bulletin",
      "NEWS RELEASE", "Press notice:",
    ])
  func announcements(line: String) throws {
    let article = try readArticle(
      bytes: bytes("\(line)\n\nHousehold energy use, 2025\n\nEnergy use fell by 2.1% to 410 terawatt-hours in 2025.\n"), path: "a.txt"
    ).value
    #expect(article.title == "Household energy use, 2025")
    #expect(article.dropped.contains { $0.reason == .metadata })
    // A title that only begins so is one.
    #expect(
      try readArticle(bytes: bytes("Statistical bulletin on household energy, 2025\n\nEnergy use fell by 2.1% in 2025.\n"), path: "a.txt")
        .value.title == "Statistical bulletin on household energy, 2025")
  }

  @Test("a heading may end in a bracket, apart from other lines; items of a list go without their marks") func headingsAndItems() throws {
    let text =
      "Energy use, 2025\n\nHouseholds (tables 2, 3 and 5)\n\nHouseholds used 410 terawatt-hours in 2025.\n\n- Flats used less than houses did in nearly all of the regions.\n- Houses used 280 terawatt-hours.\n• −3.6% is a rate.\nElectricity (gas left out)\nElectricity came to 120 terawatt-hours in 2025.\n"
    let article = try readArticle(bytes: bytes(text), path: "a.txt").value
    let blocks = article.blocks.map { ($0.kind, String(String.UnicodeScalarView(article.text(of: $0).scalars))) }
    #expect(blocks.filter { $0.0 == .heading }.map(\.1) == ["Energy use, 2025", "Households (tables 2, 3 and 5)"])
    #expect(
      blocks.filter { $0.0 == .listItem }.map(\.1) == [
        "Flats used less than houses did in nearly all of the regions.", "Houses used 280 terawatt-hours.",
      ])
    #expect(blocks.contains { $0.1.hasPrefix("• −3.6%") })
  }

  @Test("bullets of every kind stand before items, and a short line above them heads them", arguments: ["●", "■", "◆", "►", "✓"])
  func bullets(mark: String) throws {
    let text = "检察工作报告\n\n全省检察机关共办案42.5万件。\n维护稳定\n\(mark)批捕7.2万人\n\(mark)起诉16.8万人\n保障民生\n\(mark)起诉欠薪犯罪108人\n"
    let article = try readArticle(bytes: bytes(text), path: "a.txt").value
    let blocks = article.blocks.map { ($0.kind, String(String.UnicodeScalarView(article.text(of: $0).scalars))) }
    #expect(blocks.filter { $0.0 == .heading }.map(\.1) == ["检察工作报告", "维护稳定", "保障民生"])
    #expect(blocks.filter { $0.0 == .listItem }.map(\.1) == ["批捕7.2万人", "起诉16.8万人", "起诉欠薪犯罪108人"])
  }

  @Test("a byte order mark and both halves of a CRLF count")
  func offsetsOfTheFile() throws {
    let article = try readArticle(bytes: bytes("\u{FEFF}某省专利工作\r\n全省授权量达3件。\r\n"), path: "a.txt").value
    #expect(article.encoding == .utf8WithMark)
    #expect(article.title == "某省专利工作")
    #expect(article.blocks.map(\.range) == [1..<7, 9..<18])
  }

  @Test(
    "what is no text is refused by its kind",
    arguments: [
      ([] as [UInt8], "input.empty"), ([0x89, 0x50, 0x4E, 0x47, 0x0D], "input.binary"), ([0x25, 0x50, 0x44, 0x46], "input.binary"),
      ([0x61, 0x00, 0x62], "input.binary"), ([0x50, 0x4B, 0x03, 0x04], "input.binary"), ([0x20, 0x0A], "input.blank"),
    ])
  func refused(bytes: [UInt8], rule: String) {
    #expect { try readArticle(bytes: bytes, path: "x") } throws: { ($0 as? Diagnostics)?.all.first?.rule == rule }
  }

  @Test func brokenUTF8SaysWhere() {
    var broken = bytes("第一行\n全省授权量达")
    broken.append(0xFF)
    broken += bytes("3件。")
    #expect { try readArticle(bytes: broken, path: "x") } throws: { error in
      let first = (error as? Diagnostics)?.all.first
      return first?.rule == "input.encoding" && first?.span?.start == .init(line: 2, column: 7)
    }
  }

  @Test func gb18030IsReadAndSaidSo() throws {
    // 全省共有3件。
    let encoded: [UInt8] = [0xC8, 0xAB, 0xCA, 0xA1, 0xB9, 0xB2, 0xD3, 0xD0, 0x33, 0xBC, 0xFE, 0xA1, 0xA3]
    let warned = try readArticle(bytes: encoded, path: "g.txt")
    #expect(warned.value.encoding == .gb18030)
    #expect(String(scalars: warned.value.scalars) == "全省共有3件。")
    #expect(warned.diagnostics.map(\.rule) == ["input.encoding"])
  }

  @Test func utf16IsReadByItsMark() throws {
    let encoded: [UInt8] = [0xFF, 0xFE, 0x68, 0x51, 0x33, 0x00, 0xF6, 0x4E]
    let article = try readArticle(bytes: encoded, path: "u.txt").value
    #expect(article.encoding == .utf16LittleEndian)
    #expect(String(scalars: article.scalars.dropFirst()) == "全3件")
  }
}

@Suite("Boilerplate")
struct BoilerplateTests {
  @Test(
    "lines that are no part of an article; of several kinds in one, the one that explains its number is reported",
    arguments: [
      ("2024-03-05 10:20:31 来源：某某日报 编辑：甲", BoilerplateReason.metadata), ("作者：甲 发布时间：2024年03月05日 1234次浏览", .counter),
      ("作者：甲 发布时间：2024年03月05日", .metadata), ("作者：甲 编辑：乙", .byline),
      ("某某工业周刊 2025-02-11 作者：甲", .metadata),
      ("分享到：", .share), ("上一篇：某市召开会议", .navigation), ("联系电话：010-12345678", .contact), ("0771-2345678", .contact),
      ("未经许可不得转载，违者必究。", .copyright), ("© Copyright 2024 Example Press", .copyright), ("Crown copyright", .copyright),
      ("关键词：专利 商标", .keywords), ("本报记者 甲 乙 某地报道", .byline), ("◎记者 甲乙", .byline), ("□ 本报记者：甲 通讯员 乙", .byline), ("见习记者 甲", .byline),
      ("极目新闻记者 周启明", .byline), ("长江日报记者张三 通讯员李四", .byline), ("湖北日报全媒记者 王小明 实习生 李丽", .byline), ("新华社记者王五", .byline),
      ("文/图 羊城晚报记者 陈明", .byline), ("南方+记者 张明", .byline), ("人民日报客户端湖北频道 李明", .byline), ("央视记者 丁一、戴二", .byline),
      ("（资料图片仅供参考）", .pictureNote), ("* * *", .markup),
    ])
  func dropped(line: String, reason: BoilerplateReason) throws {
    let text = "某省专利工作综述\n\(line)\n全省发明专利授权量达3万件，同比增长5%。\n"
    let article = try readArticle(bytes: Array(text.utf8), path: "a.txt").value
    #expect(article.dropped.map(\.reason) == [reason])
  }

  @Test("columns and meetings of reporters are no bylines", arguments: ["记者观察", "中外记者会要点", "记者走基层 看专利", "通讯员培训", "某报新闻 一周数据"])
  func headingStays(line: String) throws {
    let text = "某省专利工作综述\n全省发明专利授权量达3万件，同比增长5%。\n\n\(line)\n\n全省发明专利有效量达30万件，同比增长8%，居全国前列。\n"
    let article = try readArticle(bytes: Array(text.utf8), path: "a.txt").value
    #expect(article.dropped.isEmpty)
  }

  @Test(
    "sentences stay",
    arguments: [
      "全省电话用户达1200万户，同比增长3%。", "来源于高校的专利有300件。", "编辑出版图书2000种，发行量达300万册。",
      "2024年3月5日，某省召开发布会，介绍全省知识产权工作有关情况。",
      "Of these cases, 206 were copyright disputes and 121 concerned trade marks.", "Copyright cases rose by 4.2% in 2024 to 206.",
      "The film drew 4 million views in May.", "Print titles sold 2.1 million copies in 2024.",
    ])
  func kept(line: String) throws {
    let text = "某省工作综述\n\(line)\n全省发明专利授权量达3万件，同比增长5%。\n"
    let article = try readArticle(bytes: Array(text.utf8), path: "a.txt").value
    #expect(article.dropped.isEmpty)
    #expect(article.blocks.count == 3)
  }

  @Test(
    "what stands under a picture is no heading",
    arguments: ["图1 2019—2023年发明专利授权量", "圖２：2019—2023年授權量", "附图3、专利授权结构", "Figure 4: Patents by field", "图1-2 分地区授权量"])
  func titleOfPicture(line: String) throws {
    let text = "某省专利工作综述\n2024-03-05 来源：某某日报\n全省发明专利授权量达3万件，同比增长5%。\n\(line)\n全省商标注册量达5万件，同比增长7%。\n"
    let article = try readArticle(bytes: Array(text.utf8), path: "a.txt").value
    #expect(article.blocks.map(\.kind) == [.heading, .paragraph, .paragraph])
  }

  @Test func metadataGivesDateAndSource() throws {
    let text = "广东专利增长\n2024-03-05 10:20:31 来源：某某日报 编辑：甲\n全省发明专利授权量达3万件，同比增长5%。\n"
    let article = try readArticle(bytes: Array(text.utf8), path: "a.txt").value
    #expect(article.date?.description == "2024-03-05")
    #expect(article.publisher == "某某日报")
    #expect(article.area == "广东")
  }
}
