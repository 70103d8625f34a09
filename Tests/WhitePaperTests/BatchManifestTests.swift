import Diagnostics
import Testing
import WhitePaper

/// What a manifest stands for.
struct BatchManifestTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    for name in ["广东-2021.txt", "广东-2022.txt", "广西-2022.txt", "b.vl.yaml", "a.yaml"] { _ = try scratch.file(name) }
  }

  private func jobs(_ text: String, name: String = "manifest.yaml") throws -> [PlannedJob] {
    try BatchManifest.read(text, path: scratch.path + "/" + name).jobs
  }

  private func rules(_ text: String, name: String = "manifest.yaml") -> [String] {
    do {
      return try jobs(text, name: name).flatMap { $0.problems.map(\.rule) }
    } catch {
      return (error as? Diagnostics)?.all.map(\.rule) ?? ["\(error)"]
    }
  }

  @Test("each combination of values is a job, the last parameter changing first") func combinations() throws {
    let found = try jobs(
      """
      - parameters: {area: [广东, 广西], year: {from: 2021, to: 2022}}
        inputs: "{area}-{year}.txt"
        output: out/{area}/{year}.pdf
      """)
    #expect(found.compactMap(\.output) == ["广东/2021", "广东/2022", "广西/2021", "广西/2022"].map { "\(scratch.path)/out/\($0).pdf" })
    #expect(found.map(\.id) == ["1", "2", "3", "4"])
    #expect(found[1].line.contains("\"command\": \"render\"") && found[1].line.contains("\(scratch.path)/广东-2022.txt"))
  }

  @Test("wildcards are the files there are, by the bytes of their names") func wildcards() throws {
    let found = try jobs("[{inputs: \"广*-2022.txt\", output: a.pdf}]")
    #expect(found[0].reads == ["\(scratch.path)/广东-2022.txt", "\(scratch.path)/广西-2022.txt"])
    #expect(rules("[{inputs: \"x*.txt\", output: a.pdf}]") == ["batch.no-input"])
  }

  @Test("a job for each file, named after it") func files() throws {
    let found = try jobs("[{command: chart, parameters: {spec: {files: \"*.yaml\"}}, inputs: \"{spec}\", output: \"{spec.name}.png\"}]")
    #expect(found.compactMap(\.output) == ["a", "b"].map { "\(scratch.path)/\($0).png" })
    #expect(found.flatMap(\.problems).isEmpty)
  }

  @Test("what stands beside the jobs holds for each that does not say otherwise") func defaults() throws {
    let found = try jobs(
      "{layout: brief, jobs: [{inputs: 广东-2021.txt, output: a.pdf}, {inputs: 广西-2022.txt, output: b.pdf, layout: slides}]}")
    #expect(found[0].line.contains("\"layout\": \"brief\"") && found[1].line.contains("\"layout\": \"slides\""))
  }

  @Test("a table has a job in each row; columns that are no keys are parameters") func table() throws {
    let found = try jobs(
      "area,year,inputs,output,layout\n广东,2021,{area}-{year}.txt;广西-2022.txt,{area}.pdf,\n广西,2022,{area}-{year}.txt,{area}.pdf,brief\n",
      name: "m.csv")
    #expect(found[0].reads == ["\(scratch.path)/广东-2021.txt", "\(scratch.path)/广西-2022.txt"])
    #expect(!found[0].line.contains("layout") && found[1].line.contains("\"layout\": \"brief\""))
    #expect(found.flatMap(\.problems).isEmpty)
  }

  @Test(
    "what is wrong is said, at its place",
    arguments: [
      ("[]", ["batch.empty"]), ("a: b", ["batch.jobs"]), ("jobs: 3", ["field.type"]), ("[3]", ["field.type"]),
      ("[{inputs: a.yaml}]", ["batch.output"]), ("[{output: a.pdf}]", ["job.inputs"]),
      ("[{inputs: a.yaml, output: a.pdf, layuot: brief}]", ["field.unknown"]),
      ("[{inputs: a.yaml, output: a.png, command: chart, layout: brief}]", ["job.without-effect"]),
      ("[{inputs: a.yaml, output: \"{aera}.pdf\", parameters: {area: [广东]}}]", ["batch.unused-parameter"]),
      ("[{inputs: a.yaml, output: \"{area}.pdf\"}]", ["batch.unknown-parameter"]),
      ("[{inputs: \"{a}\", output: x.pdf, parameters: {a: [b, c]}}]", ["batch.same-output", "batch.same-output"]),
      ("[{inputs: a.yaml, output: x.pdf}, {inputs: a.yaml, output: ./x.pdf}]", ["batch.same-output", "batch.same-output"]),
      ("[{inputs: \"{a}\", output: \"{a}.pdf\", parameters: {a: [b, b]}}]", ["batch.repeated"]),
      ("[{inputs: \"{a}\", output: \"{a}.pdf\", parameters: {a: {from: 3, to: 1}}}]", ["field.type"]),
      ("[{inputs: \"-\", output: x.pdf}]", ["job.stream"]),
    ])
  func wrong(text: String, expected: [String]) {
    #expect(rules(text) == expected)
  }
}
