import Foundation
import Scales
import Testing

/// Records of the d3 test suites as facts: what was called with what, and what came out.
enum Conformance {
  static func rows(_ name: String) throws -> [[String: Any]] {
    let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name).json")
    return try #require(JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [[String: Any]])
  }

  /// A number, also one that JSON cannot write; nil for anything else.
  static func number(_ value: Any?) -> Double? {
    if let tag = (value as? [String: Any])?["$"] as? String {
      switch tag {
      case "NaN": return .nan
      case "Infinity": return .infinity
      case "-Infinity": return -.infinity
      case "-0": return -0.0
      case "date": return date(value)
      default: return nil
      }
    }
    return (value as? NSNumber)?.doubleValue
  }

  static func date(_ value: Any?) -> Double? {
    guard let text = (value as? [String: Any])?["v"] as? String else { return nil }
    return CivilDate(text)?.time
  }

  static func numbers(_ value: Any?) -> [Double]? {
    guard let array = value as? [Any] else { return nil }
    let all = array.compactMap { number($0) }
    return all.count == array.count ? all : nil
  }

  /// Steps of a call chain: name and arguments.
  static func steps(_ row: [String: Any]) -> [(name: String, arguments: [Any])] {
    (row["steps"] as? [[Any]] ?? []).compactMap { step in
      (step.first as? String).map { ($0, step.count > 1 ? step[1] as? [Any] ?? [] : []) }
    }
  }

  static func same(_ a: Double, _ b: Double, tolerance: Double = 0) -> Bool {
    a == b || (a.isNaN && b.isNaN) || abs(a - b) <= max(tolerance, 1e-9 * max(abs(a), abs(b)))
  }
  static func same(_ a: [Double], _ b: [Double], tolerance: Double = 0) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { same($0, $1, tolerance: tolerance) }
  }
}
