import Articles
import Extraction
import Lingua

/// Units that notes give for the heads which lead to them: (1) Number of persons, in thousands; ① 单位：万人.
struct NotedUnits: Hashable {
  /// By the marks, without brackets.
  private var units: [String: String] = [:]
  /// 注：本表金额单位为亿元; Figures are in EUR million: that of all figures that have none of their own.
  var ofAll: String?

  init() {}

  /// - Parameter notes: what stands below tables and around them.
  init(_ notes: some Sequence<String>, _ words: TableWords) {
    for note in notes where note.utf8.count <= 600 {
      if ofAll == nil { ofAll = Self.unitOfAll(in: note, words) }
      let scalars = Array(note.unicodeScalars)
      guard let length = Self.length(ofMarkIn: scalars), case let mark = Self.bare(scalars.prefix(length)), units[mark] == nil,
        let unit = Self.unit(in: String(scalars: scalars.dropFirst(length)), words)
      else { continue }
      units[mark] = unit
    }
  }

  var isEmpty: Bool { units.isEmpty && ofAll == nil }

  /// The unit of a head that ends with marks one of which leads to a note with a unit.
  func unit(of head: String) -> String? {
    guard !units.isEmpty else { return nil }
    var rest = Array(head.unicodeScalars)[...]
    while let found = Self.lastMark(rest) {
      if let unit = units[Self.bare(rest[found...])] { return unit }
      rest = rest[..<found]
      while let last = rest.last, last.isBlank || last == "," { rest.removeLast() }
    }
    return nil
  }

  func completed(by other: NotedUnits) -> NotedUnits {
    var full = self
    full.units.merge(other.units) { own, _ in own }
    full.ofAll = ofAll ?? other.ofAll
    return full
  }

  /// Where the mark begins that ends a head: (1), [a], ¹, ①, *.
  private static func lastMark(_ text: ArraySlice<Unicode.Scalar>) -> Int? {
    guard let last = text.last, text.count > 1 else { return nil }
    if ")]）".unicodeScalars.contains(last) {
      guard let open = text.lastIndex(where: { "([（".unicodeScalars.contains($0) }), (2...3).contains(text.endIndex - 1 - open),
        open > text.startIndex
      else { return nil }
      let inner = text[(open + 1)..<(text.endIndex - 1)]
      return inner.allSatisfy { $0.isDigit || $0.isRaised } || inner.count == 1 && inner.allSatisfy(\.isLatinLetter) ? open : nil
    }
    if "*†‡".unicodeScalars.contains(last) || ("①"..."⑳").contains(last) { return text.endIndex - 1 }
    guard last.isRaised else { return nil }
    return text.endIndex - text.reversed().prefix(while: \.isRaised).count
  }

  /// How many scalars of a note are the mark that it explains: (1), [a], 1), ¹, ①, *.
  private static func length(ofMarkIn text: [Unicode.Scalar]) -> Int? {
    guard let first = text.first, text.count > 6 else { return nil }
    if "([（".unicodeScalars.contains(first) || first.isDigit {
      guard let close = text.prefix(5).firstIndex(where: { ")]）".unicodeScalars.contains($0) }) else { return nil }
      let inner = text[(first.isDigit ? 0 : 1)..<close]
      let isMark = (1...2).contains(inner.count) && (inner.allSatisfy(\.isDigit) || inner.count == 1 && inner.allSatisfy(\.isLatinLetter))
      return isMark ? close + 1 : nil
    }
    if "*†‡".unicodeScalars.contains(first) || ("①"..."⑳").contains(first) { return 1 }
    let raised = text.prefix(while: \.isRaised).count
    return raised > 0 ? raised : nil
  }

  private static func bare(_ mark: some Sequence<Unicode.Scalar>) -> String {
    String(
      scalars: mark.map { $0.raisedDigit.flatMap { Unicode.Scalar(48 + UInt32($0)) } ?? $0 }.filter {
        !"()[]（）⁽⁾".unicodeScalars.contains($0)
      }
    ).lowercased()
  }

  /// The unit in a clause that speaks of all figures and of nothing else.
  private static func unitOfAll(in note: String, _ words: TableWords) -> String? {
    for clause in note.split(whereSeparator: { ",;，。；".contains($0) }).prefix(6) {
      let text = String(clause).trimmed
      if let unit = text.unicodeScalars.contains(where: \.isHan) ? chineseUnitOfAll(text, words) : englishUnitOfAll(text, words) {
        return unit
      }
    }
    return nil
  }

  /// 本表金额单位均为亿元.
  private static func chineseUnitOfAll(_ clause: String, _ words: TableWords) -> String? {
    let key = HeadReading.key(clause)
    for label in words.phrases(.unitLabels) where label.scalars.contains(where: \.isHan) {
      guard let found = key.firstRange(of: label.key) else { continue }
      let behind = key[found.upperBound...].drop { "均都统一为是:".contains($0) }
      guard behind.startIndex > found.upperBound, isWholeUnit(Array(behind.unicodeScalars)) else { continue }
      var before = String(key[..<found.lowerBound])
      for word in words.phrases(.noteSubjects) { before = before.replacing(word.key, with: "") }
      return before.allSatisfy { ":()、.".contains($0) || $0.isNumber } ? String(behind) : nil
    }
    return nil
  }

  /// All figures are shown in thousands of euro.
  private static func englishUnitOfAll(_ clause: String, _ words: TableWords) -> String? {
    let clause = clause.hasSuffix(".") ? String(clause.dropLast()) : clause
    let parts = clause.split { $0 == " " || $0 == ":" }
    guard let place = parts.firstIndex(where: { $0.lowercased() == "in" }), place > 0, place + 1 < parts.count,
      parts[..<place].allSatisfy({ words.holds(.noteSubjects, $0.lowercased()) }),
      case let unit = parts[(place + 1)...].joined(separator: " "), words.isLatinUnit(unit)
    else { return nil }
    return unit
  }

  /// Number of persons, in thousands, not seasonally adjusted: the first part that is a unit.
  private static func unit(in note: String, _ words: TableWords) -> String? {
    for part in note.split(whereSeparator: { ",.;，。；、".contains($0) }).prefix(4) {
      let text = String(part).trimmed
      let lower = text.lowercased()
      if let lead = words.phrases(.danglingWords).first(where: { lower.hasPrefix($0.text + " ") }),
        case let rest = String(text.dropFirst(lead.text.count + 1)), words.isLatinUnit(rest)
      {
        return rest
      }
      var scan = HeadScan(Array(text.unicodeScalars), words)
      if let unit = scan.takeUnit().0, scan.rest().isEmpty { return unit }
    }
    return nil
  }
}
