import Foundation

/// A program of the machine that reads PDF files; tests that need one are skipped where it is missing, unless the ring
/// `pdf` of `Scripts/test` asks for them.
struct Program {
  let path: String?

  static let pdftotext = Program("pdftotext")
  static let pdfinfo = Program("pdfinfo")
  static let qpdf = Program("qpdf")

  init(_ name: String) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
    path = folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private static let isAsked =
    (ProcessInfo.processInfo.environment["WHITEPAPER_RINGS"] ?? "").split(separator: " ").contains("pdf")

  var isInstalled: Bool { path != nil || Program.isAsked }

  /// What the program prints for a file; `%` among the arguments stands for that file.
  func output(of bytes: [UInt8], _ arguments: [String]) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "export-\(UUID().uuidString).pdf")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: path ?? "")
    process.arguments = arguments.map { $0 == "%" ? file.path : $0 }
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
