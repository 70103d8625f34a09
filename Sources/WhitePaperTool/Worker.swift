import AllCores
import ArgumentParser
import Diagnostics
import Foundation
import WhitePaper

struct Worker: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker",
    abstract: "Does jobs for a pipeline: a line of JSON in, a line of JSON out.",
    discussion: """
      Every line of standard input has one answer on standard output, in the same order, whatever is wrong with it; \
      `status` in the answer tells. The program ends with status 0 at the end of its input. The form of a job is \
      `inspect schema job`.
      """)

  @Option(name: .customLong("memory-limit"), help: "The memory in MiB that the process may take; a job that needs more ends it.")
  var memoryLimit: Int?
  @Option(help: "The cores that the process may take; all of the machine unless given. An executor of a cluster has its own.") var cores:
    Int?
  @Option(name: .customLong("font-dir"), help: "A further folder of fonts; may be given several times.")
  var fontDirectories: [String] = []
  @Option(help: "A further concept file; may be given several times.") var concepts: [String] = []

  func validate() throws {
    if let memoryLimit, memoryLimit < 64 { throw ValidationError("--memory-limit is at least 64") }
    if let cores, cores < 1 { throw ValidationError("--cores is at least 1") }
  }

  func run() throws {
    if let cores { Cores.limit(to: cores) }
    do throws(Diagnostics) {
      if let memoryLimit { try Diagnostics.several { () throws(Diagnostic) in try limitMemory(mebibytes: memoryLimit) } }
      let date = try Diagnostics.several { () throws(Diagnostic) in try sourceDate() }
      let workshop = try Workshop(fontFolders: fontDirectories, conceptFiles: concepts)
      while let line = readLine() {
        let answer = workshop.answer(line, date: date) + "\n"
        do { try FileHandle.standardOutput.write(contentsOf: Data(answer.utf8)) } catch { return }
      }
    } catch {
      for diagnostic in error.all { StandardError.print(diagnostic.description) }
      throw ExitCode(1)
    }
  }
}

/// Bounds the memory of this process (POSIX `setrlimit`): what asks for more is not given it, and the process ends.
private func limitMemory(mebibytes: Int) throws(Diagnostic) {
  var limit = rlimit()
  limit.rlim_cur = rlim_t(mebibytes) << 20
  limit.rlim_max = limit.rlim_cur
  #if canImport(Glibc)
    let resource = __rlimit_resource_t(RLIMIT_DATA.rawValue)
  #else
    let resource = RLIMIT_DATA
  #endif
  guard unsafe setrlimit(resource, &limit) == 0 else {
    throw .error("worker.memory", "the memory of this process cannot be limited to \(mebibytes) MiB")
  }
}
