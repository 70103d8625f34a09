import Foundation
import Testing

/// Kinds of layouts, several tables of each: `Kinds/NAME.txt` holds them with the facts that a careful reader reads in them. All figures
/// are invented.
@Suite("Kinds of layouts")
struct KindTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Kinds").path
  private static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".txt") }.sorted()

  /// `=== NAME`, the text of a file, `---`, and its facts as lines.
  private static func tables(_ text: String) -> [(name: String, text: String, facts: [String])] {
    var tables: [(name: String, text: String, facts: [String])] = []
    var isFacts = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("=== ") {
        tables.append((String(line.dropFirst(4)), "", []))
        isFacts = false
      } else if line == "---", !isFacts {
        isFacts = true
      } else if let last = tables.indices.last {
        if isFacts { if !line.isEmpty { tables[last].facts.append(line) } } else { tables[last].text += line + "\n" }
      }
    }
    return tables
  }

  @Test("facts of the tables of a kind", arguments: names)
  func facts(kind: String) throws {
    let tables = Self.tables(try String(contentsOfFile: Self.folder + "/" + kind, encoding: .utf8))
    #expect(!tables.isEmpty)
    for table in tables {
      let found = factLines(try article(of: table.text, name: table.name))
      #expect(found == table.facts, "\(kind) \(table.name)")
    }
  }
}
