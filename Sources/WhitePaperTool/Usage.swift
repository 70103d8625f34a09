import ArgumentParser
import Diagnostics
import WhitePaper

/// Reads the value of an option; what it cannot mean, whatever the inputs say, is wrong usage (status 2).
func usage<Value>(_ read: () throws(Diagnostic) -> Value) throws -> Value {
  do { return try read() } catch {
    throw ValidationError(error.message + (error.hint.map { ": \($0)" } ?? "") + " [\(error.rule)]")
  }
}

/// An option that a command was given, and the formats on which it has an effect.
struct FormatOption {
  var name: String
  var isGiven: Bool
  var formats: Set<PageFormat>

  init(_ name: String, _ isGiven: Bool, on formats: Set<PageFormat>) {
    self.name = name
    self.isGiven = isGiven
    self.formats = formats
  }

  /// Formats that are laid out on pages by us.
  static let pages: Set<PageFormat> = [.pdf, .png, .svg, .scene]

  /// Options that are heeded nowhere are refused: who gives one expects something of it.
  static func refuse(_ options: [FormatOption], without format: PageFormat) throws {
    for option in options where option.isGiven && !option.formats.contains(format) {
      let why = format.isOffice ? ": the office program makes the pages" : ""
      throw ValidationError("\(option.name) has no effect on .\(format.rawValue)\(why)")
    }
  }
}
