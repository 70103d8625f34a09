/// How a source is written, and what its fields are read as.
package struct DataFormat: Hashable, Sendable {
  package enum Syntax: Hashable, Sendable {
    /// The rows stand at `property`, a path inside the document.
    case json(property: String?)
    /// `csv`, `tsv` and others: values parted by one character.
    case delimited(Character, header: [String]?)

    package static let csv = Syntax.delimited(",", header: nil)
    package static let tsv = Syntax.delimited("\t", header: nil)
  }
  package enum Parse: Hashable, Sendable {
    /// Values stay as they stand in the source.
    case none
    /// Each field becomes what all its values can be read as: boolean, number, date, else text.
    case auto
    /// Fields by path with their types; others stay as they are.
    case fields([FieldType])
  }
  package struct FieldType: Hashable, Sendable {
    package var field: FieldPath
    package var kind: Kind
    package init(_ field: FieldPath, _ kind: Kind) {
      self.field = field
      self.kind = kind
    }
  }
  package enum Kind: Hashable, Sendable {
    case number, boolean, text
    /// With a d3-time-format, or as dates are commonly written.
    case date(format: String?)

    /// Reads `number`, `boolean`, `string`, `date`, `date:'%Y'`, `utc:'%d.%m.%Y'`.
    package init?(name: String) {
      switch name {
      case "number", "integer": self = .number
      case "boolean": self = .boolean
      case "string": self = .text
      case "date", "utc": self = .date(format: nil)
      default:
        guard let colon = name.firstIndex(of: ":"), ["date", "utc"].contains(name[..<colon]) else { return nil }
        var format = name[name.index(after: colon)...]
        if let mark = format.first, mark == "'" || mark == "\"", format.last == mark, format.count >= 2 {
          format = format.dropFirst().dropLast()
        }
        self = .date(format: String(format))
      }
    }
  }
  package var syntax: Syntax
  package var parse: Parse
  package init(_ syntax: Syntax, parse: Parse = .none) {
    self.syntax = syntax
    self.parse = parse
  }
}
