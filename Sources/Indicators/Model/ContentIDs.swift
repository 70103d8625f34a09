/// Gives figures ids that come from what they are: the document's name, the sentence that states them, and the value, as in
/// `guangdong-2022/k3f9/970.24亿元`. The four characters in the middle stand for the sentence. So an id changes only with
/// its own sentence: neither another article nor another paragraph renames a figure. A value that one sentence states twice
/// has a number behind it: `…/5件/2`.
package struct ContentIDs: Sendable {
  /// What an id is made of, in numbers: far cheaper to look up than the text.
  private struct Stem: Hashable {
    var document: Int
    var sentence: UInt32
    var form: Form
    var value: ExactNumber
    var unit: Int
  }

  private enum Form { case amount, rank, streak }

  private struct Part {
    var written = ""
    var key = ""
    var number = 0
  }

  /// How often each stem was given.
  private var stems: [Stem: Int] = [:]
  /// How often each id was that came as a text.
  private var counts: [Observation.ID: Int] = [:]
  /// Ids of fractions, and those with a number behind them: 1/3 may be both.
  private var slashed: Set<Observation.ID> = []
  private var taken: Set<Observation.ID>
  private var document = Part()
  private var unit = Part()
  private var documents: [String: Int] = [:]
  private var units: [String: Part] = ["": Part()]
  private var unitKeys: [String: Int] = ["": 0]

  /// - Parameters:
  ///   - taken: ids that others have.
  ///   - count: about how many figures will be given one.
  package init(taken: Set<Observation.ID> = [], for count: Int = 0) {
    self.taken = taken
    stems.reserveCapacity(count)
  }

  /// The next figure's id, in text order.
  ///
  /// - Parameter file: names the document of a figure that has none.
  package mutating func next(for figure: Observation, in file: String = "") -> Observation.ID {
    let path = figure.source?.document ?? file
    if document.written != path || document.key.isEmpty { take(document: path) }
    let sentence: UInt32
    if let source = figure.source {
      sentence = Self.hash(source.sentence)
    } else {
      sentence = Self.hash("\(figure.name)|\(figure.area ?? "")|\(figure.period?.description ?? "")")
    }
    let form: Form =
      switch figure.kind {
      case .rank: .rank
      case .streak: .streak
      case .level, .change, .share: .amount
      }
    if form == .amount, unit.written != figure.unit.written { take(unit: figure.unit.written) }
    let stem = Stem(
      document: document.number, sentence: sentence, form: form, value: figure.value, unit: form == .amount ? unit.number : 0)
    let known = stems.updateValue(1, forKey: stem)
    let wanted = id(stem)
    let isFraction = figure.value.denominator != 1
    if known == nil, taken.isEmpty || !taken.contains(wanted), slashed.isEmpty || !slashed.contains(wanted) {
      if isFraction { slashed.insert(wanted) }
      return wanted
    }
    var count = known ?? 1
    var id = wanted
    repeat {
      count += 1
      id = "\(wanted)/\(count)"
    } while slashed.contains(id) || taken.contains(id)
    stems[stem] = count
    slashed.insert(id)
    return id
  }

  private mutating func take(document path: String) {
    let key = Self.key(ofDocument: path)
    let number = documents[key] ?? documents.count
    documents[key] = number
    document = Part(written: path, key: key, number: number)
  }

  private mutating func take(unit written: String) {
    if let known = units[written] {
      unit = known
      return
    }
    let letters = written.unicodeScalars.filter { $0.properties.isAlphabetic || "%‰$".unicodeScalars.contains($0) }
    let key = String(String.UnicodeScalarView(letters))
    let number = unitKeys[key] ?? unitKeys.count
    unitKeys[key] = number
    unit = Part(written: written, key: key, number: number)
    units[written] = unit
  }

  /// `guangdong-2022/k3f9/970.24亿元`; a rank is `rank1`, a streak `streak13`.
  private func id(_ stem: Stem) -> Observation.ID {
    var id = document.key
    id.reserveCapacity(document.key.utf8.count + unit.key.utf8.count + 30)
    id += "/"
    for shift: UInt32 in [15, 10, 5, 0] { id.unicodeScalars.append(Self.digits[Int(stem.sentence >> shift & 31)]) }
    switch stem.form {
    case .rank: id += "/rank"
    case .streak: id += "/streak"
    case .amount: id += "/"
    }
    id += stem.value.description
    if stem.form == .amount { id += unit.key }
    return id
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

  /// Twenty bits of the FNV-1a hash, written in Crockford's base 32.
  private static func hash(_ text: String) -> UInt32 {
    var hash = fnv1a(text)
    hash ^= hash >> 32
    return UInt32(truncatingIfNeeded: hash) & 0xF_FFFF
  }
}
