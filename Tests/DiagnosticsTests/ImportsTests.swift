import Foundation
import Testing

/// A module that a target imports and the manifest does not name is not always built before it, and a change of its types leaves the
/// target as it was: the program then reads memory by the old layout.
@Suite struct ImportsTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The modules that the manifest names for each target of `Sources`, by their text: `stage("A", ["B", "C"])`, and those of programs.
  private static func declared() throws -> [String: Set<String>] {
    let manifest = try String(contentsOf: folder.appendingPathComponent("Package.swift"), encoding: .utf8)
    var found: [String: Set<String>] = [:]
    for match in manifest.matches(of: #/(?:stage\(|executableTarget\(\s*name:)\s*"(\w+)",\s*(?:dependencies:\s*)?\[([^\]]*)\]/#) {
      found[String(match.1)] = Set(match.2.matches(of: #/"(\w+)"/#).map { String($0.1) })
    }
    return found
  }

  @Test func everyImportIsNamedInTheManifest() throws {
    let declared = try Self.declared()
    #expect(declared.count > 35 && declared["Tables"]?.contains("Articles") == true)
    let sources = Self.folder.appendingPathComponent("Sources")
    let own = Set(try FileManager.default.contentsOfDirectory(atPath: sources.path))
    for (target, named) in declared where own.contains(target) {
      let files = FileManager.default.enumerator(atPath: sources.appendingPathComponent(target).path)
      while let file = files?.nextObject() as? String {
        guard file.hasSuffix(".swift") else { continue }
        let text = try String(contentsOf: sources.appendingPathComponent(target).appendingPathComponent(file), encoding: .utf8)
        for line in text.utf8.split(separator: UInt8(ascii: "\n")).prefix(80) {
          let words = line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
          guard words.count <= 3, words.dropLast().last == "import", let module = words.last else { continue }
          #expect(!own.contains(module) || named.contains(module), "\(target)/\(file) imports \(module)")
        }
      }
    }
  }
}
