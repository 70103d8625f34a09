import Diagnostics
import Foundation
import WhitePaper

/// What a batch says while it runs: a bar with the time left on a terminal, else a line of JSON for each job in the order of the
/// manifest; in the end one line that counts.
actor BatchReport {
  private let count: Int
  private let isQuiet: Bool
  private let isTerminal: Bool
  private let began = ContinuousClock.now
  private var waiting: [Int: JobOutcome?] = [:]
  private var next = 0
  private var done = 0
  private var failed = 0
  private var skipped = 0
  private var foreseen = 0
  private var isBarShown = false

  init(count: Int, isQuiet: Bool) {
    self.count = count
    self.isQuiet = isQuiet
    isTerminal = isatty(FileHandle.standardOutput.fileDescriptor) == 1
  }

  /// A job is over.
  func add(_ number: Int, _ outcome: JobOutcome) {
    if outcome.isDone { done += 1 } else { failed += 1 }
    report(number, outcome)
  }

  /// An earlier run has done the job.
  func skip(_ number: Int) {
    skipped += 1
    report(number, nil)
  }

  /// The job would be done.
  func foresee() { foreseen += 1 }

  /// - Returns: how many jobs failed.
  func finish(isDryRun: Bool = false) -> Int {
    hideBar()
    let earlier = skipped > 0 ? ", \(skipped) done before" : ""
    if isDryRun {
      if !isQuiet { StandardError.print("\(foreseen) would be done, \(failed) would fail\(earlier)") }
      return failed
    }
    let time = String(format: "%.1f", (ContinuousClock.now - began).seconds)
    if !isQuiet {
      StandardError.print("\(done) done, \(failed) failed\(earlier), in \(time) s")
    }
    return failed
  }

  private func report(_ number: Int, _ outcome: JobOutcome?) {
    if isTerminal {
      if let outcome, !outcome.isDone {
        hideBar()
        StandardError.print("job \(outcome.id): " + (outcome.messages.first ?? "failed").showingControls())
      }
      showBar()
      return
    }
    waiting[number] = .some(outcome)
    while let entry = waiting.removeValue(forKey: next) {
      next += 1
      if let outcome = entry { try? FileHandle.standardOutput.write(contentsOf: Data((outcome.line + "\n").utf8)) }
    }
  }

  private func showBar() {
    guard !isQuiet else { return }
    let over = done + failed + skipped
    let width = 30
    let filled = over * width / max(count, 1)
    let elapsed = (ContinuousClock.now - began) / .seconds(1)
    let worked = done + failed
    let left = worked > 0 ? elapsed / Double(worked) * Double(count - over) : 0
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    let time = worked > 0 ? ", \(clock(left)) left" : ""
    let failures = failed > 0 ? ", \(failed) failed" : ""
    try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K\(bar) \(over) of \(count)\(failures)\(time)".utf8))
    isBarShown = true
  }

  private func hideBar() {
    guard isBarShown else { return }
    try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K".utf8))
    isBarShown = false
  }

  private func clock(_ seconds: Double) -> String {
    let seconds = Int(seconds.rounded(.up))
    return String(format: "%d:%02d", seconds / 60, seconds % 60)
  }
}
