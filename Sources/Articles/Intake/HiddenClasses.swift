/// Whether declarations of a style, without blanks and in small letters, keep an element from being displayed.
func keepsFromDisplay(_ declarations: String) -> Bool {
  declarations.split { ";{}\"'".contains($0) }.contains { $0.hasPrefix("display:none") || $0.hasPrefix("visibility:hidden") }
}

/// The classes of a page that its style sheets do not display: `.draft { display: none }`.
///
/// Only plain selectors of one class count, outside of @-rules; a class that any other rule displays (`.tab.active { display: block }`) is
/// taken as displayed, since what holds for one element is not known without layout.
struct HiddenClasses {
  private var hidden: Set<String> = []
  private var displayed: Set<String> = []

  var isEmpty: Bool { hidden.isEmpty }

  func hides(_ name: String) -> Bool { hidden.contains(name) && !displayed.contains(name) }

  /// - Parameter sheet: what stands within `<style>`.
  mutating func add(_ sheet: ArraySlice<Unicode.Scalar>) {
    var selector: [Unicode.Scalar] = []
    var index = sheet.startIndex
    while index < sheet.endIndex {
      let scalar = sheet[index]
      if scalar == "/", index + 1 < sheet.endIndex, sheet[index + 1] == "*" {
        index += 2
        while index + 1 < sheet.endIndex, !(sheet[index] == "*" && sheet[index + 1] == "/") { index += 1 }
        index += 2
        continue
      }
      guard scalar == "{" else {
        selector.append(scalar)
        if scalar == ";" || scalar == "}" { selector = [] }
        index += 1
        continue
      }
      // To the brace that closes the rule.
      var depth = 1
      var end = index + 1
      while end < sheet.endIndex, depth > 0 {
        depth += sheet[end] == "{" ? 1 : sheet[end] == "}" ? -1 : 0
        end += 1
      }
      add(selector, body: sheet[(index + 1)..<end])
      selector = []
      index = end
    }
  }

  private mutating func add(_ selector: [Unicode.Scalar], body: ArraySlice<Unicode.Scalar>) {
    let dense = dense(body)
    let isHidden = keepsFromDisplay(dense)
    let text = String(scalars: selector.map { $0.isLineEnd ? " " : $0 })
    if text.drop(while: { $0 == " " }).first == "@" {
      // What a medium or a width displays, rule by rule.
      for rule in String(scalars: body).split(separator: "}") {
        let parts = rule.split(separator: "{", maxSplits: 1)
        guard parts.count == 2 else { continue }
        let declarations = self.dense(Array(parts[1].unicodeScalars)[...])
        if declarations.contains("display:"), !keepsFromDisplay(declarations) { displayed.formUnion(Self.classes(in: String(parts[0]))) }
      }
      return
    }
    guard isHidden || dense.contains("display:") || dense.contains("visibility:") else { return }
    for one in text.split(separator: ",") {
      let trimmed = one.split(separator: " ").joined(separator: " ")
      let names = Self.classes(in: trimmed)
      if !isHidden { displayed.formUnion(names) } else if names.count == 1, trimmed == "." + names[0] { hidden.insert(names[0]) }
    }
  }

  private func dense(_ text: ArraySlice<Unicode.Scalar>) -> String {
    String(scalars: text.filter { !$0.isBlank && !$0.isLineEnd }).lowercased()
  }

  private static func classes(in text: String) -> [String] {
    text.split(separator: ".", omittingEmptySubsequences: false).dropFirst().map { part in
      String(part.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
    }.filter { !$0.isEmpty }
  }
}
