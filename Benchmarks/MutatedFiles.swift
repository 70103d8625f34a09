import AllCores
import Diagnostics
import Foundation
import PDFFile
import SeededNumbers
import WhitePaper

/// What is done with a damaged copy.
enum Work: String {
  /// Its figures are read, as `extract` does.
  case inputs = "mutated-inputs"
  /// It becomes pages, as `render` and `chart` make them, in some layout and form of file.
  case renders = "mutated-renders"
}

/// Does some work with damaged copies of files, in this process: each gives a result or diagnostics, and none takes long.
///
/// - Parameter arguments: how many copies, the seed of the first, then the files; each copy is of the next of them.
/// - Throws: `mutated.slow` where a copy took ten seconds and more, `mutated.memory` where all took more than a gibibyte.
func mutatedFiles(_ work: Work, _ arguments: [String]) throws {
  guard arguments.count > 2, let count = Int(arguments[0]), let seed = UInt64(arguments[1]) else {
    throw Diagnostic.error("usage", "\(work.rawValue) needs a count, a seed and files")
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
      return timed(seed: seed &+ UInt64(start + place)) { () throws(Diagnostics) in
        switch work {
        case .inputs: try figures(of: bytes, as: file.path, by: workshop)
        case .renders: try pages(of: bytes, as: file.path, by: workshop, &dice)
        }
      }
    }
    for outcome in outcomes { total.add(outcome) }
  }
  let memory = peakMemory()
  let (took, made) = work == .inputs ? ("read", "figures") : ("drawn", "bytes")
  print(
    "\(count) files: \(total.done) \(took), \(total.refused) refused, \(total.size) \(made); the slowest \(total.seconds) s, seed \(total.seed); "
      + "\(memory) MiB")
  if total.seconds >= 10 { throw Diagnostic.error("mutated.slow", "the file of seed \(total.seed) took \(total.seconds) s") }
  if memory > 1_024 { throw Diagnostic.error("mutated.memory", "the process took \(memory) MiB") }
}

private struct Outcome: Sendable {
  var done = 0
  var refused = 0
  /// Of what was made: figures or bytes.
  var size = 0
  /// Of the slowest.
  var seconds = 0.0
  var seed: UInt64 = 0

  mutating func add(_ other: Outcome) {
    done += other.done
    refused += other.refused
    size += other.size
    if other.seconds > seconds { (seconds, seed) = (other.seconds, other.seed) }
  }
}

private func timed(seed: UInt64, _ work: () throws(Diagnostics) -> Int) -> Outcome {
  var outcome = Outcome(seed: seed)
  let start = ContinuousClock.now
  do throws(Diagnostics) {
    outcome.size = try work()
    outcome.done = 1
  } catch {
    outcome.refused = 1
  }
  let time = (ContinuousClock.now - start).components
  outcome.seconds = Double(time.seconds) + Double(time.attoseconds) * 1e-18
  return outcome
}

/// The name of a copy, of the same kind as its file.
private func name(likeOf path: String) -> String {
  let kinds = [".report.md", ".vl.json"]
  if let kind = kinds.first(where: { path.hasSuffix($0) }) { return "mutated" + kind }
  return "mutated." + (path.split(separator: ".").last.map(String.init) ?? "txt")
}

private func figures(of bytes: [UInt8], as path: String, by workshop: Workshop) throws(Diagnostics) -> Int {
  var workshop = workshop
  let name = name(likeOf: path)
  workshop.files = InputFiles(inMemory: [name: bytes])
  return try workshop.extract([name]).value.observations.count
}

/// - Returns: how many bytes the files have; those of a PDF are read back.
private func pages(of bytes: [UInt8], as path: String, by workshop: Workshop, _ dice: inout SplitMix64) throws(Diagnostics) -> Int {
  var workshop = workshop
  let name = name(likeOf: path)
  workshop.files = InputFiles(inMemory: [name: bytes])
  let layouts = ["annual", "brief", "slides", "long-image", "card", "square", "study"]
  let formats: [PageFormat] = [.pdf, .pdf, .png, .svg]
  let format = formats[dice.below(formats.count)]
  let isChart = name.hasSuffix("json") || name.hasSuffix("yaml")
  var options = RenderOptions()
  options.layout = isChart ? nil : layouts[dice.below(layouts.count)]
  let document = isChart ? try workshop.chart(name, options: options).value : try workshop.render([name], options: options).value
  do throws(Diagnostic) {
    let files = try workshop.bytes(of: document, as: format, named: "mutated." + format.rawValue, options: options)
    if format == .pdf, let file = files.first {
      let read = try readPDF(file.bytes, document: file.path)
      guard read.pages.count == document.pages.count else { fatalError("\(read.pages.count) pages of \(document.pages.count)") }
    }
    return files.reduce(0) { $0 + $1.bytes.count }
  } catch {
    throw Diagnostics([error])
  }
}

/// The most memory that this process has had (getrusage(2)), in MiB.
private func peakMemory() -> Int {
  var usage = rusage()
  guard unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return 0 }
  return usage.ru_maxrss / 1_024
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
