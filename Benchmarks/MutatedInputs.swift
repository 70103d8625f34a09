import AllCores
import Diagnostics
import Foundation
import SeededNumbers
import WhitePaper

/// Reads damaged copies of files as `extract` does, in this process: each gives figures or diagnostics, and none takes long.
///
/// - Parameter arguments: how many copies, the seed of the first, then the files; each copy is of the next of them.
/// - Throws: `mutated.slow` where a copy took ten seconds and more.
func mutatedInputs(_ arguments: [String]) throws {
  guard arguments.count > 2, let count = Int(arguments[0]), let seed = UInt64(arguments[1]) else {
    throw Diagnostic.error("usage", "mutated-inputs needs a count, a seed and files")
  }
  let files = try arguments[2...].map { path in
    (path: path, bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
  }
  let workshop = try Workshop()
  // In portions, so that no more than their outcomes are held.
  let portion = 1_000
  var total = Outcome()
  for start in stride(from: 0, to: count, by: portion) {
    let outcomes = onAllCores(min(portion, count - start)) { place -> Outcome in
      var dice = SplitMix64(state: seed &+ UInt64(start + place))
      let file = files[(start + place) % files.count]
      let bytes = mutated(file.bytes, with: files[dice.below(files.count)].bytes, &dice)
      return read(bytes, as: file.path, by: workshop, seed: seed &+ UInt64(start + place))
    }
    for outcome in outcomes { total.add(outcome) }
  }
  print(
    "\(count) inputs: \(total.read) read, \(total.refused) refused, \(total.figures) figures; the slowest \(total.seconds) s, seed \(total.seed)"
  )
  if total.seconds >= 10 { throw Diagnostic.error("mutated.slow", "the input of seed \(total.seed) took \(total.seconds) s") }
}

private struct Outcome: Sendable {
  var read = 0
  var refused = 0
  var figures = 0
  /// Of the slowest.
  var seconds = 0.0
  var seed: UInt64 = 0

  mutating func add(_ other: Outcome) {
    read += other.read
    refused += other.refused
    figures += other.figures
    if other.seconds > seconds { (seconds, seed) = (other.seconds, other.seed) }
  }
}

private func read(_ bytes: [UInt8], as path: String, by workshop: Workshop, seed: UInt64) -> Outcome {
  var workshop = workshop
  let name = "mutated." + (path.split(separator: ".").last.map(String.init) ?? "txt")
  workshop.files = InputFiles(inMemory: [name: bytes])
  var outcome = Outcome(seed: seed)
  let start = ContinuousClock.now
  do throws(Diagnostics) {
    outcome.figures = try workshop.extract([name]).value.observations.count
    outcome.read = 1
  } catch {
    outcome.refused = 1
  }
  let time = (ContinuousClock.now - start).components
  outcome.seconds = Double(time.seconds) + Double(time.attoseconds) * 1e-18
  return outcome
}

/// Bit flips, cuts, doubled pieces, pieces of another file, markup and numbers no one writes.
private func mutated(_ bytes: [UInt8], with other: [UInt8], _ dice: inout SplitMix64) -> [UInt8] {
  var result = bytes
  for _ in 0...dice.below(3) where !result.isEmpty {
    let at = dice.below(result.count)
    let end = min(result.count, at + 1 + dice.below(40))
    switch dice.below(6) {
    case 0: result[at] ^= 1 << UInt8(dice.below(8))
    case 1: result.removeSubrange(at..<end)
    case 2:
      let from = dice.below(max(1, other.count))
      result.insert(contentsOf: other[from..<min(other.count, from + 1 + dice.below(60))], at: at)
    case 3: result.insert(contentsOf: Array(result[at..<end]), at: at)
    case 4: result.insert(contentsOf: strangePieces[dice.below(strangePieces.count)], at: at)
    default: result.removeSubrange(at...)
    }
  }
  return result
}

private let strangePieces: [[UInt8]] = [
  "<p>", "</p>", "<table><tr><td>", "</table>", "<td rowspan=\"9\">", "<!--", "-->", "<script>", "&#20159;", "&amp", "**", "`", "```\n",
  "[a](b)",
  "| a |\n|---|\n", "> ", "# ", "- ", "\\*", "，", "。", "“", "（", "）", "、", "分别", "同比增长", "亿元", "%", "99999999999999999999999999", "1e9",
  "-",
  "\u{FEFF}", "\0", "\r\n", ",,,,", "\t",
].map { Array($0.utf8) }
