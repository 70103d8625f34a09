import Diagnostics
import Foundation
import Indicators
import Testing

/// Damaged files of figures and corrections: facts or findings, and never a stop. The number of runs is raised by
/// `WHITEPAPER_MUTATIONS`.
@Suite struct ReaderMutationTests {
  private static let pieces = [
    "\n", "  ", "- ", ": ", "{", "}", "[", "]", "\"", ",", "&a ", "*a", "#", "|", "null", "-", "1e9",
    "99999999999999999999999999999999999999", "\u{FEFF}", "\0", "\r\n", "亿元", "2022-13", "id",
  ]

  /// Flips, cuts, doubled and strange pieces, by code points.
  private func mutate(_ scalars: [Unicode.Scalar], _ dice: inout Dice) -> String {
    var result = scalars
    for _ in 0...dice.roll(3) where !result.isEmpty {
      let at = dice.roll(result.count)
      let end = min(result.count, at + 1 + dice.roll(40))
      switch dice.roll(5) {
      case 0: result[at] = Unicode.Scalar(UInt8(dice.roll(127)))
      case 1: result.removeSubrange(at..<end)
      case 2: result.insert(contentsOf: Array(result[at..<end]), at: at)
      case 3: result.removeSubrange(at...)
      default: result.insert(contentsOf: Self.pieces[dice.roll(Self.pieces.count)].unicodeScalars, at: at)
      }
    }
    return String(String.UnicodeScalarView(result))
  }

  @Test func damagedFilesNeverStopTheProgram() throws {
    let count = ProcessInfo.processInfo.environment["WHITEPAPER_MUTATIONS"].flatMap { Int($0) } ?? 2_000
    var dice = Dice(state: 77)
    var read = 0
    var refused = 0
    let corrections = Array(
      "only-accepted: true\ncorrections:\n  - {id: a/9x4t/5件, text: 5件, rename: 甲, set: {area: 广西, period: 2022, status: plan}}\n"
        .unicodeScalars)
    let formats = IndicatorFormat.allCases
    var seeds = formats.map { _ in [Unicode.Scalar]() }
    for round in 0..<count {
      if round % 400 == 0 {
        let set = dice.village()
        seeds = formats.map { Array(encode(set, as: $0).unicodeScalars) }
      }
      let kind = round % (formats.count + 1)
      do throws(Diagnostics) {
        if kind == formats.count {
          _ = try readCorrections(mutate(corrections, &dice), document: "x")
        } else {
          let set = try decodeIndicators(mutate(seeds[kind], &dice), document: "x", as: formats[kind]).value
          if round % 5 == 0 { _ = check(merge([set, set]).value) }
          if round % 7 == 0 { _ = derive(set) }
        }
        read += 1
      } catch {
        #expect(!error.all.isEmpty)
        refused += 1
      }
    }
    #expect(read > count / 50 && refused > count / 50, "\(read) read, \(refused) refused")
  }
}
