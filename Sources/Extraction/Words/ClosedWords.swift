import Articles
import Indicators

/// The closed words of statistical prose, simplified and half-width. Open words (what is measured) are not listed:
/// whatever stands between the words below is a name.
enum ClosedWords {
  static let words: WordTrie<Word> = {
    var trie = WordTrie<Word>(edges: 6_000)
    func join(_ a: Word, _ b: Word) -> Word {
      Word(classes: a.classes.union(b.classes), before: a.before ?? b.before, after: a.after ?? b.after)
    }
    func add(_ classes: WordClass, _ words: String, before: Observation.Qualifier? = nil, after: Observation.Qualifier? = nil) {
      trie.insert(all: words, Word(classes: classes, before: before, after: after), merge: join)
    }
    for (classes, words) in NounWords.lists + PredicateWords.lists + StructureWords.lists + VerbWords.lists {
      add(classes, words)
    }
    add(.predicate, "超 超过 超过了 超出 逾 突破 突破了 首破 首超 多于 大于 高于 上破 跃上 冲破", before: .moreThan)
    add([.plan], "将超过 将超 将突破 将逾 将达到超过", before: .moreThan)
    add([.noun], "出超 入超 数据 超算中心 预期寿命 人均预期寿命 临时估计 修订估计 初步估计 预期目标 单案 单笔 单件 单户 单家 单次 大学生 在校大学生 从零起步 从零开始 零起步 从零到一 零的突破 中学生 便利商店 便利店 便民")
    add([.marker], "他们 她们 它们 他 她 它 自己 大家 人们")
    add([.currency, .noun], "人民币 港币 澳门币 新台币 台币 折合人民币 合人民币 共计人民币 美金 约合人民币 折合")
    add([], "至少 不低于 不少于 最少 起码 不小于", before: .atLeast)
    add([], "近 接近 逼近 不足 不到 少于 低于 将近 小于 未满 不及 逼近于 直逼 还不足 还不到 尚不足 仅不到", before: .lessThan)
    add([], "最高 至多 不超过 最多 不高于 最大 不大于 控制在 最长 不多于 最低不超过", before: .atMost)
    add([.predicate, .equals], "约为 约是 约达 约在", before: .about)
    add([.share], "约占", before: .about)
    add([], "约 大约 大概 约有 约合 差不多 大致 左右", before: .about)
    add([], "以上 及以上 或以上 起", after: .atLeast)
    add([], "有余 有多 还多 还要多 开外", after: .moreThan)
    add([], "以下 以内 之内 及以下", after: .atMost)
    add([], "左右 上下 上下浮动", after: .about)
    return trie
  }()
}
