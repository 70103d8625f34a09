import Foundation

enum StandardError {
  static func print(_ line: String) { try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8)) }

  /// `SOURCE_DATE_EPOCH` as seconds since 1970 (reproducible-builds.org), nil when it is not set to a whole number.
  static var sourceDate: Int? { ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap { Int($0) } }
}
