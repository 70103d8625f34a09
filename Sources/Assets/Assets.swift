package import Diagnostics

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Where the project's data folders are on this machine: fonts, layouts, concepts, language and icons. Knows paths and their texts, no file format.
package struct Assets: Hashable, Sendable {
  /// The folder that holds the five.
  package let folder: String

  /// The folder named by the environment variable `WHITEPAPER_ASSETS` when that is set, else the first of
  /// ``places(executable:)`` that holds the five folders.
  ///
  /// - Throws: `assets.missing`, with the places looked at.
  package init() throws(Diagnostic) {
    let environment = ProcessInfo.processInfo.environment
    if let named = environment["WHITEPAPER_ASSETS"], !named.isEmpty {
      try self.init(folder: named)
      return
    }
    let places = Assets.places(executable: executablePath())
    guard let folder = places.first(where: Assets.isComplete) else {
      throw Diagnostic.error(
        "assets.missing", "the folders fonts, layouts, concepts, language and icons are in none of: \(places.joined(separator: ", "))",
        hint: "keep WhitePaper_Assets.resources beside the program, or name their folder in WHITEPAPER_ASSETS")
    }
    try self.init(folder: folder)
  }

  /// - Throws: `assets.missing` when one of the five folders is not in `folder`.
  package init(folder: String) throws(Diagnostic) {
    guard Assets.isComplete(folder) else {
      throw Diagnostic.error(
        "assets.missing", "“\(folder)” does not hold the folders fonts, layouts, concepts, language and icons",
        hint: "WHITEPAPER_ASSETS names the folder they are in")
    }
    self.folder = folder
  }

  package var fonts: String { folder + "/fonts" }
  package var layouts: String { folder + "/layouts" }
  package var concepts: String { folder + "/concepts" }
  package var language: String { folder + "/language" }
  package var icons: String { folder + "/icons" }

  /// The paths of the plain files of `folder` that end in `suffix`, sorted; none when the folder cannot be read.
  package func files(in folder: String, suffix: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(suffix) && !$0.hasPrefix(".") }.sorted().map { "\(folder)/\($0)" }
      .filter { !isFolder($0) }
  }

  /// The text of one of the project's files.
  ///
  /// - Throws: `assets.unreadable` where it is missing or no UTF-8.
  package func text(_ path: String) throws(Diagnostic) -> String {
    guard let data = FileManager.default.contents(atPath: path), let text = String(validating: data, as: UTF8.self) else {
      throw .error("assets.unreadable", "“\(path)” cannot be read as a text", hint: "put the project's file there again")
    }
    return text
  }

  /// The folders looked at for an executable at `path`, in order: the build's bundle beside it; `../share/whitepaper`
  /// of an installation; the bundle further up, where a test runner sits deeper in the build folder than the bundle.
  package static func places(executable path: String) -> [String] {
    let bundle = "WhitePaper_Assets.resources"
    let beside = parent(path)
    let above = parent(beside)
    let ancestors = [above, parent(above), parent(parent(above))]
    var places: [String] = []
    for place in ["\(beside)/\(bundle)", "\(above)/share/whitepaper"] + ancestors.map({ "\($0)/\(bundle)" })
    where !places.contains(place) {
      places.append(place)
    }
    return places
  }

  private static func isComplete(_ folder: String) -> Bool {
    ["fonts", "layouts", "concepts", "language", "icons"].allSatisfy { isFolder("\(folder)/\($0)") }
  }
}

/// The running program with symbolic links resolved; where the system does not tell, the name it was called by.
private func executablePath() -> String {
  let files = FileManager.default
  if let path = try? files.destinationOfSymbolicLink(atPath: "/proc/self/exe") { return path }
  let called = CommandLine.arguments.first ?? ""
  return called.hasPrefix("/") ? called : "\(files.currentDirectoryPath)/\(called)"
}

private func isFolder(_ path: String) -> Bool {
  var isDirectory = false
  return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory
}

/// The path without its last component; empty for the root folder and what is in it.
private func parent(_ path: String) -> String {
  path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
}
