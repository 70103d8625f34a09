import Dataflow
import Diagnostics
import Foundation
import StructuredData
import Testing

/// Recorded answers of Vega 6.2 with Vega-Lite 6.4 (vl-convert-python 1.9.0, time zone UTC).
enum Fixture {
  static func read(_ name: String) throws -> Node {
    let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name).json")
    return try parseJSON(String(contentsOf: url, encoding: .utf8), document: name)
  }

  /// A value with its type, as the records write it: `n:1.5`, `s:text`, `d:` and milliseconds, `0` for null, `u` for
  /// undefined.
  static func tagged(_ value: DataValue) -> String {
    switch value {
    case .undefined: "u"
    case .null: "0"
    case .boolean: "b:" + value.asText
    case .number: "n:" + value.asText
    case .time(let time): "d:" + DataValue.number(time).asText
    case .text(let text): "s:" + text
    case .list(let items): "a:[" + items.map { $0.isNull ? "" : $0.asText }.joined(separator: ",") + "]"
    case .object: "o"
    }
  }

  /// Whether two tagged values are equal, numbers but for rounding noise.
  static func same(_ a: String, _ b: String, tolerance: Double = 1e-9) -> Bool {
    if a == b { return true }
    func numbers(_ text: String) -> [Double]? {
      guard text.hasPrefix("n:") || text.hasPrefix("a:[") else { return nil }
      let body = text.drop { $0 != ":" }.dropFirst().filter { $0 != "[" && $0 != "]" }
      let all = body.split(separator: ",").compactMap { Double($0) }
      return all.isEmpty ? nil : all
    }
    guard let x = numbers(a), let y = numbers(b), x.count == y.count else { return false }
    return zip(x, y).allSatisfy { abs($0 - $1) <= tolerance * max(1, abs($0), abs($1)) }
  }
}
