import Foundation
import StructuredData
import Testing

/// Vega-Lite's gallery and small specs beside what it lays out for them, where the reference data are at hand: the multiset of strings and the
/// number of marks; every third spec, for the sake of time. (`../shared/vega-lite/score.py` runs all, and compares places too.)
@Suite struct GalleryTests {
  private static let shared = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared").path

  @Test("most specs draw Vega-Lite's texts and marks", arguments: [("vega-lite", 19), ("vega-lite-units", 115)])
  func specs(folder: String, least: Int) throws {
    let path = Self.shared + "/" + folder
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { return }
    let bench = try ChartBench()
    var right = 0
    var wrong: [String] = []
    let specs = names.filter { $0.hasSuffix(".vl.json") }.sorted()
    for name in stride(from: 0, to: specs.count, by: 3).map({ specs[$0] }) {
      let text = try String(contentsOfFile: path + "/" + name, encoding: .utf8)
      let expectedText = try String(contentsOfFile: path + "/expected/" + name.dropLast(8) + ".json", encoding: .utf8)
      let expected = try parseJSON(expectedText, document: name)
      let marks = (expected["groups"]?.sequence ?? []).reduce(0) { $0 + ($1.sequence?.count ?? 0) }
      let drawn = try? bench.draw(try parseJSON(text, document: name), folder: path)
      let want = words(expected["texts"]?.sequence?.compactMap(\.text) ?? [])
      let got = words(drawn?.texts() ?? [])
      let common = want.reduce(0) { $0 + min($1.value, got[$1.key] ?? 0) }
      let total = want.values.reduce(0, +) + got.values.reduce(0, +)
      let isRight =
        drawn != nil && (total == 0 || Double(2 * common) / Double(total) >= 0.95) && abs((drawn?.marks.count ?? -1) - marks) <= marks / 20
      if isRight { right += 1 } else { wrong.append(name) }
    }
    #expect(right >= least, "wrong: \(wrong.joined(separator: " "))")
  }

  private func words(_ texts: [String]) -> [String: Int] {
    var counts: [String: Int] = [:]
    for text in texts {
      for word in text.replacingOccurrences(of: "−", with: "-").split(separator: " ") { counts[String(word), default: 0] += 1 }
    }
    return counts
  }
}
