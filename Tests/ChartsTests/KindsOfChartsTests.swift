import Foundation
import StructuredData
import Testing

/// Own specs of the kinds that Vega-Lite's gallery shows, beside what Vega-Lite 6.4 lays out for them: every string, and the width and
/// height of every bar, rule, line and area, to two pixels; every third spec, for the sake of time.
@Suite struct KindsOfChartsTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures/kinds").path

  static var names: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".vl.json") }.map { String($0.dropLast(8)) }.sorted()
  }
  /// All of them with `WHITEPAPER_ALL_KINDS` in the environment, else every third.
  static var chosen: [String] {
    let all = names
    if ProcessInfo.processInfo.environment["WHITEPAPER_ALL_KINDS"] != nil { return all }
    return stride(from: 0, to: all.count, by: 3).map { all[$0] }
  }

  @Test func thereAreSpecs() { #expect(Self.names.count > 150) }

  @Test("a spec is laid out as Vega-Lite lays it out", arguments: chosen)
  func laidOut(name: String) throws {
    let bench = try ChartBench()
    func node(_ path: String) throws -> Node {
      try parseJSON(try String(contentsOfFile: Self.folder + "/" + path, encoding: .utf8), document: path)
    }
    let expected = try node("expected/\(name).json")
    let drawn = try bench.draw(try node("\(name).vl.json"), folder: Self.folder)
    let (want, got) = (words(expected["texts"]?.sequence?.compactMap(\.text) ?? []), words(drawn.texts()))
    let common = want.reduce(0) { $0 + min($1.value, got[$1.key] ?? 0) }
    let total = want.values.reduce(0, +) + got.values.reduce(0, +)
    #expect(total == 0 || Double(2 * common) / Double(total) >= 0.95, "texts of \(name)")

    let marks = (expected["groups"]?.sequence ?? []).flatMap { $0.sequence ?? [] }
    #expect(abs(drawn.marks.count - marks.count) <= marks.count / 20, "\(drawn.marks.count) marks of \(marks.count) in \(name)")
    let boxes = marks.compactMap { mark -> (w: Double, h: Double)? in
      guard let items = mark.sequence, items.count == 5, !["symbol", "path", "arc", "trail"].contains(items[0].string ?? ""),
        let w = items[3].double, let h = items[4].double
      else { return nil }
      return (w, h)
    }
    var free = drawn.marks.map { (w: $0[2], h: $0[3]) }
    var missing = 0
    for box in boxes {
      let near = free.indices.min { distance(free[$0], box) < distance(free[$1], box) }
      if let place = near, distance(free[place], box) <= 2 {
        free.swapAt(place, free.count - 1)
        free.removeLast()
      } else {
        missing += 1
      }
    }
    #expect(missing <= boxes.count / 20, "\(missing) of \(boxes.count) boxes of \(name) have another size")
  }

  private func distance(_ a: (w: Double, h: Double), _ b: (w: Double, h: Double)) -> Double { max(abs(a.w - b.w), abs(a.h - b.h)) }

  private func words(_ texts: [String]) -> [String: Int] {
    var counts: [String: Int] = [:]
    for text in texts {
      for word in text.replacingOccurrences(of: "−", with: "-").split(whereSeparator: \.isWhitespace) {
        counts[String(word), default: 0] += 1
      }
    }
    return counts
  }
}
