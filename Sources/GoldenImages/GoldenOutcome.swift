/// What a check against a golden came to.
public enum GoldenOutcome: Hashable, Sendable {
  /// As expected.
  case matches
  /// The golden at this path was written.
  case recorded(golden: String)
  /// There is no golden at this path; what was made stands at the other.
  case missing(golden: String, actual: String)
  /// What differs, and the paths of what was written for review.
  case differs(String, actual: String, difference: String?)

  /// What went wrong; nil for ``matches``. A recorded golden is a failure too: the run that records proves nothing.
  public var failure: String? {
    switch self {
    case .matches: nil
    case .recorded(let golden): "recorded \(golden); look at it, then run again without GOLDENS"
    case .missing(let golden, let actual):
      "no golden \(golden); look at \(actual), then record it with GOLDENS=record"
    case .differs(let difference, let actual, _): "\(difference)\nactual: \(actual)"
    }
  }
}
