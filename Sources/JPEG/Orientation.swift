/// How a camera was held: 1 to 8 as in Exif 2.32, tag 0x0112; 1 where nothing says so.
func exifOrientation(of bytes: [UInt8]) -> Int {
  var at = 2
  // Segments before the picture data: FF, kind, length of two bytes.
  while at + 4 <= bytes.count, bytes[at] == 0xFF, bytes[at + 1] != 0xDA {
    let length = Int(bytes[at + 2]) << 8 | Int(bytes[at + 3])
    let body = at + 4..<min(bytes.count, at + 2 + max(2, length))
    if bytes[at + 1] == 0xE1, bytes[body].starts(with: Array("Exif\0\0".utf8)) {
      return orientation(inTIFF: Array(bytes[body].dropFirst(6))) ?? 1
    }
    at = body.upperBound
  }
  return 1
}

private func orientation(inTIFF tiff: [UInt8]) -> Int? {
  guard tiff.count >= 8 else { return nil }
  let isLittle = tiff.starts(with: [0x49, 0x49])
  func number(_ at: Int, _ count: Int) -> Int? {
    guard at >= 0, at + count <= tiff.count else { return nil }
    let digits = isLittle ? Array(tiff[at..<at + count].reversed()) : Array(tiff[at..<at + count])
    return digits.reduce(0) { $0 << 8 | Int($1) }
  }
  guard let directory = number(4, 4), let count = number(directory, 2) else { return nil }
  for i in 0..<min(count, 200) {
    let entry = directory + 2 + i * 12
    guard let tag = number(entry, 2) else { return nil }
    if tag == 0x0112, let value = number(entry + 8, 2), (1...8).contains(value) { return value }
  }
  return nil
}

extension JPEGImage {
  /// The picture as it was seen, of one that is stored with an orientation.
  func turned(_ orientation: Int) -> JPEGImage {
    guard orientation > 1 else { return self }
    let isTransposed = orientation >= 5
    var out = JPEGImage(
      width: isTransposed ? height : width, height: isTransposed ? width : height,
      pixels: [UInt8](repeating: 0, count: pixels.count))
    for y in 0..<out.height {
      for x in 0..<out.width {
        let (column, row): (Int, Int) =
          switch orientation {
          case 2: (width - 1 - x, y)
          case 3: (width - 1 - x, height - 1 - y)
          case 4: (x, height - 1 - y)
          case 5: (y, x)
          case 6: (y, height - 1 - x)
          case 7: (width - 1 - y, height - 1 - x)
          default: (width - 1 - y, x)
          }
        let (from, to) = ((row * width + column) * 4, (y * out.width + x) * 4)
        for k in 0..<4 { out.pixels[to + k] = pixels[from + k] }
      }
    }
    return out
  }
}
