/// Whether goldens are compared or written anew.
public enum GoldenMode: Hashable, Sendable {
  /// What differs from its golden fails.
  case compare
  /// Goldens whose name contains the text; all with an empty one. One that matches is left as it is.
  case record(String)

  /// From the environment variable `GOLDENS`: `record`, `record:PART`, or anything else to compare (`unused` also lists the goldens that
  /// no test named).
  public static func fromEnvironment() -> GoldenMode { GoldenMode(environmentVariable("GOLDENS") ?? "") }

  /// `record`, `record:PART`, or anything else to compare.
  public init(_ setting: String) {
    if setting == "record" {
      self = .record("")
    } else if setting.hasPrefix("record:") {
      self = .record(String(setting.dropFirst("record:".count)))
    } else {
      self = .compare
    }
  }

  func records(_ name: String) -> Bool {
    switch self {
    case .compare: false
    case .record(let part): part.isEmpty || name.contains(part)
    }
  }
}
