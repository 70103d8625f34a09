/// Words that announce page furniture, and how they do it.
struct FurnitureCue: Sendable {
  enum Place: Sendable {
    /// The line is furniture when it starts with the word.
    case start
    /// The line is furniture when the word stands anywhere and the line is short and no sentence.
    case anywhere
    /// The line is furniture whatever its length.
    case certain
    /// The line is furniture when it has nothing else: Statistical bulletin.
    case whole
    /// The line is furniture when the word is a label before a number and the line is short and no sentence: 阅读 4318.
    case label
  }
  var place: Place
  var reason: FurnitureReason
}

extension FurnitureCue {
  static let all: WordTrie<FurnitureCue> = {
    var trie = WordTrie<FurnitureCue>()
    func add(_ place: Place, _ reason: FurnitureReason, _ words: String) {
      trie.insert(all: words, FurnitureCue(place: place, reason: reason))
    }
    func add(_ place: Place, _ reason: FurnitureReason, phrases: [String]) {
      for phrase in phrases { trie.insert(phrase, FurnitureCue(place: place, reason: reason)) }
    }
    add(.anywhere, .counter, "次浏览 浏览次数 浏览量 阅读次数 阅读量 点击数 点击量 点阅次数 次阅读 人阅读 访问次数 点赞数 views")
    add(.start, .share, "分享到 分享至 分享 微信扫码 扫码 扫一扫 打印本页 打印 字号 字体 返回顶部 关闭窗口 微信 微博 朋友圈 share print")
    add(.anywhere, .share, "扫描二维码 微信公众号 客户端下载")
    add(.anywhere, .share, phrases: ["share this"])
    add(.label, .counter, "阅读 浏览 点击 点赞 评论 转发 收藏 热度 人气")
    add(.start, .navigation, "上一篇 下一篇 上一条 下一条 上一页 下一页 相关阅读 相关新闻 相关链接 相关文章 推荐阅读 延伸阅读 热门推荐 热点新闻 更多新闻 当前位置 您的位置 首页 previous next related")
    add(.start, .navigation, phrases: ["read more", "see also", "related links"])
    add(.start, .contact, "联系电话 电话 传真 邮编 地址 邮箱 联系人 举报电话 网址 备案号 tel phone fax")
    add(.anywhere, .contact, "icp备 公网安备 违法和不良信息举报 增值电信业务经营许可证")
    add(.certain, .copyright, "版权所有 版权声明 版权和免责 免责声明 免责申明 未经许可不得转载 未经授权不得转载 转载请注明 版权均属 版权归")
    add(
      .certain, .copyright,
      phrases: [
        "all rights reserved", "copyright ©", "© copyright", "copyright (c)", "copyright notice", "copyright statement", "copyright by",
        "crown copyright", "copyright 19", "copyright 20",
      ])
    add(.start, .copyright, "copyright")
    add(.start, .copyright, "凡本网 凡注明 凡注有 本文仅代表 声明: 特别声明")
    add(.start, .keywords, "关键词 关键字 标签 tags keywords tag")
    add(.start, .byline, "作者 编辑 责任编辑 责编 校对 审核 供稿 撰稿 通讯员 初审 复审 终审 编审 by")
    add(.start, .metadata, "发布时间 更新日期 更新时间 发布日期 来源 信息来源 文章来源 稿件来源 索引号 发文单位 发布单位 发文机关 发布机构 成文日期 文号 主题分类 source published updated issn isbn")
    add(
      .start, .metadata,
      phrases: [
        "media release", "press release", "news release", "for immediate release", "for release", "hold for release", "embargoed",
        "strictly embargoed", "not for release", "release date", "next release", "released", "media enquiries", "media inquiries",
      ])
    add(
      .whole, .metadata,
      phrases: ["statistical bulletin", "statistical release", "statistics release", "statistical news release", "press notice"])
    add(.whole, .metadata, "新闻稿 新闻通稿 新闻发布 统计快讯 统计信息 新聞稿 新聞公報")
    add(.anywhere, .pictureNote, "资料图片 图片来源 资料图 图文无关")
    add(.start, .pictureNote, "图为 图片 图: 摄影")
    return trie
  }()
}
