package import Diagnostics
import StructuredData

/// The units of `language/units.yaml`: what they measure, how they are read, what they are called in print.
package final class UnitList: Sendable {
  package static let shared = SharedWords.read("units.yaml", shape)

  /// A unit of a known measure.
  package struct Entry: Sendable {
    /// Its names in every script and language.
    package var names: [String]
    /// Those that are read behind a number of Chinese text.
    package var read: [String]
    package var dimension: String
    /// How many of `base` it is.
    package var scale: (numerator: Int, denominator: Int)
    package var base: String
  }

  /// What units are measured in, in the order of the file.
  package static let dimensions = [
    "money", "count", "length", "area", "mass", "time", "energy", "power", "proportion", "points", "rank",
  ]
  /// What a word makes of the number before it.
  package static let kinds = [
    "count", "position", "money", "physical", "percent", "points", "times", "tenths", "doublings", "duration", "rating", "label",
  ]

  package let entries: [Entry]
  /// Further words that are read behind a number of Chinese text, by kind.
  package let reading: [(kind: String, words: [String])]
  package let wholeMeasures: [String]
  package let multipliers, chineseMultipliers: [(phrase: String, value: Int)]
  package let inChinese, inEnglish: [String: String]
  package let unsaidInEnglish: Set<String>

  /// - Parameters:
  ///   - text: of the YAML file.
  ///   - document: its path, for findings.
  /// - Throws: all that is wrong with the file.
  package static func read(_ text: String, document: String) throws(Diagnostics) -> UnitList {
    try shape.read(parseYAML(text, document: document)).value
  }

  private init(_ fields: inout Fields) {
    entries = fields.optional("measures", Self.measures, default: [], "Units by what they measure.")
    reading = fields.optional("reading", Self.reading, default: [], "Words behind a number by what they make of it.")
    wholeMeasures = fields.words("whole-measures")
    multipliers = fields.numbered("multipliers")
    chineseMultipliers = fields.numbered("chinese-multipliers")
    inChinese = Dictionary(fields.named("in-chinese").map { ($0.phrase, $0.value) }) { first, _ in first }
    inEnglish = Dictionary(fields.named("in-english").map { ($0.phrase, $0.value) }) { first, _ in first }
    unsaidInEnglish = fields.set("unsaid-in-english")
  }

  private static let shape = NodeShape<UnitList>.record("UnitList") { UnitList(&$0) }

  private static let measures = NodeShape<[Entry]>.record("Measures") { fields in
    dimensions.flatMap { dimension in
      fields.optional(dimension, entries, default: [], "Units by all of their names, parted by commas.").map { entry in
        var entry = entry
        entry.dimension = dimension
        return entry
      }
    }
  }

  private static let reading = NodeShape<[(kind: String, words: [String])]>.record("Reading") { fields in
    kinds.map { ($0, fields.words($0)) }
  }

  private static let entries = LanguagePack.words.map { units, node throws(Diagnostic) in
    var found: [Entry] = []
    for unit in units {
      guard let entry = Entry(unit) else {
        throw .error(
          "language.unit", "“\(unit)” tells no unit", at: node.span,
          hint: "write its names, and how many of which other unit it is: “公里 千米 km | kilometres = 1000 米”")
      }
      found.append(entry)
    }
    return found
  }
}

extension UnitList.Entry {
  /// - Parameter text: names, `|` and those that are not read, `=` with a number or a fraction and a unit.
  fileprivate init?(_ text: String) {
    let sides = text.split(separator: "=", omittingEmptySubsequences: false)
    guard let left = sides.first, sides.count < 3 else { return nil }
    let names = left.split(separator: "|", omittingEmptySubsequences: false).map { $0.split(separator: " ").map(String.init) }
    guard names.count < 3, let read = names.first, let first = names.joined().first else { return nil }
    self.names = Array(names.joined())
    self.read = read
    dimension = ""
    scale = (1, 1)
    base = first
    guard sides.count == 2 else { return }
    let parts = sides[1].split(separator: " ")
    let numbers = parts.first?.split(separator: "/").compactMap { Int($0) } ?? []
    guard parts.count == 2, let numerator = numbers.first, let denominator = numbers.count == 2 ? numbers.last : 1, denominator > 0,
      numbers.count < 3
    else { return nil }
    scale = (numerator, denominator)
    base = String(parts[1])
  }
}
