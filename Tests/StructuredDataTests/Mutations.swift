/// A small generator with a fixed sequence (SplitMix64), so that every run tries the same inputs.
struct SequenceOfNumbers: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Texts that a few deletions, repetitions and insertions of meaningful characters make out of `seeds`.
func mutations(of seeds: [String], count: Int) -> [String] {
  var numbers = SequenceOfNumbers(seed: 7)
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
