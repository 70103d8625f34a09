import Foundation

/// The program itself, as a user runs it.
struct Program {
  /// Beside the tests in the build folder.
  static let path = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path + "/whitepaper"
  static let isBuilt = FileManager.default.isExecutableFile(atPath: path)

  var status: Int32
  var output: String
  var errors: String

  /// - Parameter input: of standard input; nil: there is none.
  init(_ arguments: [String], in folder: String, environment: [String: String] = [:], input: String? = nil) throws {
    let process = Process()
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.executableURL = URL(fileURLWithPath: Self.path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let (output, errors) = (folder + "/.stdout", folder + "/.stderr")
    for path in [output, errors] { try Data().write(to: URL(fileURLWithPath: path)) }
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
    if let input {
      try Data(input.utf8).write(to: URL(fileURLWithPath: folder + "/.stdin"))
      process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: folder + "/.stdin"))
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    try process.run()
    process.waitUntilExit()
    status = process.terminationReason == .exit ? process.terminationStatus : -1
    self.output = String(decoding: try Data(contentsOf: URL(fileURLWithPath: output)), as: UTF8.self)
    self.errors = String(decoding: try Data(contentsOf: URL(fileURLWithPath: errors)), as: UTF8.self)
    for path in [output, errors, folder + "/.stdin"] { try? FileManager.default.removeItem(atPath: path) }
  }
}
