import Diagnostics
import Foundation

/// The date that files of this run carry, from the environment variable `SOURCE_DATE_EPOCH` (reproducible-builds.org): seconds since
/// 1970, up to the year 9999. Nil when it is not set.
///
/// - Throws: `date.invalid` for anything else: a file must not carry another date than the one asked for.
func sourceDate() throws(Diagnostic) -> Int? {
  guard let text = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"] else { return nil }
  guard let seconds = Int(text), (0...253_402_300_799).contains(seconds) else {
    throw .error(
      "date.invalid", "SOURCE_DATE_EPOCH is “\(text)”, which is no number of seconds since 1970",
      hint: "set it as in SOURCE_DATE_EPOCH=$(date +%s), or unset it")
  }
  return seconds
}
