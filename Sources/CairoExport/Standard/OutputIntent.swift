import PDFFile

/// Says that colours are sRGB; cairo writes DeviceRGB only.
func addOutputIntent(to file: inout CairoFile) {
  let profile = file.add(stream: .packed(standardRGBProfile), ["N": .integer(3)])
  let intent = file.add([
    "Type": .name("OutputIntent"), "S": .name("GTS_PDFA1"), "OutputConditionIdentifier": .text("sRGB"),
    "Info": .text("sRGB IEC61966-2.1"), "DestOutputProfile": .reference(profile),
  ])
  file[file.rootNumber]["OutputIntents"] = .array([.reference(intent)])
}

/// An ICC profile of version 4.3 made from the published constants of sRGB (IEC 61966-2-1): the primaries adapted to D50, the
/// parametric curve of type 3 for all three channels, the Bradford matrix.
let standardRGBProfile: [UInt8] = profileBytes()

private func profileBytes() -> [UInt8] {
  func u32(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) } }
  func ascii(_ text: String) -> [UInt8] { Array(text.utf8) }
  /// Signed, 16 bits on each side of the point.
  func fixed(_ value: Double) -> [UInt8] { u32(Int((value * 65_536).rounded())) }
  func xyz(_ x: Double, _ y: Double, _ z: Double) -> [UInt8] { ascii("XYZ ") + u32(0) + fixed(x) + fixed(y) + fixed(z) }
  func text(_ text: String) -> [UInt8] {
    let units = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    return ascii("mluc") + u32(0) + u32(1) + u32(12) + ascii("enUS") + u32(units.count) + u32(28) + units
  }
  let white = (0.9642, 1.0, 0.8249)
  let curve =
    ascii("para") + u32(0) + [0, 3, 0, 0] + fixed(2.4) + fixed(1 / 1.055) + fixed(0.055 / 1.055) + fixed(1 / 12.92)
    + fixed(0.04045)
  let adaptation = [1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168]
  let tags: [(names: [String], data: [UInt8])] = [
    (["desc"], text("sRGB")),
    (["cprt"], text("CC0")),
    (["wtpt"], xyz(white.0, white.1, white.2)),
    (["chad"], ascii("sf32") + u32(0) + adaptation.flatMap(fixed)),
    (["rXYZ"], xyz(0.436066, 0.222488, 0.013916)),
    (["gXYZ"], xyz(0.385147, 0.716873, 0.097076)),
    (["bXYZ"], xyz(0.143066, 0.060608, 0.714096)),
    (["rTRC", "gTRC", "bTRC"], curve),
  ]
  var table: [UInt8] = u32(tags.reduce(0) { $0 + $1.names.count })
  var data: [UInt8] = []
  let start = 128 + 4 + 12 * tags.reduce(0) { $0 + $1.names.count }
  for tag in tags {
    for name in tag.names { table += ascii(name) + u32(start + data.count) + u32(tag.data.count) }
    data += tag.data + Array(repeating: 0, count: (4 - tag.data.count % 4) % 4)
  }
  var header = u32(start + data.count) + u32(0) + u32(0x0430_0000) + ascii("mntrRGB XYZ ")
  header += [0x07, 0xE8, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]  // 2024-01-01
  header += ascii("acsp") + Array(repeating: 0, count: 28)
  header += fixed(white.0) + fixed(white.1) + fixed(white.2)
  header += Array(repeating: 0, count: 128 - header.count)
  return header + table + data
}
