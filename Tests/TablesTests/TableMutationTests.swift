import Articles
import Diagnostics
import Documents
import Extraction
import Foundation
import Indicators
import Tables
import Testing

/// Files of tables changed at random are read or refused: none stops the program, none takes long, and what is read points into its text.
///
/// `WHITEPAPER_MUTATIONS` sets how many files are tried; `WHITEPAPER_MUTATION` tries one alone, by its number.
@Suite("Mutated files of tables")
struct TableMutationTests {
  private static let only = ProcessInfo.processInfo.environment["WHITEPAPER_MUTATION"].flatMap { Int($0) }
  private static let count = ProcessInfo.processInfo.environment["WHITEPAPER_MUTATIONS"].flatMap { Int($0) } ?? 600

  private struct Dice {
    var state: UInt64
    mutating func roll(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(max(count, 1)))
    }
  }

  /// What makes tables strange.
  private static let pieces = [
    "", "999999999999999999999999", "-", "(", ")", "%", "‰", "…", "\u{0}", "<", "</td>", "<td rowspan=99999 colspan=99999>", "<table>",
    "</table>", "\"", ",", "\t", ";", "\n", "单位：", "年",
    "其中：", "合计", "2024", "1e308", "r=\"XFD1048576\"", "ref=\"A1:XFD1048576\"", "t=\"s\"", "<v>-1</v>", "<mergeCell ref=\"A1:A1048576\"/>",
    "&amp;", "&#x10FFFF;", "<w:gridSpan w:val=\"9999\"/>",
    "<w:vMerge/>", "<sup>", "一、", "#", "比上年增长（%）", "占比", "①", "民國113年", "|", "|---|", "\u{3000}", "9.9.9", "2022-W05",
  ]

  private static func mutate(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
    var copy = bytes
    for _ in 0...dice.roll(4) {
      guard !copy.isEmpty else { return copy }
      let place = dice.roll(copy.count)
      switch dice.roll(5) {
      case 0: copy[place] = UInt8(truncatingIfNeeded: dice.roll(256))
      case 1: copy.removeSubrange(place..<min(copy.count, place + 1 + dice.roll(40)))
      case 2: copy.insert(contentsOf: Array(pieces[dice.roll(pieces.count)].utf8), at: place)
      case 3:
        let end = min(copy.count, place + 1 + dice.roll(200))
        copy.insert(contentsOf: Array(copy[place..<end]), at: dice.roll(copy.count))
      default: copy = Array(copy.prefix(place))
      }
    }
    return copy
  }

  @Test("none stops the program")
  func mutations() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: fixtures).filter { !$0.hasSuffix(".facts") }.sorted()
    var seeds: [(name: String, bytes: [UInt8], parts: [(name: String, bytes: [UInt8])])] = []
    for name in names {
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: fixtures + "/" + name)))
      seeds.append((name, bytes, isOfficeDocument(bytes) ? try parts(of: bytes) : []))
    }
    var dice = Dice(state: 20_260_101)
    let clock = ContinuousClock()
    var read = 0
    for number in 0..<Self.count {
      let seed = seeds[number % seeds.count]
      var bytes: [UInt8]
      if seed.parts.isEmpty {
        bytes = Self.mutate(seed.bytes, &dice)
      } else {
        // Within the parts, so that the archive's checksums do not stop it at once.
        var parts = seed.parts
        let kinds = ["sheet", "document", "sharedStrings", "styles", "workbook", "foot"]
        let heavy = parts.indices.filter { index in kinds.contains { parts[index].name.contains($0) } }
        let place = heavy.isEmpty ? dice.roll(parts.count) : heavy[dice.roll(heavy.count)]
        parts[place].bytes = Self.mutate(parts[place].bytes, &dice)
        bytes = storedArchive(parts)
        if dice.roll(10) == 0 { bytes = Self.mutate(bytes, &dice) }
      }
      if let only = Self.only, only != number { continue }
      let start = clock.now
      do {
        let article = try article(bytes, name: seed.name).value
        let figures = statedFigures(in: article, language, tableWords).value
        read += 1
        let ids = Set(figures.map(\.id))
        for figure in figures {
          guard let range = figure.source?.range else { continue }
          #expect(range.lowerBound >= 0 && range.upperBound <= article.scalars.count, "\(seed.name) \(number)")
          #expect(figure.of.map(ids.contains) ?? true, "\(seed.name) \(number)")
        }
      } catch is Diagnostics {
        // Refused with a finding.
      }
      #expect(clock.now - start < .seconds(20), "\(seed.name) \(number)")
    }
    #expect(Self.only != nil || read * 4 > Self.count, "the changes are so strong that nearly all files are refused")
  }
}
