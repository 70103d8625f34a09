import Assets
import Diagnostics
import Foundation
import Geometry
import Indicators
import Pictograms
import Testing

@Suite struct PictogramTests {
  private static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  private func picture(_ svg: String) throws -> Pictogram {
    try Pictogram(name: "a", svg: svg, document: "a.svg")
  }

  /// Every shipped picture has one grid, stays on it, and is large enough to be seen beside the others.
  @Test func theShippedPicturesAreOneFamily() throws {
    let assets = try Assets(folder: Self.project)
    let files = assets.files(in: assets.icons, suffix: ".svg")
    #expect(files.count >= 80)
    for file in files {
      let svg = try String(contentsOfFile: file, encoding: .utf8)
      let icon = try Pictogram(name: file, svg: svg, document: file)
      let box = try #require(icon.path.bounds)
      #expect(icon.grid == 256, "\(file)")
      let whole = Rect(-0.5, -0.5, 257, 257)
      #expect(whole.union(box) == whole, "\(file): \(box)")
      #expect(max(box.size.width, box.size.height).points >= 150, "\(file): \(box)")
    }
    #expect(FileManager.default.fileExists(atPath: assets.icons + "/licences/phosphor.txt"))
  }

  /// What a concept names is there.
  @Test func conceptsNamePicturesThatExist() throws {
    let assets = try Assets(folder: Self.project)
    let book = try readConcepts(
      assets.files(in: assets.concepts, suffix: ".yaml").map { ($0, try String(contentsOfFile: $0, encoding: .utf8)) }
    ).value
    let there = Set(assets.files(in: assets.icons, suffix: ".svg").map { String($0.split(separator: "/").last ?? "") })
    for concept in book.concepts {
      let icon = try #require(book.icon(of: concept.simplified), "\(concept.id) has no picture")
      #expect(there.contains(icon + ".svg"), "\(concept.id): \(icon)")
    }
    #expect(book.icon(of: "专利质押融资金额") == "bank")
    #expect(book.icon(of: "不是概念的名字") == nil)
    #expect(book.label(ofTheme: "保护", in: .english) == "Protection")
  }

  @Test func aPathIsSetIntoItsSquare() throws {
    let icon = try picture("<svg viewBox=\"0 0 20 20\"><path d=\"M0 0H20V10H0Z\"/></svg>")
    #expect(icon.path(in: 10, at: Point(3, 4)).bounds == Rect(3, 4, 10, 5))
  }

  @Test(
    arguments: [
      ("<svg><path d=\"M0 0H1\"/></svg>", "the picture has no viewBox"),
      ("<svg viewBox=\"0 0 20 10\"><path d=\"M0 0H1\"/></svg>", "the viewBox “0 0 20 10” is no square that begins at 0"),
      ("<svg viewBox=\"0 0 9 9\"><path d=\"M0 0H1\"/><path d=\"M0 0H1\"/></svg>", "the picture is not drawn with one path"),
      ("<svg viewBox=\"0 0 9 9\"><circle r=\"2\"/></svg>", "the picture is not drawn with one path"),
      ("<svg viewBox=\"0 0 9 9\"><path d=\"M0 0Hx\"/></svg>", "the path cannot be read"),
    ])
  func whatIsNoPictogramIsSaid(svg: String, message: String) {
    #expect { try picture(svg) } throws: { ($0 as? Diagnostic)?.message == message }
  }
}
