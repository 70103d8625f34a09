/// Whether a line may end before a character.
enum BreakOpportunity: UInt8 {
  case prohibited
  case allowed
  /// The text says so: a line separator.
  case mandatory
  /// Between a number and its unit: only where the line cannot be set otherwise.
  case numberUnit
  /// Within a unit: 亿|元.
  case withinUnit
  /// Between the parts of a date, at the dash of a range: rather not.
  case reluctant
  /// Would leave too few characters on the last line.
  case shortLastLine
  /// Would leave a last line shorter than a first-line indent and a word: rather not.
  case stubLastLine
  /// Within a word: a hyphen is printed.
  case hyphen

  var isWithinNumber: Bool { self == .numberUnit || self == .withinUnit || self == .reluctant }
}
