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

  /// A warning for each option that is not heeded: who gives one expects something of it. An office program, which makes the pages
  /// itself, is no place for any of them.
  ///
  /// - Throws: wrong usage.
  static func unheeded(_ options: [FormatOption], in format: PageFormat) throws -> [Diagnostic] {
    let unheeded = options.filter { $0.isGiven && !$0.formats.contains(format) }
    if format.isOffice, let option = unheeded.first {
      throw ValidationError("\(option.name) has no effect on .\(format.rawValue): the office program makes the pages")
    }
    return unheeded.map { option in
      let names = option.formats.map { "." + $0.rawValue }.sorted().joined(separator: ", ")
      return .warning("option.without-effect", "\(option.name) has no effect on .\(format.rawValue)", hint: "it is for \(names)")
    }
  }
}
