import Articles
import Assets
import Diagnostics
import Foundation
import Lingua

/// The project's gazetteer, read once.
let shippedPlaces = Result {
  let path = try Assets().language + "/places.table"
  return PlaceNames(try Gazetteer([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))), document: path))
}

private let shippedSubjects = Result {
  let path = try Assets().language + "/subjects.yaml"
  return try SubjectWords.read(try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8), document: path)
}

/// Reads an article with the places and words of the project.
func readArticle(bytes: [UInt8], path: String) throws -> Warned<Article> {
  try readArticle(bytes: bytes, path: path, ArticleKnowledge(places: try shippedPlaces.get(), subjects: try shippedSubjects.get()))
}
