/// The colours of a picture that has at most 256 of them, in order of their first pixel, transparent ones in front.
struct Palette {
  struct Entry {
    let red: UInt8
    let green: UInt8
    let blue: UInt8
    let alpha: UInt8
  }
  private(set) var colors: [Entry] = []
  /// Open addressing by the packed colour; a slot holds the colour and its index, or index -1.
  private var slots: [(color: UInt32, index: Int)]
  private static let mask = 2047

  /// Nil as soon as a 257th colour is met.
  init?(of pixels: PackedPixels) {
    slots = Array(repeating: (0, -1), count: Palette.mask + 1)
    var found: [UInt32] = []
    var last: UInt32 = 0
    var at = 0
    while at < pixels.count {
      let color = pixels[at]
      at += 1
      if color == last, !found.isEmpty { continue }
      last = color
      let slot = slot(of: color)
      if slots[slot].index >= 0 { continue }
      guard found.count < 256 else { return nil }
      slots[slot] = (color, found.count)
      found.append(color)
    }
    // tRNS lists alpha up to the last colour that is not opaque, so such colours come first.
    let ordered = found.filter { $0 >> 24 != 255 } + found.filter { $0 >> 24 == 255 }
    for (index, color) in ordered.enumerated() {
      slots[slot(of: color)].index = index
      colors.append(
        Entry(
          red: UInt8(color & 255), green: UInt8(color >> 8 & 255), blue: UInt8(color >> 16 & 255),
          alpha: UInt8(color >> 24)))
    }
  }

  /// The index of a colour of the picture the palette was made of.
  func index(of color: UInt32) -> UInt8 { UInt8(slots[slot(of: color)].index) }

  private func slot(of color: UInt32) -> Int {
    var slot = Int((color &* 0x9E37_79B1) >> 20) & Palette.mask
    while slots[slot].index >= 0 && slots[slot].color != color { slot = (slot + 1) & Palette.mask }
    return slot
  }
}
