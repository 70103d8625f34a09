/// Gives figures ids that come from what they are: the document's name, the sentence that states them, and the value, as in
/// `guangdong-2022/k3f9/970.24亿元`. The four characters in the middle stand for the sentence. So an id changes only with
/// its own sentence: neither another article nor another paragraph renames a figure. A value that one sentence states twice
/// has a number behind it: `…/5件/2`.
package struct ContentIDs: Sendable {
  private var counts: [Observation.ID: Int] = [:]
  private var taken: Set<Observation.ID>
  private var document = (path: "", key: "")
  private var sentence = (text: "", key: "")
  private var unit = (written: "", key: "")

  /// - Parameter taken: ids that others have.
  package init(taken: Set<Observation.ID> = []) { self.taken = taken }

  /// The next figure's id, in text order.
  ///
  /// - Parameter file: names the document of a figure that has none.
  package mutating func next(for figure: Observation, in file: String = "") -> Observation.ID {
    let path = figure.source?.document ?? file
    if document.path != path || document.key.isEmpty { document = (path, Self.key(ofDocument: path)) }
    let text = figure.source?.sentence ?? "\(figure.name)|\(figure.area ?? "")|\(figure.period?.description ?? "")"
    if sentence.text != text || sentence.key.isEmpty { sentence = (text, Self.key(ofSentence: text)) }
    let wanted = "\(document.key)/\(sentence.key)/\(key(of: figure))"
    return unique(wanted)
  }

  /// The id, or with a number behind it where it is taken.
  package mutating func unique(_ wanted: Observation.ID) -> Observation.ID {
    let known = counts.updateValue(1, forKey: wanted)
    if known == nil, !taken.contains(wanted) { return wanted }
    var count = known ?? 1
    var id = wanted
    repeat {
      count += 1
      id = "\(wanted)/\(count)"
    } while counts[id] != nil || taken.contains(id)
    counts[wanted] = count
    counts[id] = 1
    return id
  }

  /// The file's name without folders and suffix: letters, digits, `-`, `_` and `.`, 24 at most.
  private static func key(ofDocument path: String) -> String {
    var name = path.split(separator: "/").last.map(String.init) ?? ""
    if let dot = name.lastIndex(of: "."), dot != name.startIndex { name = String(name[..<dot]) }
    var key = String.UnicodeScalarView()
    for scalar in name.unicodeScalars.prefix(24) {
      let isWord = scalar.properties.isAlphabetic || scalar.properties.numericType != nil || "_.".unicodeScalars.contains(scalar)
      if isWord { key.append(scalar) } else if key.last != "-", !key.isEmpty { key.append("-") }
    }
    while key.last == "-" { key.removeLast() }
    return key.isEmpty ? "text" : String(key)
  }

  private static let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".unicodeScalars)

  /// Twenty bits of the FNV-1a hash, in Crockford's base 32.
  private static func key(ofSentence text: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash ^= hash >> 32
    var key = ""
    for shift: UInt64 in [15, 10, 5, 0] { key.unicodeScalars.append(digits[Int(hash >> shift & 31)]) }
    return key
  }

  /// Value and unit: `970.24亿元`, `-3.2%`; a rank is `rank1`, a streak `streak13`.
  private mutating func key(of figure: Observation) -> String {
    let value = figure.value.description
    switch figure.kind {
    case .rank: return "rank" + value
    case .streak: return "streak" + value
    case .level, .change, .share:
      if unit.written != figure.unit.written {
        let letters = figure.unit.written.unicodeScalars.filter { $0.properties.isAlphabetic || "%‰$".unicodeScalars.contains($0) }
        unit = (figure.unit.written, String(String.UnicodeScalarView(letters)))
      }
      return value + unit.key
    }
  }
}
