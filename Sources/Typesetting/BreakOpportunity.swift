/// Whether a line may end before a character.
enum BreakOpportunity: UInt8 {
  case prohibited
  case allowed
  /// The text says so: a line separator.
  case mandatory
  /// Between a number and its unit: only where the line cannot be set otherwise.
  case discouraged
  /// Within a word: a hyphen is printed.
  case hyphen
}
