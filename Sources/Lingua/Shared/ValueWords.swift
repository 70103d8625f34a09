import StructuredData

/// The words round a number in Chinese; {…} stands for what is filled in.
package struct ValueWords: Sendable {
  package let first, among, number, place, running, years, above, below, timesOf, movedBack, movedForward, doubled, more, less, over,
    atLeast, nearly, shortOf, atMost, highest, about: String

  init(_ fields: inout Fields) {
    first = fields.printed("first")
    among = fields.printed("among")
    number = fields.printed("number")
    place = fields.printed("place")
    running = fields.printed("running")
    years = fields.printed("years")
    above = fields.printed("above")
    below = fields.printed("below")
    timesOf = fields.printed("times-of")
    movedBack = fields.printed("moved-back")
    movedForward = fields.printed("moved-forward")
    doubled = fields.printed("doubled")
    more = fields.printed("more")
    less = fields.printed("less")
    over = fields.printed("over")
    atLeast = fields.printed("at-least")
    nearly = fields.printed("nearly")
    shortOf = fields.printed("short-of")
    atMost = fields.printed("at-most")
    highest = fields.printed("highest")
    about = fields.printed("about")
  }
}
