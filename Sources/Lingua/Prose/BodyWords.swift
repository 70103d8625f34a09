import StructuredData

/// Companies, schools, offices and other bodies: kinds of them, ends of their names, and what they are called by. What each list
/// holds, the file of the language says with an example.
package struct BodyWords: Sendable {
  package let privateBodies, shortNameMarks, wholeNation, wholePlaces, firms, listedFirms, alone, visiting, joined, titles, countedKinds,
    associations, units, noFirms, parts, nameEndings, selfNames, selfNameEnds, schoolEnds, universities, companyEnds,
    ownCompanyEnds, courts, branches: [String]
  package let sameFirm, kinds, kindAttributes, countedPlaces, courtsOfPlaces, zoneWords, speakers, countedAs, topWords: Set<String>
  package let signsOfNames: [Unicode.Scalar]
  package let kindsOfSelfNames: [(phrase: String, value: String)]
  package let plainCompanies, companyItself, centres: [String]

  init(_ fields: inout Fields) {
    privateBodies = fields.words("private-bodies")
    shortNameMarks = fields.words("short-name-marks")
    sameFirm = fields.set("same-firm")
    kinds = fields.set("kinds")
    kindAttributes = fields.set("kind-attributes")
    wholeNation = fields.words("whole-nation")
    wholePlaces = fields.words("whole-places")
    firms = fields.words("firms")
    listedFirms = fields.words("listed-firms")
    alone = fields.words("alone")
    visiting = fields.words("visiting")
    joined = fields.words("joined")
    signsOfNames = fields.signs("signs-of-names")
    titles = fields.words("titles")
    countedKinds = fields.words("counted-kinds")
    countedPlaces = fields.set("counted-places")
    courts = fields.words("courts")
    branches = fields.words("branches")
    courtsOfPlaces = fields.set("courts-of-places")
    associations = fields.words("associations")
    units = fields.words("units")
    zoneWords = fields.set("zone-words")
    noFirms = fields.words("no-firms")
    parts = fields.words("parts")
    nameEndings = fields.words("name-endings")
    kindsOfSelfNames = fields.pairs("kinds-of-self-names")
    selfNames = fields.words("self-names")
    selfNameEnds = fields.words("self-name-ends")
    schoolEnds = fields.words("school-ends")
    speakers = fields.set("speakers")
    universities = fields.words("universities")
    companyEnds = fields.words("company-ends")
    ownCompanyEnds = fields.words("own-company-ends")
    countedAs = fields.set("counted-as")
    topWords = fields.set("top-words")
    plainCompanies = fields.words("plain-companies")
    companyItself = fields.words("company-itself")
    centres = fields.words("centres")
  }
}
