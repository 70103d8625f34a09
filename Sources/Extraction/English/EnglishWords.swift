import Indicators

/// The closed words of English statistical prose, lower case.
enum EnglishWords {
  static let rises: Set<String> = [
    "up", "rose", "rise", "risen", "rising", "rises", "grew", "grow", "grown", "growing", "growth", "increased", "increase", "increases",
    "increasing", "jumped", "jump", "surged", "surge", "surging", "climbed", "climb", "gained", "gain", "expanded", "expand", "expansion",
    "soared", "rebounded", "swelled", "soaring", "higher", "improved", "advanced", "accelerated", "added", "widened", "increments", "edged", "uptick",
  ]
  static let falls: Set<String> = [
    "down", "fell", "fall", "fallen", "falling", "falls", "declined", "decline", "declining", "decreased", "decrease", "decreasing", "dropped",
    "dwindled", "retreated", "softened", "tumbled", "sank", "drop", "dropping", "dipped", "dip", "shrank", "shrink", "contracted", "contraction", "slipped", "lower", "reduced", "reduction",
    "cut", "shortened", "slowed", "narrowed", "plunged", "lowered", "eased", "less", "fewer",
  ]
  static let before: [[String]: Observation.Qualifier] = [
    ["over"]: .moreThan, ["more", "than"]: .moreThan, ["above"]: .moreThan, ["exceeding"]: .moreThan, ["exceeded"]: .moreThan,
    ["exceeds"]: .moreThan, ["exceed"]: .moreThan, ["surpassed"]: .moreThan, ["surpassing"]: .moreThan, ["topped"]: .moreThan,
    ["topping"]: .moreThan, ["greater", "than"]: .moreThan, ["higher", "than"]: .moreThan, ["in", "excess", "of"]: .moreThan, ["some"]: .about,
    ["at", "least"]: .atLeast, ["no", "less", "than"]: .atLeast, ["no", "fewer", "than"]: .atLeast, ["a", "minimum", "of"]: .atLeast,
    ["nearly"]: .lessThan, ["almost"]: .lessThan, ["less", "than"]: .lessThan, ["fewer", "than"]: .lessThan, ["under"]: .lessThan,
    ["below"]: .lessThan, ["close", "to"]: .lessThan, ["just", "under"]: .lessThan,
    ["up", "to"]: .atMost, ["at", "most"]: .atMost, ["no", "more", "than"]: .atMost, ["a", "maximum", "of"]: .atMost,
    ["about"]: .about, ["around"]: .about, ["approximately"]: .about, ["roughly"]: .about, ["an", "estimated"]: .about, ["estimated"]: .about,
  ]
  static let numbers: [String: Int] = [
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
  ]
  static let ordinals: [String: Int] = [
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5, "6th": 6, "7th": 7, "8th": 8, "9th": 9, "10th": 10,
    "11th": 11, "12th": 12, "13th": 13, "14th": 14, "15th": 15, "16th": 16, "17th": 17, "18th": 18, "19th": 19, "20th": 20, "top": 1,
  ]
  static let fractions: [[String]: String] = [
    ["one", "third"]: "1/3", ["two", "thirds"]: "2/3", ["one", "quarter"]: "1/4", ["three", "quarters"]: "3/4", ["a", "third"]: "1/3",
    ["a", "quarter"]: "1/4", ["one", "fifth"]: "1/5", ["a", "fifth"]: "1/5", ["two", "fifths"]: "2/5", ["three", "fifths"]: "3/5",
    ["one", "tenth"]: "1/10", ["a", "tenth"]: "1/10", ["one-third"]: "1/3", ["two-thirds"]: "2/3", ["one-quarter"]: "1/4",
    ["three-quarters"]: "3/4", ["nine", "in", "ten"]: "9/10", ["eight", "in", "ten"]: "8/10", ["seven", "in", "ten"]: "7/10", ["six", "in", "ten"]: "6/10",
    ["one", "in", "five"]: "1/5", ["one", "in", "ten"]: "1/10", ["one", "in", "three"]: "1/3", ["one", "in", "four"]: "1/4", ["one", "half"]: "1/2", ["one-fifth"]: "1/5", ["one-tenth"]: "1/10",
  ]
  /// Ends of titles that a year belongs to.
  static let titles: Set<String> = ["report", "yearbook", "review", "outlook", "survey", "index", "expo", "forum", "plan", "bulletin", "summit", "conference"]
  static let magnitudes: Set<String> = ["trillion", "billion", "million", "thousand", "bn", "mn", "tn"]
  static let currencies: Set<String> = ["yuan", "rmb", "dollars", "dollar", "euros", "euro", "yen", "pounds", "usd", "cny", "hkd", "patacas"]
  static let measures: Set<String> = [
    "tonnes", "tons", "tonne", "kilometers", "kilometres", "km", "hectares", "mu", "kilowatts", "kilowatt-hours", "gigawatts", "gw", "mw", "kw",
    "kwh", "twh", "gwh", "megawatts", "square", "cubic", "barrels", "teus", "teu", "days", "months", "years", "hours", "minutes", "weeks", "day",
    "month", "year", "meters", "metres", "kilograms", "petabytes", "exaflops", "liters", "litres", "percentage", "basis",
  ]
  static let months: [String: Int] = [
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10,
    "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9, "oct": 10,
    "nov": 11, "dec": 12,
  ]
  /// Verbs between a subject and its number.
  static let predicates: Set<String> = [
    "was", "were", "is", "are", "reached", "reaching", "reach", "hit", "hitting", "totaled", "totalled", "totaling", "totalling", "stood", "stands",
    "came", "amounted", "amounting", "recorded", "registered", "had", "has", "have", "been", "averaged", "numbered", "to", "at", "of", "a", "an", "the",
    "record", "by", "as", "in", "with", "total", "all-time", "high", "worth", "valued", "being", "be", "only", "also", "now", "standing", "rise", "rate",
    "some", "another", "further", "for", "and", "or", "from", "that", "which", "than", "including",
  ]
  static let verbs: Set<String> = [
    "granted", "received", "handled", "seized", "concluded", "accepted", "closed", "filed", "issued", "approved", "registered", "helped", "benefited",
    "benefiting", "covered", "covering", "covers", "served", "serving", "built", "established", "opened", "launched", "attracted", "created", "exported",
    "imported", "produced", "generated", "sold", "installed", "added", "completed", "held", "signed", "introduced", "processed", "investigated",
    "confiscated", "operates", "operated", "owns", "owned", "employs", "employed", "invested", "spent", "trained", "resolved", "intercepted", "recorded",
    "welcomed", "posted", "reported", "includes", "included", "involving", "involved", "saw", "see", "sees", "provides", "provided", "provide",
    "support", "supported", "supporting", "cleared", "detained", "punished", "arrested", "prosecuted", "examined", "attended", "contributed",
  ]
}
