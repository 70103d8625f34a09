import FoundationEssentials

/// A file of the folder `Fixtures` beside this one.
func fixture(_ name: String) throws -> String {
  var folder = #filePath.split(separator: "/", omittingEmptySubsequences: false)
  folder.removeLast()
  let path = folder.joined(separator: "/") + "/Fixtures/" + name
  return try String(contentsOfFile: path, encoding: .utf8)
}
