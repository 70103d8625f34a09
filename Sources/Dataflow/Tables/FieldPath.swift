/// The way to a value in a row, in Vega's notation: `name`, `a.b`, `a[0]`, `a['b c']`; `\.` and `\[` stand for
/// themselves in a name.
package struct FieldPath: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// As written.
  package let text: String
  /// Names (and list places) from the row inwards; at least one.
  package let steps: [String]

  package init(_ text: String) {
    self.text = text
    steps = Self.steps(of: text)
  }
  /// A field whose name is taken as it is, dots and brackets included.
  package init(verbatim name: String) {
    text = name
    steps = [name]
  }
  package init(stringLiteral value: String) { self.init(value) }

  package var description: String { text }
  /// The column that the path begins in.
  package var root: String { steps[0] }
  /// The name that results keep: the path with its escapes undone (`a.b` stays `a.b`).
  package var name: String { steps.count == 1 ? steps[0] : text }

  /// vega-util's `splitAccessPath`; text that is no path is one name.
  private static func steps(of text: String) -> [String] {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "\\") })
    else { return [text] }
    var steps: [String] = []
    var step = String.UnicodeScalarView()
    var quote: Unicode.Scalar?
    var depth = 0
    var isEscaped = false
    func isPending() -> Bool { !step.isEmpty }
    for scalar in text.unicodeScalars {
      if isEscaped {
        step.append(scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if let mark = quote {
        if scalar == mark {
          quote = nil
        } else {
          step.append(scalar)
        }
      } else if depth > 0, scalar == "'" || scalar == "\"" {
        quote = scalar
      } else if scalar == "." && depth == 0 {
        if isPending() { steps.append(String(step)) }
        step = .init()
      } else if scalar == "[" {
        if isPending() { steps.append(String(step)) }
        step = .init()
        depth += 1
      } else if scalar == "]", depth > 0 {
        steps.append(String(step))
        step = .init()
        depth -= 1
      } else {
        step.append(scalar)
      }
    }
    if quote != nil || depth > 0 || isEscaped { return [text] }
    if isPending() { steps.append(String(step)) }
    return steps.isEmpty ? [text] : steps
  }
}

extension DataValue {
  /// A member of an object, an item or the `length` of a list or text; else undefined.
  func member(_ name: String) -> DataValue {
    switch self {
    case .object(let record): return record[name]
    case .list(let items):
      if let place = Int(name) { return items.indices.contains(place) ? items[place] : .undefined }
      return name == "length" ? .number(Double(items.count)) : .undefined
    case .text(let text):
      if name == "length" { return .number(Double(text.utf16.count)) }
      guard let place = Int(name), place >= 0 else { return .undefined }
      let units = text.utf16
      guard let index = units.index(units.startIndex, offsetBy: place, limitedBy: units.endIndex), index < units.endIndex
      else { return .undefined }
      return .text(String(decoding: [units[index]], as: UTF16.self))
    default: return .undefined
    }
  }
}
