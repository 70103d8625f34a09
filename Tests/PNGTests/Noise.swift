/// Numbers that look like chance and are the same each time: Knuth's linear congruence (MMIX), its upper bits.
struct Noise {
  private var state: UInt64

  init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

  /// From 0 up to `bound`, which it does not reach.
  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}
