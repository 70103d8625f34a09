import SeededNumbers

/// Texts that a few deletions, repetitions and insertions of meaningful characters make out of `seeds`.
func mutations(of seeds: [String], count: Int) -> [String] {
  var numbers = SplitMix64(state: 7)
  let marks = Array("{}[]:,\"'\\-#&*!|>%@`~?\n\r\t 0e.中\u{85}\u{2028}\u{FEFF}\u{0}\u{300}^_<=$;".unicodeScalars)
  return (0..<count).map { i in
    var text = Array(seeds[i % seeds.count].unicodeScalars)
    for _ in 0..<Int.random(in: 1...6, using: &numbers) {
      let at = Int.random(in: 0...text.count, using: &numbers)
      switch Int.random(in: 0..<4, using: &numbers) {
      case 0: text.insert(marks.randomElement(using: &numbers) ?? "x", at: at)
      case 1: if at < text.count { text.remove(at: at) }
      case 2: if at < text.count { text[at] = marks.randomElement(using: &numbers) ?? "x" }
      default:
        text.insert(contentsOf: text[at..<min(text.count, at + 8)], at: Int.random(in: 0...text.count, using: &numbers))
      }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text)
    return String(view)
  }
}
