import Diagnostics
import Foundation

enum StandardError {
  static let isTerminal = isatty(FileHandle.standardError.fileDescriptor) == 1

  /// Whether findings are coloured: on a terminal that has colours, unless the user wants none (no-color.org).
  private static let hasColors: Bool = {
    let environment = ProcessInfo.processInfo.environment
    return isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }()

  /// Control characters are written out, but for ends of lines and tabs.
  static func print(_ line: String) { write(line.showingControls(keeping: ["\n", "\t"])) }

  private static func write(_ line: String) { try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8)) }

  /// A finding, its severity in colour where there is any.
  static func print(_ diagnostic: Diagnostic) {
    let text = diagnostic.description
    let word = diagnostic.severity.rawValue + ": "
    guard hasColors, let place = text.range(of: word) else { return write(text) }
    let color =
      switch diagnostic.severity {
      case .error: "31"
      case .warning: "33"
      case .note: "36"
      }
    write(text.replacingCharacters(in: place, with: "\u{1B}[1;\(color)m\(word)\u{1B}[0m"))
  }
}
