import FoundationEssentials
import Geometry
import Scene

/// One of the fonts in `fonts/`, read just far enough to set a line: one glyph a character, no shaping.
struct SampleFont {
  let resource: FontResource
  private let bytes: [UInt8]
  private let unitsPerEm: Double
  private let metrics: Int
  private let metricCount: Int
  private let groups: Int
  private let groupCount: Int

  static let sans = SampleFont("sans-regular", weight: 400)
  static let bold = SampleFont("sans-bold", weight: 700)

  init(_ name: String, weight: Int) {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "fonts")
    let path = folder.appending(path: name + ".otf").path
    resource = FontResource(name: name, path: path, faceIndex: 0, family: "Noto Sans CJK SC", weight: weight)
    let data = (try? Data(contentsOf: URL(filePath: path))) ?? Data()
    let bytes = Array(data)
    func u16(_ at: Int) -> Int { Int(bytes[at]) << 8 | Int(bytes[at + 1]) }
    func u32(_ at: Int) -> Int { u16(at) << 16 | u16(at + 2) }
    var tables: [String: Int] = [:]
    for i in 0..<u16(4) {
      let at = 12 + 16 * i
      tables[String(decoding: bytes[at..<(at + 4)], as: UTF8.self)] = u32(at + 8)
    }
    unitsPerEm = Double(u16((tables["head"] ?? 0) + 18))
    metrics = tables["hmtx"] ?? 0
    metricCount = u16((tables["hhea"] ?? 0) + 34)
    let cmap = tables["cmap"] ?? 0
    var table = 0
    for i in 0..<u16(cmap + 2) {
      let sub = cmap + u32(cmap + 4 + 8 * i + 4)
      if u16(sub) == 12 { table = sub }
    }
    groups = table + 16
    groupCount = u32(table + 12)
    self.bytes = bytes
  }

  private func u16(_ at: Int) -> Int { Int(bytes[at]) << 8 | Int(bytes[at + 1]) }
  private func u32(_ at: Int) -> Int { u16(at) << 16 | u16(at + 2) }

  func glyph(_ scalar: Unicode.Scalar) -> UInt16 {
    let value = Int(scalar.value)
    var low = 0
    var high = groupCount
    while low < high {
      let middle = (low + high) / 2
      let at = groups + 12 * middle
      if value < u32(at) {
        high = middle
      } else if value > u32(at + 4) {
        low = middle + 1
      } else {
        return UInt16(u32(at + 8) + value - u32(at))
      }
    }
    return 0
  }

  func run(_ text: String, size: Double, font: UInt16 = 0, fill: Color = .black) -> TextRun {
    var glyphs: [Glyph] = []
    var width = 0.0
    for (index, scalar) in text.unicodeScalars.enumerated() {
      let id = glyph(scalar)
      let advance = Double(u16(metrics + 4 * min(Int(id), metricCount - 1))) / unitsPerEm
      glyphs.append(Glyph(id: id, advance: Float(advance), cluster: UInt32(index)))
      width += advance
    }
    return TextRun(
      text: text, font: FontID(font), size: .pt(size), fill: fill, glyphs: glyphs, width: .pt(width * size),
      ascent: .pt(size * 0.9), descent: .pt(size * 0.25), language: .simplifiedChinese)
  }
}

/// A frame with one line of text, as a paragraph or a heading is.
func line(_ text: String, size: Double = 10, font: SampleFont = .sans, number: UInt16 = 0, fill: Color = .black)
  -> Frame
{
  let run = font.run(text, size: size, font: number, fill: fill)
  var frame = Frame(size: Size(width: run.width, height: .pt(size * 1.5)), baseline: .pt(size * 1.1))
  frame.place(.text(run), at: Point(x: .zero, y: frame.baseline), role: .body)
  return frame
}
