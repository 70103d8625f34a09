import Diagnostics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

do {
  if CommandLine.arguments.dropFirst().first == "random-charts" {
    try randomCharts(Array(CommandLine.arguments.dropFirst(2)))
    exit(0)
  }
  if let work = CommandLine.arguments.dropFirst().first.flatMap(Work.init(rawValue:)) {
    try mutatedFiles(work, Array(CommandLine.arguments.dropFirst(2)))
    exit(0)
  }
  let options = try Options(Array(CommandLine.arguments.dropFirst()))
  let all = try benchmarks()
  if options.list {
    for benchmark in all { print(benchmark.name) }
  } else {
    let timings = try measure(options.selected(from: all), rounds: options.rounds)
    for line in table(timings, reference: options.reference) { print(line) }
  }
} catch let problem as Diagnostic where problem.rule == "usage" {
  print(problem, Options.usage, separator: "\n")
  exit(2)
} catch {
  print(error)
  exit(1)
}
