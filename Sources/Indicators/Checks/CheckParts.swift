import Diagnostics
import Lingua

extension Checking {
  /// C1 and C3: parts against their whole.
  mutating func parts() {
    for indicator in indicators {
      guard let whole = indicator.level, let limit = whole.interval else { continue }
      var counted: [Observation] = []
      for part in indicator.parts.compactMap({ level($0) }) where part.period == whole.period {
        guard part.unit.isComparable(with: whole.unit), let range = part.interval(in: whole.unit) else { continue }
        if let least = range.lower, let most = limit.upper, most < least {
          find(
            .error, "c1-part",
            say(
              "the part \(quoted(part)) is more than its whole \(quoted(whole)): \(term(part)) > \(term(whole))",
              "其中项\(part)超过总数\(whole)：\(amount: part)＞\(amount: whole)。"),
            [part, whole])
        } else if foldedArea(part.area) == foldedArea(whole.area) {
          counted.append(part)
        }
      }
      sum(of: counted, in: whole, limit)
    }
  }

  private mutating func sum(of parts: [Observation], in whole: Observation, _ limit: Interval) {
    guard parts.count > 1, areDisjoint(parts) else { return }
    var total: Interval? = Interval(.zero)
    var nominal: Rational? = .zero
    for part in parts {
      total = part.interval(in: whole.unit).flatMap { total?.adding($0) }
      nominal = part.quantity(in: whole.unit).flatMap { nominal?.adding($0) }
    }
    guard let total, let nominal, !total.overlaps(limit) else { return }
    let sum = parts.map(term).joined(separator: " + ") + " = " + shown(nominal, whole.unit)
    if let least = total.lower, let most = limit.upper, most < least {
      if dividesAgain(parts, in: whole, limit) { return }
      find(
        .error, "c3-sum",
        say(
          "the parts of \(quoted(whole)) add up to more: \(sum) > \(term(whole))",
          "\(whole)的其中项合计超过总数：\(sum: parts)＝\(nominal, in: whole)＞\(amount: whole)。"),
        [whole] + parts)
      return
    }
    // Parts that fall short are usually not all there are; a gap of under 1% looks like a slip.
    let gap = whole.value.rational.subtracting(nominal)?.divided(by: whole.value.rational)
    if let gap, let percent = Rational(1, over: 100), gap < percent {
      find(
        .warning, "c3-sum",
        say(
          "the parts of \(quoted(whole)) nearly add up: \(sum), not \(term(whole))",
          "\(whole)的其中项合计与总数略有出入：\(sum: parts)＝\(nominal, in: whole)，原文总数为\(amount: whole)。"),
        [whole] + parts)
    }
  }

  /// 其中城镇1637.0、乡村763.0，其中男性1226.0、女性1174.0: parts that stand one after the other and add up to the whole again and again are
  /// several divisions of it; the last may be left open.
  private func dividesAgain(_ parts: [Observation], in whole: Observation, _ limit: Interval) -> Bool {
    var total: Interval? = Interval(.zero)
    var (count, divisions) = (0, 0)
    for part in parts {
      guard let range = part.interval(in: whole.unit), let sum = total?.adding(range) else { return false }
      count += 1
      if sum.overlaps(limit) {
        (total, count, divisions) = (Interval(.zero), 0, divisions + 1)
      } else if let least = sum.lower, let most = limit.upper, most < least {
        return false
      } else {
        total = sum
      }
    }
    return divisions > 0 && count != 1
  }

  /// 完成年度目标的113.7%: what is done of a target may be more than the whole.
  private func isOfATarget(_ share: Observation) -> Bool {
    guard let scope = share.scope else { return false }
    return FigureNameWords.shared.aims.contains { scope.contains($0) }
  }

  /// C2: shares over 100 %, one by one and together.
  mutating func shares() {
    var groups: [ShareKey: [Observation]] = [:]
    var order: [ShareKey] = []
    var named: Set<NamedShare> = []
    for indicator in indicators {
      for share in indicator.shares {
        guard let range = share.proportionInterval, !isOfATarget(share) else { continue }
        if let least = range.lower, least > .one {
          find(
            .error, "c2-shares",
            say(
              "the share \(quoted(share)) is more than the whole: \(term(share)) > 100%",
              "\(share)，超出整体：\(amount: share)＞100%。"),
            [share])
          continue
        }
        guard let key = ShareKey(share) else { continue }
        if groups[key] == nil { order.append(key) }
        if named.insert(NamedShare(key: key, name: folded(share.name))).inserted { groups[key, default: []].append(share) }
      }
    }
    for key in order {
      guard let members = groups[key], members.count > 1 else { continue }
      let sum = members.reduce(Optional(Rational.zero)) { sum, share in
        share.proportionInterval?.lower.flatMap { sum?.adding($0) }
      }
      guard let sum, sum > .one else { continue }
      let total = members.reduce(Optional(Rational.zero)) { sum, share in share.proportion.flatMap { sum?.adding($0) } }
      let percent = total?.multiplied(by: Rational(100))
      let arithmetic = members.map(term).joined(separator: " + ")
      let whole: ChineseText = key.scope.isEmpty ? "同一句中" : "“\(key.scope)”"
      // Far over 100% the groups overlap, as do those that begin at a bound (硕士及以上); a little over looks like a slip.
      let isSlip = percent.map { $0 < Rational(110) } ?? false && !members.contains { isOpenGroup($0.name) }
      find(
        isSlip ? .warning : .note, "c2-shares",
        say(
          "shares of one whole (\(key.scope.isEmpty ? "the same sentence" : key.scope)) add up to more than 100%: \(arithmetic) = \(shown(percent))%",
          "\(whole)各部分占比合计超过100%：\(sum: members)＝\(percent)%。"),
        members, hint: say("fine where the groups overlap", "各部分互有重叠时不算差错。"))
    }
  }
}

/// 65岁及以上人口, people aged 65 and over: a group that holds others of its kind.
private func isOpenGroup(_ name: String) -> Bool {
  let name = Folded(name)
  return openGroups.contains { name.contains($0) }
}

private let openGroups = ["以上", "以下", "and over", "or over", "or more", "or older", "or less", "and under"].map { Folded($0) }

private struct NamedShare: Hashable {
  var key: ShareKey
  var name: Folded
}

/// The whole that shares are parts of, where one sentence speaks of one quantity.
private struct ShareKey: Hashable {
  /// Empty where the sentence names none.
  var scope: String
  var area: Folded
  var period: Period?
  var document: String
  var sentence: Range<Int>

  init?(_ share: Observation) {
    guard let source = share.source else { return nil }
    scope = share.scope ?? ""
    // 占全国 is said of many different wholes.
    guard scope.isEmpty ? share.of == nil : !scopeIsArea(scope) else { return nil }
    area = foldedArea(share.area)
    period = share.period
    document = source.document
    sentence = source.sentenceRange
  }
}
