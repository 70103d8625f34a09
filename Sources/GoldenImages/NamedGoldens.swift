import Diagnostics
import Synchronization

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The goldens that tests name while they run. With `GOLDENS=unused` those that no test named are listed on standard error when the
/// process ends: goldens of tests that are gone, to be looked at and deleted.
///
/// `swift test` runs tests of XCTest and of Swift Testing in a process each. What was named is kept in a file by the process that started
/// both, so the second lists what neither named.
struct NamedGoldens: Sendable {
  /// File names by folder.
  private(set) var files: [String: Set<String>] = [:]

  private static let ofThisProcess: Mutex<NamedGoldens>? = environmentVariable("GOLDENS") == "unused" ? start() : nil

  /// Notes that a test names `file`, when the goldens without a test are asked for.
  static func note(_ file: String, in folder: String) {
    ofThisProcess?.withLock { $0.note(file, in: folder) }
  }

  mutating func note(_ file: String, in folder: String) { files[folder, default: []].insert(file) }

  /// What a run of a process before noted: a path a line.
  mutating func add(lines: String) {
    for line in lines.split(separator: "\n") {
      guard let slash = line.lastIndex(of: "/") else { continue }
      note(String(line[line.index(after: slash)...]), in: String(line[..<slash]))
    }
  }

  var paths: [String] { files.flatMap { folder, names in names.map { "\(folder)/\($0)" } }.sorted() }

  /// The goldens beside those that were named, by their paths.
  var unused: [String] {
    files.flatMap { folder, names in GoldenStore(folder: folder, mode: .compare).unused(keeping: names).map { "\(folder)/\($0)" } }
      .sorted()
  }

  /// What is said at the end.
  var summary: String {
    let unused = unused
    guard !unused.isEmpty else { return "tests named every golden beside those they named" }
    let goldens = unused.count == 1 ? "1 golden" : "\(unused.count) goldens"
    return "no test of this run named \(goldens):\n" + unused.map { "  \($0)\n" }.joined()
      + "look at them, and delete them if the run was of all tests"
  }

  private static func start() -> Mutex<NamedGoldens> {
    atexit { NamedGoldens.end() }
    return Mutex(NamedGoldens())
  }

  private static func end() {
    guard let own = ofThisProcess?.withLock({ $0 }), !own.files.isEmpty else { return }
    let record = FileManager.default.temporaryDirectory.path + "/goldens-named-\(getppid()).txt"
    var named = own
    if let before = try? readFile(record) { named.add(lines: String(decoding: before, as: UTF8.self)) }
    try? writeFile(Array(named.paths.joined(separator: "\n").utf8), to: record)
    var said = "GOLDENS=unused: \(named.summary)\n"
    said.withUTF8 { text in _ = unsafe write(STDERR_FILENO, text.baseAddress, text.count) }
  }
}
