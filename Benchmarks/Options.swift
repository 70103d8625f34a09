import Diagnostics

/// The arguments of this program.
struct Options {
  static let usage = """
    usage: Benchmarks [--rounds N] [--reference NAME] [--list] [NAME...]

      --rounds N        rounds to take medians over (default 11)
      --reference NAME  also print each time over that of this benchmark
      --list            print the names
      NAME              only the benchmarks whose names begin so (default: all)
    """

  var rounds = 11
  var reference: String?
  var list = false
  var names: [String] = []

  /// - Throws: `usage` for an option that is unknown or lacks its value.
  init(_ arguments: [String]) throws(Diagnostic) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--rounds":
        guard let text = rest.popFirst(), let count = Int(text), count > 0 else {
          throw Diagnostic.error("usage", "--rounds needs a number above 0")
        }
        rounds = count
      case "--reference":
        guard let name = rest.popFirst() else { throw Diagnostic.error("usage", "--reference needs a name") }
        reference = name
      case "--list": list = true
      case _ where argument.hasPrefix("-"): throw Diagnostic.error("usage", "unknown option \(argument)")
      default: names.append(argument)
      }
    }
  }

  /// The benchmarks asked for, the reference among them.
  func selected(from all: [Benchmark]) throws(Diagnostic) -> [Benchmark] {
    var unknown = names.first { name in !all.contains { $0.name.hasPrefix(name) } }
    if let reference, !all.contains(where: { $0.name == reference }) { unknown = reference }
    if let unknown {
      let near = nearestName(to: unknown, among: all.map(\.name))
      throw Diagnostic.error("usage", "no benchmark is named \(unknown)", hint: near.map { "did you mean \($0)?" })
    }
    if names.isEmpty { return all }
    return all.filter { benchmark in
      benchmark.name == reference || names.contains { benchmark.name.hasPrefix($0) }
    }
  }
}
