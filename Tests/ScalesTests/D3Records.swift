import Foundation
import Scales

/// Records of the d3 test suites as facts: what was called with what, and what came out.
enum D3Records {
  static func rows(_ name: String) throws -> [[String: Any]] {
    let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name).json")
    return try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [[String: Any]] ?? []
  }

  /// Steps of a call chain: name and arguments.
  typealias Step = (name: String, arguments: [Any])

  static func steps(_ row: [String: Any]) -> [Step] {
    (row["steps"] as? [[Any]] ?? []).compactMap { step in
      (step.first as? String).map { ($0, step.count > 1 ? step[1] as? [Any] ?? [] : []) }
    }
  }

  /// A value as JavaScript makes it a number: tagged ones, dates, texts; NaN for what is none.
  static func number(_ value: Any?) -> Double? {
    switch value {
    case nil: nil
    case is NSNull: 0
    case let number as NSNumber: number.doubleValue
    case let text as String: text.isEmpty ? 0 : Double(text) ?? .nan
    case let tagged as [String: Any]:
      switch tagged["$"] as? String {
      case "Infinity": .infinity
      case "-Infinity": -.infinity
      case "-0": -0.0
      case "date": (tagged["v"] as? String).flatMap { CivilDate($0)?.time }
      default: .nan
      }
    default: .nan
    }
  }

  static func numbers(_ value: Any?) -> [Double]? { (value as? [Any])?.map { number($0) ?? .nan } }

  /// Whether what came out is what is expected: numbers within a tolerance, texts, flags and lists of them.
  static func same(_ actual: Any?, _ expected: Any?, tolerance: Double) -> Bool {
    if let expected = expected as? [Any] {
      let actual = actual as? [Any] ?? []
      return actual.count == expected.count && zip(actual, expected).allSatisfy { same($0, $1, tolerance: tolerance) }
    }
    if isUndefined(expected) { return actual == nil || isUndefined(actual) }
    if let flag = actual as? Bool, let expected = expected as? Bool, !(expected as Any is Double) { return flag == expected }
    if let text = expected as? String { return actual as? String == text }
    guard let actual, let a = number(actual), let e = number(expected) else { return false }
    return a == e || (a.isNaN && e.isNaN) || abs(a - e) <= max(tolerance, 1e-9 * max(abs(a), abs(e)))
  }

  private static func isUndefined(_ value: Any?) -> Bool {
    value is NSNull || (value as? [String: Any])?["$"] as? String == "undefined"
  }
}
