import Indicators

/// Short notation for the figures of tests: `level("g1", "质押金额", "970.24", "亿元")`.
func figure(
  _ kind: Observation.Kind, _ id: String, _ name: String, _ value: String, _ unit: String, _ qualifier: String = "=",
  area: String? = "广东", period: String? = "2022", scope: String? = nil, status: Observation.Status = .fact,
  of: String? = nil, partOf: String? = nil, basis: Basis? = nil, form: MultipleForm? = nil, source: Source? = nil,
  rule: String? = nil
) -> Observation {
  Observation(
    id: id, kind: kind, name: name, value: ExactNumber(value) ?? ExactNumber(0), unit: Unit(unit),
    qualifier: Observation.Qualifier(rawValue: qualifier) ?? .exactly, area: area,
    period: period.flatMap { Period($0) },
    scope: scope, status: status, of: of, partOf: partOf, basis: basis, form: form, source: source, rule: rule)
}

func level(
  _ id: String, _ name: String, _ value: String, _ unit: String, _ qualifier: String = "=", area: String? = "广东",
  period: String? = "2022", status: Observation.Status = .fact, partOf: String? = nil, source: Source? = nil
) -> Observation {
  figure(
    .level, id, name, value, unit, qualifier, area: area, period: period, status: status, partOf: partOf, source: source
  )
}

/// The place of `text` in a sentence that begins at `offset` of `document`.
func source(_ text: String, in sentence: String, document: String = "a.txt", at offset: Int = 0, isHeading: Bool = false) -> Source {
  let all = Array(sentence.unicodeScalars)
  let part = Array(text.unicodeScalars)
  var start = 0
  while start + part.count <= all.count, Array(all[start..<start + part.count]) != part { start += 1 }
  return Source(
    document: document, range: offset + start..<offset + start + part.count, text: text,
    sentenceRange: offset..<offset + all.count, sentence: sentence, isHeading: isHeading)
}

func number(_ text: String) -> ExactNumber { ExactNumber(text) ?? ExactNumber(-999) }
