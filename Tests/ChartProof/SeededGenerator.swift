import SeededNumbers

/// Choices for charts, the same from the same seed everywhere.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var numbers: SplitMix64

  package init(seed: UInt64) { numbers = SplitMix64(state: seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678_9ABC_DEF1) }

  package mutating func next() -> UInt64 { numbers.next() }

  /// Uniform in 0..<1.
  package mutating func unit() -> Double { Double(next() >> 11) / Double(1 << 53) }
  package mutating func chance(_ share: Double) -> Bool { unit() < share }
  /// Uniform in `range`.
  package mutating func int(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
  }
  package mutating func pick<Element>(_ items: [Element]) -> Element { items[int(0...items.count - 1)] }
}
