import Foundation

/// A figure of each kind, from the figures of the example articles: the specs of `Examples/charts`.
enum HouseGallery {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Examples/charts").path

  static let all: [(name: String, spec: String)] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.sorted().compactMap { file in
      (try? String(contentsOfFile: folder + "/" + file, encoding: .utf8)).map { (String(file.dropLast(5)), $0) }
    }
  }()

  static func spec(_ name: String) -> String { all.first { $0.name == name }?.spec ?? "" }
}
