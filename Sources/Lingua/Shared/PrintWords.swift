import StructuredData

/// What is printed in one language, as `language/print/<tag>.yaml` tells it.
package final class PrintWords: Sendable {
  package let pages: PageWords
  package let figures: FigurePhrases
  package let findings: FindingPhrases
  /// Of Chinese; English has its own ways.
  package let values: ValueWords?
  package let times: TimeWritings?
  /// English names of places that are printed with figures.
  package let areas: [String: String]

  package static let simplifiedChinese = SharedWords.read("print/zh-Hans.yaml", shape(isChinese: true))
  package static let traditionalChinese = SharedWords.read("print/zh-Hant.yaml", shape(isChinese: true))
  package static let english = SharedWords.read("print/en.yaml", shape(isChinese: false))

  /// - Parameter language: a BCP 47 tag: `zh-Hans`, `zh-Hant…`, `en`.
  package static func of(_ language: String) -> PrintWords {
    language.hasPrefix("en") ? english : language.hasPrefix("zh-Hant") ? traditionalChinese : simplifiedChinese
  }

  private init?(_ fields: inout Fields, isChinese: Bool) {
    let pages = fields.required("pages", .record("PageWords") { PageWords(&$0) }, "What the layout of a page says.")
    let figures = fields.required("figures", .record("FigurePhrases") { FigurePhrases(&$0) }, "What stands round a figure.")
    let findings = fields.required("findings", .record("FindingPhrases") { FindingPhrases(&$0) }, "What is said of figures.")
    values = isChinese ? fields.required("values", .record("ValueWords") { ValueWords(&$0) }, "The words round a number.") : nil
    times = isChinese ? fields.required("times", .record("TimeWritings") { TimeWritings(&$0) }, "How dates are written.") : nil
    areas = Dictionary(fields.named("areas").map { ($0.phrase, $0.value) }) { first, _ in first }
    guard let pages, let figures, let findings else { return nil }
    self.pages = pages
    self.figures = figures
    self.findings = findings
  }

  private static func shape(isChinese: Bool) -> NodeShape<PrintWords> {
    .record("PrintWords") { PrintWords(&$0, isChinese: isChinese) }
  }
}

extension Fields {
  /// A text that is printed as it stands, blanks round it included.
  mutating func printed(_ key: String) -> String { required(key, .text, "A text as it is printed.") ?? "" }
  /// Texts by the names that the program has for what they stand for.
  mutating func printedByName(_ key: String) -> [String: String] {
    Dictionary(named(key).map { ($0.phrase, $0.value) }) { first, _ in first }
  }
  /// Texts by keys of their own.
  mutating func printedByKey(_ key: String) -> [String: String] {
    optional(
      key,
      .record("PrintedByKey") { fields in
        var found: [String: String] = [:]
        for entry in fields.rest() { found[entry.key] = entry.value.string }
        return found
      }, default: [:], "Texts as they are printed.")
  }
}

extension String {
  /// With its places filled: `{count}`. A place without a value stays.
  package func filled(_ values: KeyValuePairs<String, String>) -> String {
    var text = ""
    var rest = self[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      let name = rest[rest.index(after: open)..<close]
      text += values.first { $0.key == name }?.value ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }
}
