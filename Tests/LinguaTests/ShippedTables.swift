import Assets
import Foundation

@testable import Lingua

/// The project's tables, read once.
enum Shipped {
  static let gazetteer = Result { try Gazetteer(bytes("places.table"), document: "places.table") }
  static let lexicon = Result { try Lexicon(bytes("words.table"), document: "words.table") }

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: Assets().language + "/" + name)))
  }
}
