import Assets
import Diagnostics
import Foundation
import Testing

@testable import Lingua

@Suite("Words of a language")
struct LanguagePackTests {
  private func text(_ name: String) throws -> String {
    try String(contentsOf: URL(fileURLWithPath: try Assets().language + "/" + name), encoding: .utf8)
  }

  @Test("what the files hold is read by concept, by class and with values")
  func reads() throws {
    let prose = try LanguagePack(try text("zh-Hans.yaml"), document: "zh-Hans.yaml").prose
    #expect(prose.bodies.kinds.contains("医院"))
    #expect(prose.facts.currencyCodes.first { $0.phrase == "HKD" }?.value == "港元")
    #expect(prose.classes[.growthNoun].contains("增速"))
    #expect(prose.qualifiers[.orMore].contains("以上"))
    #expect(prose.classes.actions.first?.count == prose.classes.actions.map(\.count).max())
    #expect(try SubjectWords.read(try text("subjects.yaml"), document: "subjects.yaml").nameMany("上市公司"))
  }

  @Test("a language without a section has no words of it; an unknown key of one is an error")
  func sections() throws {
    #expect(try LanguagePack("language: xx", document: "xx.yaml").prose.bodies.kinds.isEmpty)
    #expect {
      try LanguagePack("language: xx\nbody-words:\n  knids: a, b", document: "xx.yaml")
    } throws: { error in
      (error as? Diagnostics)?.all.map(\.rule) == ["field.unknown"]
    }
  }

  /// `  # What a bracket opens with: 下称智慧局.` above `  short-name-marks: …`.
  @Test("each key of a section says what its words do, with an example, in the line above", arguments: ["zh-Hans.yaml", "en.yaml"])
  func documented(name: String) throws {
    let lines = try text(name).split(separator: "\n", omittingEmptySubsequences: false)
    for (above, line) in zip(lines, lines.dropFirst()) {
      guard line.hasPrefix("  "), !line.hasPrefix("   "), line.dropFirst(2).first?.isLetter ?? false, line.contains(":"),
        let key = line.split(separator: ":").first, key.dropFirst(2).allSatisfy({ $0.isLowercase || $0 == "-" })
      else { continue }
      #expect(above.hasPrefix("  # ") && above.contains(": "), "\(key)")
    }
  }
}
