import AllCores
import Diagnostics
import Foundation
import Subprocess
import Synchronization
import SystemPackage

/// Worker processes that share a list of jobs. A job that ends its process, or is not done in time, fails alone: the next one gets a
/// new process.
struct WorkerPool: Sendable {
  /// How many jobs are done at a time.
  var count: Int
  /// What one job may take.
  var timeLimit: Duration
  /// MiB.
  var memoryLimit: Int
  /// Options of every worker.
  var options: [String]

  /// What came back for a job: the worker's line, or why there is none.
  enum Answer: Sendable {
    case line(String)
    case none(Diagnostic)
  }

  /// Does all jobs.
  ///
  /// - Parameters:
  ///   - lines: the jobs, each a line of JSON.
  ///   - each: gets the number of a job in `lines` and its answer, in the order in which they are done.
  /// - Throws: `batch.workers` when no worker can be started.
  func run(_ lines: [String], each: @escaping @Sendable (Int, Answer) async -> Void) async throws(Diagnostic) {
    let queue = JobQueue(count: lines.count)
    let problem = await withTaskGroup(of: Diagnostic?.self) { group in
      for _ in 0..<min(count, lines.count) {
        group.addTask {
          while queue.hasMore {
            if let problem = await self.process(queue, lines, each) { return problem }
          }
          return nil
        }
      }
      var first: Diagnostic?
      for await problem in group { first = first ?? problem }
      return first
    }
    if let problem { throw problem }
  }

  /// One process, until the jobs are done or one of them ends it.
  private func process(
    _ queue: JobQueue, _ lines: [String], _ each: @escaping @Sendable (Int, Answer) async -> Void
  ) async -> Diagnostic? {
    guard let program = Bundle.main.executablePath else {
      return .error("batch.workers", "this program cannot find itself to start workers")
    }
    let deadline = Deadline()
    let seconds = timeLimit.components.seconds
    do {
      let result = try await Subprocess.run(
        .path(FilePath(program)),
        arguments: Arguments(["worker", "--memory-limit", String(memoryLimit), "--cores", String(max(1, Cores.count / count))] + options),
        environment: .inherit.updating(["SWIFT_BACKTRACE": "enable=no"]), input: .inputWriter, output: .sequence, error: .discarded
      ) { execution -> Int? in
        try await withThrowingTaskGroup(of: Int?.self) { group in
          group.addTask {
            while !Task.isCancelled {
              if deadline.isPast { try? execution.send(signal: .kill) }
              try await Task.sleep(for: .milliseconds(50))
            }
            return nil
          }
          group.addTask {
            var answers = execution.standardOutput.strings(bufferingPolicy: .unbounded).makeAsyncIterator()
            while let job = queue.next() {
              deadline.set(after: self.timeLimit)
              // A worker that has ended reads no more; its missing answer tells.
              _ = try? await execution.standardInputWriter.write(lines[job] + "\n")
              guard let answer = try await answers.next() else { return job }
              deadline.clear()
              await each(job, .line(answer))
            }
            try await execution.standardInputWriter.finish()
            return nil
          }
          var open: Int?
          if let ended = try await group.next() { open = ended }
          group.cancelAll()
          return open
        }
      }
      guard let job = result.closureResult else { return nil }
      let why: Diagnostic =
        deadline.isPast
        ? .error("job.time", "the job was not done in \(seconds) seconds", hint: "give it more with --time-limit")
        : .error(
          "job.ended", "the job ended its worker (\(result.terminationStatus))",
          hint: "it may need more than \(memoryLimit) MiB: see --memory-limit")
      await each(job, .none(why))
      return nil
    } catch {
      return .error("batch.workers", "a worker cannot be started: \(error)")
    }
  }
}

/// The jobs that nobody has begun.
private final class JobQueue: Sendable {
  private let begun = Mutex(0)
  private let count: Int

  init(count: Int) { self.count = count }

  var hasMore: Bool { begun.withLock { $0 < count } }

  func next() -> Int? {
    begun.withLock { begun in
      guard begun < count else { return nil }
      defer { begun += 1 }
      return begun
    }
  }
}

/// When the job at hand must be done.
private final class Deadline: Sendable {
  private let instant = Mutex<ContinuousClock.Instant?>(nil)

  var isPast: Bool { instant.withLock { $0.map { $0 < .now } ?? false } }
  func set(after duration: Duration) { instant.withLock { $0 = .now + duration } }
  func clear() { instant.withLock { $0 = nil } }
}
