package import Diagnostics
import StructuredData

/// Words by which is told whose figures an article gives, as `language/subjects.yaml` lists them with examples; read once and shared.
package final class SubjectWords: Sendable {
  package let reports, announcements, sectors, endings, tellings, parents, announcing, whenAnnounced, standings, leads, selfNames, forms,
    schoolsAndFirms, allOfThem, nationalOffices, localOffices, yearParts, timeEnds, distances, manyBodies, establishments,
    behindEstablishments, aboveEstablishments, allOfKind, ownMarks: [String]
  package let behindShortNames: Set<String>

  /// - Parameters:
  ///   - text: of the YAML file.
  ///   - document: its path, for findings.
  /// - Throws: all that is wrong with the file.
  package static func read(_ text: String, document: String) throws(Diagnostics) -> SubjectWords {
    try shape.read(parseYAML(text, document: document)).value
  }

  private init(_ fields: inout Fields) {
    reports = fields.words("reports")
    announcements = fields.words("announcements")
    sectors = fields.words("sectors")
    endings = fields.words("endings")
    tellings = fields.words("tellings")
    parents = fields.words("parents")
    announcing = fields.words("announcing")
    whenAnnounced = fields.words("when-announced")
    standings = fields.words("standings")
    leads = fields.words("leads")
    selfNames = fields.words("self-names")
    forms = fields.words("forms")
    behindShortNames = fields.set("behind-short-names")
    schoolsAndFirms = fields.words("schools-and-firms")
    allOfThem = fields.words("all-of-them")
    nationalOffices = fields.words("national-offices")
    localOffices = fields.words("local-offices")
    yearParts = fields.words("year-parts")
    timeEnds = fields.words("time-ends")
    distances = fields.words("distances")
    manyBodies = fields.words("many-bodies")
    establishments = fields.words("establishments")
    behindEstablishments = fields.words("behind-establishments")
    aboveEstablishments = fields.words("above-establishments")
    allOfKind = fields.words("all-of-kind")
    ownMarks = fields.words("own-marks")
  }

  /// 本地公司, 上市公司, 公立医院: whether a name is one that many bodies are called by, so that it names none of them.
  ///
  /// - Parameter name: half-width and simplified.
  package func nameMany(_ name: String) -> Bool { manyBodies.contains { name.hasPrefix($0) } }

  private static let shape = NodeShape<SubjectWords>.record("SubjectWords") { fields in
    _ = fields.required("language", .text, "The BCP 47 tag.")
    return SubjectWords(&fields)
  }
}
