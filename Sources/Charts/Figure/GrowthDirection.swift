import Dataflow
import Grammar

/// Which way a stated change goes: +119.25%, −3.5%, ↓3.5%, 降约3%, 后移2位, 持平, up 4%.
package enum GrowthDirection: Hashable, Sendable {
  case up, down, level

  /// - Parameter change: the change as stated. The nearest thing to the number counts: its sign or arrow, else a word of
  ///   ``FigureWords``; a number without either rises, and zero, or a text without a number and without a word, is level.
  package init(of change: String) {
    let scalars = Array(change.unicodeScalars)
    let digits = scalars.indices.filter { ("0"..."9").contains(scalars[$0]) }
    if !digits.isEmpty, digits.allSatisfy({ scalars[$0] == "0" }) {
      self = .level
      return
    }
    for scalar in scalars[..<(digits.first ?? scalars.count)].reversed() {
      switch scalar {
      case "+", "\u{FF0B}", "↑": self = .up
      case "-", "\u{2212}", "\u{FF0D}", "\u{2013}", "↓": self = .down
      default: continue
      }
      return
    }
    switch FigureWords.direction(of: change) {
    case .some(let rises): self = rises ? .up : .down
    case nil: self = digits.isEmpty || FigureWords.isLevel(change) ? .level : .up
    }
  }
}

/// The arrow to print before a stated change: none where it shows one itself, or where nothing changed.
package func growthArrow(_ change: String) -> String {
  if change.unicodeScalars.contains(where: { "↑↓↗↘".unicodeScalars.contains($0) }) { return "" }
  return switch GrowthDirection(of: change) {
  case .up: "↑"
  case .down: "↓"
  case .level: ""
  }
}
