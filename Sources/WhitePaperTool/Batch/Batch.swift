import AllCores
import ArgumentParser
import Diagnostics
import Foundation
import WhitePaper

struct Batch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Does many jobs over all cores: every area and year, every chart.",
    discussion: """
      The manifest (YAML, JSON or CSV) lists what is read and written, with wildcards and parameters. Failed jobs do not \
      end the others. On a terminal a bar shows how far it is; elsewhere each job's result is a line of JSON, in the \
      order of the manifest. The exit status is 1 when a job failed.
      """)

  @Argument(help: "A manifest: .yaml, .json or .csv; - is standard input.") var manifest: String
  @Option(name: .shortAndLong, help: "Jobs done at a time; else one for each core.") var jobs: Int?
  @Flag(help: "Leave out what an earlier run of this manifest has done.") var resume = false
  @Option(help: "Where to keep what is done; else beside the manifest, named after it and ending in .done.") var journal: String?
  @Option(name: .customLong("time-limit"), help: "Seconds that a job may take.") var timeLimit: Int = 600
  @Option(name: .customLong("memory-limit"), help: "MiB that a job may take.") var memoryLimit: Int = 4096
  @Option(name: .customLong("font-dir"), help: "A further folder of fonts; may be given several times.") var fontDirectories: [String] = []
  @Option(help: "A further concept file; may be given several times.") var concepts: [String] = []
  @Flag(help: "Do no job: say which would be done and what they would write, and what would hinder them.") var dryRun = false
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs lies between 1 and 256") }
    guard timeLimit >= 1 else { throw ValidationError("--time-limit is at least 1") }
    guard memoryLimit >= 64 else { throw ValidationError("--memory-limit is at least 64") }
    if manifest == "-", resume, journal == nil { throw ValidationError("a manifest from standard input resumes from a --journal") }
  }

  func run() async throws {
    do throws(Diagnostics) {
      let failed = try await carryOut()
      if failed > 0 { throw Diagnostics([]) }
    } catch {
      common.report(error.all)
      throw ExitCode(1)
    }
  }

  /// - Returns: how many jobs failed.
  private func carryOut() async throws(Diagnostics) -> Int {
    let planned = try Workshop.readManifest(manifest)
    let journalPath = journal ?? (manifest == "-" ? nil : manifest + ".done")
    let journal = try journalPath.map { path throws(Diagnostics) in
      try Diagnostics.several { () throws(Diagnostic) in try BatchJournal(path: path, resumes: resume, isKept: !dryRun, over: [manifest]) }
    }
    let report = BatchReport(count: planned.jobs.count, isQuiet: common.quiet)
    var open: [(number: Int, digest: String)] = []
    for (number, job) in planned.jobs.enumerated() {
      if !job.problems.isEmpty {
        await report.add(number, job.failure(job.problems))
        continue
      }
      let digest = journal == nil ? "" : job.digest
      if resume, journal?.isDone(digest) == true {
        await report.skip(number)
      } else {
        open.append((number, digest))
      }
    }
    if dryRun {
      for (number, _) in open {
        do throws(Diagnostics) {
          print("job \(planned.jobs[number].id): \(try Workshop.dryRun(planned.jobs[number]))".showingControls())
          await report.foresee()
        } catch {
          await report.add(number, planned.jobs[number].failure(error.all))
        }
      }
      return await report.finish(isDryRun: true)
    }
    for folder in Set(open.compactMap { planned.jobs[$0.number].outputFolder }).sorted() {
      // A folder that cannot be made fails its jobs, not the batch.
      try? Workshop.prepareFolder(folder)
    }
    let pool = WorkerPool(
      count: jobs ?? Cores.count, timeLimit: .seconds(timeLimit), memoryLimit: memoryLimit,
      options: fontDirectories.flatMap { ["--font-dir", $0] } + concepts.flatMap { ["--concepts", $0] })
    let waiting = open
    do throws(Diagnostic) {
      try await pool.run(waiting.map { planned.jobs[$0.number].line }) { place, answer in
        let (number, digest) = waiting[place]
        switch answer {
        case .none(let why): await report.add(number, planned.jobs[number].failure([why]))
        case .line(let line):
          let outcome = JobOutcome(line: line)
          if outcome.isDone { try? journal?.add(digest, files: outcome.files) }
          await report.add(number, outcome)
        }
      }
    } catch { throw Diagnostics(error) }
    return await report.finish()
  }
}
