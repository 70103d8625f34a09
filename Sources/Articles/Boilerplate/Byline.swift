import Lingua

/// A line that says who wrote the text: 某某日报记者 甲 通讯员 乙; 本报记者甲 某地报道.
struct Byline {
  private static let roles = BoilerplateWords.shared.writers.map { Array($0.unicodeScalars) }
  /// What stands before a role without naming a paper.
  private static let kinds = BoilerplateWords.shared.kindsOfWriters
  private static let editions = BoilerplateWords.shared.editions
  /// The last words of names of papers, stations and their editions.
  private static let papers = BoilerplateWords.shared.papers

  /// - Parameter text: simplified, in half-width and small letters.
  static func isOne(_ text: [Unicode.Scalar]) -> Bool {
    guard text.count <= 60 else { return false }
    // 本报记者 甲 乙（2023年07月18日 第03版）: a date is no figure.
    let opens = BoilerplateWords.shared.bylineOpenings.contains { String(scalars: text.filter { !$0.isBlank }).hasPrefix($0) }
    if opens, !text.contains(where: { "。,;".unicodeScalars.contains($0) }), let date = PublicationDate.first(in: text), date.date.day != nil
    {
      return true
    }
    if isDateline(text) { return true }
    guard text.count <= 40, !text.contains(where: \.isDigit) else { return false }
    if namesWriters(text) { return true }
    let line = String(scalars: text)
    let ends = BoilerplateWords.shared.bylineEnds.contains { line.hasSuffix($0) }
    return ends && (line.contains("记者") || line.contains("通讯员")) && !line.contains("。")
  }

  /// 某网昆明10月8日讯(记者 甲), (某社北京1月5日电), 某报讯: where and when the text was sent, by itself in its line.
  private static func isDateline(_ text: [Unicode.Scalar]) -> Bool {
    var line = text.filter { !$0.isBlank }[...]
    // What stands in a bracket behind it, or the brackets round it.
    if line.last == ")", let open = line.lastIndex(of: "(") {
      line = open == line.startIndex ? line.dropFirst().dropLast() : line[..<open]
    }
    guard line.count <= 30, !line.contains(where: { "。,;:!?、《》".unicodeScalars.contains($0) }) else { return false }
    return BoilerplateWords.shared.datelineEnds.contains { end in
      guard line.count > end.unicodeScalars.count, line.suffix(end.unicodeScalars.count).elementsEqual(end.unicodeScalars) else {
        return false
      }
      let before = line.dropLast(end.unicodeScalars.count)
      return end.hasPrefix("日") ? before.last?.isDigit == true : ends(Array(before), in: papers)
    }
  }

  /// ◎记者 甲, 本报记者:甲 通讯员 乙, 某某日报记者甲: roles and names, and nothing else.
  private static func namesWriters(_ text: [Unicode.Scalar]) -> Bool {
    guard let start = text.firstIndex(where: \.isHan), start <= 2, !text.contains(where: { "。;!?".unicodeScalars.contains($0) }) else {
      return false
    }
    var words = text[start...].split { $0.isBlank || ",、|:".unicodeScalars.contains($0) }.map(Array.init)
    // 文/图 某报记者 甲: who wrote it took its pictures.
    if let first = words.first, first.contains("/") { words.removeFirst() }
    var writers = 0
    var hasRole = false
    for word in words {
      if let named = role(word, isAlone: words.count == 1) {
        hasRole = true
        writers += named
      } else if hasRole || writers == 0 && ends(word, in: editions), word.allSatisfy({ $0.isHan || $0 == "+" || $0 == "·" }) {
        // A name, an office that sent the text, or the edition of a paper before all names.
        guard word.count <= 12 else { return false }
        if hasRole { writers += 1 } else { hasRole = true }
      } else {
        return false
      }
    }
    return hasRole && writers > 0
  }

  /// How many names a word with a role in it has: 记者 none, 新华社记者甲某 one. Nil where it has no role, as 记者会 has none.
  ///
  /// - Parameter isAlone: nothing else stands in the line: 通讯员培训 is a heading.
  private static func role(_ word: [Unicode.Scalar], isAlone: Bool) -> Int? {
    for role in roles {
      guard let start = word.indices.first(where: { word[$0...].starts(with: role) }) else { continue }
      let before = Array(word[..<start])
      let name = word[(start + role.count)...]
      let isPaper = ends(before, in: papers)
      guard isPaper || before.isEmpty || kinds.contains(where: { before.elementsEqual($0.unicodeScalars) }) else { continue }
      if name.isEmpty { return 0 }
      // 记者观察 is a column, 本报记者甲某 and 通讯员甲某 are not.
      guard isPaper || !before.isEmpty || role != roles[0] && !isAlone, (2...4).contains(name.count), name.allSatisfy(\.isHan) else {
        continue
      }
      return 1
    }
    return nil
  }

  private static func ends(_ word: [Unicode.Scalar], in endings: [String]) -> Bool {
    word.count >= 2 && endings.contains { word.suffix($0.unicodeScalars.count).elementsEqual($0.unicodeScalars) }
  }
}
