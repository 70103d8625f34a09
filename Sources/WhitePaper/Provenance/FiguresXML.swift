import Indicators
import OpenPackaging

/// The figures of a report as XML, which Word and PowerPoint keep inside a document for other programs.
///
/// An element for each figure, with the names and values that the JSON form has.
func figuresXML(_ set: IndicatorSet) -> String {
  var out = "<figures xmlns=\"\(figuresNamespace)\">"
  for figure in set.observations {
    let fields: [(name: String, value: String?)] = [
      ("id", figure.id), ("kind", figure.kind.rawValue), ("name", figure.name), ("value", figure.value.description),
      ("unit", figure.unit.written),
      ("qualifier", figure.qualifier == .exactly ? nil : figure.qualifier.rawValue), ("area", figure.area),
      ("period", figure.period?.description),
      ("basis", figure.basis?.description), ("scope", figure.scope), ("status", figure.status.rawValue),
      ("document", figure.source.map { fileName($0.document) }),
    ]
    out += "<figure" + fields.compactMap { field in field.value.map { " \(field.name)=\"\(escaped($0))\"" } }.joined()
    out += figure.source.map { ">\(escaped($0.sentence))</figure>" } ?? "/>"
  }
  return out + "</figures>"
}

let figuresNamespace = "urn:whitepaper:figures"
