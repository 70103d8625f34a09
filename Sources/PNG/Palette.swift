/// Colours in the order in which they are met, 256 at most.
struct ColorSet: Sendable {
  /// Packed as pixels are.
  private(set) var colors: [UInt32] = []
  private(set) var hasTooMany = false
  /// Open addressing by the packed colour; a slot holds a colour's index or -1.
  private var slots = Array(repeating: Int16(-1), count: ColorSet.mask + 1)
  private static let mask = 2047

  /// - Returns: whether there is still room for all that were met.
  mutating func add(_ pixels: PackedPixels) -> Bool {
    guard !hasTooMany else { return false }
    var last: UInt32?
    for at in 0..<pixels.count {
      let color = pixels[at]
      if color == last { continue }
      last = color
      guard add(color) else { return false }
    }
    return true
  }

  mutating func add(_ others: ColorSet) {
    if others.hasTooMany { hasTooMany = true }
    for color in others.colors where !add(color) { return }
  }

  private mutating func add(_ color: UInt32) -> Bool {
    let slot = slot(of: color)
    if slots[slot] >= 0 { return true }
    guard colors.count < 256 else {
      hasTooMany = true
      return false
    }
    slots[slot] = Int16(colors.count)
    colors.append(color)
    return true
  }

  /// The place of a colour that was met.
  func index(of color: UInt32) -> Int { Int(slots[slot(of: color)]) }

  private func slot(of color: UInt32) -> Int {
    var slot = Int((color &* 0x9E37_79B1) >> 20) & Self.mask
    while slots[slot] >= 0 && colors[Int(slots[slot])] != color { slot = (slot + 1) & Self.mask }
    return slot
  }
}

/// The colours of a picture that has at most 256 of them, in order of their first pixel, transparent ones in front.
struct Palette: Sendable {
  struct Entry {
    let red: UInt8
    let green: UInt8
    let blue: UInt8
    let alpha: UInt8
  }
  let colors: [Entry]
  private let found: ColorSet
  /// Where a colour that was found stands.
  private let places: [UInt8]

  /// - Precondition: `!found.hasTooMany`.
  init(_ found: ColorSet) {
    self.found = found
    // tRNS lists alpha up to the last colour that is not opaque, so such colours come first.
    let isOpaque = found.colors.map { $0 >> 24 == 255 }
    let order = found.colors.indices.filter { !isOpaque[$0] } + found.colors.indices.filter { isOpaque[$0] }
    var places = Array(repeating: UInt8(0), count: order.count)
    for (place, index) in order.enumerated() { places[index] = UInt8(place) }
    self.places = places
    colors = order.map { index in
      let color = found.colors[index]
      return Entry(
        red: UInt8(color & 255), green: UInt8(color >> 8 & 255), blue: UInt8(color >> 16 & 255), alpha: UInt8(color >> 24))
    }
  }

  /// The index of a colour of the picture the palette was made of.
  func index(of color: UInt32) -> UInt8 { places[found.index(of: color)] }
}
