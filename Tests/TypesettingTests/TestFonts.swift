import Fonts
import Scene

/// The project's fonts, else Debian's Noto CJK; nil where neither is there.
enum TestFonts {
  static let library: FontLibrary? = {
    var root = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    root.removeLast(3)
    let own = root.joined(separator: "/") + "/fonts"
    if let library = try? FontLibrary(directories: [own]) { return library }
    return try? FontLibrary(directories: ["/usr/share/fonts/opentype/noto"])
  }()
  static let sans = library?.font(family: "Noto Sans CJK SC", weight: 400)
  static let serif = library?.font(family: "Noto Serif CJK SC", weight: 400)
}
