import Foundation
import Testing

/// What others import says what it is: every public declaration of the products and of the stages they export has a comment of
/// documentation, cases of public enumerations included.
@Suite struct PublicDocumentationTests {
  static let modules = ["WhitePaper", "GoldenImages", "GoldenImagesTesting", "Diagnostics", "Geometry", "Indicators", "Scene"]

  @Test(arguments: modules)
  func everyPublicDeclarationIsDocumented(module: String) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources").appendingPathComponent(module)
    let files = try #require(FileManager.default.enumerator(atPath: folder.path))
    var declarations = 0
    while let file = files.nextObject() as? String {
      guard file.hasSuffix(".swift") else { continue }
      let found = Self.declarations(of: try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8))
      declarations += found.count
      for silent in found where !silent.isDocumented { Issue.record("\(file):\(silent.line): \(silent.text)") }
    }
    #expect(declarations >= 5)
  }

  @Test func whatIsSilentIsFound() {
    let source = """
      public struct A: Sendable {
        /// Said.
        @inlinable
        public var b: Int
        @frozen public var c: Int
        public var description: String { "" }
        public enum D { case e }
        /// Said, but for its case.
        public enum L { case m }
        /// Said.
        public enum F: String {
          case g
          /// Said.
          indirect case h(Int)
          case i, j
          package func k() { switch self { case .g: break } }
        }
      }
      """
    #expect(Self.declarations(of: source).filter { !$0.isDocumented }.map(\.line) == [1, 5, 7, 9, 12, 15])
  }

  private struct Declaration {
    var line: Int
    var text: String
    var isDocumented: Bool
  }

  private static func declarations(of source: String) -> [Declaration] {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    var found: [Declaration] = []
    // Where the cases of a public enumeration begin, while one is open.
    var caseIndent: Int?
    for (index, line) in lines.enumerated() {
      let indent = line.prefix { $0 == " " }.count
      let text = line.dropFirst(indent)
      if let cases = caseIndent, !text.isEmpty, indent < cases { caseIndent = nil }
      let isCase = indent == caseIndent && (text.hasPrefix("case ") || text.hasPrefix("indirect case "))
      guard isCase || text.contains(#/^(@\w+(\([^)]*\))? )*public /#) else { continue }
      if text.contains(#/public (indirect )?enum /#), text.hasSuffix("{") { caseIndent = indent + 2 }
      // What a protocol of the standard library asks for is documented there; an extension says nothing of its own.
      let isKnown = text.contains(
        #/public (import|extension) |(var (description|debugDescription|id|hashValue): )|func (hash\(into|==|<|encode\(to)|static func (==|<)/#
      )
      if isKnown { continue }
      var above = index - 1
      while above >= 0, lines[above].contains(#/^ *@\w+(\([^)]*\))?$/#) { above -= 1 }
      // Cases beside the name of their enumeration say nothing of themselves.
      let isDocumented = !text.contains(#/ enum .*\{ *case /#) && above >= 0 && lines[above].drop { $0 == " " }.hasPrefix("///")
      found.append(Declaration(line: index + 1, text: String(text), isDocumented: isDocumented))
    }
    return found
  }
}
