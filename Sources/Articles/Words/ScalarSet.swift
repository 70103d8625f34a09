/// A set of characters of the basic plane, asked in one step.
public struct ScalarSet: Sendable {
  @usableFromInline var bits: [UInt64]

  package init(_ characters: String) {
    bits = Array(repeating: 0, count: 1_024)
    for scalar in characters.unicodeScalars where scalar.value < 0x1_0000 {
      bits[Int(scalar.value >> 6)] |= 1 << UInt64(scalar.value & 63)
    }
  }

  /// Whether the character is in the set; none beyond the basic plane is.
  @inlinable
  public func contains(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x1_0000 && bits[Int(scalar.value >> 6)] & (1 << UInt64(scalar.value & 63)) != 0
  }
}
