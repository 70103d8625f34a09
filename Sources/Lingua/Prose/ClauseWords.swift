import StructuredData

/// How clauses open and close that name, compare or explain. What each list holds, the file of the language says with an example.
package struct ClauseWords: Sendable {
  package let removals, bracketNotes, mainly, views, viewsByTime, others, reckoned, setting, settingRecords, withoutEnds, mostly,
    influences, reckonings, belowAlike, yearBefore: [String]
  package let further, aspects, causes, including, nextOnes, ofAccounts, passiveVerbs, allowances: Set<String>

  package let through, joints: [Unicode.Scalar]
  package let formers, these, explaining, local, observing, asExample: [String]

  init(_ fields: inout Fields) {
    through = fields.signs("through")
    joints = fields.signs("joints")
    removals = fields.words("removals")
    bracketNotes = fields.words("bracket-notes")
    further = fields.set("further")
    mainly = fields.words("mainly")
    aspects = fields.set("aspects")
    views = fields.words("views")
    viewsByTime = fields.words("views-by-time")
    others = fields.words("others")
    reckoned = fields.words("reckoned")
    setting = fields.words("setting")
    settingRecords = fields.words("setting-records")
    causes = fields.set("causes")
    including = fields.set("including")
    withoutEnds = fields.words("without-ends")
    nextOnes = fields.set("next-ones")
    mostly = fields.words("mostly")
    influences = fields.words("influences")
    reckonings = fields.words("reckonings")
    belowAlike = fields.words("below-alike")
    yearBefore = fields.words("year-before")
    ofAccounts = fields.set("of-accounts")
    passiveVerbs = fields.set("passive-verbs")
    allowances = fields.set("allowances")
    formers = fields.words("formers")
    these = fields.words("these")
    explaining = fields.words("explaining")
    local = fields.words("local")
    observing = fields.words("observing")
    asExample = fields.words("as-example")
  }
}
