import Diagnostics
import Foundation
import Indicators
import Testing

/// Python's jsonschema, an independent reader of JSON Schema; tests that need it are skipped where it is missing, unless
/// the ring `browser` of `Scripts/test` asks for them.
private enum Validator {
  static let isInstalled =
    (ProcessInfo.processInfo.environment["WHITEPAPER_RINGS"] ?? "").split(separator: " ").contains("browser")
    || (try? run("import jsonschema", on: [])) == ""

  /// What a Python program prints; it finds the texts as files named in `sys.argv`.
  static func run(_ program: String, on texts: [String]) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "schema-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = try texts.enumerated().map { index, text in
      let file = folder.appending(path: "\(index).json")
      try Data(text.utf8).write(to: file)
      return file.path
    }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-W", "ignore", "-c", program] + files
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  /// Checks the schema itself, then tells for each text whether it fits.
  static let program = """
    import json, sys, jsonschema
    schema = json.load(open(sys.argv[1]))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    def verdict(path):
        errors = [error for error in validator.iter_errors(json.load(open(path)))]
        return "no " + str(errors[0].message)[:200] if errors else "yes"
    print("\\n".join(map(verdict, sys.argv[2:])), end="")
    """
}

@Suite(.enabled(if: Validator.isInstalled)) struct SchemaTests {
  @Test func whatIsWrittenFitsTheSchema() throws {
    var dice = Dice(state: 21)
    let sets = (0..<60).map { _ in encode(dice.set(), as: .json) }
    let found = try Validator.run(Validator.program, on: [indicatorSchema()] + sets)
    #expect(found.split(separator: "\n").count == sets.count)
    #expect(found.split(separator: "\n").filter { $0 != "yes" } == [])
  }

  /// Schema and reader draw the same line.
  @Test func whatTheReaderRefusesDoesNotFit() throws {
    let texts = [
      #"{"observations": [{"name": "a", "value": 1}]}"#, #"{"observations": [{"name": "a", "value": "1/3"}]}"#,
      #"{"observations": [{"name": "a"}]}"#, #"{"observations": [{"name": "a", "value": 1, "kind": "levle"}]}"#,
      #"{"observations": [{"name": "a", "value": 1, "uint": "件"}]}"#, #"{"observations": 5}"#, #"{}"#,
      #"{"version": 2, "observations": []}"#, #"{"observations": [{"name": "a", "value": true}]}"#,
      #"{"observations": [{"name": "a", "value": 1, "period": "2022-12"}]}"#,
      #"{"observations": [{"name": "a", "value": 1, "period": "im Mai"}]}"#,
      #"{"observations": [{"name": "a", "value": 1, "period_assumed": "yes"}]}"#,
      #"{"observations": [{"name": "a", "value": 1, "period": "2022-12/"}]}"#,
      #"{"observations": [{"name": "a", "value": 1, "basis": "2022-12", "table": {"row": 1, "column": 2}}]}"#,
      #"{"observations": [{"name": "a", "value": 1, "basis": "yearly"}]}"#,
      #"{"observations": [{"name": "a", "value": 1, "confidence": 2}]}"#,
      #"{"observations": [{"name": "a", "value": 1, "table": {"row": 0, "column": 2}}]}"#,
      #"{"observations": [{"name": "a", "value": 1, "source": {"document": "d", "range": [1], "text": "x"}}]}"#,
    ]
    let read = texts.map { text in
      (try? decodeIndicators(text, document: "x", as: .json)) != nil ? "yes" : "no"
    }
    let found = try Validator.run(Validator.program, on: [indicatorSchema()] + texts).split(separator: "\n")
    #expect(found.map { String($0.prefix { $0 != " " }) } == read)
    #expect(read.filter { $0 == "yes" }.count == 5)
  }
}
