import Diagnostics
import Foundation
import WhitePaper

/// The project's folder.
let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().path

/// The two articles that the project ships.
let examples = ["guangdong-2022.txt", "guangxi-2022.txt"].map { project + "/Examples/" + $0 }

/// The seed articles, where they stand beside the project; else none.
let seeds: [String] = {
  let folder = project + "/../shared/seeds"
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  return names.filter { $0.hasSuffix(".txt") }.sorted().map { folder + "/" + $0 }
}()

private let shared = Result { () throws(Diagnostics) in try Workshop() }

/// A workshop with the project's own files, for all tests: its words, concepts and fonts are read once.
func shippedWorkshop() throws -> Workshop { try shared.get() }

/// A folder of the test's own, removed when it goes.
final class Scratch {
  let path: String
  init() throws {
    path = NSTemporaryDirectory() + "whitepaper-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String, _ bytes: [UInt8] = []) throws -> String {
    let file = path + "/" + name
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }
  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }
}
