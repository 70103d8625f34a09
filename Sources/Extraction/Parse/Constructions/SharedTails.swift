import Articles
import Indicators
import Lingua

/// What all members of a list have in common and only the last states: 第一、二产业增加值.
extension SentenceParser {
  /// 国内航线 of 国内航线旅客运输量、货邮运输量, 民营企业 of 民营企业进口额、出口额: what the first of several measures says that all of them are of.
  func sharedLead(_ groups: [[Int]]) -> String {
    let names = groups.map { string(block.namePhrase($0).tokens) }
    guard let first = names.first, case let plain = first.simplifiedForm, plain.count == first.count,
      let kind = language.measures.kindsOfOwners.compactMap({ plain.firstRange(of: $0) }).max(by: { $0.upperBound < $1.upperBound })
    else { return "" }
    let length = plain.distance(from: plain.startIndex, to: kind.upperBound)
    let measures = [String(plain.dropFirst(length))] + names.dropFirst().map(\.simplifiedForm)
    guard length < 10,
      measures.allSatisfy({ name in
        (2...10).contains(name.count) && prose.names.sharedTails.contains { name.hasSuffix($0) }
          && !language.measures.kindsOfOwners.contains { name.contains($0) }
      })
    else { return "" }
    return String(first.prefix(length))
  }

  /// 发明、实用新型专利授权量: the measure at the end belongs to every member.
  func sharedTail(_ groups: [[Int]]) -> String {
    guard let last = groups.last else { return "" }
    let written = string(last)
    // Traditional text has its measures in its own signs.
    let final = written.simplifiedForm
    let others = groups.dropLast().map { string($0).simplifiedForm }
    if let tail = tailBehindKind(others, final) { return String(written.suffix(tail)) }
    guard prose.names.sharedTails.contains(where: { final.hasSuffix($0) && final.count > $0.count }), final.count == written.count,
      others.allSatisfy({ other in
        !prose.names.sharedTails.contains { other.hasSuffix($0) } && (other.last.map { !"量额率数量額數".contains($0) } ?? true)
      }
      )
    else { return "" }
    // 衣着、医疗保健价格: a price is that of every member as it stands.
    if final.hasSuffix("价格") { return String(written.suffix(2)) }
    let longest = prose.names.sharedTails.filter { final.hasSuffix($0) }.map(\.count).max() ?? 0
    // 基础研究、应用研究和试验发展经费: the last is longer than the others by a measure.
    if let length = others.first?.count, others.allSatisfy({ $0.count == length }), final.count > length,
      case let rest = String(final.dropFirst(length)), prose.names.sharedTails.contains(rest), rest.count >= longest
    {
      return String(written.suffix(rest.count))
    }
    // 农业保险、责任保险原保险保费收入: members of one length that end alike.
    if let first = others.first, first.count > 2, others.allSatisfy({ $0.count == first.count && $0.last == first.last }),
      final.count > first.count + 1, case let own = final.prefix(first.count), own.last == first.last,
      let measure = prose.names.sharedTails.first(where: { final.hasSuffix($0) }), final.count >= first.count + measure.count
    {
      return String(written.suffix(final.count - first.count))
    }
    // 家用电器类、通讯器材类零售额: what follows the sign that ends the others.
    // 超市、便利店、专业店零售额: the one in front of the last ends like it.
    if let end = others.last?.last, others.allSatisfy({ $0.last == end }) || others.count > 1, let at = final.lastIndex(of: end),
      case let rest = String(final[final.index(after: at)...]), prose.names.sharedTails.contains(rest)
    {
      return String(written.suffix(rest.count))
    }
    // 城镇、农村居民人均可支配收入: what is left of the last member without its own first word.
    let scalars = Array(written.unicodeScalars)
    let folded = scalars.map(\.halfWidth.simplified)
    let length = others.first?.unicodeScalars.count ?? 0
    if length > 1, others.allSatisfy({ $0.unicodeScalars.count == length }), length < scalars.count, folded[length] != "/",
      language.words.partOfSpeech(of: 0..<length, in: folded) != nil
    {
      return String(scalars: scalars[length...])
    }
    guard let first = language.words.longestMatch(in: folded, at: 0, limit: folded.count), first.range.count < scalars.count else {
      return ""
    }
    // 新能源汽车、工业机器人、微型计算机设备产量: names of their own, of which only the measure stands once.
    if !prose.names.sharedTails.contains(String(scalars: folded[first.range.count...])),
      !others.contains(where: { abs($0.unicodeScalars.count - first.range.count) <= 1 }),
      let measure = prose.names.sharedTails.filter({ final.hasSuffix($0) }).max(by: { $0.count < $1.count })
    {
      return String(written.suffix(measure.count))
    }
    if folded[first.range.count] == "/", let measure = prose.names.sharedTails.first(where: { final.hasSuffix($0) }) {
      // 国际/港澳台快递业务量.
      return String(written.suffix(measure.count))
    }
    return String(scalars: scalars[first.range.count...])
  }

  /// 抵港及離港港口貨物, 一般贸易、加工贸易进出口: the signs behind a last member whose first word is as long as the others and ends alike.
  private func tailBehindKind(_ others: [String], _ final: String) -> Int? {
    guard let first = others.first, first.count > 1, others.allSatisfy({ $0.count == first.count && $0.last == first.last }),
      final.count > first.count + 1, case let own = final.prefix(first.count), own.last == first.last, !others.contains(String(own)),
      !others.contains(where: { other in prose.names.sharedTails.contains { other.hasSuffix($0) } }),
      case let signs = Array(final.unicodeScalars), signs.count == final.count,
      language.words.longestMatch(in: signs, at: 0, limit: signs.count).map({ $0.range.count <= first.count }) ?? true,
      language.words.partOfSpeech(of: String(final.dropFirst(first.count).prefix(2))) != nil
    else { return nil }
    return final.count - first.count
  }
}
