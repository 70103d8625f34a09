import Articles
import Lingua

/// What kind of measure a unit word is.
enum MeasureKind: String, Hashable, Sendable {
  /// 家, 件, 个: counts things, whose name may follow.
  case count
  case money
  /// Physical and compound measures: 吨, 公里, 亿千瓦时.
  case physical
  case percent
  /// 个百分点, 个基点.
  case points
  /// 倍.
  case times
  /// 成.
  case tenths
  /// 番.
  case doublings
  /// 年, 个月, 天, 小时.
  case duration
  /// 位, 名: positions as well as people.
  case position
  /// 千伏, 吨级: part of the name of a thing.
  case rating
  /// 级, 届, 号: makes a name of the number.
  case label
}

enum UnitWords {
  /// What stands behind a number, as the list of units tells it.
  static let words: WordTrie<MeasureKind> = {
    var trie = WordTrie<MeasureKind>()
    for entry in UnitList.shared.entries {
      for name in entry.read {
        if let kind = MeasureKind(name, of: entry.dimension) { trie.insert(name, kind) }
      }
    }
    for (kind, words) in UnitList.shared.reading {
      guard let kind = MeasureKind(rawValue: kind) else { continue }
      for word in words { trie.insert(word, kind) }
    }
    return trie
  }()
}

extension MeasureKind {
  /// What a name of a measure of this dimension makes of the number before it.
  fileprivate init?(_ name: String, of dimension: String) {
    switch dimension {
    case "money": self = .money
    case "count": self = .count
    case "length", "area", "mass", "energy", "power": self = .physical
    case "time": self = .duration
    case "points": self = .points
    case "rank": self = .position
    case "proportion": self = name == "成" ? .tenths : name == "倍" ? .times : .percent
    default: return nil
    }
  }
}
