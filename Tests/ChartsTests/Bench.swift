import Charts
import Fonts
import Foundation
import Geometry
import Scene
import Typesetting

/// The fonts of the project and what charts need with them.
enum Bench {
  static let fonts: FontLibrary = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    do {
      return try FontLibrary(directories: [root.appending(path: "fonts").path])
    } catch {
      preconditionFailure("the project's fonts cannot be read: \(error)")
    }
  }()
  static let context = ChartContext(typesetter: Typesetter(fonts: fonts))
}
