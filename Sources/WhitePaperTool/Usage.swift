import ArgumentParser
import Diagnostics
import WhitePaper

/// Reads the value of an option; what it cannot mean, whatever the inputs say, is wrong usage (status 2).
func usage<Value>(_ read: () throws(Diagnostic) -> Value) throws -> Value {
  do { return try read() } catch {
    throw ValidationError(error.message + (error.hint.map { ": \($0)" } ?? "") + " [\(error.rule)]")
  }
}

/// A warning for each option that a format does not heed: who gives one expects something of it. An office program, which makes the
/// pages itself, is no place for any of them.
///
/// - Parameter options: those that were given.
/// - Throws: wrong usage.
func warnings(unheeded options: [PageFormat.Option], in format: PageFormat) throws -> [Diagnostic] {
  let unheeded = options.filter { !format.heeds($0) }
  if format.isOffice, let option = unheeded.first {
    throw ValidationError("--\(option.rawValue) has no effect on .\(format.rawValue): the office program makes the pages")
  }
  return unheeded.map { option in
    let formats = PageFormat.allCases.filter { $0.heeds(option) }.map { "." + $0.rawValue }.joined(separator: ", ")
    return .warning("option.without-effect", "--\(option.rawValue) has no effect on .\(format.rawValue)", hint: "it is for \(formats)")
  }
}
