import FoundationEssentials
import GoldenImages

/// A picture of one colour.
func plain(_ width: Int, _ height: Int, _ color: (UInt8, UInt8, UInt8, UInt8) = (10, 53, 102, 255)) -> Picture {
  let pixel = [color.0, color.1, color.2, color.3]
  return Picture(width: width, height: height, rgba: (0..<width * height).flatMap { _ in pixel })
}

/// Runs `body` with the path of a new folder that is removed afterwards.
func withTemporaryFolder(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "golden-\(UUID().uuidString)").path
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  try body(folder)
}

func write(_ bytes: [UInt8], _ path: String) throws { try Data(bytes).write(to: URL(filePath: path)) }
func names(in folder: String) -> [String] {
  ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
}
func makeFolder(_ path: String) throws {
  try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
}

/// Three bars of 8, 20 and 14 pixels.
func tourBars() -> [UInt8] {
  let heights = [8, 20, 14]
  var pixels: [UInt8] = []
  for y in 0..<24 {
    for x in 0..<36 {
      let isBar = x % 12 >= 2 && 23 - y < heights[x / 12]
      pixels += isBar ? [20, 60, 110, 255] : [255, 255, 255, 255]
    }
  }
  return Picture(width: 36, height: 24, rgba: pixels).png()
}
