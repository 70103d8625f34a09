import Foundation
import Testing

/// What other programs read in our office files: the ring `office` of `Scripts/test`.
private enum Office {
  static let isAsked = (ProcessInfo.processInfo.environment["WHITEPAPER_RINGS"] ?? "").split(separator: " ").contains("office")
}

@Suite("OfficeTests", .enabled(if: Office.isAsked, "Scripts/test --with office runs these")) struct OfficeTests {
  @Test("LibreOffice and Python's libraries open reports: pages, tables, pictures, every figure of the set")
  func reportDocuments() throws {
    let scratch = try Scratch()
    try read("report_documents.py", [Program.path, project + "/Examples", scratch.path])
  }

  @Test("openpyxl reads the workbook of figures: numbers, formats, units, periods, links")
  func figuresWorkbook() throws {
    let scratch = try Scratch()
    try read("figures_workbook.py", [Program.path, project + "/Tests/TablesTests/Fixtures", scratch.path])
  }

  private func read(_ script: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", project + "/Tests/Office/" + script] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(String(decoding: data, as: UTF8.self))")
  }
}
